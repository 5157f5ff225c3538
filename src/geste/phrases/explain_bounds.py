"""Explained bounds: limits over time, envelopes, the quick yes or no, the size of suggestions, and the numbers."""

from collections.abc import Iterator

from geste.core.charter.syntax import Envelope, Limit, OneHop, Sizing
from geste.core.charter.types import Money, Percent, Type, Words, WordSet
from geste.core.charter.vocabulary import EVERYONE, Parameter, Table
from geste.phrases import measures, nouns
from geste.phrases.names import parameter_words, scope_words, word_words
from geste.phrases.typography import capitalised
from geste.phrases.voice import Voice


def limit_line(voice: Voice, limit: Limit) -> str:
    """Return how often or how much, to whom, within which time, and what happens past it."""
    window = ""
    if limit.span is not None:
        window = voice.say("explain.limit.window", span=measures.say_span(limit.span, voice.language))
    where = {"per": per_words(voice, limit.per), "window": window, "gestures": voice.gestures(limit.covers)}
    parts = [] if limit.says is None else [voice.sentence(limit.says)]
    if limit.times is not None:
        parts.append(voice.say("explain.limit.times", count=_count(voice, limit.times), **where))
    if limit.amount is not None:
        parts.append(voice.say("explain.limit.amount", amount=voice.amount(limit.amount), **where))
    if EVERYONE not in limit.roles:
        parts.append(voice.say("explain.limit.for", roles=voice.roles(limit.roles)))
    if limit.when is not None:
        parts.append(voice.say("explain.limit.when", if_condition=voice.if_so(limit.when)))
    if limit.guidance:
        parts.append(voice.say("explain.limit.guidance"))
    else:
        parts.append(voice.otherwise(limit.otherwise, "explain.limit"))
    return " ".join(parts)


def period_words(voice: Voice, envelope: Envelope) -> str:
    """Return how long an envelope lasts, and for whom there is one of their own."""
    period = voice.say(f"explain.period.{envelope.every}")
    if envelope.each is None:
        return period
    return voice.say("explain.envelope.each", period=period, each=voice.say(f"explain.each.{envelope.each}"))


def envelope_line(voice: Voice, envelope: Envelope) -> str:
    """Return how much is set aside, for how long, for which gestures and whom."""
    what = voice.gestures(envelope.covers)
    if envelope.line is not None:
        line = voice.say(f"explain.envelope.{envelope.line}")
        what = voice.say("explain.envelope.drawn", what=line, gestures=what) if envelope.covers else line
    return voice.say(
        "explain.envelope.line",
        name=voice.words(envelope.name),
        amount=voice.write(envelope.amount),
        period=period_words(voice, envelope),
        gestures=what,
        roles=voice.roles(envelope.roles),
    )


def one_hop_lines(voice: Voice, one_hop: OneHop) -> tuple[str, ...]:
    """Return who answers yes or no, how fast, up to how much, and what silence means."""
    who = {"role": voice.role(one_hop.to), "span": measures.say_span(one_hop.answer_within, voice.language)}
    if one_hop.up_to is None:
        asked = voice.say("explain.one_hop.who", **who)
    else:
        asked = voice.say("explain.one_hop.up_to", amount=voice.write(one_hop.up_to), **who)
    if one_hop.on_silence == "act" and one_hop.silence_up_to is not None:
        return asked, voice.say("explain.one_hop.act.up_to", amount=voice.write(one_hop.silence_up_to))
    return asked, voice.say(f"explain.one_hop.{one_hop.on_silence}")


def sizing_lines(voice: Voice, sizing: Sizing) -> Iterator[str]:
    """Yield how large a suggestion is, and why it never decides."""
    yield voice.say("explain.sizing.rule")
    if sizing.loss is not None:
        yield voice.say("explain.sizing.loss", amount=voice.amount(sizing.loss))
    for name, shares in (("severity", sizing.severity), ("responsibility", sizing.responsibility)):
        if shares:
            said = ", ".join(_share(voice, f"case.{name}", word, share) for word, share in shares)
            yield voice.say(f"explain.sizing.{name}", shares=said)
    if sizing.uplift_when is not None:
        yield voice.say(
            "explain.sizing.uplift",
            share=measures.say_percent(sizing.uplift, voice.language),
            if_condition=voice.if_so(sizing.uplift_when),
            says="" if sizing.uplift_says is None else voice.quoted(sizing.uplift_says),
        ).strip()
    ceiling = measures.say_percent(sizing.ceiling, voice.language)
    yield voice.say("explain.sizing.bounds", floor=voice.write(sizing.floor), ceiling=ceiling)


def parameter_line(voice: Voice, parameter: Parameter) -> str:
    """Return a parameter's name and value, or the cells of its table."""
    name = capitalised(parameter_words(voice.charter, parameter.name, voice.language))
    said = parameter_value(voice, parameter)
    if isinstance(parameter.value, Table):
        keys = voice.listed(nouns.noun_of(voice.charter, path, voice.language).text for path in parameter.value.keys)
        return voice.say("explain.parameter.table", name=name, keys=keys, cells=said)
    return voice.say("explain.parameter.line", name=name, value=said)


def parameter_value(voice: Voice, parameter: Parameter) -> str:
    """Return what a parameter is: a number, an amount, a length of time, words, or the cells of its table."""
    value = parameter.value
    if isinstance(value, Table):
        apart = "; " if voice.language != "fr" else "\u00a0; "
        return apart.join(_cell(voice, value, words, number) for words, number in value.cells)
    if parameter.span is not None:
        return measures.say_span(parameter.span, voice.language)
    if isinstance(value.type, WordSet):
        return ", ".join(_set_words(voice, value.type.values))
    if isinstance(value.value, int):
        return _number(voice, value.value, value.type)
    return voice.amount(value)


def per_words(voice: Voice, scope: str) -> str:
    """Return what a limit is counted by: `per customer`."""
    code = f"explain.per.{scope}"
    said = voice.say(code)
    if said != code:
        return said
    return voice.say("explain.per.other", scope=scope_words(voice.charter, scope, voice.language))


def _set_words(voice: Voice, words: tuple[str, ...]) -> Iterator[str]:
    """The words of a set, called as the first fact calls them that can be all of them."""
    paths = (fact.path for fact in voice.charter.facts if isinstance(fact.type, Words) and fact.words)
    facts = voice.charter.vocabulary.facts
    path = next((path for path in paths if all(facts[path].word_label(word) for word in words)), "")
    return (word_words(voice.charter, path, word, voice.language) or word for word in words)


def _count(voice: Voice, times: int) -> str:
    code = "explain.count.one" if times == 1 else "explain.count.several"
    return voice.say(code, value=measures.say_number(times, voice.language))


def _share(voice: Voice, fact: str, word: str, share: int) -> str:
    counted = measures.say_percent(share, voice.language)
    return voice.say("explain.sizing.share", word=voice.word(word, fact), share=counted)


def _cell(voice: Voice, table: Table, words: tuple[str, ...], value: int) -> str:
    said = ", ".join(voice.word(word, path) for word, path in zip(words, table.keys, strict=True))
    return voice.say("explain.parameter.cell", words=said, value=_number(voice, value, table.gives))


def _number(voice: Voice, value: int, kind: Type) -> str:
    if isinstance(kind, Money):
        return voice.write(value)
    if isinstance(kind, Percent):
        return measures.say_percent(value, voice.language)
    return measures.say_number(value, voice.language)
