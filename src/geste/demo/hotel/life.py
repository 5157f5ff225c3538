"""Life: how often what happens at the hotel, when, and how people answer it.

`source` says where a rate comes from: one of the hotel's worked examples (H1 to H10), or invented. Hours, weights of
ways and prices are invented throughout, around the amounts of the worked examples.
"""

from datetime import date

from geste.demo.hotel.clientele import CLIENTELE
from geste.demo.hotel.people import SHIFTS
from geste.demo.hotel.requests import REQUESTS
from geste.demo.hotel.rooms import ROOMS
from geste.demo.hotel.service import SERVICE
from geste.demo.simulation.days import Rhythm, Wave
from geste.demo.simulation.life import Tables

RHYTHM = Rhythm(
    # Invented: the house is fullest from Thursday to Saturday.
    weekdays=(85, 85, 90, 105, 120, 125, 90),
    # Invented size; the week of Easter 2026.
    busy_from=date(2026, 3, 30),
    busy=160,
    # Worked example H9: 23 cases of air conditioning in May, when it was "off for the season".
    waves=(Wave("room_hot", date(2026, 5, 1), 31, 23 / 31),),
)

TABLES = Tables(
    incidents={**ROOMS, **SERVICE, **REQUESTS},
    clientele=CLIENTELE,
    rhythm=RHYTHM,
    shifts=SHIFTS,
)
