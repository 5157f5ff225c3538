"""Lines: what does not work."""

from geste.apps.cases.models import Outcome
from geste.core.charter.vocabulary import Text
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, DaysAgo, OneOf, Same

DAYTIME = {8: 10, 9: 15, 10: 15, 11: 15, 13: 8, 14: 10, 16: 8, 17: 10, 18: 9}
AFTER_WORK = {12: 10, 16: 10, 17: 25, 18: 35, 19: 20}
ADVISERS = ("level_1", "partner")
MONTH = OneOf({"18": 20, "25": 25, "32": 35, "45": 20})

KEEP_CONNECTED = Move(gesture="keep_connected")
TECHNICIAN = Move(gesture="technician_slot")
CREDIT = Move(gesture="credit")
# For five years and more; where it does not reach, the plain credit does.
LOYALTY = Move(gesture="loyalty_credit", or_else=CREDIT)

LINES = {
    "outage": Incident(
        source="invented, around T1; the cut cable makes the wave",
        happens=Happening(per_week=2.4, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text(
                "No internet for {days} days, and I work from home.",
                "Plus d'Internet depuis {days} jours, et je travaille chez moi.",
            ),
            Text("The box blinks red. The whole street is down.", "La box clignote en rouge. Toute la rue est coupée."),
            Text("My daughter has her examinations online tomorrow.", "Ma fille passe ses examens en ligne demain."),
            Text("Day {days}. Your robot says: within 48 hours.", "Jour {days}. Votre robot dit : sous 48 heures."),
        ),
        again=(
            Text(
                "It is down again. I explained everything last time.",
                "C'est encore coupé. J'ai déjà tout expliqué la dernière fois.",
            ),
            Text(
                "Third call. Please do not ask me to restart the box.",
                "Troisième appel. Ne me demandez pas de redémarrer la box.",
            ),
        ),
        slots={"days": Same("line.days_down")},
        known={"line.monthly_price": MONTH, "line.days_down": Between(2, 5), "customer.identity_confirmed": True},
        learnt={
            "case.loss": "service",
            "case.severity": OneOf({"small": 30, "spoiled": 50, "ruined": 20}),
            "case.responsibility": OneOf({"ours": 70, "third_party": 30}),
            "case.spoiled_price": Same("line.monthly_price"),
        },
        ways=(
            Way(weight=35, moves=(KEEP_CONNECTED, TECHNICIAN)),
            Way(weight=35, moves=(KEEP_CONNECTED, CREDIT)),
            Way(
                weight=20,
                moves=(KEEP_CONNECTED, CREDIT),
                not_now=Text("The cable is repaired by Thursday.", "Le câble sera réparé d'ici jeudi."),
            ),
            Way(weight=10, moves=(TECHNICIAN,)),
        ),
    ),
    "same_fault_again": Incident(
        source="invented, around T3",
        happens=Happening(per_week=1.6, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text(
                "Your technician came, looked, and left. It is exactly as before.",
                "Votre technicien est venu, a regardé, est reparti. C'est exactement comme avant.",
            ),
            Text("I have explained this {calls} times now.", "C'est la {calls}e fois que je l'explique."),
        ),
        slots={"calls": Between(3, 5)},
        known={"line.monthly_price": OneOf({"32": 50, "74": 50}), "customer.identity_confirmed": True},
        learnt={
            "case.second_failure": True,
            "case.loss": "service",
            "case.severity": OneOf({"spoiled": 50, "ruined": 50}),
            "case.responsibility": "ours",
            "case.spoiled_price": Same("line.monthly_price"),
        },
        ways=(
            Way(weight=30, moves=(TECHNICIAN,)),
            Way(weight=35, moves=(TECHNICIAN, LOYALTY)),
            Way(weight=15, moves=(TECHNICIAN, Move(gesture="credit", by="level_2"))),
            Way(
                weight=20,
                moves=(
                    TECHNICIAN,
                    Move(
                        gesture="credit",
                        asks="right",
                        act_first=True,
                        note=Text(
                            "Third visit for nothing, two days off work.",
                            "Troisième visite pour rien, deux jours de congé posés.",
                        ),
                    ),
                ),
            ),
        ),
        minutes=Between(8, 35),
    ),
    "slow_line": Incident(
        source="invented",
        happens=Happening(per_week=3.4, hours=AFTER_WORK),
        heard_by=ADVISERS,
        words=(
            Text(
                "In the evening the film stops every five minutes.",
                "Le soir, le film s'arrête toutes les cinq minutes.",
            ),
            Text("I pay for fibre and get {speed} megabits.", "Je paie la fibre et j'ai {speed} mégabits."),
            Text(
                "The Wi-Fi does not reach the children's room.", "Le Wi-Fi n'arrive pas jusqu'à la chambre des enfants."
            ),
        ),
        slots={"speed": Between(4, 22)},
        known={"line.monthly_price": MONTH, "customer.identity_confirmed": True},
        learnt={
            "case.loss": "service",
            "case.severity": "small",
            "case.responsibility": OneOf({"ours": 50, "shared": 30, "nobody": 20}),
            "case.spoiled_price": Same("line.monthly_price"),
        },
        ways=(
            Way(weight=50, moves=(TECHNICIAN,)),
            Way(weight=20, moves=(Move(gesture="better_plan"), TECHNICIAN)),
            Way(weight=25, moves=(TECHNICIAN, CREDIT)),
            Way(weight=5, ends=Outcome.LEFT),
        ),
    ),
    "number_transfer_late": Incident(
        source="invented, around T6",
        happens=Happening(per_week=1.2, hours=DAYTIME),
        heard_by=("level_1", "level_2"),
        words=(
            Text(
                "My number should have moved {days} days ago. Nobody can reach me.",
                "Mon numéro devait être transféré il y a {days} jours. Personne ne peut me joindre.",
            ),
            Text("Two providers, and each says it is the other.", "Deux opérateurs, et chacun dit que c'est l'autre."),
        ),
        slots={"days": Same("porting.days_late")},
        known={
            "line.monthly_price": MONTH,
            "porting.days_late": Between(1, 4),
            "porting.lines": OneOf({1: 85, 4: 10, 6: 5}),
            "customer.identity_confirmed": True,
        },
        learnt={
            "case.loss": "service",
            "case.severity": OneOf({"spoiled": 60, "ruined": 40}),
            "case.responsibility": OneOf({"ours": 60, "third_party": 40}),
            "case.spoiled_price": Same("line.monthly_price"),
        },
        ways=(
            Way(weight=50, moves=(KEEP_CONNECTED, CREDIT)),
            Way(weight=30, moves=(KEEP_CONNECTED,)),
            Way(
                weight=20,
                moves=(Move(gesture="call_back"),),
                not_now=Text("The other provider answers on Monday.", "L'autre opérateur répond lundi."),
            ),
        ),
        minutes=Between(8, 40),
    ),
    "identity_fails": Incident(
        source="invented, around T7",
        happens=Happening(per_week=0.9, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text(
                "I lost my phone and I need the number on a new card, now.",
                "J'ai perdu mon téléphone, il me faut mon numéro sur une nouvelle carte, maintenant.",
            ),
            Text(
                "I do not remember the code. Does my date of birth not do?",
                "Je ne me souviens pas du code. Ma date de naissance ne suffit pas ?",
            ),
        ),
        known={"line.monthly_price": MONTH, "customer.identity_confirmed": False},
        learnt={"case.loss": "service", "case.severity": "spoiled", "case.responsibility": "customer"},
        ways=(
            Way(weight=60, moves=(Move(gesture="sim_swap"), Move(gesture="call_registered_line"))),
            Way(weight=25, moves=(Move(gesture="sim_swap"), Move(gesture="connect_call"), Move(gesture="shop_hour"))),
            Way(weight=15, moves=(Move(gesture="call_registered_line"),)),
        ),
    ),
    "new_card": Incident(
        source="invented",
        happens=Happening(per_week=1.2, hours=DAYTIME),
        heard_by=("shop", "level_1"),
        words=(
            Text("The card fell into the sea with the phone.", "La carte est tombée à la mer avec le téléphone."),
            Text("My phone was stolen this morning.", "On m'a volé mon téléphone ce matin."),
        ),
        known={"line.monthly_price": MONTH, "customer.identity_confirmed": True},
        learnt={"case.loss": "service", "case.severity": "spoiled", "case.responsibility": "nobody"},
        ways=(Way(weight=1, moves=(Move(gesture="sim_swap"),)),),
    ),
    "kept_waiting": Incident(
        source="invented: people who need to be heard",
        happens=Happening(per_week=2.6, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text(
                "Twenty-two minutes of that music. I only want you to know it.",
                "Vingt-deux minutes de cette musique. Je veux juste que vous le sachiez.",
            ),
            Text(
                "I was passed on four times to change an address.",
                "On m'a transféré quatre fois pour un changement d'adresse.",
            ),
            Text(
                "Your letter about the prices was rude, that is all.",
                "Votre lettre sur les prix était désagréable, c'est tout.",
            ),
        ),
        learnt={"case.loss": "attention", "case.severity": "small", "case.responsibility": "ours"},
        ways=(
            Way(weight=65, ends=Outcome.HEARD),
            Way(weight=25, moves=(Move(gesture="explain"), Move(gesture="question_rule"))),
            Way(weight=10, moves=(Move(gesture="call_back"),)),
        ),
        minutes=Between(2, 12),
    ),
    "emergency": Incident(
        source="invented: the red line of emergency calls",
        happens=Happening(per_week=0.1, hours=DAYTIME),
        heard_by=ADVISERS,
        words=(
            Text(
                "My line is dead and my husband has fallen. I am calling from the neighbour's.",
                "Ma ligne est morte et mon mari est tombé. J'appelle de chez la voisine.",
            ),
        ),
        known={"line.monthly_price": MONTH, "customer.identity_confirmed": True},
        learnt={"case.danger": True, "case.loss": "safety", "case.severity": "danger", "case.responsibility": "ours"},
        ways=(Way(weight=1, moves=(Move(gesture="connect_call"),)),),
    ),
    "in_mourning": Incident(
        source="invented, around T8",
        happens=Happening(per_week=0.4, hours=DAYTIME),
        heard_by=("level_1", "shop"),
        words=(
            Text(
                "My husband died in March. I would like to close his line, and keep his voice.",
                "Mon mari est mort en mars. Je voudrais fermer sa ligne, et garder sa voix.",
            ),
            Text(
                "It is about my mother's telephone. She no longer needs it.",
                "C'est pour le téléphone de ma mère. Elle n'en a plus besoin.",
            ),
        ),
        known={"customer.identity_confirmed": True, "customer.since": DaysAgo(3000, 6000)},
        learnt={"conversation.bereavement": True, "case.responsibility": "nobody"},
        ways=(Way(weight=1, moves=(Move(gesture="in_mourning"),)),),
        minutes=Between(10, 30),
    ),
}
