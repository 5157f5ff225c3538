"""Written declarations: facts and parameters of a charter as they stand in its canonical text."""

from geste.core.charter.blocks import Spelled, present, quoted, word
from geste.core.charter.spelling import spell_percent, spell_span
from geste.core.charter.types import Money, Number, Percent, Records, Type, Words, WordSet, is_quantity, type_name
from geste.core.charter.vocabulary import FactDeclaration, Parameter, Table, Text
from geste.core.money import Currency, format_amount


def write_text(text: Text | None) -> Spelled | None:
    """Return words in two languages; one text where both are the same."""
    if text is None:
        return None
    return quoted(text.en) if text.en == text.fr else {"en": quoted(text.en), "fr": quoted(text.fr)}


class DeclarationSpeller:
    """Spells facts and parameters in one currency."""

    def __init__(self, currency: Currency) -> None:
        self.currency = currency

    def money(self, minor: int) -> str:
        """Return an amount."""
        return format_amount(minor, self.currency)

    def facts(self, facts: tuple[FactDeclaration, ...]) -> Spelled | None:
        """Return facts nested by the parts of their path, as they are declared and sent."""
        root: dict[str, Spelled] = {}
        for fact in facts:
            *groups, name = fact.path.split(".")
            _group(root, groups)[name] = self._fact(fact)
        return root or None

    def parameter(self, parameter: Parameter) -> Spelled:
        """Return the value of a parameter, with what it is called if that is said."""
        if isinstance(parameter.value, Table):
            return present(label=write_text(parameter.label), **self._table(parameter.value))
        value = self._plain(parameter)
        return value if parameter.label is None else present(label=write_text(parameter.label), value=value)

    def _plain(self, parameter: Parameter) -> Spelled:
        assert not isinstance(parameter.value, Table)
        if parameter.span is not None:
            return spell_span(parameter.span)
        constant = parameter.value
        if isinstance(constant.type, WordSet):
            return [word(text) for text in constant.type.values]
        if isinstance(constant.type, Money):
            return f"{self._value(constant.value, constant.type)} {self.currency.code}"
        return self._value(constant.value, constant.type)

    def _fact(self, fact: FactDeclaration) -> Spelled:
        return present(
            **self._type(fact),
            label=write_text(fact.label),
            unit=quoted(fact.unit) if fact.unit else None,
            ask=write_text(fact.ask),
            from_=fact.origin,
            assume=None if fact.assumed is None else self._value(fact.assumed, fact.type),
        )

    def _type(self, fact: FactDeclaration) -> dict[str, Spelled]:
        match fact.type:
            case Number(low, high):
                return {"type": "number", "min": str(low), "max": str(high)}
            case Money(low, high):
                return {"type": "money", "min": self.money(low), "max": self.money(high)}
            case Words(values) if fact.words:
                return {"type": "one_of", "values": {text: write_text(label) or "" for text, label in fact.words}}
            case Words(values):
                return {"type": "one_of", "values": [word(text) for text in values]}
            case Records(fields):
                return {"type": "list", "of": {name: self._field(fact, name, kind) for name, kind in fields}}
        return {"type": type_name(fact.type)}

    def _field(self, fact: FactDeclaration, name: str, kind: Type) -> Spelled:
        """A field of a list's elements: in short, unless it has words or a range of its own."""
        declared = fact.field(name)
        if declared is None and isinstance(kind, Words):
            return [word(text) for text in kind.values]
        if declared is None and (not is_quantity(kind) or kind in (Number(), Money())):
            return type_name(kind)
        field = declared or FactDeclaration(name, kind)
        unit = quoted(field.unit) if field.unit else None
        return present(**self._type(field), label=write_text(field.label), unit=unit)

    def _value(self, value: object, kind: Type) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(kind, Money) and isinstance(value, int):
            return self.money(value)
        if isinstance(kind, Percent) and isinstance(value, int):
            return spell_percent(value)
        if isinstance(value, int):
            return str(value)
        return quoted(value if isinstance(value, str) else getattr(value, "isoformat", lambda: str(value))())

    def _table(self, table: Table) -> dict[str, Spelled]:
        cells: dict[str, Spelled] = {}
        for words, value in table.cells:
            _group(cells, words[:-1])[words[-1]] = self._value(value, table.gives)
        return {"by": [word(path) for path in table.keys], "gives": type_name(table.gives), "is": cells}


def _group(root: dict[str, Spelled], names: list[str] | tuple[str, ...]) -> dict[str, Spelled]:
    """The named values nested under `names`, made where they are missing."""
    group = root
    for name in names:
        inner = group.setdefault(name, {})
        assert isinstance(inner, dict)
        group = inner
    return group
