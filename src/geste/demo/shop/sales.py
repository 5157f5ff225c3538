"""Sales: what closes a sale, what goes with one, and what is put into a parcel for no reason at all."""

from geste.apps.cases.models import Kind
from geste.core.charter.vocabulary import Text
from geste.demo.shop.lamps import OFFICE
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Of, OneOf

SELLERS = ("seller",)
LARGE_BASKET = OneOf({"168": 30, "212": 30, "264": 20, "390": 15, "640": 5})
ITEM_COST = "2.90"
"""A set of bulbs, as the shop buys it; worth twice that and more."""
PACKING = {9: 20, 10: 25, 11: 25, 13: 15, 14: 15}

SALES = {
    "hesitates": Incident(
        source="invented, around E10",
        happens=Happening(per_week=3.6, hours=OFFICE, weekdays=(100, 100, 100, 100, 120, 90, 0)),
        heard_by=SELLERS,
        kind=Kind.REQUEST,
        words=(
            Text(
                "I like it. It is the shipping that makes me think twice.",
                "Elle me plaît. C'est le port qui me fait hésiter.",
            ),
            Text("Would you do something on four of them?", "Vous feriez quelque chose pour quatre ?"),
            Text("I saw nearly the same for ten euros less.", "J'ai vu presque la même dix euros moins cher."),
        ),
        known={
            "order.basket": LARGE_BASKET,
            "order.cost": Of("order.basket", percent=58),
            "order.shipping_price": OneOf({"7.50": 100}),
        },
        ways=(
            Way(weight=45, moves=(Move(gesture="closing_shipping"),)),
            Way(weight=30, moves=(Move(gesture="closing_discount"),)),
            # Asked for more than 8 %: no, and the shipping instead.
            Way(
                weight=12,
                moves=(Move(gesture="closing_discount", asks=OneOf({"60": 100})), Move(gesture="closing_shipping")),
            ),
            Way(weight=13, moves=(Move(gesture="explain"),)),
        ),
    ),
    "thin_margin": Incident(
        source="invented: the discount that bends the margin floor",
        happens=Happening(per_week=0.4, hours=OFFICE),
        heard_by=SELLERS,
        kind=Kind.REQUEST,
        words=(
            Text(
                "It is the last one, with the box damaged. Would you take less?",
                "C'est la dernière, carton abîmé. Vous baissez le prix ?",
            ),
        ),
        known={
            "order.basket": LARGE_BASKET,
            "order.cost": Of("order.basket", percent=72),
            "order.shipping_price": OneOf({"7.50": 100}),
        },
        ways=(Way(weight=1, moves=(Move(gesture="closing_discount"),)),),
    ),
    "large_basket": Incident(
        source="invented",
        happens=Happening(per_week=2.6, hours=PACKING),
        heard_by=("packer", "seller"),
        kind=Kind.REQUEST,
        words=(
            Text(
                "Eight lamps for one house: a set of bulbs would go well with them.",
                "Huit lampes pour une maison : un lot d'ampoules irait bien avec.",
            ),
            Text("Their third large order this spring.", "Leur troisième grosse commande du printemps."),
        ),
        known={"order.basket": LARGE_BASKET, "order.item_cost": ITEM_COST},
        ways=(
            Way(weight=60, moves=(Move(gesture="add_on"),)),
            Way(weight=40, moves=(Move(gesture="add_on", asks=OneOf({"6": 50, "8": 50})),)),
        ),
    ),
    "noticed_in_the_order": Incident(
        source="invented: the packer's card",
        happens=Happening(per_week=3.4, hours=PACKING),
        heard_by=("packer",),
        kind=Kind.REQUEST,
        words=(
            Text("The order says: for our first flat.", "Dans la commande : « pour notre premier appartement »."),
            Text("The gift note says: happy retirement.", "Le mot cadeau dit : « bonne retraite »."),
            Text(
                "Her last parcel came late, this one should make her smile.",
                "Son dernier colis était en retard, celui-ci doit la faire sourire.",
            ),
            Text("He wrote us a thank-you letter in March.", "Il nous avait écrit un mot de remerciement en mars."),
        ),
        ways=(
            Way(weight=60, moves=(Move(gesture="card_and_bulb", asks=OneOf({"2": 40, "4.50": 60})),)),
            Way(weight=40, moves=(Move(gesture="card_and_bulb"),)),
        ),
    ),
    "reminder_fee": Incident(
        source="invented",
        happens=Happening(per_week=0.7, hours=OFFICE),
        heard_by=("accounts",),
        words=(
            Text("I paid on the 3rd, the reminder is from the 4th.", "J'ai payé le 3, la relance est du 4."),
            Text(
                "A reminder fee? The invoice went to my old address.",
                "Des frais de relance ? La facture est partie à mon ancienne adresse.",
            ),
        ),
        learnt={
            "case.loss": "money",
            "case.severity": "ruined",
            "case.responsibility": OneOf({"nobody": 60, "customer": 40}),
            "case.spoiled_price": OneOf({"8": 60, "12": 40}),
        },
        ways=(Way(weight=1, moves=(Move(gesture="reminder_fee", asks="price"),)),),
    ),
}
