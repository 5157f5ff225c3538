"""Asking little: how often each page of the desk asks the database, however much has happened before."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from tests.make import make_case, make_gesture, make_user

pytestmark = pytest.mark.django_db

MANY = 6
LIVE = {"HX-Request": "true"}
# Who asks (2), the case, the charter three times, the incident, the customer's cases, what was given, the envelope,
# and what others received, once somebody has an idea of their own; whether they are in shadow, for the question and for
# what the button says.
VERDICT = 13
# Who asks (2), the case, the charter; a transaction (2) with both again and the update; the charter, the incident, the
# customer's cases, what was given, the envelope, calls for help, whether somebody is in shadow.
FACTS = 16
# What the promises on it have come to, which of them failed (2), whether money stands still, how decisions left the
# customer (2), what was asked about it, what this person is asked and was handed, what colleagues ask, rules bent here,
# who has the case, whether it is a second incident, which rules were named and what forgetting would take, but not what
# others received nor what cases like this one tell. Which cases these are linked with (2), whether somebody is in
# shadow, how much news asks something of them. The pledge, who signed it and when (4).
PAGE = 37


def questions(visitor: Client, address: str, **fields: str) -> int:
    """Return how many questions one request puts to the database."""
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.post(address, fields, headers=LIVE) if fields else visitor.get(address)
    assert answer.status_code == 200
    return len(asked)


def counted(visitor: Client, case: Case) -> dict[str, int]:
    page = f"/cases/{case.reference}"
    visitor.get(page)
    return {
        "verdict": questions(visitor, f"{page}/verdict?gesture=credit&amount=12"),
        "facts": questions(visitor, f"{page}/facts", **{"fact:stay.nights": "0"}),
        "page": questions(visitor, page),
    }


def live_a_little(agent: Actor, case: Case, name: str) -> None:
    """Let there be one more earlier case, one like this, one gesture on each, and one more colleague."""
    service = {"case": {"loss": "service"}}
    make_gesture(agent, make_case(agent, customer=case.customer, facts=service), "note")
    make_gesture(agent, make_case(agent, facts=service), "note")
    make_gesture(agent, case, "note")
    make_user(name)


def test_a_verdict_asks_little_and_a_long_history_asks_no_more(visitor: Client, agent: Actor) -> None:
    case = make_case(agent, customer="lee", facts={"case": {"loss": "service"}})
    live_a_little(agent, case, "priya")
    assert counted(visitor, case) == {"verdict": VERDICT, "facts": FACTS, "page": PAGE}

    for number in range(MANY):
        live_a_little(agent, case, f"colleague-{number}")

    assert counted(visitor, case) == {"verdict": VERDICT, "facts": FACTS, "page": PAGE}
