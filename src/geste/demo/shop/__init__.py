"""Shop: the invented Atelier Lumen, lamps sold online from France by eighteen people."""

from geste.core.charter.vocabulary import Text
from geste.demo import names
from geste.demo.company import Company, Part
from geste.demo.shop.learned import LEARNED
from geste.demo.shop.life import TABLES
from geste.demo.shop.people import PEOPLE
from geste.demo.shop.promise import PROMISED
from geste.demo.shop.tonight import CASES
from geste.demo.story import Proposed

PARTS = (
    Part(
        plays="agent",
        username="julie",
        does=Text(
            "Answers customers by e-mail and on the telephone.", "Répond aux clients par courriel et au téléphone."
        ),
        first=Text(
            "Open Mme Roy, Nantes: the lamp came broken and is needed tomorrow. What is owed stands first.",
            "Ouvrez Mme Roy, Nantes : la lampe est arrivée cassée, il la faut demain. Ce qui est dû vient en premier.",
        ),
    ),
    Part(
        plays="supervisor",
        username="nadia",
        does=Text("Leads the advisers, and answers herself.", "Anime l'équipe conseil, et répond elle-même."),
        first=Text(
            "Open M. Keller, Metz: the third parcel lost at one address. See what stays open "
            "without a word of suspicion.",
            "Ouvrez M. Keller, Metz : le troisième colis perdu à la même adresse. Voyez ce qui reste "
            "possible, sans un mot de soupçon.",
        ),
    ),
    Part(
        plays="owner",
        username="claire",
        does=Text(
            "Owns the shop, and is asked when 100 is not enough.",
            "Gère la boutique ; on l'appelle quand 100 ne suffit pas.",
        ),
        first=Text(
            "Open Agence Okoye: two of forty lamps are missing before an opening. The van costs 180: yours to give.",
            "Ouvrez Agence Okoye : il manque deux lampes sur quarante, on inaugure demain. Le coursier à 180 : à vous.",
        ),
    ),
)

SHOP = Company(
    id=names.SHOP,
    charter_id="atelier-lumen",
    trade=Text("Lamps sold online from France, 18 people", "Des lampes vendues en ligne, 18 personnes"),
    time_zone="Europe/Paris",
    steward="claire",
    people=PEOPLE,
    parts=PARTS,
    cases=CASES,
    tables=TABLES,
    proof=("E1", Proposed(gesture="shipping_on_us", amount="9.90")),
    promised=PROMISED,
    learned=LEARNED,
)
