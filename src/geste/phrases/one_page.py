"""One page: what stands on the charter that hangs on the wall, in words and in order. How it looks is for others."""

from collections.abc import Iterator
from dataclasses import dataclass

from geste.core.charter.formatter import digest_of
from geste.core.charter.syntax import Bend, Charter, Gesture, RedLine
from geste.core.charter.vocabulary import EVERYONE
from geste.phrases import measures
from geste.phrases.explain_bounds import one_hop_lines, period_words
from geste.phrases.explain_gestures import caps_by_role
from geste.phrases.names import AmountWriter
from geste.phrases.typography import capitalised, ended
from geste.phrases.voice import Voice, voice_of

DIGEST_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One gesture as a line of the table; `note` is the condition under which it may be given."""

    name: str
    note: str
    who: str
    up_to: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, and what is said about it in smaller type."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and what stands under it."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class OnePage:
    """Everything that stands on the page."""

    language: str
    name: str
    kicker: str
    purpose: str
    distinctive: str
    guidelines: Block
    gestures_heading: str
    columns: tuple[str, str, str, str]
    rows: tuple[Row, ...]
    blocks: tuple[Block, ...]
    version: str
    digest: str
    signed: str
    signatures: tuple[str, ...]


def one_page(charter: Charter, language: str, write_amount: AmountWriter | None = None) -> OnePage:
    """Return what stands on the one-page charter in `language`. Blocks that would be empty are left out."""
    voice = voice_of(charter, language, write_amount)
    guidelines = tuple(Item(voice.sentence(text)) for text in charter.guidelines)
    is_public = charter.sector == "public_service"
    return OnePage(
        language=language,
        name=voice.words(charter.name),
        kicker=voice.say("page.head.kicker.public" if is_public else "page.head.kicker"),
        purpose=voice.sentence(charter.purpose),
        distinctive="" if charter.distinctive is None else voice.sentence(charter.distinctive),
        guidelines=Block(voice.say("page.heading.guidelines"), guidelines),
        gestures_heading=voice.say("page.heading.gestures"),
        columns=(
            voice.say("page.column.gesture"),
            voice.say("page.column.who"),
            voice.say("page.column.up_to"),
            voice.say("page.column.steps"),
        ),
        rows=tuple(_row(voice, gesture) for gesture in charter.gestures),
        blocks=tuple(block for block in _blocks(voice) if block.items),
        version=voice.say(
            "page.foot.version", version=str(charter.version), day=measures.say_day(charter.effective, language)
        ),
        digest=voice.say("page.foot.digest", digest=_digest(charter)),
        signed=voice.say("page.foot.signed"),
        signatures=tuple(capitalised(voice.role(name)) for name in charter.signed_by),
    )


def _digest(charter: Charter) -> str:
    """The first letters of the digest, in groups that can be read aloud."""
    short = digest_of(charter)[:DIGEST_LETTERS]
    return " ".join(short[start : start + 4] for start in range(0, DIGEST_LETTERS, 4))


def _row(voice: Voice, gesture: Gesture) -> Row:
    if gesture.is_reserved:
        who = voice.say("page.row.nobody")
    else:
        who = voice.say("page.row.everyone") if EVERYONE in gesture.roles else voice.roles(gesture.roles)
    note = ""
    if gesture.when is not None:
        code = "page.row.otherwise.bend" if gesture.otherwise.outcome == "bend" else "page.row.when"
        note = voice.say(code, if_condition=voice.if_so(gesture.when))
    steps = tuple(voice.sentence(step) for step in gesture.steps)
    return Row(voice.words(gesture.name), note, who, tuple(_up_to(voice, gesture)), steps)


def _up_to(voice: Voice, gesture: Gesture) -> Iterator[str]:
    rule = gesture.amount
    if rule.none:
        yield voice.say("page.up_to.free")
        return
    caps = caps_by_role(voice, gesture)
    if gesture.cap is not None:
        yield voice.amount(gesture.cap)
    elif caps:
        yield from _caps(voice, caps)
    if rule.at_most is not None:
        is_alone = gesture.cap is None and not caps
        at_most = voice.amount(rule.at_most)
        yield at_most if is_alone else voice.say("page.up_to.at_most", amount=at_most)
    for name, amount in (("exactly", rule.exactly), ("at_least", rule.at_least)):
        if amount is not None:
            yield voice.say(f"page.up_to.{name}", amount=voice.amount(amount))
    if gesture.cap is None and not caps and rule.exactly is None and rule.at_most is None:
        yield voice.say("page.up_to.case")


def _caps(voice: Voice, caps: tuple[tuple[int, tuple[str, ...]], ...]) -> Iterator[str]:
    """The cap most roles have stands alone; the others say whose they are."""
    usual = max(caps, key=lambda cap: len(cap[1]))
    yield voice.write(usual[0])
    for cap, roles in caps:
        if cap != usual[0]:
            held_by = voice.listed(voice.role(role) for role in roles)
            yield voice.say("page.up_to.roles", amount=voice.write(cap), roles=held_by)


def _blocks(voice: Voice) -> Iterator[Block]:
    charter = voice.charter
    yield _block(voice, "red_lines", (_red_line(voice, line) for line in charter.red_lines))
    yield _block(voice, "bendable", (_bend(voice, bend) for bend in charter.bendable))
    yield _block(voice, "owed", (Item(ended(voice.words(owed.name))) for owed in charter.owed))
    yield _block(voice, "room", _room(voice))
    if charter.one_hop is not None:
        yield _block(voice, "one_hop", (Item(line) for line in one_hop_lines(voice, charter.one_hop)))
    yield _block(voice, "beyond", iter((Item(voice.say("page.beyond.pledge")),)))


def _block(voice: Voice, name: str, items: Iterator[Item]) -> Block:
    return Block(voice.say(f"page.heading.{name}"), tuple(items))


def _red_line(voice: Voice, line: RedLine) -> Item:
    parts = [] if line.help is None else [voice.sentence(line.help)]
    if line.instead:
        parts.append(voice.say("page.red_line.instead", gestures=voice.gestures(line.instead)))
    return Item(voice.sentence(line.says), " ".join(parts))


def _bend(voice: Voice, bend: Bend) -> Item:
    parts = [voice.sentence(bend.says)] if bend.name != bend.says else []
    if bend.roles and EVERYONE not in bend.roles:
        parts.append(voice.say("page.bend.for", roles=voice.roles(bend.roles)))
    if bend.when is not None:
        parts.append(voice.say("page.bend.when", condition=voice.condition(bend.when)))
    return Item(ended(voice.words(bend.name)), " ".join(parts))


def _room(voice: Voice) -> Iterator[Item]:
    """The trust line, what may come to one case by role, and the envelopes."""
    charter = voice.charter
    yield Item(voice.say("page.room.trust_line", amount=voice.write(charter.trust_line)))
    by_cap: dict[int, list[str]] = {}
    for role in charter.roles:
        cap = charter.cap_of(role.id)[1]
        if cap != charter.case_cap:
            by_cap.setdefault(cap, []).append(voice.role(role.id))
    others = (
        voice.say("page.room.case.roles", roles=voice.listed(by_cap[cap]), amount=voice.write(cap))
        for cap in sorted(by_cap)
    )
    yield Item(voice.say("page.room.case", amount=voice.write(charter.case_cap)), " ".join(others))
    for envelope in charter.envelopes:
        period = period_words(voice, envelope)
        words = {"name": voice.words(envelope.name), "amount": voice.write(envelope.amount), "period": period}
        yield Item(voice.say("page.room.envelope", **words))
