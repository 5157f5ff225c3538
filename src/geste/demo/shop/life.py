"""Life: how often what happens at the shop, when, and how people answer it.

`source` says where a rate comes from: one of the shop's worked examples (E1 to E10, and its Friday digest of 41
decisions a week), or invented. Hours, weights of ways and prices are invented throughout, around the amounts of the
worked examples.
"""

from datetime import date

from geste.demo.shop.clientele import CLIENTELE
from geste.demo.shop.lamps import LAMPS
from geste.demo.shop.parcels import PARCELS
from geste.demo.shop.people import SHIFTS
from geste.demo.shop.sales import SALES
from geste.demo.simulation.days import Rhythm, Wave
from geste.demo.simulation.life import Tables

RHYTHM = Rhythm(
    # Invented: Monday brings the weekend's mails; nobody answers on Sunday.
    weekdays=(150, 110, 100, 95, 100, 45, 0),
    # Invented size; the week before Mother's Day, 31 May 2026.
    busy_from=date(2026, 5, 25),
    busy=155,
    # Invented size: the new carton of model K breaks lamps, and by E1 nobody has looked into it yet.
    waves=(Wave("broken_glass", date(2026, 5, 11), 26, 0.9),),
)

TABLES = Tables(
    incidents={**LAMPS, **PARCELS, **SALES},
    clientele=CLIENTELE,
    rhythm=RHYTHM,
    shifts=SHIFTS,
)
