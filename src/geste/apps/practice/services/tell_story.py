"""Tell story: from one or several cases, before and after. It is read once everybody in it agrees, and as long as."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.practice.events import StoryTold
from geste.apps.practice.models import CustomerConsent, Naming, Practice, Story, StoryCase
from geste.apps.practice.models.practice import TOLD_CHARACTERS
from geste.apps.practice.models.story import HEADLINE_CHARACTERS, STORY_CHARACTERS
from geste.apps.practice.naming import names_customer, people_named
from geste.apps.practice.policies import may_answer_naming, may_note_consent, may_tell_story, may_withdraw_story
from geste.apps.practice.refusing import PracticeRefused, written
from geste.apps.practice.services.share_practice import Shared, keep_practice, wipe

MOST_CASES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as it is told: how it was, how it became, and whether the own team hears it or the whole house."""

    title: str
    before: str
    after: str
    to_team: bool = False


@transaction.atomic(durable=True)
def tell_story(*, actor: Actor, cases: Sequence[Case], telling: Telling, now: datetime) -> Story:
    """Return a story. Whoever its words name is asked; a customer they name must have agreed before it is read.

    It becomes a practice, too: found where somebody decides on a case like the first of these.

    Raises:
        NotPermitted: the actor does not see one of the cases, or is software.
        PracticeRefused: a part of it is missing or too long, or it tells of no case or of too many.
    """
    if not 0 < len(cases) <= MOST_CASES:
        raise PracticeRefused("story.cases")
    for case in cases:
        require(may_tell_story(actor, case))
    title = written(telling.title, HEADLINE_CHARACTERS, missing="title.missing")
    before = written(telling.before, STORY_CHARACTERS, missing="story.before_missing")
    after = written(telling.after, STORY_CHARACTERS, missing="story.after_missing")
    words = f"{title} {before} {after}"

    team_id = actor.team_id if telling.to_team else None
    story = Story.objects.create(
        title=title, before=before, after=after, told_by_id=actor.user_id, told_at=now, team_id=team_id
    )
    StoryCase.objects.bulk_create(
        [StoryCase(story=story, case=case, is_recognisable=names_customer(words, case)) for case in cases]
    )
    named = [user for user in people_named(words) if user.pk != actor.user_id]
    Naming.objects.bulk_create([Naming(story=story, person=user) for user in named])
    keep_practice(actor, cases[0], Shared(title=title, done=after[:TOLD_CHARACTERS]), story, now)
    emit(StoryTold(at=now, story_id=story.pk))
    return story


@transaction.atomic(durable=True)
def answer_naming(*, actor: Actor, naming: Naming, agrees: bool, now: datetime) -> Naming:
    """Return what somebody says of a story that names them. They may say otherwise at any time.

    Raises:
        NotPermitted: it names somebody else.
    """
    require(may_answer_naming(actor, naming))
    naming.agrees, naming.answered_at = agrees, now
    naming.save(update_fields=["agrees", "answered_at"])
    return naming


@transaction.atomic(durable=True)
def withdraw_story(*, actor: Actor, story: Story, now: datetime) -> Story:
    """Return a story of which no word is kept any more; what it fed goes with it.

    Raises:
        NotPermitted: somebody else told it.
    """
    require(may_withdraw_story(actor, story))
    return wipe_story(story, now)


def wipe_story(story: Story, now: datetime) -> Story:
    """Return a story with nothing left of it, nor of what it fed, inside the caller's transaction."""
    story.title = story.before = story.after = ""
    story.withdrawn_at = now
    story.save(update_fields=["title", "before", "after", "withdrawn_at"])
    for practice in Practice.objects.filter(story=story, withdrawn_at=None):
        wipe(practice, now)
    return story


@transaction.atomic(durable=True)
def note_consent(*, actor: Actor, case: Case, is_given: bool, now: datetime) -> CustomerConsent:
    """Return what the customer of a case says of their story being told: that it may be, or that it may not any more.

    Raises:
        NotPermitted: the actor may not see this case, or is software.
    """
    require(may_note_consent(actor, case))
    said = {"noted_by_id": actor.user_id, "noted_at": now, "withdrawn_at": None if is_given else now}
    consent, _ = CustomerConsent.objects.update_or_create(case=case, defaults=said)
    return consent
