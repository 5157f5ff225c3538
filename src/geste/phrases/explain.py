"""Explain: a whole charter in plain sentences, in English and in French."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geste.core.charter.syntax import Charter, Role
from geste.core.charter.vocabulary import ALWAYS_OPEN, EVERYONE
from geste.phrases import measures
from geste.phrases.explain_bounds import envelope_line, limit_line, one_hop_lines, parameter_line, sizing_lines
from geste.phrases.explain_gestures import gesture_lines
from geste.phrases.explain_rules import bend_line, clause_line, margin_line, owed_line, red_line_line
from geste.phrases.names import AmountWriter
from geste.phrases.typography import capitalised
from geste.phrases.voice import Voice, voice_of


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A charter in plain words."""

    title: str
    sections: tuple[Section, ...]


def explain_charter(charter: Charter, language: str, write_amount: AmountWriter | None = None) -> Explanation:
    """Return what a charter means, in `language`; a section that would be empty is left out."""
    voice = voice_of(charter, language, write_amount)
    title = voice.say(
        "explain.title.line",
        name=voice.words(charter.name),
        version=str(charter.version),
        day=measures.say_day(charter.effective, language),
    )
    return Explanation(title, tuple(section for section in _sections(voice) if section.lines))


def _sections(voice: Voice) -> Iterator[Section]:
    charter = voice.charter
    yield _section(voice, "purpose", _purpose(voice))
    yield _section(voice, "roles", _roles(voice))
    for gesture in charter.gestures:
        heading = voice.say("explain.heading.gesture", name=voice.words(gesture.name))
        yield Section(heading, gesture_lines(voice, gesture))
    yield _section(voice, "clauses", (clause_line(voice, clause) for clause in charter.clauses))
    yield _section(voice, "bendable", (bend_line(voice, bend) for bend in charter.bendable))
    yield _section(voice, "red_lines", (red_line_line(voice, line) for line in charter.red_lines))
    yield _section(voice, "owed", (owed_line(voice, owed) for owed in charter.owed))
    yield _section(voice, "limits", (limit_line(voice, limit) for limit in charter.limits))
    yield _section(voice, "envelopes", (envelope_line(voice, envelope) for envelope in charter.envelopes))
    yield _section(voice, "one_hop", () if charter.one_hop is None else one_hop_lines(voice, charter.one_hop))
    yield _section(voice, "margin", () if charter.margin is None else (margin_line(voice, charter.margin),))
    yield _section(voice, "sizing", () if charter.sizing is None else sizing_lines(voice, charter.sizing))
    yield _section(voice, "parameters", (parameter_line(voice, parameter) for parameter in charter.parameters))


def _section(voice: Voice, name: str, lines: Iterable[str]) -> Section:
    return Section(voice.say(f"explain.heading.{name}"), tuple(lines))


def _purpose(voice: Voice) -> Iterator[str]:
    charter = voice.charter
    yield voice.sentence(charter.purpose)
    if charter.distinctive is not None:
        yield voice.sentence(charter.distinctive)
    for guideline in charter.guidelines:
        yield voice.sentence(guideline)
    if charter.sector == "public_service":
        yield voice.say("explain.purpose.public")
    if charter.signed_by:
        yield voice.say("explain.purpose.signed", names=voice.listed(map(voice.role, charter.signed_by)))


def _roles(voice: Voice) -> Iterator[str]:
    charter = voice.charter
    yield voice.say("explain.roles.trust_line", amount=voice.write(charter.trust_line))
    yield voice.say("explain.roles.case_cap", amount=voice.write(charter.case_cap))
    yield voice.say("explain.roles.open", gestures=voice.gestures(ALWAYS_OPEN))
    shared = [gesture.id for gesture in charter.gestures if EVERYONE in gesture.roles]
    if shared:
        yield voice.say("explain.roles.everyone", gestures=voice.gestures(shared))
    for role in charter.roles:
        yield capitalised(_role(voice, role))
        if role.kind == "assistant":
            yield capitalised(voice.say("explain.roles.assistant", role=voice.role(role.id)))
    reserved = [gesture.id for gesture in charter.gestures if gesture.is_reserved]
    if reserved:
        yield voice.say("explain.roles.nobody", gestures=voice.gestures(reserved))


def _role(voice: Voice, role: Role) -> str:
    """A role with its cap, inherited or its own, and what it may give beside what its parent may."""
    _, cap = voice.charter.cap_of(role.id)
    words = {"role": voice.role(role.id), "cap": voice.write(cap)}
    own = [gesture.id for gesture in voice.charter.gestures if role.id in gesture.roles]
    if role.parent not in ("", EVERYONE):
        words["parent"] = voice.role(role.parent)
        if not own:
            return voice.say("explain.roles.heir", **words)
        return voice.say("explain.roles.heir.own", gestures=voice.gestures(own), **words)
    if not own:
        return voice.say("explain.roles.plain", **words)
    return voice.say("explain.roles.own", gestures=voice.gestures(own), **words)
