"""Source: a charter text as plain values, each with its line and column. The only module that knows the YAML reader."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from geste.core import limits
from geste.core.findings import Finding, Place, finding

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LAST_OF_PLANES = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_NO_CHARACTER = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""Half a character, or a number that Unicode gives to none."""
_ESCAPE = re.compile(r"\\(?:U([0-9A-Fa-f]{8})|.)", re.DOTALL)
_LAST_CHARACTER = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word, number or sentence, exactly as written; what it means depends on where it stands."""

    text: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values, in the order written; a name stands once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, name: str) -> "Node | None":
        """Return the value called `name`, or None."""
        return next((value for key, value in self.entries if key.text == name), None)

    def names(self) -> tuple[str, ...]:
        """Return the names in the order written."""
        return tuple(key.text for key, _ in self.entries)


Node = Scalar | Sequence | Mapping


class SourceRefused(ValueError):
    """The text cannot be read as a charter at all; `finding` says where and why."""

    def __init__(self, refusal: Finding) -> None:
        super().__init__(refusal.code)
        self.finding = refusal


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been reached."""

    mapping: bool
    place: Place
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    key: Scalar | None = None


def read_source(text: str | bytes) -> tuple[Mapping, tuple[Finding, ...]]:
    """Return the values of a YAML text with their places, and the names that stand twice.

    Raises:
        SourceRefused: the text is too large, not UTF-8, not YAML, too deep, or uses anchors, tags or several documents.
    """
    content = _decoded(text)
    findings: list[Finding] = []
    try:
        root = _built(_events(content), findings)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        raise SourceRefused(finding("source.unreadable", place)) from error
    except YAMLError as error:
        raise SourceRefused(finding("source.unreadable", Place(1, 1))) from error
    if not isinstance(root, Mapping):
        raise SourceRefused(finding("source.not_a_mapping", root.place if root else Place(1, 1)))
    return root, tuple(findings)


def _decoded(text: str | bytes) -> str:
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(raw) > limits.CHARTER_BYTES:
        raise SourceRefused(finding("source.too_large", Place(1, 1), size=len(raw), limit=limits.CHARTER_BYTES))
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise SourceRefused(finding("source.not_utf8", Place(before.count(b"\n") + 1, column))) from error
    _refuse_unwanted(content, lambda offset: _place_in(content, offset))
    return content


def _refuse_unwanted(text: str, place_of: Callable[[int], Place]) -> None:
    """Refuse the first character that no charter may hold; `place_of` says where an offset stands."""
    control = _CONTROL.search(text)
    if control is not None:
        raise SourceRefused(finding("source.control_character", place_of(control.start())))
    unknown = _NO_CHARACTER.search(text)
    if unknown is not None:
        raise SourceRefused(finding("source.not_a_character", place_of(unknown.start())))


def _place_in(content: str, offset: int) -> Place:
    return Place(content.count("\n", 0, offset) + 1, offset - content.rfind("\n", 0, offset))


def _events(content: str) -> Iterator[Event]:
    reached = 0
    try:
        # The pure reader gives the same marks on every machine; the size limit keeps it quick.
        for event in YAML(typ="safe", pure=True).parse(content):
            yield event
            reached = event.end_mark.index
    except (ValueError, OverflowError) as error:
        # The reader makes a character of every \U… it meets, before anybody can look at the number.
        escapes = _ESCAPE.finditer(content, reached)
        beyond = next((found for found in escapes if found[1] and int(found[1], 16) > _LAST_CHARACTER), None)
        if beyond is None:
            raise SourceRefused(finding("source.unreadable", _place_in(content, reached))) from error
        raise SourceRefused(finding("source.not_a_character", _place_in(content, beyond.start()))) from error


def _built(events: Iterator[Event], findings: list[Finding]) -> Node | None:
    """Fold the reader's events into nodes without recursion, so that depth cannot exhaust the stack."""
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    for count, event in enumerate(events, start=1):
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if count > limits.CHARTER_NODES:
            raise SourceRefused(finding("source.too_many_values", place, limit=limits.CHARTER_NODES))
        _refuse_exotic(event, place)
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            raise SourceRefused(finding("source.several_documents", place))
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            stack.append(_opened(event, place, stack))
            continue
        node = _finished(event, place, stack)
        if node is not None and stack:
            _added(stack[-1], node, findings)
        elif node is not None:
            root = node
    return root


def _opened(event: MappingStartEvent | SequenceStartEvent, place: Place, stack: list[_Open]) -> _Open:
    if len(stack) >= limits.CHARTER_DEPTH:
        raise SourceRefused(finding("source.too_deep", place, limit=limits.CHARTER_DEPTH))
    if stack and stack[-1].mapping and stack[-1].key is None:
        raise SourceRefused(finding("source.name_not_a_word", place))
    return _Open(isinstance(event, MappingStartEvent), place)


def _finished(event: Event, place: Place, stack: list[_Open]) -> Node | None:
    """The value an event completes, or None for events that complete none."""
    if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
        return _closed(stack.pop())
    if not isinstance(event, ScalarEvent):
        return None
    if len(event.value) > limits.SCALAR_CHARACTERS:
        raise SourceRefused(finding("source.value_too_long", place, limit=limits.SCALAR_CHARACTERS))
    # What may not stand in the text itself may not be put into a value by an escape, either.
    _refuse_unwanted(event.value, lambda _: place)
    return Scalar(event.value, place, quoted=event.style in ("'", '"'))


def _refuse_exotic(event: Event, place: Place) -> None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
        raise SourceRefused(finding("source.anchor_used", place))
    if getattr(event, "tag", None) is not None and not isinstance(event, DocumentStartEvent):
        raise SourceRefused(finding("source.tag_used", place))


def _closed(opened: _Open) -> Node:
    if opened.mapping:
        return Mapping(tuple(opened.entries), opened.place)
    return Sequence(tuple(opened.items), opened.place)


def _added(parent: _Open, node: Node, findings: list[Finding]) -> None:
    if not parent.mapping:
        parent.items.append(node)
    elif parent.key is None:
        assert isinstance(node, Scalar)
        parent.key = node
    else:
        if parent.key.text in parent.names:
            findings.append(finding("source.name_repeated", parent.key.place, word=parent.key.text[:80]))
        else:
            parent.names.add(parent.key.text)
            parent.entries.append((parent.key, node))
        parent.key = None
