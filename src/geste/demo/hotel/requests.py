"""Requests: what is asked for guests when nothing went wrong, and what is simply noticed."""

from geste.apps.cases.models import Kind
from geste.core.charter.vocabulary import Text
from geste.demo.hotel.rooms import FRONT_DESK, MORNING, NIGHT_PRICE
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import Between, OneOf

REQUESTS = {
    "late_checkout": Incident(
        source="invented",
        happens=Happening(per_week=3.4, hours=MORNING, weekdays=(80, 80, 80, 80, 100, 130, 180)),
        heard_by=FRONT_DESK,
        kind=Kind.REQUEST,
        words=(
            Text(
                "Our flight is at nine tonight. Could we keep the room until {hour}?",
                "Notre vol part à 21 h. Pourrions-nous garder la chambre jusqu'à {hour} h ?",
            ),
            Text("The little one is asleep at last. One more hour?", "Le petit dort enfin. Une heure de plus ?"),
            Text(
                "I have a call at eleven and no other quiet place.",
                "J'ai un appel à 11 h, et aucun autre endroit calme.",
            ),
        ),
        slots={"hour": Between(13, 16)},
        known={"stay.night_price": NIGHT_PRICE, "hotel.occupancy": Between(50, 99)},
        ways=(
            Way(weight=85, moves=(Move(gesture="late_checkout"),)),
            Way(weight=15, moves=(Move(gesture="pleasant_wait"),)),
        ),
        minutes=Between(1, 5),
    ),
    "early_check_in": Incident(
        source="invented",
        happens=Happening(per_week=2.2, hours={7: 20, 8: 30, 9: 20, 10: 15, 11: 15}),
        heard_by=FRONT_DESK,
        kind=Kind.REQUEST,
        words=(
            Text(
                "We landed at six. Is there any chance of a room?",
                "Nous avons atterri à 6 h. Une chambre serait-elle possible ?",
            ),
            Text("I have been on my feet for twenty-six hours.", "Je suis debout depuis vingt-six heures."),
        ),
        known={"stay.night_price": NIGHT_PRICE, "hotel.occupancy": Between(50, 99)},
        ways=(
            Way(weight=70, moves=(Move(gesture="check_in_hour"),)),
            Way(weight=30, moves=(Move(gesture="pleasant_wait"),)),
        ),
        minutes=Between(1, 6),
    ),
    "late_breakfast": Incident(
        source="invented",
        happens=Happening(per_week=1.2, hours={10: 60, 11: 40}, weekdays=(60, 60, 60, 60, 80, 180, 200)),
        heard_by=("restaurant",),
        kind=Kind.REQUEST,
        words=(
            Text(
                "Is it too late for breakfast? The children slept for once.",
                "Est-ce trop tard pour le petit déjeuner ? Les enfants ont dormi, pour une fois.",
            ),
            Text("I only saw the time now.", "Je viens seulement de voir l'heure."),
        ),
        ways=(Way(weight=1, moves=(Move(gesture="breakfast_hour"),)),),
        minutes=Between(1, 4),
    ),
    "something_forgotten": Incident(
        source="invented, around H4",
        happens=Happening(per_week=2.0, hours={7: 30, 8: 30, 18: 20, 19: 20}),
        heard_by=("concierge", *FRONT_DESK),
        words=(
            Text(
                "I left {thing} at home, my own fault, and I speak at nine.",
                "J'ai oublié {thing} chez moi, c'est ma faute, et j'interviens à 9 h.",
            ),
            Text("This is silly: I have forgotten {thing}.", "C'est idiot : j'ai oublié {thing}."),
        ),
        things=(
            Text("my charger", "mon chargeur"),
            Text("the adapter", "l'adaptateur"),
            Text("my tie", "ma cravate"),
            Text("the bottle warmer", "le chauffe-biberon"),
        ),
        learnt={
            "case.loss": "product",
            "case.severity": "ruined",
            "case.responsibility": "customer",
            "case.spoiled_price": OneOf({"15": 40, "28": 35, "45": 25}),
        },
        ways=(
            Way(weight=55, moves=(Move(gesture="put_right"),)),
            Way(weight=45, moves=(Move(gesture="personal_touch", asks="price"),)),
        ),
        minutes=Between(2, 30),
    ),
    "noticed": Incident(
        source="invented, around H10",
        happens=Happening(per_week=2.8, hours={9: 20, 10: 30, 11: 30, 14: 20}),
        heard_by=("housekeeping", "concierge", "restaurant"),
        kind=Kind.REQUEST,
        words=(
            Text(
                "A birthday card on the desk: she turns {age} today.",
                "Une carte d'anniversaire sur le bureau : elle a {age} ans aujourd'hui.",
            ),
            Text(
                "They are here for the first time since their wedding.",
                "Ils reviennent pour la première fois depuis leur mariage.",
            ),
            Text(
                "The boy in this room has built a whole harbour out of towels.",
                "Le petit de cette chambre a construit tout un port avec les serviettes.",
            ),
            Text(
                "She mentioned that she passed her examination this morning.",
                "Elle a glissé qu'elle avait réussi son examen ce matin.",
            ),
        ),
        slots={"age": Between(6, 90)},
        ways=(
            Way(
                weight=75,
                moves=(Move(gesture="delight", asks=OneOf({"8": 20, "12": 25, "18": 25, "25": 20, "32": 10})),),
            ),
            Way(weight=25, moves=(Move(gesture="delight", asks=OneOf({"5": 100})),)),
        ),
        minutes=Between(10, 90),
    ),
    "one_of_ours": Incident(
        source="invented: the red line of gifts to oneself",
        happens=Happening(per_week=0.25, hours={15: 50, 16: 50}),
        heard_by=("reception",),
        kind=Kind.REQUEST,
        words=(
            Text(
                "My sister is checking in. Could I give her the better room?",
                "Ma sœur arrive. Est-ce que je peux lui donner la belle chambre ?",
            ),
        ),
        known={"customer.is_family": True, "hotel.occupancy": Between(50, 94)},
        ways=(Way(weight=1, moves=(Move(gesture="upgrade_room"), Move(gesture="pleasant_wait"))),),
        minutes=Between(1, 3),
    ),
}
