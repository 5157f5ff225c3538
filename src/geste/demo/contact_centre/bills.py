"""Bills: what is on them, and what people thought would be."""

from geste.core.charter.vocabulary import Text
from geste.demo.contact_centre.lines import ADVISERS, AFTER_WORK, CREDIT, DAYTIME, LOYALTY
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, OneOf

BETTER_PLAN = Move(gesture="better_plan")

BILLS = {
    "late_fee": Incident(
        source="invented, around T2",
        happens=Happening(per_week=4.6, hours=DAYTIME),
        heard_by=(*ADVISERS, "billing"),
        words=(
            Text("I paid one day late, once.", "J'ai payé avec un jour de retard, une seule fois."),
            Text("My bank changed, and now there is a fee.", "J'ai changé de banque, et voilà des frais."),
            Text("7.50 because the transfer took a weekend?", "7,50 parce que le virement a pris un week-end ?"),
        ),
        known={"bill.late_fee": "7.50", "customer.identity_confirmed": True},
        learnt={
            "case.loss": "money",
            "case.severity": "small",
            "case.responsibility": OneOf({"customer": 70, "nobody": 30}),
            "case.spoiled_price": "7.50",
        },
        ways=(
            Way(weight=80, moves=(Move(gesture="waive_late_fee"), Move(gesture="explain"))),
            # The second in twelve months: a person may still find it right.
            Way(weight=12, moves=(Move(gesture="waive_late_fee", act_first=True),)),
            Way(weight=8, moves=(Move(gesture="explain"),)),
        ),
    ),
    "billing_error": Incident(
        source="invented, around T10",
        happens=Happening(per_week=4.4, hours=DAYTIME),
        heard_by=("level_1", "partner", "billing"),
        words=(
            Text(
                "I cancelled that option in January. It is on the bill again.",
                "J'ai résilié cette option en janvier. Elle est encore sur la facture.",
            ),
            Text(
                "Two subscriptions on one bill, and I have one telephone.",
                "Deux abonnements sur une facture, et je n'ai qu'un téléphone.",
            ),
            Text(
                "The discount you promised me on the phone is not there.", "La remise promise au téléphone n'y est pas."
            ),
        ),
        again=(
            Text(
                "The same mistake on the next bill. You had said it was settled.",
                "La même erreur sur la facture suivante. On m'avait dit que c'était réglé.",
            ),
        ),
        known={"customer.identity_confirmed": True},
        learnt={
            "case.loss": "money",
            "case.severity": OneOf({"spoiled": 50, "ruined": 50}),
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"12": 30, "24": 35, "46": 25, "80": 10}),
        },
        ways=(
            Way(weight=55, moves=(CREDIT,)),
            Way(weight=15, moves=(Move(gesture="explain"), CREDIT)),
            Way(weight=15, moves=(LOYALTY, Move(gesture="explain"))),
            Way(
                weight=8,
                moves=(
                    Move(
                        gesture="credit",
                        asks="price",
                        act_first=True,
                        note=Text(
                            "Transferred three times; the mistake is ours from the first month.",
                            "Transférée trois fois ; l'erreur est la nôtre depuis le premier mois.",
                        ),
                    ),
                ),
            ),
            Way(
                weight=15,
                moves=(Move(gesture="credit", asks="price"), Move(gesture="credit", asks="price", by="level_2")),
            ),
        ),
        minutes=Between(8, 20),
    ),
    "roaming_misunderstood": Incident(
        source="T5: 300 such misunderstandings, shared among 320 advisers",
        happens=Happening(per_week=1.8, hours=AFTER_WORK),
        heard_by=ADVISERS,
        words=(
            Text(
                "I thought roaming was included. 46 euros for three days in Switzerland!",
                "Je croyais que l'itinérance était comprise. 46 euros pour trois jours en Suisse !",
            ),
            Text("Your text message said 'like at home'.", "Votre SMS disait « comme chez vous »."),
        ),
        known={"customer.identity_confirmed": True},
        learnt={
            "case.loss": "money",
            "case.severity": "ruined",
            "case.responsibility": OneOf({"shared": 70, "customer": 30}),
            "case.spoiled_price": OneOf({"28": 30, "46": 50, "59": 20}),
        },
        ways=(
            Way(weight=65, moves=(BETTER_PLAN, CREDIT)),
            Way(weight=20, moves=(BETTER_PLAN,)),
            # The whole bill back is past an adviser's 30: no, and half of it as the charter suggests.
            Way(weight=15, moves=(Move(gesture="credit", asks="price"), BETTER_PLAN, CREDIT)),
        ),
    ),
    "mistaken_about_the_contract": Incident(
        source="invented: customers are not always right, and are helped kindly all the same",
        happens=Happening(per_week=1.4, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text("I was sure the price was for two years.", "J'étais sûr que le prix valait pour deux ans."),
            Text(
                "The television was free, I thought. It was free for three months.",
                "La télé était gratuite, je croyais. Elle l'était trois mois.",
            ),
        ),
        known={"customer.identity_confirmed": True},
        learnt={
            "case.loss": "money",
            "case.severity": "spoiled",
            "case.responsibility": "customer",
            "case.spoiled_price": OneOf({"15": 50, "30": 50}),
        },
        ways=(
            Way(weight=60, moves=(Move(gesture="explain"), BETTER_PLAN)),
            Way(weight=40, moves=(Move(gesture="explain"), CREDIT)),
        ),
    ),
}
