"""Admitting: whether tokens still stand for who came with them, and which cases they mean, read for many together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_see
from geste.apps.cases.selectors import NoSuchCase, cases_referred_to
from geste.apps.gestures.answers import Refusal
from geste.apps.gestures.proposals import Intention
from geste.apps.people.selectors import TokenWithdrawn, actors_of_tokens


def admitted_together(intentions: Sequence[Intention]) -> list[Intention | Refusal]:
    """Return each intention with the number of its case, or why it is not let in.

    A token is asked about in the transaction that would write: withdrawn, it opens nothing from that moment on,
    whatever a door still remembers.
    """
    actors = actors_of_tokens({one.token for one in intentions if one.token})
    cases = cases_referred_to({one.reference for one in intentions if one.reference})
    return [_admitted(one, actors, cases) for one in intentions]


def _admitted(one: Intention, actors: Mapping[str, Actor], cases: Mapping[str, Case]) -> Intention | Refusal:
    if one.token and actors.get(one.token) != one.actor:
        return TokenWithdrawn()
    if not one.reference:
        return one
    case = cases.get(one.reference)
    if case is None or not may_see(one.actor, case).allowed:
        return NoSuchCase(one.reference)
    return replace(one, case_id=case.pk)
