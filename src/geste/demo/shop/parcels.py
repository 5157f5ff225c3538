"""Parcels: late, lost, incomplete."""

from geste.apps.cases.models import Outcome
from geste.core.charter.vocabulary import Text
from geste.demo.shop.lamps import ADVISERS, EXPRESS, LAMP, NOTHING_BACK, OFFICE
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, DaysAgo, OneOf, Same

SHIPPING = OneOf({"4.90": 70, "7.50": 30})
BACK_ON_US = Move(gesture="shipping_on_us", asks="price")

PARCELS = {
    "where_is_it": Incident(
        source="invented, around E8: the promise page said 48 hours",
        happens=Happening(per_week=5.0, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "Your page says 48 hours. It has been {days} days.", "Votre page dit 48 heures. Ça fait {days} jours."
            ),
            Text("Where is my order?", "Où en est ma commande ?"),
            Text("The tracking has not moved since Tuesday.", "Le suivi n'a pas bougé depuis mardi."),
            Text("I stayed at home for nothing.", "Je suis restée chez moi pour rien."),
        ),
        again=(
            Text(
                "Late again. Last time you said it was the carrier.",
                "Encore en retard. La dernière fois, c'était le transporteur.",
            ),
        ),
        slots={"days": OneOf({4: 50, 5: 30, 7: 20})},
        known={"order.shipping_price": SHIPPING, "order.basket": LAMP},
        learnt={
            "case.loss": "time",
            "case.severity": OneOf({"small": 70, "ruined": 30}),
            "case.responsibility": OneOf({"ours": 40, "third_party": 60}),
            "case.spoiled_price": Same("order.shipping_price"),
        },
        ways=(
            Way(weight=45, moves=(BACK_ON_US,)),
            Way(weight=30, moves=(Move(gesture="explain"), Move(gesture="call_back"))),
            Way(weight=10, moves=(Move(gesture="explain"), Move(gesture="voucher", asks=OneOf({"5": 60, "10": 40})))),
            Way(
                weight=5,
                moves=(Move(gesture="call_back"),),
                not_now=Text(
                    "With the carrier in Arras; answer promised by noon.",
                    "Chez le transporteur, à Arras ; réponse promise avant midi.",
                ),
            ),
            Way(weight=10, ends=Outcome.HEARD),
        ),
    ),
    "lost_parcel": Incident(
        source="E3: eleven cases in the carrier's zone 13",
        happens=Happening(per_week=1.4, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "It says delivered. There is nothing, I asked the neighbours.",
                "C'est marqué livré. Il n'y a rien, j'ai demandé aux voisins.",
            ),
            Text(
                "The driver took a photo of somebody else's door.",
                "Le livreur a photographié la porte de quelqu'un d'autre.",
            ),
        ),
        again=(
            Text("It has not arrived. I know how this sounds.", "Il n'est pas arrivé. Je sais de quoi ça a l'air."),
        ),
        known={"line.price": OneOf({"39": 40, "64": 35, "74": 25}), "order.basket": Same("line.price")},
        learnt={
            "order.not_found": True,
            "case.loss": "product",
            "case.severity": "ruined",
            "case.responsibility": "third_party",
            "case.spoiled_price": Same("line.price"),
        },
        ways=(
            Way(weight=75, moves=(Move(gesture="send_again", asks="price"),)),
            Way(weight=15, moves=(Move(gesture="send_again", asks="price"), EXPRESS)),
            Way(weight=10, moves=(Move(gesture="send_signed", asks="price"),)),
        ),
    ),
    "something_missing": Incident(
        source="invented, around E6",
        happens=Happening(per_week=1.2, hours=OFFICE),
        heard_by=("adviser", "packer"),
        words=(
            Text(
                "The screws and the ceiling plate are not in the box.", "Il manque les vis et la platine de fixation."
            ),
            Text("I ordered three and two came.", "J'en ai commandé trois, deux sont arrivées."),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(1, 5)},
        learnt={
            "case.loss": "product",
            "case.severity": OneOf({"small": 60, "spoiled": 40}),
            "case.responsibility": "ours",
            "case.spoiled_price": Same("line.price"),
        },
        ways=(
            Way(weight=60, moves=(Move(gesture="exchange"),)),
            Way(weight=25, moves=(Move(gesture="courier", asks=OneOf({"18": 40, "24": 40, "38": 20})),)),
            Way(weight=15, moves=(Move(gesture="exchange"), EXPRESS)),
        ),
    ),
    "before_an_opening": Incident(
        source="invented, around E6: amounts past an adviser's 100",
        happens=Happening(per_week=0.45, hours=OFFICE),
        heard_by=("adviser", "seller"),
        words=(
            Text(
                "The restaurant opens on Friday and {count} lamps are missing.",
                "Le restaurant ouvre vendredi et il manque {count} lampes.",
            ),
            Text(
                "My client arrives tomorrow, and half of the order is somewhere in Orléans.",
                "Ma cliente arrive demain, et la moitié de la commande est quelque part à Orléans.",
            ),
        ),
        slots={"count": OneOf({2: 50, 3: 30, 6: 20})},
        known={"order.basket": OneOf({"860": 50, "1480": 50})},
        learnt={
            "case.loss": "product",
            "case.severity": "ruined",
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"120": 30, "150": 40, "180": 30}),
        },
        ways=(
            # One hop: the adviser asks, Claire gives it.
            Way(
                weight=45,
                moves=(Move(gesture="courier", asks="price"), Move(gesture="courier", asks="price", by="owner")),
            ),
            Way(
                weight=35,
                moves=(
                    Move(
                        gesture="courier",
                        asks="price",
                        act_first=True,
                        note=Text(
                            "Claire on a train, the opening tomorrow at ten.",
                            "Claire dans le train, ouverture demain à 10 h.",
                        ),
                    ),
                ),
            ),
            Way(weight=20, moves=(Move(gesture="courier", asks=OneOf({"95": 100})),)),
        ),
        minutes=Between(12, 40),
    ),
    "too_much_wrapping": Incident(
        source="invented: people who need to be heard",
        happens=Happening(per_week=1.6, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "One bulb, a box for a microwave, two metres of plastic. Think about it.",
                "Une ampoule, un carton de micro-ondes, deux mètres de plastique. Réfléchissez-y.",
            ),
            Text(
                "Your site logged me out three times. I got there in the end.",
                "Votre site m'a déconnectée trois fois. J'y suis arrivée, finalement.",
            ),
            Text(
                "The instructions are in six languages and clear in none.",
                "La notice est en six langues, et claire dans aucune.",
            ),
        ),
        learnt={"case.loss": "attention", "case.severity": "small", "case.responsibility": "ours"},
        ways=(
            Way(weight=60, ends=Outcome.HEARD),
            Way(weight=35, moves=(Move(gesture="explain"), Move(gesture="question_rule"))),
            Way(weight=5, moves=(NOTHING_BACK,)),
        ),
    ),
}
