"""Keep a file: somebody begins a file of their own work, words it, and picks what stands in it. Nobody else does."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.portraits.files import own_file, own_item, was_theirs
from geste.apps.portraits.models import EvidenceFile, EvidenceItem, ItemKind
from geste.apps.portraits.models.evidence_file import TITLE_CHARACTERS, WORDS_CHARACTERS
from geste.apps.portraits.policies import may_begin_file, may_change_file
from geste.apps.portraits.refusals import PortraitRefused

MOST_ITEMS = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to stand in a file: of which kind, in whose words, and from which of one's own cases, if from one."""

    kind: str
    words: str
    case: str = ""


@transaction.atomic(durable=True)
def begin_file(*, actor: Actor, title: str, now: datetime) -> EvidenceFile:
    """Return an empty file.

    Raises:
        NotPermitted: software asks.
        PortraitRefused: it has no title, or a very long one.
    """
    require(may_begin_file(actor))
    named = _kept(title, most=TITLE_CHARACTERS, code="title")

    return EvidenceFile.objects.create(person_id=actor.user_id, title=named, begun_at=now, changed_at=now)


@transaction.atomic(durable=True)
def word_file(*, actor: Actor, file_id: int, title: str, words: str, now: datetime) -> None:
    """Give a file its title and what its person says about all of it.

    Raises:
        NotPermitted: it is somebody else's.
        PortraitRefused: the title is missing, or something is too long.
        NoSuchThing: there is none.
    """
    file = own_file(actor, file_id)
    require(may_change_file(actor, file))
    file.title = _kept(title, most=TITLE_CHARACTERS, code="title")
    file.words = _kept(words, most=WORDS_CHARACTERS, code="words") if words.strip() else ""
    file.changed_at = now

    file.save(update_fields=["title", "words", "changed_at"])


@transaction.atomic(durable=True)
def pick_piece(*, actor: Actor, file_id: int, piece: Piece, now: datetime) -> EvidenceItem:
    """Return a piece, added at the end. A case is picked once; picking it again words it anew.

    Raises:
        NotPermitted: the file is somebody else's.
        PortraitRefused: it says nothing, is of no kind, the file is full, or the case is none of theirs.
        NoSuchThing: there is no such file.
    """
    file = own_file(actor, file_id)
    require(may_change_file(actor, file))
    if piece.kind not in set(ItemKind):
        raise PortraitRefused("piece.no_kind")
    words, case = _kept(piece.words, most=WORDS_CHARACTERS, code="words"), _case(actor, piece)
    if file.items.count() >= MOST_ITEMS:
        raise PortraitRefused("file.full")
    last = file.items.aggregate(last=Max("place"))["last"] or 0

    EvidenceFile.objects.filter(pk=file.pk).update(changed_at=now)
    if case is None:
        return EvidenceItem.objects.create(file=file, kind=piece.kind, words=words, place=last + 1)
    begun = {"kind": piece.kind, "place": last + 1}
    item, _ = EvidenceItem.objects.update_or_create(
        file=file, case=case, defaults={"words": words}, create_defaults={**begun, "words": words}
    )
    return item


@transaction.atomic(durable=True)
def word_piece(*, actor: Actor, item_id: int, words: str | None, now: datetime) -> None:
    """Word a piece anew, or with None take it out.

    Raises:
        NotPermitted: the file is somebody else's.
        PortraitRefused: it says nothing, or is too long.
        NoSuchThing: there is none.
    """
    item = own_item(actor, item_id)
    require(may_change_file(actor, item.file))
    EvidenceFile.objects.filter(pk=item.file_id).update(changed_at=now)
    if words is None:
        item.delete()
        return
    item.words = _kept(words, most=WORDS_CHARACTERS, code="words")
    item.save(update_fields=["words"])


def _case(actor: Actor, piece: Piece) -> Case | None:
    if not piece.case:
        return None
    case = Case.objects.filter(reference=piece.case).first()
    if case is None or not was_theirs(actor, case):
        raise PortraitRefused("piece.not_theirs")
    return case


def _kept(words: str, *, most: int, code: str) -> str:
    kept = words.strip()
    if not kept or len(kept) > most:
        raise PortraitRefused(f"{code}.too_long" if kept else f"{code}.missing")
    return kept
