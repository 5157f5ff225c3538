"""Telling: writes a company's story through the same services as everybody. Telling it twice changes nothing."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.charters.services.publish_charter import VersionTaken, publish_charter
from geste.apps.gestures.feedback import decisions_on, to_ask_about
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, on_the_clock_of
from geste.apps.people.services.welcome_user import Newcomer, welcome_user
from geste.core.charter.formatter import format_charter
from geste.demo.after import ask_about, lead, tell_after
from geste.demo.company import Company, charter_of, charter_text
from geste.demo.learning import learn
from geste.demo.looking import look_back
from geste.demo.looking_on import look_on
from geste.demo.on_case import end, open_told, propose, state_learnt
from geste.demo.own_pages import live_with_own_pages
from geste.demo.promising import live_with_promise, promise_before
from geste.demo.simulation.life import Life
from geste.demo.story import Reaction, ToldCase

Listened = Callable[[Sequence[ToldCase]], Iterable[ToldCase]]
NOTHING_BEFORE = Life((), ())


def in_silence(cases: Sequence[ToldCase]) -> Iterable[ToldCase]:
    """Listen without a word."""
    return cases


def tell(company: Company, life: Life = NOTHING_BEFORE, listened: Listened = in_silence) -> User:
    """Write the whole story in the order in which it happened; return the person whose shoes one steps into first.

    `listened` is what shows how far the story has got.
    """
    founders = [newcomer for newcomer in company.people if newcomer.username == company.steward]
    everything = sorted((*company.cases, *life.cases), key=lambda told: (told.moment, told.reference))
    began = min(told.moment for told in (*life.looked_on, everything[0]))
    founded = _welcome(company, founders)
    # The first charters were one person's to sign: whoever keeps the charter beside them came later.
    _publish(company, founded[company.steward], began)
    actors = founded | _welcome(company, [newcomer for newcomer in company.people if newcomer not in founders])
    lead(company, founded[company.steward], began)
    promise_before(company.promised, actors, steward=founded[company.steward], at=began)
    look_on(company.promised.leaders[0], life.looked_on, actors)
    for told in listened(everything):
        _tell(told, actors)
    tell_after(company, everything, actors)
    look_back(company.promised.reviewers, actors, steward=founded[company.steward], tonight=everything[-1].moment)
    learn(company.learned, actors, tonight=everything[-1].moment)
    live_with_promise(company.promised, actors, tonight=everything[-1].moment)
    leader, steward = company.promised.leaders[0], founded[company.steward]
    live_with_own_pages(company.first_person, leader, actors, steward=steward, tonight=everything[-1].moment)
    return User.objects.get(username=company.first_person)


def _welcome(company: Company, newcomers: Sequence[Newcomer]) -> dict[str, Actor]:
    with transaction.atomic():
        users = [welcome_user(newcomer, time_zone=company.time_zone) for newcomer in newcomers]
    return {user.username: actor_for(user) for user in users}


def _publish(company: Company, steward: Actor, first: datetime) -> None:
    """Publish the charter, and before it an earlier version: cases of that time were decided by it.

    It is a year older, or as old as the first of the cases.
    """
    charter = charter_of(company)
    a_year_before = charter.effective.replace(year=charter.effective.year - 1)
    began = min(a_year_before, first.astimezone(ZoneInfo(company.time_zone)).date().replace(day=1))
    before = replace(charter, version=charter.version - 1, effective=began)
    for version, spelled in ((before, format_charter(before)), (charter, charter_text(company))):
        published = datetime.combine(version.effective, time.min, ZoneInfo(company.time_zone))
        with suppress(VersionTaken):  # a demonstration begun with an earlier text goes on with that text
            publish_charter(actor=steward, text=spelled, now=published)


def _tell(told: ToldCase, actors: dict[str, Actor]) -> None:
    actor = actors[told.heard_by]
    case = open_told(told, actor)
    if told.ended is None or case.outcome:
        return
    case = state_learnt(told, case, actor)
    ask_about(told, case, actors)
    decided = case.decisions.count()  # by an earlier telling that was interrupted
    for number, proposed in list(enumerate(told.proposed, 1))[decided:]:
        outcome = propose(proposed, f"story-{told.reference}-{number}", actors.get(proposed.by, actor), case)
        assert (outcome.gesture is not None) is proposed.is_given, f"{case.reference} keeps to its charter"
    if told.reaction is not None:  # before the end, which says that everything of this case is told
        _hear(told.reaction, told, case, actor)
    end(told, case, actor)


def _hear(reaction: Reaction, told: ToldCase, case: Case, actor: Actor) -> None:
    """Note what was heard afterwards, on the decision that the case itself would ask about."""
    asked = to_ask_about(case, decisions_on(case))
    assert asked is not None, f"{told.reference} was decided"
    at = told.moment + timedelta(days=reaction.days_later)
    heard = Heard(
        key=f"story-{told.reference}-heard",
        satisfaction=reaction.satisfaction,
        source=reaction.source,
        words=reaction.words,
        happened_on=on_the_clock_of(case.site, at).date(),
    )
    note_feedback(actor=actor, decision_id=asked.pk, heard=heard, now=at)
