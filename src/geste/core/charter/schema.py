"""Schema: the shape of a charter for editors, as JSON Schema 2020-12. What a text means, parser and checker say."""

from typing import get_args

from geste.core import limits
from geste.core.charter import schema_conditions as conditions
from geste.core.charter import syntax
from geste.core.charter.parser import REQUIRED, SECTIONS
from geste.core.charter.schema_conditions import Schema, choice, named, one_of, ref
from geste.core.charter.vocabulary import GESTURE_KINDS, LOSS_KINDS, NOBODY, RESPONSIBILITIES, SEVERITIES
from geste.core.money import known_currencies

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RULE_ID = r"^[A-Za-z][A-Za-z0-9_.-]{0,79}$"
NAME = r"^[a-z][a-z0-9_]{0,59}$"
AMOUNT = r"^\d{1,15}(\.\d{1,4})?( [A-Z]{3})?$"
_SHARES = {"severity": SEVERITIES, "responsibility": RESPONSIBILITIES}
SIMPLE_TYPES = ("yes_no", "number", "money", "text", "time")

_DESCRIPTIONS = {
    "charter": "The id of the charter.",
    "name": "What the charter is called.",
    "version": "The number of this version, counted from 1.",
    "currency": "The currency of every amount, by its ISO 4217 code.",
    "effective": "The day from which this version holds: 2026-05-01.",
    "sector": "A public service treats everyone alike: no customer value, no gifts of money beyond the law.",
    "signed_by": "Who signed it.",
    "purpose": "What we are here for, in one sentence.",
    "distinctive": "One line: what is distinctive about how we treat people.",
    "guidelines": f"At most about {limits.GUIDELINES} sentences in plain words.",
    "trust_line": "Up to this amount no note is asked. Default 50.",
    "case_cap": "What all gestures of one case together may come to, unless a role has a cap of its own. Default 500.",
    "facts": "What may be asked about a case, nested by name.",
    "parameters": "Numbers apart from the rules: a number, amount, share, length of time, set of words or table.",
    "scopes": "What earlier gestures are counted by, beside case, customer, agent, instrument, contact, team and site.",
    "roles": "Who there is, who inherits from whom, and what each may give per case in all.",
    "gestures": "What people may give or do for a customer.",
    "clauses": "Rules by name, for several gestures at once.",
    "bendable": "Rules that people may bend, and how far.",
    "red_lines": "What is not negotiable, and what to offer instead.",
    "owed": "What law, contract or a promise owes the customer. Never a gesture.",
    "limits": "How often or how much may be given in a rolling window.",
    "envelopes": "Money set aside for a period.",
    "margin": "What is left of a price after a gesture, and the floor that a sale keeps.",
    "sizing": "How large a suggestion is. It never decides what may be given.",
    "one_hop": "Who answers yes or no within minutes, and what silence means.",
}


def json_schema() -> Schema:
    """Return the JSON Schema of a charter's YAML, every size and word taken from what the parser itself uses."""
    sections = _sections()
    assert sections.keys() == set(SECTIONS)
    return {
        "$schema": DIALECT,
        "title": "Geste charter",
        "description": "What the person in front of the customer may give, on the spot.",
        **named({name: {"description": _DESCRIPTIONS[name], **sections[name]} for name in SECTIONS}, *REQUIRED),
        "$defs": {**_words(), **conditions.definitions(), **_shared()},
    }


def _sections() -> dict[str, Schema]:
    return {
        "charter": {"type": "string", "pattern": RULE_ID},
        "name": ref("text"),
        "version": one_of({"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^[1-9]\d*$"}),
        "currency": {"enum": list(known_currencies())},
        "effective": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "sector": choice(*get_args(syntax.Sector)),
        "signed_by": ref("words"),
        "purpose": ref("text"),
        "distinctive": ref("text"),
        "guidelines": ref("texts"),
        "trust_line": ref("money"),
        "case_cap": ref("money"),
        "facts": _section(ref("fact"), NAME, limits.FACTS),
        "parameters": _section(_parameter(), NAME, limits.FACTS),
        "scopes": one_of(ref("words"), _section(one_of(ref("text"), _scope()), NAME, limits.FACTS)),
        "roles": _section(_role(), NAME, limits.ROLES),
        "gestures": _section(_gesture(), RULE_ID, limits.GESTURES),
        "clauses": _section(_clause(), RULE_ID, limits.CLAUSES),
        "bendable": _section(_bend(), RULE_ID, limits.GESTURES),
        "red_lines": _section(_red_line(), RULE_ID, limits.RED_LINES),
        "owed": _section(_owed(), RULE_ID, limits.GESTURES),
        "limits": _section(_limit(), RULE_ID, limits.LIMITS),
        "envelopes": _section(_envelope(), RULE_ID, limits.ENVELOPES),
        "margin": _margin(),
        "sizing": _sizing(),
        "one_hop": _one_hop(),
    }


