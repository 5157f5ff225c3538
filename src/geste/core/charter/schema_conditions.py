"""Schema of conditions: the structured tests and amounts of a charter, and the few pieces any schema is made of."""

from typing import Any

from geste.core import limits
from geste.core.charter.conditions import GROUPS, SIZES, TESTS

Schema = dict[str, Any]
"""A JSON Schema: its values are whatever JSON has."""


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def choice(*words: str) -> Schema:
    """Return the schema of one of these words."""
    return {"enum": list(words)}


def one_of(*schemas: Schema) -> Schema:
    """Return the schema of a value that fits at least one of these."""
    return {"anyOf": list(schemas)}


def named(properties: dict[str, Schema], *required: str) -> Schema:
    """Return the schema of named values, no others allowed."""
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def definitions() -> dict[str, Schema]:
    """Return the definitions of expressions, conditions, tests and amounts."""
    quantity = {"type": ["number", "string"], "description": "A number, an amount, or an expression that gives one."}
    return {
        "expression": {
            "type": "string",
            "minLength": 1,
            "maxLength": limits.EXPRESSION_CHARACTERS,
            "description": "An expression in CEL, the Common Expression Language.",
        },
        "quantity": quantity,
        "amount": _amount(),
        "condition": _condition(),
        "test": _test(),
        "number_test": one_of(ref("quantity"), {**named(_sizes()), "minProperties": 1}),
        "given": _given(),
    }


def _amount() -> Schema:
    share = named({"percent": ref("percent"), "of": ref("amount")}, "percent", "of")
    share["properties"]["percent"] = one_of(ref("percent"), ref("expression"))
    extremes = [named({word: _list(ref("amount"), 2)}, word) for word in ("lowest_of", "highest_of")]
    return {
        "description": "An amount, an expression that gives one, a share of one, or the lowest or highest of several.",
        **one_of(ref("quantity"), share, *extremes),
    }


def _condition() -> Schema:
    groups = {
        **{name: _list(ref("condition"), 1) for name in ("all_of", "any_of", "none_of")},
        "not": ref("condition"),
        "confirmed": ref("words"),
        "given": ref("given"),
    }
    assert groups.keys() == set(GROUPS)
    tests: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": groups,
        "propertyNames": {"pattern": r"^[a-z][a-z0-9_.]*$"},
        "additionalProperties": ref("test"),
    }
    return {
        "description": "An expression, a list (all of them), or named tests (all of them).",
        **one_of(ref("expression"), {"type": "boolean"}, _list(ref("condition"), 1), tests),
    }


def _test() -> Schema:
    """What is asked of one fact: a value, one of several, or named tests."""
    tests: dict[str, Schema] = {
        **_sizes(),
        "in": one_of({"type": "string"}, _list(ref("word"), 1)),
        "not_in": one_of({"type": "string"}, _list(ref("word"), 1)),
        "between": {**_list(ref("quantity"), 2), "maxItems": 2},
        "within": {"type": "string"},
        "longer_ago_than": {"type": "string"},
        "before": {"type": "string"},
        "after": {"type": "string"},
        "any": ref("condition"),
        "all": ref("condition"),
        "none": ref("condition"),
        "count": {**named({"where": ref("condition"), **_sizes()}), "minProperties": 1},
        "size": ref("number_test"),
    }
    assert tests.keys() == set(TESTS)
    return one_of(ref("word"), _list(ref("word"), 1), {**named(tests), "minProperties": 1})


def _sizes() -> dict[str, Schema]:
    return {name: ref("word" if name in ("is", "is_not") else "quantity") for name in SIZES}


def _given() -> Schema:
    words = {"gesture": ref("words"), "on": {"type": "string"}, "within": {"type": "string"}}
    return {"description": "What was given before.", **named({**words, "times": ref("number_test")}, "gesture", "on")}


def _list(items: Schema, least: int) -> Schema:
    return {"type": "array", "items": items, "minItems": least}
