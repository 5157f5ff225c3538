"""Portraying: colleagues who met alike cases, and one person beside them, for tests of portraits."""

from collections.abc import Iterable, Mapping

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.refusals.models import Cause, RefusalKind
from geste.apps.refusals.services.note_refusal import Noted, note_refusal
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, make_user

WIDE = CHARTER.replace("amount: 1000,", "amount: 900000,")
SPOILED = {"case": {"loss": "service", "severity": "spoiled"}}
GRAVE = {"case": {"loss": "service", "severity": "danger", "responsibility": "shared"}}
NAMES = ("abe", "bea", "cid", "dot", "eli", "fay")


def give(actor: Actor, amounts: Iterable[int], *, facts: Mapping[str, object] | None = None) -> None:
    """Let somebody give these amounts, each on a case of its own."""
    for amount in amounts:
        make_gesture(actor, make_case(actor, facts=facts or SPOILED), "credit", str(amount))


def refuse(actor: Actor, times: int, *, facts: Mapping[str, object] | None = None, cause: Cause | None = None) -> None:
    """Let somebody say no, each time on a case of its own."""
    for _ in range(times):
        case = make_case(actor, facts=facts or SPOILED)
        note_refusal(actor=actor, case=case, noted=Noted(kind=RefusalKind.REFUSED, cause=cause), now=NOW)


def colleagues(*, cases: int = 8) -> None:
    """Let six people meet alike cases: they give a fifth of their room, more or less, in three of four."""
    make_charter(WIDE)
    for name in NAMES:
        actor = make_actor(name)
        noes = cases // 4
        give(actor, [80 + 10 * (number % 5) for number in range(cases - noes)])
        refuse(actor, noes)


def coach(name: str = "cora", *, team: str = "Night") -> Actor:
    """Return a coach of the team."""
    return on_duty(name, DutyKind.COACH, team=team)


def on_duty(name: str, *kinds: DutyKind, team: str = "Night") -> Actor:
    """Return somebody with duties, of the team where a duty is one of a team."""
    user = User.objects.filter(username=name).first() or make_user(name)
    steward = User.objects.filter(is_steward=True).first() or make_user("grace", is_steward=True)
    for kind in kinds:
        place = Team.objects.get(name=team) if kind in (DutyKind.COACH, DutyKind.MANAGER) else None
        give_duty(actor=actor_for(steward), username=name, kind=kind, team=place, now=NOW)
    return actor_for(User.objects.get(pk=user.pk))
