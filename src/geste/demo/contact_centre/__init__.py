"""Contact centre: one team of the invented Mobilis+, telephone and internet, and its partner's two advisers."""

from geste.core.charter.vocabulary import Text
from geste.demo import names
from geste.demo.company import Company, Part
from geste.demo.contact_centre.learned import LEARNED
from geste.demo.contact_centre.life import TABLES
from geste.demo.contact_centre.people import PEOPLE
from geste.demo.contact_centre.promise import PROMISED
from geste.demo.contact_centre.tonight import CASES
from geste.demo.story import Proposed

PARTS = (
    Part(
        plays="agent",
        username="lea",
        does=Text("On the telephone, with the customer on the line.", "Au téléphone, avec le client en ligne."),
        first=Text(
            "Open Mme Aubert: three days without fibre, and she works from home. Connect her first, then the credit.",
            "Ouvrez Mme Aubert : trois jours sans fibre, et elle travaille chez elle. Reconnectez-la, puis l'avoir.",
        ),
    ),
    Part(
        plays="supervisor",
        username="farid",
        does=Text(
            "Answers within sixty seconds when somebody asks.", "Répond en soixante secondes quand on l'appelle."
        ),
        first=Text(
            "Open Garage Lenoir: six lines down. An adviser's room ends at 60 there; yours goes on to 300.",
            "Ouvrez Garage Lenoir : six lignes coupées. Un conseiller s'arrête à 60 ; vous allez jusqu'à 300.",
        ),
    ),
    Part(
        plays="owner",
        username="ines",
        does=Text(
            "Leads customer service, sees both sites, signs the charter.",
            "Dirige le service clients, voit les deux sites, signe la charte.",
        ),
        first=Text(
            "Read the charter, then M. Costa's hard billing case: how much of it could the first person have settled?",
            "Lisez la charte, puis le dossier de facturation de M. Costa : qu'aurait pu régler la première personne ?",
        ),
    ),
)

CONTACT_CENTRE = Company(
    id=names.CONTACT_CENTRE,
    charter_id="mobilis-plus",
    trade=Text("Telephone and internet, 320 advisers", "Téléphone et Internet, 320 conseillers"),
    time_zone="Europe/Paris",
    steward="ines",
    people=PEOPLE,
    parts=PARTS,
    cases=CASES,
    tables=TABLES,
    proof=("T1", Proposed(gesture="credit", amount="15.00")),
    promised=PROMISED,
    learned=LEARNED,
)
