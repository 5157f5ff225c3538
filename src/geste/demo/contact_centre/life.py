"""Life: how often what happens on the telephone, when, and how people answer it.

`source` says where a rate comes from: one of the worked examples (T1 to T10), or invented. The worked examples speak of
320 advisers; this team and the partner's two are ten of them, a thirty-second part. Hours, weights of ways and prices
are invented throughout, around the amounts of the worked examples.
"""

from datetime import date

from geste.demo.contact_centre.bills import BILLS
from geste.demo.contact_centre.clientele import CLIENTELE
from geste.demo.contact_centre.lines import LINES
from geste.demo.contact_centre.people import SHIFTS
from geste.demo.contact_centre.requests import REQUESTS
from geste.demo.simulation.choices import Habit
from geste.demo.simulation.days import Rhythm, Wave
from geste.demo.simulation.life import Tables

RHYTHM = Rhythm(
    # Invented: Monday is the heaviest day, and the lines are closed on Sunday.
    weekdays=(140, 110, 105, 100, 105, 60, 0),
    # Invented size; the week after the new prices were announced.
    busy_from=date(2026, 4, 13),
    busy=150,
    # Invented size: a digger cuts the fibre of a whole quarter (T1), and it takes a week until the last line works.
    waves=(Wave("outage", date(2026, 5, 18), 7, 4.0),),
)

TABLES = Tables(
    incidents={**LINES, **BILLS, **REQUESTS},
    clientele=CLIENTELE,
    rhythm=RHYTHM,
    shifts=SHIFTS,
    # T10: Paul hands over 31 % of hard billing cases, because he does not know what he could give.
    habits=(Habit("paul", "billing_error", 31),),
)
