"""Fields: a charter's declared facts as a form, and what was typed into it as the charter's own values."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from geste.apps.cases.models import Case, Kind
from geste.core.charter.syntax import Charter
from geste.core.charter.types import Money, Number, Records, Time, Type, Words, YesNo, type_name
from geste.core.charter.vocabulary import ASKED, PROPOSAL, RESPONSIBILITY, FactDeclaration
from geste.core.findings import Finding
from geste.core.money import AmountRefused, Currency, parse_amount
from geste.interfaces.web.speech import amount, figure, language, measure, moment, own, sign, unit, word
from geste.phrases.speak import say_finding

FACT, CONFIRMED = "fact:", "confirmed:"
OF_A_LOSS = ("case.loss", "case.severity")
SHOWN_BUILT_INS = (*OF_A_LOSS, RESPONSIBILITY)
SPACES = re.compile(r"[\s\u00a0\u202f']")
THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
DECIMAL = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to pick."""

    value: str
    label: str
    is_picked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One fact as a form shows it."""

    path: str
    label: str
    hint: str
    kind: str
    value: str
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    may_confirm: bool = False
    is_confirmed: bool = False
    is_asked: bool = False
    problem: str = ""
    card: str = ""

    @property
    def element(self) -> str:
        """The id of the field's element on the page; on a card it begins with the card's."""
        return f"{self.card}-{element_of(self.path)}" if self.card else element_of(self.path)


@dataclass(frozen=True, slots=True)
class FactForm:
    """What a form of facts held when it was sent: texts as they were typed, and which were ticked as confirmed."""

    typed: Mapping[str, str]
    confirmed: frozenset[str]

    def only(self, paths: Collection[str]) -> "FactForm":
        """Return the same form with nothing typed but these facts."""
        return FactForm({path: text for path, text in self.typed.items() if path in paths}, self.confirmed)


NOTHING_STATED = FactForm({}, frozenset())


def fields_for(
    charter: Charter,
    case: Case,
    zone: tzinfo | None,
    *,
    asked: frozenset[str],
    form: FactForm,
    problems: Mapping[str, str],
) -> tuple[Field, ...]:
    """Return a field for each fact of a case; what was typed stays as typed, with what is wrong with it."""
    shown = []
    for declaration in _shown(charter, case.kind, asked):
        path = declaration.path
        value, is_claimed = stated(case.facts, path)
        is_typed = path in form.typed
        text = form.typed[path] if is_typed else as_typed(declaration.type, value, charter.currency, zone)
        shown.append(
            field_for(
                declaration,
                text,
                currency=charter.currency,
                is_asked=path in asked,
                is_confirmed=path in form.confirmed if is_typed else value is not None and not is_claimed,
                is_claimed=is_claimed,
                problem=problems.get(path, ""),
            )
        )
    return tuple(shown)


def field_for(  # noqa: PLR0913 - each is one visible part of the field
    declaration: FactDeclaration,
    text: str,
    *,
    currency: Currency,
    is_asked: bool = False,
    is_confirmed: bool = False,
    is_claimed: bool = False,
    problem: str = "",
) -> Field:
    """Return the field of one fact, holding `text`."""
    return Field(
        path=declaration.path,
        label=label_of(declaration),
        hint=_hint(declaration, is_asked=is_asked),
        kind=type_name(declaration.type),
        value=text,
        choices=_choices(declaration, text),
        unit=unit_of(declaration, currency),
        may_confirm=declaration.is_claim or is_claimed,
        is_confirmed=is_confirmed,
        is_asked=is_asked,
        problem=problem,
    )


def _hint(declaration: FactDeclaration, *, is_asked: bool) -> str:
    """What helps to answer: the charter's own question while it is open, and that blame decides nothing."""
    if declaration.path == RESPONSIBILITY:
        return _("It never decides what you may give.")
    return own(declaration.ask) if is_asked and declaration.ask else ""


def element_of(path: str) -> str:
    """Return the id a fact's field has on the page."""
    return f"fact-{path.replace('.', '-')}"


def label_of(declaration: FactDeclaration) -> str:
    """Return what a fact is called."""
    built_in = {
        "case.loss": _("What the customer lost"),
        "case.severity": _("How bad it is for them"),
        RESPONSIBILITY: _("Whose doing it was"),
        ASKED: _("The customer asked for it"),
        "proposal.amount": _("Amount"),
        "proposal.gesture": _("Gesture"),
    }
    if declaration.label is not None:
        return own(declaration.label)
    return built_in.get(declaration.path) or word(declaration.path.rpartition(".")[2]).capitalize()


def said_value(declaration: FactDeclaration, value: object, currency: Currency, zone: tzinfo | None) -> str:
    """Return a fact's value as people read it: amounts with their currency, numbers with their unit."""
    match declaration.type:
        case Money():
            return amount(parse_amount(str(value), currency), currency)
        case Number():
            return measure(int(str(value)), declaration.unit)
        case Time():
            return moment(datetime.fromisoformat(str(value)).astimezone(zone))
        case Words() | YesNo():
            text = as_typed(declaration.type, value, currency, zone)
            return _word_of(declaration, text)
    return as_typed(declaration.type, value, currency, zone)


def _word_of(declaration: FactDeclaration, value: str) -> str:
    label = declaration.word_label(value)
    return word(value, is_built_in=declaration.built_in) if label is None else own(label)


def unit_of(declaration: FactDeclaration, currency: Currency) -> str:
    """Return the word or sign that follows a fact's value."""
    if isinstance(declaration.type, Money):
        return sign(currency)
    return unit(declaration.unit) if declaration.unit else ""


