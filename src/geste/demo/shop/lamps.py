"""Lamps: what is wrong with them, and what people expected."""

from geste.core.charter.vocabulary import Text
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, DaysAgo, Of, OneOf, Same

OFFICE = {8: 5, 9: 20, 10: 20, 11: 15, 14: 15, 15: 10, 16: 10, 17: 5}
LAMP = OneOf({"29": 20, "39": 25, "64": 25, "74": 15, "89": 10, "129": 5})
ADVISERS = ("adviser",)
NOTHING_BACK = Move(gesture="nothing_back")
EXPRESS = Move(gesture="shipping_on_us", asks=OneOf({"9.90": 100}))
LABEL = Move(gesture="shipping_on_us", asks=OneOf({"5.90": 100}))
THINGS = (
    Text("the bedside lamp", "la lampe de chevet"),
    Text("the pendant", "la suspension"),
    Text("the reading lamp", "la liseuse"),
    Text("the wall light", "l'applique"),
)

LAMPS = {
    "broken_glass": Incident(
        source="E1; the faulty carton of model K makes the wave",
        happens=Happening(per_week=1.4, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text("The glass arrived in pieces. Photo attached.", "Le verre est arrivé en morceaux. Photo jointe."),
            Text(
                "Model K, and the box rattled before I opened it.",
                "Modèle K, et le carton faisait déjà un bruit de verre avant que je l'ouvre.",
            ),
            Text(
                "It is for a birthday on Saturday, and it is broken.",
                "C'est pour un anniversaire samedi, et elle est cassée.",
            ),
        ),
        again=(
            Text(
                "The new one is broken too. Same box, same noise.",
                "La nouvelle est cassée aussi. Même carton, même bruit.",
            ),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(1, 4)},
        learnt={
            "line.defective": True,
            "case.loss": "product",
            "case.severity": OneOf({"spoiled": 50, "ruined": 50}),
            "case.responsibility": "ours",
            "case.spoiled_price": Same("line.price"),
        },
        ways=(
            Way(weight=40, moves=(NOTHING_BACK, EXPRESS)),
            Way(weight=40, moves=(NOTHING_BACK,)),
            Way(weight=12, moves=(NOTHING_BACK, Move(gesture="voucher", asks=OneOf({"10": 60, "15": 40})))),
            # The law is done with a replacement; the customer would rather keep the frame and be refunded.
            Way(weight=8, moves=(Move(gesture="keep_item"),)),
        ),
    ),
    "not_as_in_the_photo": Incident(
        source="invented",
        happens=Happening(per_week=2.0, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "On the screen it was brass. On my table it is yellow.",
                "À l'écran, c'était du laiton. Sur ma table, c'est du jaune.",
            ),
            Text("It is half the size I imagined.", "Elle fait la moitié de ce que j'imaginais."),
            Text(
                "The shade has a scratch, small, but I see nothing else.",
                "L'abat-jour a une rayure, petite, mais je ne vois plus qu'elle.",
            ),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(3, 12)},
        learnt={
            "case.loss": "product",
            "case.severity": OneOf({"small": 60, "spoiled": 40}),
            "case.responsibility": OneOf({"ours": 50, "shared": 50}),
            "case.spoiled_price": Same("line.price"),
        },
        ways=(
            Way(weight=45, moves=(Move(gesture="keep_item"),)),
            Way(weight=35, moves=(Move(gesture="exchange"),)),
            Way(weight=20, moves=(Move(gesture="voucher"),)),
        ),
    ),
    "wrong_colour": Incident(
        source="E5: eight such mistakes were seen; the photo misleads",
        happens=Happening(per_week=0.8, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "I ordered 'warm' and wanted the white light. My mistake.",
                "J'ai commandé « chaud » et je voulais la lumière blanche. C'est mon erreur.",
            ),
            Text("I took the 3000 K for the 4000 K.", "J'ai pris le 3000 K pour le 4000 K."),
            Text(
                "Wrong socket: I measured the old lamp, not the ceiling.",
                "Mauvais culot : j'ai mesuré l'ancienne lampe, pas le plafond.",
            ),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(1, 10)},
        learnt={
            "line.unused": True,
            "case.loss": "effort",
            "case.severity": "small",
            "case.responsibility": "customer",
            "case.spoiled_price": OneOf({"5.90": 100}),
        },
        ways=(
            Way(weight=60, moves=(Move(gesture="exchange"), LABEL)),
            Way(weight=40, moves=(Move(gesture="exchange"),)),
        ),
    ),
    "sends_it_back": Incident(
        source="invented",
        happens=Happening(per_week=2.2, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "It does not go with the sofa. It is still in its box.",
                "Elle ne va pas avec le canapé. Elle est encore dans sa boîte.",
            ),
            Text("I bought two and need one.", "J'en ai acheté deux, il m'en faut une."),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(2, 29)},
        learnt={"line.unused": True, "order.withdrawn": OneOf({True: 45, False: 55}), "case.responsibility": "nobody"},
        ways=(Way(weight=1, moves=(Move(gesture="take_back"),)),),
        minutes=Between(4, 7),
    ),
    "returned_late": Incident(
        source="E2: 19 bends in 60 days",
        happens=Happening(per_week=2.2, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "I was in hospital. Can I still send it back? It is unused.",
                "J'étais à l'hôpital. Puis-je encore la renvoyer ? Elle n'a pas servi.",
            ),
            Text(
                "The painters took a month, and now it does not fit.",
                "Les peintres ont mis un mois, et maintenant elle ne convient plus.",
            ),
            Text("I know: thirty days. I am a little late.", "Je sais : trente jours. Je suis un peu en retard."),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(31, 45)},
        learnt={
            "line.unused": True,
            "case.loss": "product",
            "case.responsibility": "customer",
            "case.severity": "small",
        },
        ways=(
            Way(weight=80, moves=(Move(gesture="take_back"),)),
            Way(weight=10, moves=(Move(gesture="exchange"),)),
            Way(weight=10, moves=(Move(gesture="voucher", asks=OneOf({"10": 50, "15": 50})),)),
        ),
    ),
    "returned_too_late": Incident(
        source="invented: past the bend, which reaches to day 45",
        happens=Happening(per_week=0.6, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "I moved house and found it behind the wardrobe, new.",
                "J'ai déménagé et je l'ai retrouvée derrière l'armoire, neuve.",
            ),
            Text(
                "It has been two months, I know. It was meant as a present.",
                "Ça fait deux mois, je sais. C'était un cadeau.",
            ),
        ),
        known={"line.price": LAMP, "order.basket": Same("line.price"), "order.delivered_at": DaysAgo(47, 80)},
        learnt={
            "line.unused": True,
            "case.loss": "product",
            "case.responsibility": "customer",
            "case.severity": "small",
        },
        ways=(
            Way(weight=55, moves=(Move(gesture="take_back"), Move(gesture="voucher", asks=OneOf({"15": 100})))),
            Way(
                weight=45,
                moves=(
                    Move(
                        gesture="take_back",
                        act_first=True,
                        note=Text("New, and sold again tomorrow.", "Neuve, et revendue demain."),
                    ),
                ),
            ),
        ),
    ),
    "gets_hot": Incident(
        source="invented, around E7",
        happens=Happening(per_week=0.25, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "The dimmer buzzes and the wall around it is warm.", "Le variateur grésille et le mur est tiède autour."
            ),
            Text("There was a smell of burning when I switched it on.", "Ça a senti le brûlé quand j'ai allumé."),
        ),
        known={
            "line.price": OneOf({"32": 50, "48.50": 50}),
            "order.basket": Same("line.price"),
            "order.delivered_at": DaysAgo(20, 300),
        },
        learnt={
            "line.defective": True,
            "case.danger": True,
            "case.loss": "safety",
            "case.severity": "danger",
            "case.responsibility": "ours",
        },
        ways=(Way(weight=1, moves=(Move(gesture="stop_using"),)),),
        minutes=Between(20, 35),
    ),
    "in_mourning": Incident(
        source="invented, around E9",
        happens=Happening(per_week=0.2, hours=OFFICE),
        heard_by=ADVISERS,
        words=(
            Text(
                "My father died on Sunday. The lamp was for his desk.",
                "Mon père est mort dimanche. La lampe était pour son bureau.",
            ),
            Text(
                "Please cancel. There is nobody left to give it to.",
                "Annulez, s'il vous plaît. Il n'y a plus personne à qui l'offrir.",
            ),
        ),
        known={"line.price": LAMP, "order.basket": Of("line.price")},
        learnt={"conversation.bereavement": True, "case.responsibility": "nobody"},
        ways=(Way(weight=1, moves=(Move(gesture="in_mourning"), NOTHING_BACK)),),
    ),
}
