"""Looking on: the weeks in shadow. People wrote down what they would give; whoever leads read it, and let them give."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Outcome, RootIssue
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.people.models import User
from geste.apps.shadow.models import Stage
from geste.apps.shadow.rising import Wanted
from geste.apps.shadow.services.begin_giving import begin_giving
from geste.apps.shadow.services.begin_shadow import begin_shadow
from geste.apps.shadow.services.write_plan import write_plan
from geste.core.charter.vocabulary import Text
from geste.demo.on_case import end, open_told, propose, state_learnt
from geste.demo.story import ToldCase
from geste.phrases.typography import set_words

STEP = Text("Raise every cap by a quarter.", "Relever chaque plafond d’un quart.")
WITHOUT_A_GESTURE = (Outcome.HEARD, Outcome.LEFT)
SHORTLY = timedelta(hours=1)


def look_on(leader: str, cases: Sequence[ToldCase], actors: Mapping[str, Actor]) -> None:
    """Tell the weeks in shadow: they begin an hour before the first case and end with the last. Twice is once."""
    if not cases or Stage.objects.exclude(until=None).exists():
        return
    lead = actors[leader]
    begin_shadow(actor=lead, team_id=None, now=cases[0].moment - SHORTLY)
    for told in cases:
        _write_down(told, actors)
    over = max(told.moment + timedelta(minutes=told.minutes) for told in cases)
    language = User.objects.values_list("language", flat=True).get(pk=lead.user_id)
    write_plan(actor=lead, wanted=Wanted(step=set_words(STEP.in_language(language), language)), now=over)
    begin_giving(actor=lead, team_id=None, now=over)


def _write_down(told: ToldCase, actors: Mapping[str, Actor]) -> None:
    actor = actors[told.heard_by]
    case = open_told(told, actor)
    if case.outcome:
        return
    case = state_learnt(told, case, actor)
    for number, proposed in enumerate(told.proposed, 1):
        if proposed.is_given:
            with suppress(OnlyWrittenDown):
                propose(proposed, f"looked-on-{told.reference}-{number}", actors.get(proposed.by, actor), case)
    end(_as_ever(told), case, actor)


def _as_ever(told: ToldCase) -> ToldCase:
    """The case as it ended: what was wrong was put right, and nobody was given anything."""
    if told.ended in WITHOUT_A_GESTURE:
        return told
    return replace(told, ended=Outcome.FIXED, root_issue=RootIssue.FIXED, because="")
