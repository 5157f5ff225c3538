"""Likeness in words: what a past case shares with the one at hand, and where it differs."""

from geste.core.charter.syntax import Charter
from geste.core.charter.types import Duration, Money, Percent
from geste.core.reasons import Reason
from geste.core.windows import Span
from geste.phrases import measures, names
from geste.phrases.catalogue import sentence
from geste.phrases.conditions import say_word


def say_likeness(
    reason: Reason, charter: Charter, language: str, write_amount: names.AmountWriter | None = None
) -> str:
    """Return a reason of `core.practice.nearest` in `language`, facts and values as the charter calls them."""
    path = str(reason.value("fact"))
    write = write_amount or names.plain_amounts(charter.currency, language)
    values = {name: _value(path, value, charter, language, write) for name, value in reason.values if name != "fact"}
    said = sentence(reason.code, language).format(fact=names.fact_label(charter, path, language), **values)
    return said[:1].upper() + said[1:]


def _value(path: str, value: str | int, charter: Charter, language: str, write: names.AmountWriter) -> str:
    declared = charter.vocabulary.facts.get(path)
    if isinstance(value, str):
        return (
            sentence(f"nearest.{value}", language)
            if value in ("yes", "no")
            else say_word(value, path, charter, language)
        )
    match declared.type if declared else None:
        case Money():
            return write(value)
        case Percent():
            return measures.say_percent(value, language)
        case Duration():
            return measures.say_span(Span(value, "second"), language)
    return measures.say_measure(value, declared.unit if declared else "", language)
