"""Share practice: one tap on one's own case makes an example of it; the words may be put right, and taken back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing, moment_of
from geste.apps.charters.selectors import CharterInForce, charter_to_show
from geste.apps.practice.events import PracticeShared
from geste.apps.practice.models import Practice, SituationTag, Story
from geste.apps.practice.models.practice import TITLE_CHARACTERS, TOLD_CHARACTERS
from geste.apps.practice.naming import names_customer, people_named
from geste.apps.practice.policies import may_share_practice, may_withdraw_practice, may_word_practice
from geste.apps.practice.refusing import PracticeRefused, written
from geste.apps.practice.selectors import own_practice
from geste.apps.practice.situations import tags_of, words_to_search


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What is shared: what it is called, what was done, why it worked, and whether the author's name stands there."""

    title: str
    done: str
    why: str = ""
    is_named: bool = False


@transaction.atomic(durable=True)
def share_practice(*, actor: Actor, case: Case, shared: Shared, now: datetime) -> Practice:
    """Return what somebody shares of a case they worked on. Shared twice it stands once, as it was first.

    Raises:
        NotPermitted: the actor did not work on this case, or is software.
        PracticeRefused: it has no title, says too much, or names the customer or a colleague.
    """
    case = case_for_writing(case)
    require(may_share_practice(actor, case))
    before = own_practice(actor, case)
    if before is not None:
        return before
    return keep_practice(actor, case, _checked(actor, case, shared), None, now)


def keep_practice(actor: Actor, case: Case, shared: Shared, story: Story | None, now: datetime) -> Practice:
    """Return a practice with the tags of its case, written inside the caller's transaction."""
    in_force = charter_to_show(at=moment_of(case, now))
    tags = tags_of(case, in_force)
    practice = Practice.objects.create(
        case=case,
        author_id=actor.user_id,
        is_named=shared.is_named,
        title=shared.title,
        done=shared.done,
        why=shared.why,
        searched=_searched(shared, in_force, tags),
        story=story,
        shared_at=now,
    )
    SituationTag.objects.bulk_create([SituationTag(practice=practice, path=path, word=word) for path, word in tags])
    emit(PracticeShared(at=now, practice_id=practice.pk))
    return practice


@transaction.atomic(durable=True)
def word_practice(*, actor: Actor, practice: Practice, shared: Shared, now: datetime) -> Practice:
    """Return a practice in other words, or with the author's name shown or hidden.

    Raises:
        NotPermitted: somebody else shared it.
        PracticeRefused: it has no title, says too much, or names the customer or a colleague.
    """
    require(may_word_practice(actor, practice))
    told = _checked(actor, practice.case, shared)
    tags = tuple(practice.tags.order_by("pk").values_list("path", "word"))
    in_force = charter_to_show(at=moment_of(practice.case, now))
    practice.title, practice.done, practice.why, practice.is_named = told.title, told.done, told.why, told.is_named
    practice.searched = _searched(told, in_force, tags)
    practice.save(update_fields=["title", "done", "why", "is_named", "searched"])
    return practice


@transaction.atomic(durable=True)
def withdraw_practice(*, actor: Actor, practice: Practice, now: datetime) -> Practice:
    """Return a practice that nobody reads any more: its words, its tags and the name are gone for good.

    Raises:
        NotPermitted: somebody else shared it.
    """
    require(may_withdraw_practice(actor, practice))
    return wipe(practice, now)


def wipe(practice: Practice, now: datetime) -> Practice:
    """Return a practice with nothing left of it but that there was one, inside the caller's transaction."""
    practice.tags.all().delete()
    practice.title = practice.done = practice.why = practice.searched = ""
    practice.is_named, practice.withdrawn_at = False, now
    practice.save(update_fields=["title", "done", "why", "searched", "is_named", "withdrawn_at"])
    return practice


def _checked(actor: Actor, case: Case, shared: Shared) -> Shared:
    """What is shared as it is kept, once it names nobody but the author who wants it."""
    title = written(shared.title, TITLE_CHARACTERS, missing="title.missing")
    done, why = written(shared.done, TOLD_CHARACTERS), written(shared.why, TOLD_CHARACTERS)
    words = f"{title} {done} {why}"
    if names_customer(words, case):
        raise PracticeRefused("words.name_customer")
    named = [user.display_name for user in people_named(words) if user.pk != actor.user_id or not shared.is_named]
    if named:
        raise PracticeRefused("words.name_colleague", tuple(named))
    return Shared(title=title, done=done, why=why, is_named=shared.is_named)


def _searched(shared: Shared, in_force: CharterInForce, tags: tuple[tuple[str, str], ...]) -> str:
    return folded(f"{shared.title} {shared.done} {shared.why} {words_to_search(in_force, tags)}")
