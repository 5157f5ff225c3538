"""Service: what goes wrong at the table, at the desk and on the bill."""

from geste.apps.cases.models import Outcome
from geste.core.charter.vocabulary import Text
from geste.demo.hotel.rooms import AFTERNOON, EVENING, FRONT_DESK, SORRY
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, OneOf

BREAKFAST = {7: 20, 8: 40, 9: 30, 10: 10}
CHECK_OUT = {8: 15, 9: 25, 10: 35, 11: 25}
TABLE = Move(gesture="food_and_drink", asks="price")

SERVICE = {
    "breakfast_wait": Incident(
        source="invented, around H6 and its Sunday staffing",
        happens=Happening(per_week=3.6, hours=BREAKFAST, weekdays=(60, 60, 60, 70, 90, 160, 200)),
        heard_by=("restaurant",),
        words=(
            Text(
                "{minutes} minutes for two eggs. The coffee is cold.",
                "{minutes} minutes pour deux œufs. Le café est froid.",
            ),
            Text(
                "Three people sat down after us and have eaten.", "Trois personnes arrivées après nous ont déjà mangé."
            ),
            Text("The toast came, the rest did not.", "Le pain grillé est arrivé, pas le reste."),
            Text(
                "My tour leaves in ten minutes and I have not seen a menu.",
                "Mon excursion part dans dix minutes et je n'ai pas vu la carte.",
            ),
        ),
        slots={"minutes": OneOf({20: 40, 25: 40, 35: 20})},
        learnt={
            "case.loss": "time",
            "case.severity": OneOf({"small": 35, "spoiled": 40, "ruined": 25}),
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"19": 25, "26": 30, "38": 35, "57": 10}),
        },
        ways=(
            Way(weight=50, moves=(TABLE,)),
            Way(weight=25, moves=(Move(gesture="food_and_drink"),)),
            Way(weight=15, moves=(SORRY,)),
            Way(weight=10, ends=Outcome.HEARD),
        ),
        minutes=Between(2, 10),
    ),
    "dinner_wrong": Incident(
        source="invented",
        happens=Happening(per_week=2.2, hours=EVENING),
        heard_by=("restaurant",),
        words=(
            Text(
                "I ordered the snapper. This is the barramundi.", "J'avais commandé le vivaneau. C'est du barramundi."
            ),
            Text("The steak is grey all the way through.", "Le steak est gris jusqu'au cœur."),
            Text(
                "We waited forty minutes and the table next to us asked why, too.",
                "Quarante minutes d'attente, et la table d'à côté se posait la même question.",
            ),
        ),
        learnt={
            "case.loss": "product",
            "case.severity": OneOf({"spoiled": 60, "ruined": 40}),
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"28": 30, "34": 40, "46": 20, "58": 10}),
        },
        ways=(
            Way(weight=40, moves=(Move(gesture="put_right"),)),
            Way(weight=45, moves=(Move(gesture="put_right"), TABLE)),
            Way(weight=15, moves=(Move(gesture="food_and_drink", asks=OneOf({"14": 50, "18": 50})),)),
        ),
        minutes=Between(2, 15),
    ),
    "minibar_disputed": Incident(
        source="H7: 14 disputes a month",
        happens=Happening(per_week=3.3, hours=CHECK_OUT),
        heard_by=("reception",),
        words=(
            Text("I never opened that minibar.", "Je n'ai jamais ouvert ce minibar."),
            Text("Two beers? I do not drink.", "Deux bières ? Je ne bois pas."),
            Text("The peanuts were gone when we came.", "Les cacahuètes manquaient déjà à notre arrivée."),
        ),
        learnt={
            "case.loss": "money",
            "case.severity": "small",
            "case.responsibility": "nobody",
            "case.spoiled_price": OneOf({"6": 20, "9": 25, "14": 25, "18": 30}),
        },
        ways=(
            Way(weight=90, moves=(TABLE,)),
            Way(weight=10, moves=(Move(gesture="explain"), TABLE)),
        ),
        minutes=Between(1, 4),
    ),
    "fee_contested": Incident(
        source="invented",
        happens=Happening(per_week=1.6, hours=CHECK_OUT),
        heard_by=("reception",),
        words=(
            Text(
                "My flight was cancelled, and you charge me for leaving early?",
                "Mon vol est annulé, et vous me facturez un départ anticipé ?",
            ),
            Text("Nobody told me that parking is extra.", "Personne ne m'avait dit que le parking était en plus."),
        ),
        learnt={
            "case.loss": "money",
            "case.severity": OneOf({"spoiled": 60, "ruined": 40}),
            "case.responsibility": OneOf({"shared": 65, "third_party": 35}),
            "case.spoiled_price": OneOf({"60": 30, "120": 40, "260": 20, "480": 10}),
        },
        ways=(
            Way(weight=40, moves=(Move(gesture="waive_fee", asks="price"), Move(gesture="explain"))),
            Way(weight=40, moves=(Move(gesture="explain"), Move(gesture="waive_fee"))),
            Way(weight=20, moves=(Move(gesture="explain"), Move(gesture="call_back"))),
        ),
    ),
    "mistaken": Incident(
        source="invented: guests are not always right, and are helped kindly all the same",
        happens=Happening(per_week=1.3, hours=CHECK_OUT),
        heard_by=("reception",),
        words=(
            Text(
                "I thought I could cancel until the evening before.",
                "Je croyais pouvoir annuler jusqu'à la veille au soir.",
            ),
            Text(
                "Breakfast is not on our rate? We had it three times.",
                "Le petit déjeuner n'est pas compris ? On l'a pris trois fois.",
            ),
            Text(
                "We only put our own water in the minibar. My son says he had the chocolate. Oh.",
                "On a seulement mis notre eau dans le minibar. Mon fils dit qu'il a pris le chocolat. Ah.",
            ),
        ),
        learnt={
            "case.loss": "money",
            "case.severity": OneOf({"small": 60, "ruined": 40}),
            "case.responsibility": "customer",
            "case.spoiled_price": OneOf({"9": 25, "57": 40, "120": 35}),
        },
        ways=(
            Way(weight=45, moves=(Move(gesture="explain"), Move(gesture="waive_fee"))),
            Way(weight=25, moves=(Move(gesture="explain"), Move(gesture="food_and_drink"))),
            Way(weight=30, moves=(Move(gesture="explain"),)),
        ),
        minutes=Between(3, 12),
    ),
    "table_spoiled": Incident(
        source="invented: amounts past what a waiter may give",
        happens=Happening(per_week=0.7, hours=EVENING, weekdays=(60, 60, 60, 80, 150, 190, 100)),
        heard_by=("restaurant",),
        words=(
            Text(
                "It was our daughter's engagement, and the main course never came.",
                "C'étaient les fiançailles de notre fille, et le plat n'est jamais arrivé.",
            ),
            Text(
                "Six of us, two hours, and the children fell asleep before dessert.",
                "Six personnes, deux heures, et les enfants endormis avant le dessert.",
            ),
        ),
        learnt={
            "case.loss": "product",
            "case.severity": "ruined",
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"140": 50, "168": 30, "220": 20}),
        },
        ways=(
            Way(
                weight=40,
                moves=(
                    Move(
                        gesture="food_and_drink",
                        asks="right",
                        act_first=True,
                        note=Text("An engagement dinner that never came.", "Un dîner de fiançailles jamais servi."),
                    ),
                ),
            ),
            Way(weight=35, moves=(Move(gesture="food_and_drink", asks="price"), Move(gesture="personal_touch"), SORRY)),
            Way(weight=25, moves=(Move(gesture="food_and_drink"), SORRY)),
        ),
    ),
    "wifi_and_works": Incident(
        source="invented: people who need to be heard",
        happens=Happening(per_week=2.0, hours={**AFTERNOON, **EVENING}),
        heard_by=(*FRONT_DESK, "concierge"),
        words=(
            Text(
                "I do not want anything. I just want somebody to know that the Wi-Fi is useless.",
                "Je ne demande rien. Je veux juste que quelqu'un sache que le Wi-Fi est inutilisable.",
            ),
            Text(
                "Scaffolding in every photo of our holiday. There, I have said it.",
                "Un échafaudage sur toutes nos photos de vacances. Voilà, c'est dit.",
            ),
            Text(
                "The queue at the desk, the queue at the lift, the queue at breakfast.",
                "La queue à la réception, la queue à l'ascenseur, la queue au petit déjeuner.",
            ),
        ),
        learnt={
            "case.loss": "attention",
            "case.severity": "small",
            "case.responsibility": OneOf({"ours": 60, "nobody": 40}),
        },
        ways=(
            Way(weight=65, ends=Outcome.HEARD),
            Way(weight=20, moves=(Move(gesture="explain"), Move(gesture="question_rule"))),
            Way(weight=10, moves=(Move(gesture="food_and_drink", asks=OneOf({"14": 50, "18": 50})),)),
            Way(weight=5, ends=Outcome.LEFT),
        ),
        minutes=Between(3, 15),
    ),
    "allergy": Incident(
        source="invented, around H8",
        happens=Happening(per_week=0.12, hours=EVENING),
        heard_by=("restaurant",),
        words=(
            Text("My lips are swelling. I said no sesame.", "Mes lèvres gonflent. J'avais dit : pas de sésame."),
            Text(
                "She is allergic to shellfish and her arms are red.",
                "Elle est allergique aux crustacés, et ses bras sont tout rouges.",
            ),
        ),
        learnt={"case.loss": "safety", "case.severity": "danger", "case.responsibility": "ours", "case.danger": True},
        ways=(Way(weight=1, moves=(Move(gesture="call_help"),)),),
        minutes=Between(20, 60),
    ),
}
