"""Requests: what is asked for when nothing went wrong."""

from geste.apps.cases.models import Kind
from geste.core.charter.vocabulary import Text
from geste.demo.contact_centre.bills import BETTER_PLAN
from geste.demo.contact_centre.lines import ADVISERS, DAYTIME, MONTH
from geste.demo.simulation.cases import Incident
from geste.demo.simulation.choices import Move, Way
from geste.demo.simulation.days import Happening
from geste.demo.simulation.draws import AtHour, Between, OneOf

REQUESTS = {
    "plan_change": Incident(
        source="invented",
        happens=Happening(per_week=2.6, hours=DAYTIME),
        heard_by=ADVISERS,
        kind=Kind.REQUEST,
        words=(
            Text(
                "I would like the smaller plan, from today if possible.",
                "Je voudrais le petit forfait, dès aujourd'hui si possible.",
            ),
            Text(
                "More data, please. I am on trains a lot now.",
                "Plus de données, s'il vous plaît. Je prends souvent le train.",
            ),
        ),
        known={
            "line.monthly_price": MONTH,
            "plan.cut_off_at": AtHour(18),
            "customer.identity_confirmed": True,
            "case.went_wrong": False,
        },
        ways=(Way(weight=1, moves=(Move(gesture="plan_change"),)),),
        minutes=Between(4, 9),
    ),
    "after_the_cut_off": Incident(
        source="T4: 212 bends a month, shared among 320 advisers",
        happens=Happening(per_week=1.6, hours={18: 60, 19: 40}),
        heard_by=ADVISERS,
        kind=Kind.REQUEST,
        words=(
            Text(
                "I only come home at six. Is it too late to change today?",
                "Je ne rentre qu'à 18 h. C'est trop tard pour changer aujourd'hui ?",
            ),
            Text(
                "My new phone came this evening, and the plan is still the old one.",
                "Mon nouveau téléphone est arrivé ce soir, et le forfait est encore l'ancien.",
            ),
        ),
        known={
            "line.monthly_price": MONTH,
            "plan.cut_off_at": AtHour(18),
            "customer.identity_confirmed": True,
            "case.went_wrong": False,
        },
        ways=(Way(weight=1, moves=(Move(gesture="plan_change"),)),),
    ),
    "thinks_of_leaving": Incident(
        source="invented, around T9",
        happens=Happening(per_week=2.4, hours=DAYTIME),
        heard_by=ADVISERS,
        kind=Kind.REQUEST,
        words=(
            Text(
                "The others offer the same for 9.99. What do you say?",
                "Les autres proposent la même chose à 9,99. Vous dites quoi ?",
            ),
            Text("If there is nothing for me, I leave.", "S'il n'y a rien pour moi, je pars."),
            Text("New customers pay half of what I pay.", "Les nouveaux clients paient la moitié de ce que je paie."),
        ),
        known={"line.monthly_price": MONTH, "customer.identity_confirmed": True, "case.went_wrong": False},
        ways=(
            Way(weight=50, moves=(BETTER_PLAN,)),
            Way(weight=30, moves=(BETTER_PLAN, Move(gesture="stay_offer", asks=OneOf({"5": 50, "10": 50})))),
            # A credit to calm a threat: nothing failed, so the charter says no; then the honest answer.
            Way(weight=20, moves=(Move(gesture="credit", asks=OneOf({"20": 60, "30": 40})), BETTER_PLAN)),
        ),
    ),
    "shop_at_closing_time": Incident(
        source="invented",
        happens=Happening(per_week=0.7, hours={18: 100}),
        heard_by=("shop",),
        kind=Kind.REQUEST,
        words=(
            Text(
                "I am ten minutes away with my passport. Would you wait?",
                "Je suis à dix minutes, avec mon passeport. Vous m'attendez ?",
            ),
        ),
        known={"customer.identity_confirmed": True, "case.went_wrong": False},
        ways=(Way(weight=1, moves=(Move(gesture="shop_hour"),)),),
    ),
}
