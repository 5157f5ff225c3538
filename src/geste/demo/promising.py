"""Promising: who leads, manages and keeps the pledge in a company of the demonstration, and what became of it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.audit.pledge import PROPOSED
from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, Team
from geste.apps.people.selectors import teams
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.aboard import aboard_of
from geste.apps.pledges.acts import latest_acts
from geste.apps.pledges.models import ActKind, Fate, Protection
from geste.apps.pledges.quarters import quarters_over
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import own_breaches, standing_pledge, wording_waiting
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.apps.pledges.services.answer_pulse import answer_pulse
from geste.apps.pledges.services.go_aboard import go_aboard
from geste.apps.pledges.services.issue_report import countersign_report, issue_report
from geste.apps.pledges.services.log_act import Done, confirm_act, log_act
from geste.apps.pledges.services.name_department import name_department
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.apps.pledges.services.sign_pact import sign_pact
from geste.apps.pledges.services.sign_wording import sign_wording

ASKED_WEEKS = 6
REMARK_WEEK = 4
"""So many weeks ago somebody was told off: the third fear rose, and the keeper repaired it."""
ENOUGH = 5
CALM, UNEASY = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Who has which part in the pledge, by sign-in name, and the words they use.

    `managers` manage a team each; those in `unsigned` have not come aboard. `told_off` says what happened to them.
    """

    leaders: tuple[str, ...]
    managers: Mapping[str, str]
    unsigned: tuple[str, ...]
    departments: tuple[str, ...]
    keeper: str
    representative: str
    reviewers: tuple[str, str]
    commitments: tuple[str, str, str]
    told_off: tuple[str, str]
    answered: str
    repaired: str
    shared: str


def promise_before(promised: Promised, actors: Mapping[str, Actor], *, steward: Actor, at: datetime) -> None:
    """Give the duties, let every leader sign the pledge and the managers come aboard."""
    by_name = {team.name: team for team in teams()}
    _give_duties(promised, by_name, steward, at)
    leaders = [actors[name] for name in promised.leaders]
    if not standing_pledge().is_own and wording_waiting() is None:
        put_forward_wording(actor=leaders[0], words=PROPOSED, now=at)
    waiting = wording_waiting()
    for leader in leaders[1:] if waiting is not None else ():
        sign_wording(actor=leader, version=waiting.version if waiting else 0, now=at + timedelta(hours=5))
    for name in promised.departments:
        name_department(actor=leaders[0], team=by_name[name], is_relied_on=True, now=at)
    for team, manager in promised.managers.items():
        if team not in promised.unsigned and aboard_of(actors[manager].user_id, by_name[team].pk) is None:
            lines = promised.commitments
            signer = actors[manager]
            go_aboard(actor=signer, team=by_name[team], commitments=lines, remind_days=14, now=at + timedelta(days=2))


def live_with_promise(promised: Promised, actors: Mapping[str, Actor], *, tonight: datetime) -> None:
    """Tell what became of it until tonight: what people feared, one promise broken and repaired, acts, a report."""
    _break_and_repair(promised, actors, tonight - timedelta(weeks=REMARK_WEEK))
    _ask(list(actors.values()), tonight)
    _act(promised, actors, tonight)
    for actor in list(actors.values())[::2]:
        sign_pact(actor=actor, now=tonight - timedelta(days=20))
    with suppress(PledgeRefused):
        quarter = quarters_over(tonight)[0]
        issue_report(actor=actors[promised.keeper], quarter=quarter, now=tonight - timedelta(days=9))
        signer = actors[promised.representative]
        countersign_report(actor=signer, quarter=quarter, remark="", now=tonight - timedelta(days=7))


def _give_duties(promised: Promised, by_name: Mapping[str, Team], steward: Actor, at: datetime) -> None:
    held = [
        *((name, DutyKind.LEADER, None) for name in promised.leaders),
        *((manager, DutyKind.MANAGER, by_name[team]) for team, manager in promised.managers.items()),
        (promised.keeper, DutyKind.PLEDGE_KEEPER, None),
        (promised.representative, DutyKind.STAFF_REPRESENTATIVE, None),
    ]
    for username, kind, team in held:
        give_duty(actor=steward, username=username, kind=kind, team=team, now=at)


def _break_and_repair(promised: Promised, actors: Mapping[str, Actor], at: datetime) -> None:
    author, words = actors[promised.told_off[0]], promised.told_off[1]
    if own_breaches(author):
        return
    breach = report_breach(actor=author, telling=Telling(Protection.TELLING_OFF.value, words), now=at)
    steps = ((1, Fate.ANSWERED, promised.answered), (4, Fate.REPAIRED, promised.repaired))
    for days, fate, said in steps:
        moment = at + timedelta(days=days)
        answer_breach(actor=actors[promised.keeper], number=breach.pk, fate=fate, words=said, now=moment)


def _ask(people: Sequence[Actor], tonight: datetime) -> None:
    """Let everybody of a team that is large enough answer for some weeks: two fears fall, the third rises and falls."""
    sizes = {team: sum(actor.team_id == team for actor in people) for team in {actor.team_id for actor in people}}
    asked = [actor for actor in people if actor.team_id is not None and sizes[actor.team_id] >= ENOUGH]
    for weeks in range(ASKED_WEEKS, 0, -1):
        base = UNEASY - (ASKED_WEEKS - weeks) // 2
        for number, actor in enumerate(asked):
            mild = max(1, base - number % 2)
            told_off = CALM + 2 * (REMARK_WEEK - 1 <= weeks <= REMARK_WEEK) + number % 2
            scores = {Protection.JOB.value: mild, Protection.PAYBACK.value: max(1, mild - 1)}
            with suppress(PledgeRefused):
                scores[Protection.TELLING_OFF.value] = told_off
                answer_pulse(actor=actor, scores=scores, now=tonight - timedelta(weeks=weeks))


def _act(promised: Promised, actors: Mapping[str, Actor], tonight: datetime) -> None:
    leader, seen_by = actors[promised.leaders[0]], actors[promised.representative]
    if latest_acts(leader):
        return
    day = (tonight - timedelta(days=12)).date()
    for kind, hours in ((ActKind.FRONTLINE, 4), (ActKind.MISTAKE_SHARED, None)):
        done = Done(kind.value, promised.shared, day, hours)
        act = log_act(actor=leader, done=done, now=tonight - timedelta(days=11))
        if kind is ActKind.FRONTLINE:
            confirm_act(actor=seen_by, act=act, now=tonight - timedelta(days=10))
