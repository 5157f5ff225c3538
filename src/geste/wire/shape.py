"""Shape: the records that msgspec reads a request into, made from the names and types one charter declares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from geste.core import limits
from geste.core.charter.types import FreeText, Money, Number, Records, Time, Type, Words, YesNo
from geste.core.charter.vocabulary import PROPOSAL
from geste.core.decision.plan import Plan
from geste.core.decision.request import Layout

_LARGEST = 2**63 - 1
_NEEDED = frozenset({"actor", "actor.role", "proposal.gesture", "given.gesture", "given.scopes"})

Tree = Mapping[str, Any]
"""What may stand in a JSON object: types by name; a tree is an object within."""


@dataclass(frozen=True, slots=True)
class Group:
    """A JSON object: the record it is read into, and by name the attributes of that record and the objects within.

    What is null or not there is None in the record; nothing may be there that has no name here. An attribute is called
    as in JSON, but for names that Python does not take.
    """

    record: type[msgspec.Struct]
    attributes: Mapping[str, str]
    groups: Mapping[str, "Group"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the requests of one charter are read: the whole, and the elements of lists by path.

    A list of single values has no group of its own.
    """

    request: Group
    elements: Mapping[str, Group]


def shape_of(plan: Plan, layout: Layout) -> Shape:
    """Return the shape of a charter's requests."""
    vocabulary = plan.charter.vocabulary
    types = {path: vocabulary.facts[path].type for path in (*layout.values, *layout.proposed)}
    elements = {path: _element(kind) for path, kind in types.items() if isinstance(kind, Records) and not is_flat(kind)}
    facts = {path: _told(_read_as(kind, elements.get(path))) for path, kind in types.items()}
    own = {path.removeprefix(PROPOSAL): facts[path] for path in layout.proposed}
    scopes = _list_of(_one_of(vocabulary.scopes), len(vocabulary.scopes))
    given = _group({"gesture": str, "amount": str, "at": str, "scopes": scopes}, "given.")
    request = {
        "id": Annotated[str, Meta(max_length=limits.ID_CHARACTERS)] | Annotated[int, Meta(ge=-_LARGEST, le=_LARGEST)],
        "actor": {"role": _one_of(plan.roles), "kind": Literal["agent", "assistant"]},
        "facts": _nested({path: facts[path] for path in layout.values}),
        "standing": {
            "given": _list_of(given.record, limits.HISTORY_ITEMS),
            "envelopes": {envelope.id: {"left": str} for envelope in plan.charter.envelopes},
        },
        "proposal": {"gesture": _one_of(each.id for each in plan.gestures), "amount": str, **_nested(own)},
    }
    return Shape(_group(request), elements)


def is_flat(kind: Records) -> bool:
    """Return whether a list holds single values rather than records of named ones."""
    return tuple(name for name, _ in kind.fields) == ("value",)


def _group(tree: Tree, path: str = "") -> Group:
    """Return the group of a tree whose names stand under `path` in `_NEEDED`, where they must be there."""
    groups = {name: _group(inner, f"{path}{name}.") for name, inner in tree.items() if isinstance(inner, Mapping)}
    attributes = {name: _attribute(name, index) for index, name in enumerate(tree)}
    fields: list[Any] = []
    for name, attribute in attributes.items():
        kind = groups[name].record if name in groups else tree[name]
        fields.append((attribute, kind) if f"{path}{name}" in _NEEDED else (attribute, kind | None, None))
    record = msgspec.defstruct(
        "Group",
        fields,
        rename={attribute: name for name, attribute in attributes.items()},
        forbid_unknown_fields=True,
        kw_only=True,
        gc=False,
    )
    return Group(record, attributes, groups)


def _attribute(name: str, index: int) -> str:
    return name if name.isidentifier() and not iskeyword(name) else f"_{index}"


def _nested(types: Mapping[str, Any]) -> dict[str, Any]:
    """The tree of types by dotted path."""
    tree: dict[str, Any] = {}
    for path, kind in types.items():
        inner = tree
        *groups, name = path.split(".")
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[name] = kind
    return tree


def _read_as(kind: Type, element: Group | None) -> Any:
    """What msgspec reads a value of the charter as: texts that spell amounts and moments are left as they are."""
    match kind:
        case YesNo():
            return bool
        case Number(low, high):
            return Annotated[int, Meta(ge=low, le=high)]
        case Words(values):
            return _one_of(values)
        case Records(fields):
            return _list_of(element.record if element else _read_as(fields[0][1], None), limits.LIST_ITEMS)
        case Money() | Time():
            return str
    assert isinstance(kind, FreeText), "no charter declares a fact of another type"
    return Annotated[str, Meta(max_length=limits.TEXT_CHARACTERS)]


def _element(kind: Records) -> Group:
    return _group({name: _read_as(field, None) for name, field in kind.fields})


def _told(kind: Any) -> Any:
    """A bare value, or one that says whether it is confirmed, which null never is."""
    fields: list[Any] = [(word, kind | UnsetType, UNSET) for word in ("claimed", "confirmed")]
    return kind | msgspec.defstruct("Told", fields, forbid_unknown_fields=True, gc=False)


def _one_of(words: Iterable[str]) -> Any:
    return Literal[tuple(words)]


def _list_of(kind: Any, most: int) -> Any:
    return Annotated[list[kind], Meta(max_length=most)]
