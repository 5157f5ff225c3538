"""Typography: a charter's own words set as each language sets them — quotes, no-break spaces, elisions, lists."""

import re

NO_BREAK = "\u00a0"
_BEFORE_MARKS = re.compile(r"[ \u202f](?=[:;?!%»€])")
_AFTER_QUOTE = re.compile(r"(?<=«)[ \u202f]")
_BEFORE_UNITS = re.compile(r"(?<=\d)[ \u202f](?=(?:h|min|€|%)(?!\w))")
_VOWELS = "aeiouyàâéèêëîïôöûùœæ"
_CONTRACTED = {"le ": "du ", "les ": "des "}


def set_words(text: str, language: str) -> str:
    """Return words with curly apostrophes and, in French, no-break spaces where a line must not end."""
    curled = text.replace("'", "’")
    if language != "fr":
        return curled
    spaced = _BEFORE_MARKS.sub(NO_BREAK, _AFTER_QUOTE.sub(NO_BREAK, curled))
    return _BEFORE_UNITS.sub(NO_BREAK, spaced)


def quoted(text: str, language: str) -> str:
    """Return words in the language's quotation marks: “…”, « … »."""
    return f"«{NO_BREAK}{text}{NO_BREAK}»" if language == "fr" else f"“{text}”"


def of(noun: str, language: str) -> str:
    """Return a noun after “of”: « du prix », « des vols », « de la chambre », « d’Anne », « de « Panier » »."""
    if language != "fr":
        return f"of {noun}"
    for article, contracted in _CONTRACTED.items():
        if noun.startswith(article):
            return contracted + noun.removeprefix(article)
    return f"d’{noun}" if noun[:1].lower() in _VOWELS else f"de {noun}"


def after_if(clause: str, language: str) -> str:
    """Return a clause after “if”: « s’il », « si elle »."""
    if language != "fr":
        return f"if {clause}"
    return f"s’{clause}" if re.match(r"ils?\b", clause) else f"si {clause}"


def uncapitalised(text: str) -> str:
    """Return words as they stand inside a sentence: a capital goes, unless it belongs to a name such as AI."""
    alone = text[:2] in ("A ", "À ")
    return text[:1].lower() + text[1:] if alone or text[1:2].islower() or text[1:2] == "’" else text


def capitalised(text: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return a sentence that ends with a full stop, unless it ends with a mark of its own."""
    return text if text.rstrip("”» \u00a0").endswith((".", "!", "?", "…")) else f"{text}."


def listed(words: "tuple[str, ...] | list[str]", last: str) -> str:
    """Return words as a list in a sentence, the last joined by `last`: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
