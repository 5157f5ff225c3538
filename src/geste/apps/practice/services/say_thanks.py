"""Say thanks: for having decided, from anybody to anybody. Looked at before they go, and stopped never."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.people.models import User
from geste.apps.practice.events import ThanksSaid
from geste.apps.practice.models import Thanks
from geste.apps.practice.models.thanks import WORDS_CHARACTERS
from geste.apps.practice.policies import may_say_thanks, may_share_thanks
from geste.apps.practice.refusing import PracticeRefused, written
from geste.core.guards.look import look
from geste.core.guards.remark import COMMENT, Remark
from geste.core.practice.praise import is_specific


class ThinkAgain(Exception):
    """Something in the words is worth a second thought. Nothing was sent; sent again as they are, they go."""

    def __init__(self, remarks: tuple[Remark, ...], *, is_vague: bool) -> None:
        super().__init__(", ".join(remark.kind for remark in remarks))
        self.remarks = remarks
        self.is_vague = is_vague


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of thanks on its way: to whom, in which language, about which decision if about one."""

    to: int
    words: str
    language: str
    decision_id: int | None = None
    is_meant: bool = False


@transaction.atomic(durable=True)
def say_thanks(*, actor: Actor, word: Word, now: datetime) -> Thanks:
    """Return the thanks that were said. The same words said twice are said once.

    Raises:
        NotPermitted: the actor is software.
        PracticeRefused: nobody is thanked, or oneself, or nothing is said, or too much.
        NoSuchDecision: the actor may not see the decision.
        ThinkAgain: the words blame, tell of money or would fit anybody, and nobody has said yet that they are meant.
    """
    require(may_say_thanks(actor))
    to = User.objects.filter(pk=word.to, is_active=True).first()
    if to is None or to.pk == actor.user_id:
        raise PracticeRefused("thanks.nobody")
    words = written(word.words, WORDS_CHARACTERS, missing="words.missing")
    remarks, is_vague = look(words, word.language, COMMENT), not is_specific(words)
    if (remarks or is_vague) and not word.is_meant:
        raise ThinkAgain(remarks, is_vague=is_vague)
    decision = None if word.decision_id is None else decision_numbered(actor, word.decision_id)
    if decision is not None and decision.decided_by_id != to.pk:
        raise PracticeRefused("thanks.nobody")

    thanks, is_new = Thanks.objects.get_or_create(
        said_by_id=actor.user_id, said_to=to, words=words, defaults={"decision": decision, "said_at": now}
    )
    if is_new:
        emit(ThanksSaid(at=now, thanks_id=thanks.pk))
    return thanks


@transaction.atomic(durable=True)
def share_thanks(*, actor: Actor, thanks: Thanks, is_shared: bool, now: datetime) -> Thanks:
    """Return thanks that whoever was thanked lets others read, or does not any more.

    Raises:
        NotPermitted: somebody else was thanked.
    """
    require(may_share_thanks(actor, thanks))
    thanks.shared_at = now if is_shared else None
    thanks.save(update_fields=["shared_at"])
    return thanks
