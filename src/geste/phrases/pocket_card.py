"""Pocket card: what one role carries in its pocket, the size of a bank card. In words; how it looks is for others."""

from dataclasses import dataclass

from geste.core.charter.expression import Constant
from geste.core.charter.syntax import Charter, Gesture
from geste.core.charter.vocabulary import EVERYONE
from geste.core.money import share_of
from geste.phrases.names import AmountWriter
from geste.phrases.typography import capitalised
from geste.phrases.voice import Voice, voice_of

LINES = 5
_LETTERS = 150
"""How many letters of purpose and red lines stand on a card in type of the usual size."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One gesture, and how far it goes."""

    name: str
    up_to: str


@dataclass(frozen=True, slots=True)
class PocketCard:
    """Everything that stands on the card of one role."""

    language: str
    business: str
    role: str
    purpose: str
    room_heading: str
    room: str
    lines_heading: str
    lines: tuple[CardLine, ...]
    red_lines_heading: str
    red_lines: tuple[str, ...]
    version: str

    @property
    def is_dense(self) -> bool:
        """Whether it takes smaller type to hold everything: a red line is never cut."""
        return len(self.purpose) + sum(map(len, self.red_lines)) > _LETTERS


def pocket_card(charter: Charter, role: str, language: str, write_amount: AmountWriter | None = None) -> PocketCard:
    """Return the card of a role: the gestures that reach furthest, as far as they reach on one case."""
    voice = voice_of(charter, language, write_amount)
    mine = [gesture for gesture in charter.gestures if _is_open_to(charter, gesture, role)]
    mine.sort(key=lambda gesture: -_furthest(charter, gesture, role))
    return PocketCard(
        language=language,
        business=voice.words(charter.name),
        role=capitalised(voice.role(role)),
        purpose=voice.sentence(charter.purpose),
        room_heading=voice.say("page.heading.room"),
        room=voice.say("page.room.case", amount=voice.write(charter.cap_of(role)[1])),
        lines_heading=voice.say("page.heading.gestures"),
        lines=tuple(CardLine(voice.words(it.name), _up_to(voice, it, role)) for it in mine[:LINES]),
        red_lines_heading=voice.say("card.heading.red_lines"),
        red_lines=tuple(voice.sentence(line.says) for line in charter.red_lines),
        version=voice.say("card.foot.version", version=str(charter.version)),
    )


def _is_open_to(charter: Charter, gesture: Gesture, role: str) -> bool:
    return EVERYONE in gesture.roles or not frozenset(gesture.roles).isdisjoint(charter.ancestry(role))


def _own_bounds(charter: Charter, gesture: Gesture, role: str) -> list[int]:
    """The amounts, in minor units, that the charter writes beside a gesture for this role."""
    caps = dict(gesture.caps)
    named = [caps[name] for name in (*charter.ancestry(role), EVERYONE) if name in caps]
    rule = gesture.amount
    fixed = [amount.value for amount in (gesture.cap, rule.at_most, rule.exactly) if isinstance(amount, Constant)]
    return [*named[:1], *(value for value in fixed if isinstance(value, int))]


def _bound(charter: Charter, gesture: Gesture, role: str) -> int:
    """The least of what bounds a gesture for a role on one case, in minor units."""
    return min([charter.cap_of(role)[1], *_own_bounds(charter, gesture, role)])


def _furthest(charter: Charter, gesture: Gesture, role: str) -> int:
    """How far a gesture may reach, to put the furthest first. One whose amount is worked out counts for half."""
    if not gesture.has_amount:
        return -1
    if gesture.line == "micro":
        return 0
    bound = _bound(charter, gesture, role)
    return bound if _own_bounds(charter, gesture, role) else share_of(bound, 5_000)


def _up_to(voice: Voice, gesture: Gesture, role: str) -> str:
    if not gesture.has_amount:
        return voice.say("page.up_to.free")
    worked_out = [it for it in (gesture.amount.exactly, gesture.amount.at_most, gesture.cap) if it is not None]
    if worked_out and not _own_bounds(voice.charter, gesture, role):
        return voice.amount(worked_out[0])
    return voice.write(_bound(voice.charter, gesture, role))
