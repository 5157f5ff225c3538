"""Telling: writes a company's story through the same services as everybody. Telling it twice changes nothing."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time
from importlib import resources
from zoneinfo import ZoneInfo

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.charters.services.publish_charter import VersionTaken, publish_charter
from geste.apps.gestures.services.give_gesture import Proposal, give_gesture
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.welcome_user import welcome_user
from geste.core.charter.formatter import format_charter
from geste.core.charter.reading import read_charter
from geste.demo.story import Company, ToldCase


def tell(company: Company) -> User:
    """Write the whole story and return the person whose shoes one steps into first."""
    actors = _welcome(company)
    _publish(company, actors[company.steward])
    for told in company.cases:
        _open(told, actors[told.heard_by])
    return User.objects.get(username=company.first_person)


def _welcome(company: Company) -> dict[str, Actor]:
    with transaction.atomic():
        users = [welcome_user(newcomer, time_zone=company.time_zone) for newcomer in company.people]
    return {user.username: actor_for(user) for user in users}


def _publish(company: Company, steward: Actor) -> None:
    """Publish the charter, and the year before it an earlier version: cases of that time were decided by it."""
    text = (resources.files("geste.demo") / company.charter).read_text(encoding="utf-8")
    charter = read_charter(text).charter
    assert charter is not None, "the demonstration's charter is sound"
    began = charter.effective
    before = replace(charter, version=charter.version - 1, effective=date(began.year - 1, began.month, began.day))
    for version, spelled in ((before, format_charter(before)), (charter, text)):
        published = datetime.combine(version.effective, time.min, ZoneInfo(company.time_zone))
        with suppress(VersionTaken):  # a demonstration begun with an earlier text goes on with that text
            publish_charter(actor=steward, text=spelled, now=published)


def _open(told: ToldCase, actor: Actor) -> None:
    at = datetime.fromisoformat(told.at)
    opening = Opening(
        reference=told.reference,
        kind=told.kind,
        words=told.words,
        customer=told.customer,
        customer_label=told.customer_label,
        language=told.language,
        facts=told.facts,
        staged_at=at,
    )
    case = open_case(actor=actor, opening=opening, now=at)
    if told.ended is not None and not case.outcome:
        _end(told, case, actor, at)


def _end(told: ToldCase, case: Case, actor: Actor, at: datetime) -> None:
    for number, earlier in enumerate(told.given, 1):
        key = f"story-{told.reference}-{number}"
        proposal = Proposal(key=key, gesture=earlier.gesture, amount=earlier.amount, note=earlier.note)
        outcome = give_gesture(actor=actor, case=case, proposal=proposal, now=at)
        assert outcome.gesture is not None, "the story keeps to its charter"
    settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED)
    assert told.ended is not None
    close_case(actor=actor, case=case, outcome=told.ended, now=at)
