"""Selectors of practice: what was shared and still is, stories that everybody in them agrees to, thanks, questions."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case, Status
from geste.apps.cases.selectors import MOST_WORDS
from geste.apps.practice.models import (
    CustomerConsent,
    Naming,
    Practice,
    Question,
    Reply,
    Reuse,
    Story,
    StoryCase,
    Thanks,
)
from geste.apps.practice.policies import may_be_told
from geste.apps.practice.refusing import NothingThere

ASKED_FOR = timedelta(hours=12)
"""A question nobody answered in a shift has been answered by life."""
MOST_TOLD = 20


def practices() -> QuerySet[Practice]:
    """Return every practice that can be read, the newest first. What came from a story goes when the story does."""
    rows = Practice.objects.select_related("author", "case", "story").prefetch_related("tags")
    gone = Q(story__isnull=False) & ~Q(story__in=readable_stories().values("pk"))
    return rows.filter(withdrawn_at=None).exclude(gone).order_by("-shared_at", "-pk")


def practices_found(text: str, tag: tuple[str, str] | None = None) -> QuerySet[Practice]:
    """Return the practices that hold every word looked for, and of one situation where one is named."""
    rows = practices()
    for word in folded(text).split()[:MOST_WORDS]:
        rows = rows.filter(searched__contains=word)
    return rows if tag is None else rows.filter(tags__path=tag[0], tags__word=tag[1])


def practice_numbered(number: int) -> Practice:
    """Return a practice that can be read.

    Raises:
        NothingThere: there is none, or it was withdrawn.
    """
    found = practices().filter(pk=number).first()
    if found is None:
        raise NothingThere(number)
    return found


def practices_on(cases: Collection[Case]) -> dict[int, Practice]:
    """Return, by case, the newest practice shared of each of these cases."""
    return {row.case_id: row for row in reversed(practices().filter(case__in=[case.pk for case in cases]))}


def practices_used_on(case: Case) -> list[Practice]:
    """Return the practices that were used in a case."""
    return list(practices().filter(reuses__case=case))


def own_practice(actor: Actor, case: Case) -> Practice | None:
    """Return what this actor has shared of a case, or None; what a story fed is no such thing."""
    return practices().filter(case=case, author=actor.user_id, story=None).first()


def own_practices(actor: Actor) -> list[Practice]:
    """Return what this actor has shared, the newest first."""
    return list(practices().filter(author=actor.user_id))


def times_reused(actor: Actor, practice: Practice) -> int | None:
    """Return in how many other cases others used a practice: to its author, and to nobody else."""
    if actor.kind != "agent" or practice.author_id != actor.user_id:
        return None
    return Reuse.objects.filter(practice=practice).exclude(reused_by=practice.author_id).count()


def readable_stories() -> QuerySet[Story]:
    """Return every story that stands, that everybody it names agrees to, and every customer one would recognise.

    A customer who was forgotten agrees to nothing any more.
    """
    silent = Naming.objects.filter(Q(agrees=None) | Q(agrees=False), story=OuterRef("pk"))
    consented = CustomerConsent.objects.filter(case=OuterRef("case"), withdrawn_at=None)
    hidden = StoryCase.objects.filter(~Exists(consented) | Q(case__customer_label=""), is_recognisable=True)
    return (
        Story.objects.filter(~Exists(silent), ~Exists(hidden.filter(story=OuterRef("pk"))), withdrawn_at=None)
        .select_related("told_by", "team")
        .order_by("-told_at", "-pk")
    )


def stories_for(actor: Actor) -> QuerySet[Story]:
    """Return the stories this actor is told: of the whole house, and of their own team."""
    return readable_stories().filter(Q(team=None) | Q(team_id=actor.team_id, team__isnull=False))


def stories_on(actor: Actor, cases: Collection[Case]) -> dict[int, Story]:
    """Return, by case, the newest story this actor is told of each of these cases."""
    told = StoryCase.objects.filter(story__in=stories_for(actor), case__in=[case.pk for case in cases])
    return {row.case_id: row.story for row in told.select_related("story").order_by("story__told_at", "pk")}


def story_numbered(actor: Actor, number: int) -> Story:
    """Return a story: one that can be read, or to whoever told it or is named in it, one that waits for an answer.

    Raises:
        NothingThere: there is none this actor may read.
    """
    named = Naming.objects.filter(story=OuterRef("pk"), person=actor.user_id)
    theirs = Q(told_by=actor.user_id) | Exists(named)
    story = (
        Story.objects.filter(pk=number, withdrawn_at=None)
        .select_related("told_by", "team")
        .filter(theirs | Q(pk__in=readable_stories().values("pk")))
    )
    found = story.first()
    if found is None:
        raise NothingThere(number)
    if not found.namings.filter(person=actor.user_id).exists():
        require(may_be_told(actor, found))
    return found


def is_readable(story: Story) -> bool:
    """Return whether a story can be read by those it is told to."""
    return readable_stories().filter(pk=story.pk).exists()


def namings_of(story: Story) -> list[Naming]:
    """Return who is named in a story and what they say."""
    return list(story.namings.select_related("person").order_by("person__display_name", "pk"))


def cases_told(story: Story) -> list[StoryCase]:
    """Return the cases of a story, each with what its customer said."""
    return list(story.told_cases.select_related("case__story_consent", "case__site").order_by("pk"))


def stories_waiting_for(actor: Actor) -> list[Naming]:
    """Return the stories that name this actor and wait for their answer, the oldest first."""
    rows = Naming.objects.filter(person=actor.user_id, agrees=None, story__withdrawn_at=None)
    return list(rows.select_related("story__told_by").order_by("pk"))


def own_stories(actor: Actor) -> list[Story]:
    """Return the stories this actor told and has not taken back, the newest first."""
    return list(Story.objects.filter(told_by=actor.user_id, withdrawn_at=None).order_by("-told_at", "-pk"))


def thanks_to(actor: Actor) -> list[Thanks]:
    """Return what this actor was thanked for, the newest first. Nobody else has this list."""
    rows = Thanks.objects.filter(said_to=actor.user_id).select_related("said_by", "decision__case")
    return list(rows.order_by("-said_at", "-pk")[:MOST_TOLD])


def thanks_numbered(actor: Actor, number: int) -> Thanks:
    """Return one word of thanks to this actor.

    Raises:
        NothingThere: there is none, or it was said to somebody else.
    """
    found = Thanks.objects.filter(pk=number, said_to=actor.user_id).first()
    if found is None:
        raise NothingThere(number)
    return found


def thanks_shared(*, since: datetime, until: datetime) -> QuerySet[Thanks]:
    """Return what those who were thanked let others read, in that time."""
    rows = Thanks.objects.filter(shared_at__gte=since, shared_at__lt=until).select_related("said_to")
    return rows.order_by("-said_at", "-pk")


def questions_on(case: Case) -> list[Question]:
    """Return what colleagues were asked about a case, the newest first, with their replies."""
    replies = Prefetch("replies", Reply.objects.select_related("said_by").order_by("pk"))
    rows = Question.objects.filter(case=case).select_related("asked_by", "asked_to").prefetch_related(replies)
    return list(rows.order_by("-pk"))


def question_numbered(actor: Actor, number: int) -> Question:
    """Return a question on a case of a place this actor may see.

    Raises:
        NothingThere: there is none.
    """
    found = _questions(actor).filter(pk=number).first()
    if found is None:
        raise NothingThere(number)
    return found


def questions_waiting_for(actor: Actor, *, now: datetime) -> list[Question]:
    """Return what this actor is asked and nobody has answered yet: by name, or as somebody who is at the site."""
    rows = _questions(actor).filter(asked_at__gt=now - ASKED_FOR, replies=None, case__status=Status.OPEN.value)
    here = Q(asked_to=None) & (Q(case__site=None) | Q(case__site_id=actor.site_id))
    return list(rows.filter(here | Q(asked_to=actor.user_id)).exclude(asked_by=actor.user_id).order_by("pk"))


def _questions(actor: Actor) -> QuerySet[Question]:
    rows = Question.objects.select_related("case__site", "asked_by", "asked_to")
    return rows if actor.site_id is None else rows.filter(Q(case__site=None) | Q(case__site_id=actor.site_id))


def tags_in_use() -> list[tuple[str, str]]:
    """Return the situations practices are tagged with, those of most practices first."""
    rows = practices().order_by().values_list("tags__path", "tags__word")
    counted: dict[tuple[str, str], int] = {}
    for path, word in rows:
        if path is not None:
            counted[path, word] = counted.get((path, word), 0) + 1
    return sorted(counted, key=lambda tag: (-counted[tag], tag))[:MOST_TOLD]
