"""Hotel: the invented Hôtel Baie Double in Sydney, 140 rooms."""

from geste.core.charter.vocabulary import Text
from geste.demo import names
from geste.demo.company import Company, Part
from geste.demo.hotel.learned import LEARNED
from geste.demo.hotel.life import TABLES
from geste.demo.hotel.people import PEOPLE
from geste.demo.hotel.promise import PROMISED
from geste.demo.hotel.tonight import CASES
from geste.demo.story import Proposed

PARTS = (
    Part(
        plays="agent",
        username="tomas",
        does=Text("Alone at the desk, from ten at night to seven.", "Seul à la réception, de 22 h à 7 h."),
        first=Text(
            "Open Mr Lee, room 507, the older of his two cases: 24 degrees in there. Give him the night in one tap.",
            "Ouvrez Mr Lee, room 507, son dossier le plus ancien : il y fait 24 degrés. Offrez-lui la nuit d'un geste.",
        ),
    ),
    Part(
        plays="supervisor",
        username="priya",
        does=Text(
            "Answers within ten minutes, and backs people up.", "Répond sous dix minutes, et soutient son équipe."
        ),
        first=Text(
            "Open Mr Lee's second failure, his newer case: three nights are beyond the night auditor. Not beyond you.",
            "Ouvrez le deuxième raté de Mr Lee, le plus récent : trois nuits dépassent le veilleur de nuit. Pas vous.",
        ),
    ),
    Part(
        plays="owner",
        username="helen",
        does=Text("Runs the house, and signs the charter.", "Dirige la maison, et signe la charte."),
        first=Text(
            "Read the charter: one page, and the bounds that every decision of these weeks was held against.",
            "Lisez la charte : une page, et les limites que chaque décision de ces semaines a respectées.",
        ),
    ),
)

HOTEL = Company(
    id=names.HOTEL,
    charter_id="baie-double",
    trade=Text("A hotel in Sydney, 140 rooms", "Un hôtel de 140 chambres à Sydney"),
    time_zone="Australia/Sydney",
    steward="grace",
    people=PEOPLE,
    parts=PARTS,
    cases=CASES,
    tables=TABLES,
    proof=("H1", Proposed(gesture="night_credit", amount="390.00")),
    promised=PROMISED,
    learned=LEARNED,
)
