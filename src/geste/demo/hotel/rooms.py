"""Rooms: what goes wrong with rooms and nights."""

from geste.apps.cases.models import Outcome
from geste.core.charter.vocabulary import Text
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, Of, OneOf, Same

MORNING = {6: 10, 7: 25, 8: 30, 9: 25, 10: 10}
AFTERNOON = {15: 60, 16: 40}
EVENING = {18: 15, 19: 20, 20: 25, 21: 25, 22: 15}
NIGHT = {22: 20, 23: 30, 0: 25, 1: 15, 2: 10}

NIGHT_PRICE = OneOf({"240": 15, "260": 25, "320": 25, "390": 25, "420": 10})
FRONT_DESK = ("reception", "night_audit")

PUT_RIGHT = Move(gesture="put_right")
SORRY = Move(gesture="sorry_note")
DRINKS = Move(gesture="food_and_drink", asks=OneOf({"18": 30, "24": 30, "32": 25, "46": 15}))
CREDIT = Move(gesture="night_credit")

ROOMS = {
    "room_hot": Incident(
        source="H9: 23 cases in May come on top, in the wave",
        happens=Happening(per_week=0.4, hours=NIGHT),
        heard_by=("night_audit", "reception"),
        words=(
            Text(
                "It is {degrees} degrees in the room and the unit does nothing.",
                "Il fait {degrees} degrés dans la chambre et la clim ne réagit pas.",
            ),
            Text(
                "Your website says air conditioning. The button says 'off for the season'.",
                "Votre site promet la climatisation. Le boîtier affiche « hors saison ».",
            ),
            Text(
                "We have two small children and nobody can sleep in this heat.",
                "On a deux petits, et personne ne dort avec cette chaleur.",
            ),
            Text(
                "I opened the window, now it is {degrees} degrees and loud.",
                "J'ai ouvert la fenêtre : {degrees} degrés, et le bruit en plus.",
            ),
        ),
        again=(
            Text(
                "It is the heat again. I told you last time.",
                "C'est encore la chaleur. Je vous l'avais dit la dernière fois.",
            ),
            Text(
                "Same stay, same oven. Please, not another apology.",
                "Même étuve que la dernière fois. Pas d'excuses, s'il vous plaît.",
            ),
        ),
        slots={"degrees": Between(24, 28)},
        known={"stay.night_price": NIGHT_PRICE, "hotel.occupancy": Between(55, 99)},
        learnt={
            "stay.affected_nights": OneOf({1: 70, 2: 20, 3: 10}),
            "stay.promise_broken": True,
            "case.loss": "service",
            "case.severity": OneOf({"small": 30, "spoiled": 55, "ruined": 15}),
            "case.responsibility": "ours",
            "case.spoiled_price": Of("stay.night_price", times="stay.affected_nights"),
        },
        ways=(
            Way(weight=25, moves=(Move(gesture="seasonal_ac"),)),
            Way(weight=20, moves=(PUT_RIGHT, Move(gesture="seasonal_ac"), DRINKS)),
            Way(weight=20, moves=(PUT_RIGHT, CREDIT)),
            Way(weight=10, moves=(Move(gesture="upgrade_room"),)),
            Way(
                weight=10,
                moves=(PUT_RIGHT, CREDIT),
                not_now=Text(
                    "No room is free tonight; engineering comes at seven.",
                    "Aucune chambre libre cette nuit ; la maintenance vient à 7 h.",
                ),
            ),
            Way(
                weight=8,
                moves=(
                    Move(
                        gesture="night_credit",
                        asks="right",
                        act_first=True,
                        note=Text(
                            "A family with two small children, awake since midnight.",
                            "Une famille avec deux petits, debout depuis minuit.",
                        ),
                    ),
                ),
            ),
            Way(weight=7, moves=(PUT_RIGHT, Move(gesture="waive_fee", asks=OneOf({"80": 50, "120": 30, "195": 20})))),
        ),
        minutes=Between(6, 40),
    ),
    "noise": Incident(
        source="invented, around H3",
        happens=Happening(per_week=2.6, hours=NIGHT, weekdays=(60, 60, 60, 90, 170, 190, 70)),
        heard_by=("night_audit", "reception"),
        words=(
            Text("The party next door has been going for two hours.", "La fête d'à côté dure depuis deux heures."),
            Text(
                "There is a wedding under my window and I get up at six.",
                "Il y a un mariage sous ma fenêtre et je me lève à 6 h.",
            ),
            Text(
                "The lift wakes me up every time somebody goes to bed.",
                "L'ascenseur me réveille chaque fois que quelqu'un monte se coucher.",
            ),
            Text(
                "Somebody upstairs is moving furniture. At this hour.",
                "Au-dessus, on déplace des meubles. À cette heure-ci.",
            ),
        ),
        again=(
            Text(
                "Noise again, and I had asked for the quiet side.",
                "Encore du bruit, alors que j'avais demandé le côté calme.",
            ),
        ),
        known={"stay.night_price": NIGHT_PRICE, "hotel.occupancy": Between(60, 99)},
        learnt={
            "stay.affected_nights": 1,
            "case.loss": "service",
            "case.severity": OneOf({"small": 45, "spoiled": 45, "ruined": 10}),
            "case.responsibility": OneOf({"ours": 50, "third_party": 50}),
            "case.spoiled_price": Of("stay.night_price"),
        },
        ways=(
            Way(weight=35, moves=(PUT_RIGHT,)),
            Way(weight=25, moves=(PUT_RIGHT, CREDIT)),
            Way(weight=15, moves=(PUT_RIGHT, DRINKS)),
            Way(
                weight=10,
                moves=(SORRY, DRINKS),
                not_now=Text(
                    "The house is full; the music stops at two.", "L'hôtel est complet ; la musique s'arrête à 2 h."
                ),
            ),
            Way(weight=15, ends=Outcome.HEARD),
        ),
    ),
    "room_not_ready": Incident(
        source="invented, around H2",
        happens=Happening(per_week=3.0, hours=AFTERNOON),
        heard_by=("reception",),
        words=(
            Text(
                "You said three o'clock. It is {late} past and we are still in the lobby.",
                "On nous avait dit 15 heures. Cela fait {late} minutes que nous attendons.",
            ),
            Text(
                "We flew {hours} hours. All I want is a shower.", "On a volé {hours} heures. Je veux juste une douche."
            ),
            Text(
                "The room is not ready and nobody can say when.",
                "La chambre n'est pas prête, et personne ne sait me dire quand.",
            ),
            Text(
                "My mother is eighty and has nowhere to lie down.",
                "Ma mère a quatre-vingts ans et n'a nulle part où s'allonger.",
            ),
        ),
        slots={"late": OneOf({20: 30, 30: 30, 40: 25, 55: 15}), "hours": Between(9, 22)},
        known={"stay.night_price": NIGHT_PRICE, "hotel.occupancy": Between(70, 99)},
        learnt={
            "stay.affected_nights": 0,
            "case.loss": "time",
            "case.severity": OneOf({"small": 60, "spoiled": 40}),
            "case.responsibility": "ours",
            "case.spoiled_price": OneOf({"32": 30, "46": 40, "60": 30}),
        },
        ways=(
            Way(weight=45, moves=(Move(gesture="pleasant_wait"), DRINKS)),
            Way(weight=25, moves=(Move(gesture="pleasant_wait"),)),
            Way(weight=15, moves=(Move(gesture="upgrade_room"),)),
            Way(weight=10, moves=(Move(gesture="pleasant_wait"), Move(gesture="late_checkout"))),
            # Somebody who asks for the night back: no night was spoiled, so the charter says no, and what it offers.
            Way(weight=5, moves=(Move(gesture="night_credit", asks="price"), Move(gesture="pleasant_wait"))),
        ),
        minutes=Between(2, 12),
    ),
    "not_clean": Incident(
        source="invented, around H5",
        happens=Happening(per_week=2.0, hours={8: 10, 16: 30, 17: 30, 18: 20, 20: 10}),
        heard_by=("reception", "housekeeping"),
        words=(
            Text(
                "There is hair in the shower, and it is not mine.",
                "Il y a des cheveux dans la douche, et ce ne sont pas les miens.",
            ),
            Text("The bed was made, the bathroom was not.", "Le lit est fait, pas la salle de bains."),
            Text(
                "Somebody else's glasses are still on the table.",
                "Les verres de quelqu'un d'autre sont encore sur la table.",
            ),
        ),
        again=(Text("It was not clean last time either.", "Ce n'était pas propre la dernière fois non plus."),),
        known={"stay.night_price": NIGHT_PRICE},
        learnt={
            "stay.affected_nights": 1,
            "case.loss": "service",
            "case.severity": "small",
            "case.responsibility": "ours",
            "case.spoiled_price": Of("stay.night_price"),
        },
        ways=(
            Way(weight=50, moves=(PUT_RIGHT, SORRY)),
            Way(weight=30, moves=(PUT_RIGHT, DRINKS)),
            Way(weight=20, moves=(PUT_RIGHT, CREDIT)),
        ),
    ),
    "cold_shower": Incident(
        source="invented",
        happens=Happening(per_week=1.4, hours=MORNING),
        heard_by=("reception", "engineering"),
        words=(
            Text("There is no hot water on our floor.", "Pas d'eau chaude à notre étage."),
            Text(
                "I showered in cold water before a day of meetings.",
                "J'ai pris une douche froide avant une journée de réunions.",
            ),
            Text("The tap in my bathroom drips all night.", "Le robinet de ma salle de bains goutte toute la nuit."),
        ),
        again=(
            Text(
                "Cold water, again. Is anybody repairing this?", "Encore de l'eau froide. Est-ce que quelqu'un répare ?"
            ),
        ),
        known={"stay.night_price": NIGHT_PRICE},
        learnt={
            "stay.affected_nights": 1,
            "case.loss": "service",
            "case.severity": OneOf({"small": 60, "spoiled": 40}),
            "case.responsibility": "ours",
            "case.spoiled_price": Of("stay.night_price"),
        },
        ways=(
            Way(weight=45, moves=(PUT_RIGHT,)),
            Way(weight=30, moves=(PUT_RIGHT, DRINKS)),
            Way(weight=15, moves=(Move(gesture="night_credit", by="reception"), PUT_RIGHT)),
            Way(
                weight=10,
                moves=(SORRY,),
                not_now=Text("The boiler man comes at noon.", "Le chauffagiste vient à midi."),
            ),
        ),
    ),
    "whole_stay": Incident(
        source="invented: the amounts that go past 500",
        happens=Happening(per_week=0.9, hours={9: 40, 10: 40, 11: 20}),
        heard_by=("reception",),
        words=(
            Text(
                "{nights} nights of building works, and you call this a sea view.",
                "{nights} nuits de travaux, et vous appelez ça une vue mer.",
            ),
            Text(
                "I want all {nights} nights back. We left the room every day at seven because of the drills.",
                "Je veux être remboursé des {nights} nuits. Les perceuses nous ont chassés tous les jours à 7 h.",
            ),
        ),
        slots={"nights": Same("stay.affected_nights")},
        known={"stay.night_price": OneOf({"260": 50, "320": 50})},
        learnt={
            "stay.affected_nights": OneOf({3: 60, 4: 40}),
            "case.loss": "service",
            "case.severity": OneOf({"spoiled": 40, "ruined": 60}),
            "case.responsibility": "ours",
            "case.spoiled_price": Of("stay.night_price", times="stay.affected_nights"),
        },
        ways=(
            # Beyond the desk: one hop to the duty manager, who gives it.
            Way(
                weight=55,
                moves=(
                    Move(gesture="night_credit", asks="right"),
                    Move(gesture="night_credit", asks="right", by="duty_manager"),
                ),
            ),
            Way(weight=15, moves=(CREDIT,)),
            Way(
                weight=30,
                moves=(
                    Move(
                        gesture="night_credit",
                        asks="right",
                        act_first=True,
                        note=Text(
                            "Works nobody had told them about.", "Des travaux dont personne ne les avait prévenus."
                        ),
                    ),
                ),
            ),
        ),
        minutes=Between(10, 45),
    ),
}