def _scope() -> Schema:
    """A scope in full: what it is called, and the fact that tells one from another."""
    return named({"label": ref("text"), "by": {"type": "string", "minLength": 1}}, "by")


def _section(entry: Schema, names: str, limit: int) -> Schema:
    """A section of named entries; one without any is written empty."""
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": names},
        "maxProperties": limit,
        "additionalProperties": entry,
    }


def _words() -> dict[str, Schema]:
    text = {"type": "string", "minLength": 1, "maxLength": limits.SCALAR_CHARACTERS}
    return {
        "text": {
            "description": "Words in English and French, or one sentence for both.",
            **one_of(text, {**named({"en": text, "fr": text}), "minProperties": 1}),
        },
        "texts": one_of(ref("text"), {"type": "array", "items": ref("text")}),
        "word": {"type": ["string", "number", "boolean"]},
        "words": one_of({"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}),
        "yes_no": {"enum": ["yes", "no", "oui", "non", True, False]},
        "money": {
            "description": "An amount in the charter's currency: 500, 74.50 or 500 AUD.",
            **one_of({"type": "number", "minimum": 0}, {"type": "string", "pattern": AMOUNT}),
        },
        "percent": {"type": "string", "pattern": r"^\d{1,4}(\.\d{1,2})? ?%$", "description": "A share: 8 % or 7.5 %."},
        "duration": {
            "type": "string",
            "pattern": r"^\d{1,6} ?(second|minute|hour|day|month|year)s?$",
            "description": "A length of time: 10 minutes, 24 hours, 12 months.",
        },
    }


def _shared() -> dict[str, Schema]:
    bend = named({"bend": {"type": "string"}}, "bend")
    outcomes = tuple(outcome for outcome in get_args(syntax.Outcome) if outcome != "bend")
    figures = named({"exactly": ref("amount"), "at_most": ref("amount"), "at_least": ref("amount")})
    return {
        "fact": _fact(),
        "roles": {"description": f"Role ids, or “{NOBODY}”. Without it: everyone.", **ref("words")},
        "covers": {"description": "Ids or kinds of gestures. Without it: all of them.", **ref("words")},
        "otherwise": {
            "description": "What it means when the condition does not hold. Default: beyond.",
            **one_of(choice(*outcomes), bend),
        },
        "amount_rule": {
            "description": "No amount, or what it must be.",
            **one_of(choice("none"), {**figures, "minProperties": 1}, ref("rounding")),
        },
        "rounding": {
            "description": "What a fact holds above a whole number of these: of 2.04, down to 0.10, it is 0.04.",
            **named({"round_down": {"type": "string"}, "to": ref("quantity")}, "round_down", "to"),
        },
    }


def _fact() -> Schema:
    """A fact in short, a fact in full (it has a `type`), or a group of facts."""
    words: Schema = {"type": "array", "items": ref("word"), "minItems": 1, "maxItems": limits.WORDS}
    short = one_of(choice(*SIMPLE_TYPES), words)
    called: Schema = {"type": "object", "additionalProperties": ref("text"), "minProperties": 1}
    values = {"description": "The words it can be, alone or each with what it is called.", **one_of(words, called)}
    range_ = {"min": {"type": ["number", "string"]}, "max": {"type": ["number", "string"]}}
    about = {"label": ref("text"), "unit": {"type": "string"}}
    kinds = {"type": choice(*SIMPLE_TYPES, "one_of")}
    field = one_of(*short["anyOf"], named({**kinds, "values": values, **range_, **about}, "type"))
    in_full = named(
        {
            "type": choice(*SIMPLE_TYPES, "one_of", "list"),
            "values": values,
            "of": one_of(*short["anyOf"], {"type": "object", "additionalProperties": field, "minProperties": 1}),
            **range_,
            **about,
            "ask": ref("text"),
            "from": choice("record", "customer", "agent"),
            "assume": ref("word"),
        },
        "type",
    )
    group: Schema = {
        "type": "object",
        "not": {"required": ["type"]},
        "propertyNames": {"pattern": NAME},
        "additionalProperties": ref("fact"),
    }
    return {**one_of(*short["anyOf"], in_full, group)}


def _parameter() -> Schema:
    cell = {"type": ["number", "string"]}
    cells = {"type": "object", "additionalProperties": one_of(cell, {"type": "object", "additionalProperties": cell})}
    gives = choice("number", "money", "percent")
    table = named({"label": ref("text"), "by": ref("words"), "gives": gives, "is": cells}, "by", "gives", "is")
    plain = one_of({"type": ["number", "string"]}, {"type": "array", "items": ref("word"), "minItems": 1})
    return one_of(*plain["anyOf"], named({"label": ref("text"), "value": plain}, "value"), table)


def _role() -> Schema:
    kind = choice(*get_args(syntax.ActorKind))
    role = named({**_refs({"name": "text", "cap": "money"}), "is": {"type": "string"}, "kind": kind})
    return {**role, "type": ["object", "null"]}


def _gesture() -> Schema:
    by_role = {"type": "object", "additionalProperties": ref("money"), "minProperties": 1}
    books = tuple(book for book in get_args(syntax.Books) if book != "owed")
    return named(
        {
            "name": ref("text"),
            "kind": choice(*GESTURE_KINDS),
            "for": ref("roles"),
            "cap": {"description": "The most for one case, in all or by role.", **one_of(ref("amount"), by_role)},
            "amount": ref("amount_rule"),
            "real_cost": {"description": "What it really costs: none, an amount, or a share of it.", **ref("amount")},
            "books": choice(*books),
            "line": choice(*get_args(syntax.Line)),
            "when": ref("condition"),
            "otherwise": ref("otherwise"),
            "repairs": {"type": ["array", "string"], "items": choice(*LOSS_KINDS)},
            "proactive": choice(*get_args(syntax.Proactive)),
            "steps": ref("texts"),
            "say": ref("text"),
        },
        "name",
        "kind",
    )


def _clause() -> Schema:
    fields = {"says": "text", "covers": "covers", "for": "roles", "when": "condition", "require": "condition"}
    excepted = {"except": {"description": "Ids or kinds of gestures it is not about.", **ref("words")}}
    return named(excepted | _refs(fields | {"otherwise": "otherwise"}), "says", "require")


def _bend() -> Schema:
    return named(_refs({"says": "text", "name": "text", "for": "roles", "when": "condition"}), "says")


def _red_line() -> Schema:
    forbids = {"description": "everything, money, or ids and kinds of gestures. Default: everything.", **ref("words")}
    fields = _refs({"says": "text", "when": "condition", "instead": "words", "help": "text"})
    return named({**fields, "forbids": forbids}, "says")


def _owed() -> Schema:
    exact = one_of(choice("none"), named({"exactly": ref("amount")}, "exactly"), ref("rounding"))
    fields = {"because": choice(*get_args(syntax.Because)), "amount": exact, "books": choice("owed")}
    return named({**_refs({"name": "text", "when": "condition", "say": "text"}), **fields}, "name", "because")


def _limit() -> Schema:
    times = {"type": ["integer", "string"], "minimum": 0, "maximum": limits.HISTORY_ITEMS}
    at_most = {**named({"times": times, "amount": ref("amount")}), "minProperties": 1}
    fields = {"says": "text", "within": "duration", "covers": "covers", "for": "roles", "when": "condition"}
    others = _refs(fields | {"otherwise": "otherwise", "guidance": "yes_no"})
    return named({**others, "per": {"type": "string"}, "at_most": at_most}, "per", "at_most")


def _envelope() -> Schema:
    fields = _refs({"name": "text", "amount": "money", "covers": "covers", "for": "roles"})
    words = {"every": choice(*get_args(syntax.Period)), "line": choice(*get_args(syntax.Line))}
    each = {"each": choice(*get_args(syntax.Each))}
    return named({**fields, **words, **each}, "name", "amount")


def _margin() -> Schema:
    fact = {"type": "string", "description": "A money fact by its path."}
    share = one_of(ref("percent"), ref("expression"))
    floor = {"floor": share, **_refs({"says": "text", "covers": "covers", "otherwise": "otherwise"})}
    wholly = {word: ["floor", "says"] for word in floor}
    return {**named({"price": fact, "cost": fact, **floor}, "price", "cost"), "dependentRequired": wholly}


def _sizing() -> Schema:
    shares = {word: named(dict.fromkeys(words, ref("percent"))) for word, words in _SHARES.items()}
    uplift = named(_refs({"when": "condition", "percent": "percent", "says": "text"}))
    return named({"loss": ref("amount"), **shares, "uplift": uplift, **_refs({"floor": "money", "ceiling": "percent"})})


def _one_hop() -> Schema:
    fields = _refs({"answer_within": "duration", "up_to": "money", "silence_up_to": "money"})
    silence = choice(*get_args(syntax.Silence))
    return named({**fields, "to": {"type": "string"}, "on_silence": silence}, "to", "answer_within")


def _refs(fields: dict[str, str]) -> dict[str, Schema]:
    return {name: ref(definition) for name, definition in fields.items()}
