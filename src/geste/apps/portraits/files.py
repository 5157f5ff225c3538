"""Files: what somebody has gathered of their own work, what they may pick from, and whom they gave a way to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.apps.people.selectors import digest_of
from geste.apps.portraits.models import EvidenceFile, EvidenceItem, EvidenceLink, ItemKind
from geste.apps.portraits.refusals import NoSuchThing
from geste.apps.portraits.settling import given_by
from geste.apps.practice.selectors import own_practices, own_stories, thanks_to
from geste.apps.refusals.models import Handover, Refusal
from geste.apps.reviews.models.reaction import Tone
from geste.apps.reviews.owed import words_for

Row = TypeVar("Row")
MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """Something somebody may pick for their file: of which kind, from which case, with what words to begin with.

    `gestures` are what was given on the case, by the names the charter knows, each with its decision.
    """

    kind: ItemKind
    words: str = ""
    case: Case | None = None
    gestures: tuple[Gesture, ...] = ()


def files_of(actor: Actor) -> list[EvidenceFile]:
    """Return this actor's own files, the newest first."""
    return list(EvidenceFile.objects.filter(person=actor.user_id).order_by("-changed_at", "-pk"))


def own_file(actor: Actor, file_id: int) -> EvidenceFile:
    """Return a file; whether it may be changed or shared, its policies say. To others it is not there.

    Raises:
        NoSuchThing: there is none, or it is somebody else's.
    """
    return _found(EvidenceFile.objects.filter(pk=file_id, person=actor.user_id).first())


def own_item(actor: Actor, item_id: int) -> EvidenceItem:
    """Return one piece of a file of this actor.

    Raises:
        NoSuchThing: there is none, or it is somebody else's.
    """
    return _found(EvidenceItem.objects.select_related("file").filter(pk=item_id, file__person=actor.user_id).first())


def own_link(actor: Actor, link_id: int) -> EvidenceLink:
    """Return a way to a file of this actor.

    Raises:
        NoSuchThing: there is none, or it is somebody else's.
    """
    return _found(EvidenceLink.objects.select_related("file").filter(pk=link_id, file__person=actor.user_id).first())


def items_of(file: EvidenceFile) -> list[EvidenceItem]:
    """Return the pieces of a file, in their order."""
    return list(file.items.select_related("case__site"))


def links_of(file: EvidenceFile, *, now: datetime) -> list[EvidenceLink]:
    """Return the ways to a file that are still open, the newest first."""
    return list(file.links.filter(ended_at=None, until__gt=now).order_by("-made_at", "-pk"))


def link_for(secret: str, *, now: datetime) -> EvidenceLink:
    """Return the open link somebody holds.

    Raises:
        NoSuchThing: there is none, or it has ended.
    """
    links = EvidenceLink.objects.select_related("file__person")
    return _found(links.filter(digest=digest_of(secret), ended_at=None, until__gt=now).first())


def was_theirs(actor: Actor, case: Case) -> bool:
    """Return whether somebody decided on a case, or took it up from a colleague."""
    return (
        Gesture.objects.filter(case=case, given_by=actor.user_id).exists()
        or Refusal.objects.filter(case=case, said_by=actor.user_id).exists()
        or Handover.objects.filter(case=case, handed_to=actor.user_id, taken_up_at__isnull=False).exists()
    )


def offers_for(actor: Actor) -> list[Offer]:
    """Return what this actor may pick: cases of theirs, words they got, practices, stories, help they gave."""
    backing = [word for word in words_for(actor) if word.tone == Tone.SUPPORT]
    return [
        *_cases(actor),
        *_help(actor),
        *(Offer(ItemKind.WORD, thanks.words) for thanks in thanks_to(actor)[:MOST_OFFERED]),
        *(Offer(ItemKind.WORD, word.words) for word in backing[:MOST_OFFERED]),
        *(Offer(ItemKind.PRACTICE, f"{one.title}\n{one.done}") for one in own_practices(actor)[:MOST_OFFERED]),
        *(Offer(ItemKind.STORY, one.title) for one in own_stories(actor)[:MOST_OFFERED]),
    ]


def _cases(actor: Actor) -> list[Offer]:
    """The cases on which somebody gave something last; what they dared, before what anybody would have done."""
    rows = given_by(actor).exclude(case=None).order_by("-given_at", "-pk")
    dared = [*rows.exclude(decision__route="do")[:MOST_OFFERED], *rows.filter(decision__route="do")[:MOST_OFFERED]]
    gifts: dict[int, list[Gesture]] = {}
    for gesture in dared:
        gifts.setdefault(gesture.case_id or 0, []).append(gesture)
    return [
        Offer(ItemKind.CASE, case=given[0].case, gestures=tuple(given)) for given in list(gifts.values())[:MOST_OFFERED]
    ]


def _help(actor: Actor) -> list[Offer]:
    taken = Handover.objects.filter(handed_to=actor.user_id, taken_up_at__isnull=False, case__is_training=False)
    rows = taken.select_related("case__site").order_by("-taken_up_at", "-pk")[:MOST_OFFERED]
    return [Offer(ItemKind.HELP, case=handover.case) for handover in rows]


def _found(row: Row | None) -> Row:
    if row is None:
        raise NoSuchThing
    return row
