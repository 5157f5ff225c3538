"""Tonight: the ten cases of the hotel's worked examples that wait at the desk, and three claims from before."""

from geste.apps.cases.models import Kind, Outcome
from geste.demo.story import Proposed, ToldCase

CLAIMED_HAIR = "There is hair in the bathroom again."


def _earlier_claim(reference: str, at: str) -> ToldCase:
    """One of the three claims that came before the fourth: a night of 260, given back."""
    return ToldCase(
        reference=reference,
        heard_by="nora",
        at=at,
        customer="marlow",
        customer_label="Mr Marlow, room 212",
        words=CLAIMED_HAIR,
        facts={
            "stay": {"night_price": "260", "affected_nights": 1},
            "case": {"loss": "service", "severity": "ruined", "responsibility": "ours", "spoiled_price": "260"},
        },
        proposed=(Proposed(gesture="night_credit", amount="260"),),
        ended=Outcome.FIXED_WITH_GESTURE,
    )


CASES = (
    _earlier_claim("H5-1", "2025-09-02T10:00:00+10:00"),
    _earlier_claim("H5-2", "2025-12-11T10:00:00+11:00"),
    _earlier_claim("H5-3", "2026-03-07T10:00:00+11:00"),
    ToldCase(
        reference="H1",
        heard_by="tomas",
        at="2026-05-14T01:07:00+10:00",
        customer="lee",
        customer_label="Mr Lee, room 507",
        words="It is one in the morning and 24 degrees in my room. Your website says air conditioning. "
        "I have slept here thirty-one nights this year and never complained.",
        facts={
            "customer": {"nights_last_year": 31, "value": "17160"},
            "stay": {"night_price": "390", "affected_nights": 1, "promise_broken": True},
            "hotel": {"occupancy": 71},
            "case": {"loss": "service", "severity": "ruined", "responsibility": "ours", "spoiled_price": "390"},
        },
    ),
    ToldCase(
        reference="H2",
        heard_by="nora",
        at="2026-05-16T15:04:00+10:00",
        customer="dubois",
        customer_label="Mme et M. Dubois, honeymoon",
        language="fr",
        words="C'est notre voyage de noces. On nous avait dit 15 heures, et la chambre n'est pas prête.",
        facts={
            "stay": {"night_price": "420", "affected_nights": 0},
            "hotel": {"occupancy": 97},
            "case": {"loss": "time", "severity": "small", "responsibility": "ours", "spoiled_price": "46"},
        },
    ),
    ToldCase(
        reference="H3",
        heard_by="tomas",
        at="2026-05-17T02:05:00+10:00",
        customer="brandt",
        customer_label="Ms Brandt, Norfolk Engineering",
        words="The wedding was under my window until two. I present at nine, and no, I do not want to move now.",
        facts={
            "customer": {"nights_last_year": 12},
            "stay": {"night_price": "390", "affected_nights": 1},
            "hotel": {"occupancy": 88},
            "case": {"loss": "service", "severity": "spoiled", "responsibility": "ours", "spoiled_price": "390"},
        },
    ),
    ToldCase(
        reference="H4",
        heard_by="hugo",
        at="2026-05-18T07:40:00+10:00",
        customer="abbas",
        customer_label="Mr Abbas, room 311",
        words="I left my charger at home, my own silly fault, and I speak at nine.",
        facts={"case": {"loss": "product", "severity": "ruined", "responsibility": "customer", "spoiled_price": "45"}},
    ),
    ToldCase(
        reference="H5",
        heard_by="nora",
        at="2026-05-20T18:30:00+10:00",
        customer="marlow",
        customer_label="Mr Marlow, room 212",
        words=CLAIMED_HAIR,
        facts={
            "customer": {"nights_last_year": 5},
            "stay": {"night_price": "260", "affected_nights": 1},
            "case": {"loss": "service", "severity": "small", "responsibility": "ours", "spoiled_price": "260"},
        },
    ),
    ToldCase(
        reference="H6",
        heard_by="ana",
        at="2026-05-24T09:25:00+10:00",
        customer="costa",
        customer_label="Ms Costa, table 14",
        words="Twenty-five minutes for two eggs. The coffee is cold and my tour leaves in ten.",
        facts={"case": {"loss": "time", "severity": "ruined", "responsibility": "ours", "spoiled_price": "38"}},
    ),
    ToldCase(
        reference="H7",
        heard_by="nora",
        at="2026-05-25T10:50:00+10:00",
        customer="white",
        customer_label="Mr White, checking out",
        words="I never opened that minibar.",
        facts={"case": {"loss": "money", "severity": "small", "responsibility": "nobody", "spoiled_price": "18"}},
    ),
    ToldCase(
        reference="H8",
        heard_by="ana",
        at="2026-05-28T20:40:00+10:00",
        customer="ito",
        customer_label="Ms Ito, table 6",
        words="You said there were no nuts in it. My throat is closing.",
        facts={"case": {"loss": "safety", "severity": "danger", "responsibility": "ours", "danger": True}},
    ),
    ToldCase(
        reference="H10",
        heard_by="mei",
        at="2026-06-02T11:15:00+10:00",
        customer="olsen",
        customer_label="Mr and Mrs Olsen, room 404",
        kind=Kind.REQUEST,
        words="There is a card on the table: forty years married today.",
    ),
    ToldCase(
        reference="H9",
        heard_by="tomas",
        at="2026-06-06T22:40:00+10:00",
        customer="lee",
        customer_label="Mr Lee, room 507",
        words="It has failed again. The same room, the same heat. I do not want to hear sorry a second time.",
        facts={
            "customer": {"nights_last_year": 32},
            "stay": {"night_price": "390", "affected_nights": 3, "promise_broken": True, "night_lost": True},
            "hotel": {"occupancy": 64},
            "case": {
                "loss": "service",
                "severity": "ruined",
                "responsibility": "ours",
                "second_failure": True,
                "spoiled_price": "1170",
            },
        },
    ),
)