def say_problem(found: Finding, charter: Charter) -> str:
    """Return what is wrong with something typed, naming the field as the form names it, not by its path."""
    values = dict(found.values)
    path = str(values.get("path", "")).removeprefix("facts.")
    declared = charter.vocabulary.facts.get(path)
    values["path"] = label_of(declared) if declared is not None else path
    return say_finding(found._replace(values=tuple(values.items())), language())


def stated(facts: Mapping[str, object], path: str) -> tuple[object, bool]:
    """Return the value at a dotted path, and whether it is marked as claimed only."""
    value: object = facts
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        return next(iter(value.values()), None), "claimed" in value
    return value, False


def as_typed(kind: Type, value: object, currency: Currency, zone: tzinfo | None) -> str:
    """Return a fact's value as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(kind, Money):
        try:
            return figure(parse_amount(str(value), currency), currency)
        except AmountRefused:
            return str(value)
    if isinstance(kind, Time):
        at = datetime.fromisoformat(str(value))
        return at.astimezone(zone).isoformat(timespec="minutes")[:16]
    if isinstance(kind, Records) and isinstance(value, list):
        return ngettext("%(number)d entry", "%(number)d entries", len(value)) % {"number": len(value)}
    return str(value)


def fact_form(posted: Mapping[str, str]) -> FactForm:
    """Return what a form of facts holds."""
    typed = {name.removeprefix(FACT)[:200]: text for name, text in posted.items() if name.startswith(FACT)}
    return FactForm(typed, frozenset(path for path in typed if f"{CONFIRMED}{path}" in posted))


def read_fields(charter: Charter, posted: Mapping[str, str], zone: tzinfo) -> dict[str, object]:
    """Return the facts a form states, in the wire form, by path.

    Nothing is judged here: what is not of its type goes on as it is, for the core to say what is wrong with it.
    """
    facts, form = charter.vocabulary.facts, fact_form(posted)
    stated_facts: dict[str, object] = {}
    for path, text in form.typed.items():
        declaration = facts.get(path)
        if declaration is not None and isinstance(declaration.type, Records):
            continue
        value = wire_value(None if declaration is None else declaration.type, text.strip(), zone)
        claims = declaration is not None and (declaration.is_claim or f"{CONFIRMED}{path}?" in posted)
        if claims and value is not None:
            value = {"confirmed" if path in form.confirmed else "claimed": value}
        stated_facts[path] = value
    return stated_facts


def wire_value(kind: Type | None, text: str, zone: tzinfo | None) -> object:
    """Return what a typed text means for a fact of this type; text that means nothing stays text."""
    if not text:
        return None
    if isinstance(kind, YesNo):
        return {"yes": True, "no": False}.get(text, text)
    if isinstance(kind, Number):
        digits = SPACES.sub("", text)
        return int(digits) if INTEGER.fullmatch(digits) else text
    if isinstance(kind, Money):
        return plain_amount(text)
    if isinstance(kind, Time):
        return _moment(text, zone)
    return text


def plain_amount(text: str) -> str:
    """Return an amount as the core reads it, from how people type one: `1,250.50`, « 1 250,50 », `12.5`.

    What is no amount stays as it was typed, for the core to quote.
    """
    digits = SPACES.sub("", text)
    if language() == "en" and THOUSANDS.fullmatch(digits):
        return digits.replace(",", "")
    return digits.replace(",", ".") if DECIMAL.fullmatch(digits) else text.strip()


def _moment(text: str, zone: tzinfo | None) -> str:
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return text
    return (value if value.tzinfo else value.replace(tzinfo=zone)).isoformat(timespec="seconds")


def _shown(charter: Charter, kind: str, asked: frozenset[str]) -> list[FactDeclaration]:
    """The facts a form asks for. Where nothing went wrong, nobody asks how bad it was, let alone whose doing."""
    facts = charter.vocabulary.facts
    is_asked_for = any(gesture.proactive == "forbidden" for gesture in charter.gestures)
    failure = SHOWN_BUILT_INS if kind == Kind.COMPLAINT else tuple(path for path in OF_A_LOSS if path in asked)
    built_ins = [*failure, *([ASKED] if is_asked_for else [])]
    own = [fact for fact in charter.facts if not fact.built_in and not fact.path.startswith(PROPOSAL)]
    return [*(facts[path] for path in built_ins if path in facts), *own]


def _choices(declaration: FactDeclaration, text: str) -> tuple[Choice, ...]:
    kind = declaration.type
    values = ("yes", "no") if isinstance(kind, YesNo) else kind.values if isinstance(kind, Words) else ()
    if not values:
        return ()
    assumed = as_typed(kind, declaration.assumed, Currency("", 0), None)
    if assumed and text in ("", *values):
        # The assumption stands until somebody says otherwise; choosing it states nothing.
        return tuple(_assumed_choice(declaration, value, text, assumed) for value in values)
    in_words = [(value, _word_of(declaration, value)) for value in values]
    picked = [Choice(value=value, label=label, is_picked=value == text) for value, label in in_words]
    nothing = Choice(value="", label=pgettext("of a fact", "not known"), is_picked=text not in values)
    return (nothing, *picked)


def _assumed_choice(declaration: FactDeclaration, value: str, text: str, assumed: str) -> Choice:
    label = _word_of(declaration, value)
    if value != assumed:
        return Choice(value=value, label=label, is_picked=value == text)
    is_stated = value == text
    label = label if is_stated else _("%(word)s, assumed") % {"word": label}
    return Choice(value=value if is_stated else "", label=label, is_picked=text in ("", value))
