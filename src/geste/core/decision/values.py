"""Values: reads JSON values as the types a charter declares, strictly, noting the path of each mistake."""

from collections.abc import Mapping

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter.types import FreeText, Money, Number, Records, Time, Type, Words, YesNo, type_name
from geste.core.findings import NOWHERE, Finding, finding, nearest
from geste.core.money import AmountRefused, Currency, format_amount


class ValueReader:
    """Reads values of one request; mistakes gather in `findings`."""

    def __init__(self, currency: Currency) -> None:
        self._currency = currency
        self.findings: list[Finding] = []

    def refuse(self, code: str, path: str, **values: str | int) -> None:
        """Note a mistake at a path."""
        self.findings.append(finding(code, NOWHERE, "error", path=path, **values))

    def named(self, value: object, path: str, known: tuple[str, ...]) -> Mapping[str, object]:
        """A JSON object with known names; a missing one is empty."""
        if value is None and path:
            return {}
        if not isinstance(value, Mapping):
            self.refuse("input.wrong_type", path, expected="object", found=json_name(value))
            return {}
        for name in value:
            if name not in known:
                at = f"{path}.{name}" if path else str(name)
                self.refuse("input.not_known", at[:200], word=str(name)[:80], nearest=nearest(str(name), known))
        return value

    def typed(self, kind: Type, value: object, at: str) -> object:
        """Return a JSON value as the type a fact is declared with; None after noting why it is not."""
        match kind:
            case YesNo():
                return value if isinstance(value, bool) else self._wrong(kind, value, at)
            case Number(low, high):
                if not isinstance(value, int) or isinstance(value, bool):
                    return self._wrong(kind, value, at)
                return value if low <= value <= high else self._outside(at, _digits(value), str(low), str(high))
            case Money():
                return self.amount(value, at, kind)
            case Words(values):
                if not isinstance(value, str):
                    return self._wrong(kind, value, at)
                if value in values:
                    return value
                self.refuse("word.not_listed", at, word=value[:80], nearest=nearest(value, values))
                return None
            case FreeText():
                if not isinstance(value, str):
                    return self._wrong(kind, value, at)
                if len(value) <= limits.TEXT_CHARACTERS:
                    return value
                self.refuse("text.too_long", at, limit=limits.TEXT_CHARACTERS)
                return None
            case Time():
                moment = literals.moment(value) if isinstance(value, str) else None
                return moment if moment is not None else self._wrong(kind, value, at)
            case Records(fields):
                return self._records(fields, value, at)
        return self._wrong(kind, value, at)

    def _records(
        self, fields: tuple[tuple[str, Type], ...], value: object, at: str
    ) -> tuple[dict[str, object], ...] | None:
        if not isinstance(value, list):
            self._wrong(Records(fields), value, at)
            return None
        if len(value) > limits.LIST_ITEMS:
            self.refuse("list.too_long", at, limit=limits.LIST_ITEMS)
            return None
        names = tuple(name for name, _ in fields)
        records = []
        for index, element in enumerate(value):
            place = f"{at}[{index}]"
            if names == ("value",) and not isinstance(element, Mapping):
                element = {"value": element}  # noqa: PLW2901
            given = self.named(element, place, names)
            record: dict[str, object] = {}
            for name, kind in fields:
                raw = given.get(name)
                record[name] = None if raw is None else self.typed(kind, raw, f"{place}.{name}")
            records.append(record)
        return tuple(records)

    def amount(self, value: object, at: str, kind: Money) -> int | None:
        """Return the minor units of a decimal text within a range; None after noting why it is not."""
        currency = self._currency
        if not isinstance(value, str):
            self.refuse("amount.not_text", at, found=json_name(value), currency=currency.code)
            return None
        minor = read_amount(value, currency)
        if isinstance(minor, str):
            self.refuse(minor, at, found=value[:40], currency=currency.code)
            return None
        if not kind.low <= minor <= kind.high:
            if minor < 0 <= kind.low:
                self.refuse("amount.negative", at, found=value[:40])
                return None
            low, high = (format_amount(bound, currency) for bound in (kind.low, kind.high))
            self._outside(at, value[:40], low, high)
            return None
        return minor

    def _wrong(self, kind: Type, value: object, at: str) -> object:
        """Note a value of the wrong type; there is nothing to return, which callers pass on."""
        self.refuse("input.wrong_type", at, expected=type_name(kind), found=json_name(value))
        return None

    def _outside(self, at: str, found: str, low: str, high: str) -> object:
        self.refuse("input.out_of_range", at, found=found[:40], low=low, high=high)
        return None


def read_amount(text: str, currency: Currency) -> int | str:
    """Return the minor units a decimal text spells, or the code of what is wrong with it."""
    try:
        minor = literals.amount(text, currency)
    except literals.WrongCurrency:
        return "amount.wrong_currency"
    except AmountRefused as refused:
        return refused.code
    return "amount.unreadable" if minor is None else minor


def _digits(number: int) -> str:
    """A number as text; one so long that Python would refuse to spell it, by its size."""
    return str(number) if abs(number) < 10**30 else f"{'-' if number < 0 else ''}10^30…"


def json_name(value: object) -> str:
    """Return what kind of JSON value this is, in the words of the charter language."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes_no"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list():
            return "list"
    return "object"
