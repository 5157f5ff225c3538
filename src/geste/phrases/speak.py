"""Speak: turns reasons and findings into sentences. Ids become the charter's own words, amounts the reader's format."""

from geste.core.charter.syntax import Charter
from geste.core.findings import Finding
from geste.core.reasons import MONEY_VALUES, Reason
from geste.phrases import measures, names
from geste.phrases.catalogue import sentence


def say_reason(reason: Reason, charter: Charter, language: str, write_amount: names.AmountWriter | None = None) -> str:
    """Return the sentence of a reason in `language`, with the charter's own names for things."""
    write = write_amount or names.plain_amounts(charter.currency, language)
    words = {name: _word(name, value, charter, language, write) for name, value in reason.values}
    return _capital(sentence(reason.code, language).format_map(words))


def say_finding(finding: Finding, language: str) -> str:
    """Return the sentence of a finding in `language`: what is wrong, and how to mend it."""
    values = {name: _finding_word(name, value, language) for name, value in finding.values}
    path = str(values.get("path", ""))
    template = sentence(finding.code, language)
    said = template.format_map({"path": path, "word": "", "found": "", **values})
    if path and "{path}" not in template:
        said = sentence("at.path", language).format(path=path, message=said)
    if values.get("nearest"):
        said = f"{said} {sentence('nearest.suggested', language).format(nearest=values['nearest'])}"
    if "file" in values:
        said = sentence("at.parameters", language).format(message=said)
    return said


def say_word(kind: str, word: str, language: str) -> str:
    """Return a route, an authority or a group in words: `say_word("route", "act_first", "fr")`."""
    return sentence(f"{kind}.{word}", language)


def _word(name: str, value: str | int, charter: Charter, language: str, write: names.AmountWriter) -> str:
    if name in MONEY_VALUES and isinstance(value, int):
        return write(value)
    if not isinstance(value, str):
        return measures.say_number(value, language)
    match name:
        case "gesture" | "rule":
            return names.gesture_name(charter, value, language)
        case "role":
            return names.role_name(charter, value, language)
        case "clause" | "red_line" | "limit":
            return names.clause_words(charter, value, language)
        case "fact":
            return names.fact_words(charter, value, language)
    return value


def _finding_word(name: str, value: str | int, language: str) -> str:
    if not isinstance(value, str):
        return measures.say_number(value, language)
    if name in ("low", "high"):
        return measures.say_decimal(value, language)
    return names.type_words(value, language) if name in ("expected", "found") else value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
