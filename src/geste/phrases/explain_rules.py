"""Explained rules: clauses, what may be bent, red lines, and what the company owes."""

from collections.abc import Iterator

from geste.core.charter.syntax import Bend, Clause, Margin, Owed, RedLine
from geste.core.charter.vocabulary import EVERYONE
from geste.phrases import nouns
from geste.phrases.typography import capitalised
from geste.phrases.voice import Voice


def clause_line(voice: Voice, clause: Clause) -> str:
    """Return what a clause says, whom and what it is about, and what it requires."""
    parts = [voice.sentence(clause.says)]
    if EVERYONE not in clause.roles:
        scope = {"roles": voice.roles(clause.roles), "gestures": voice.gestures_of(clause)}
        parts.append(voice.say("explain.rule.scope", **scope))
    elif clause.covers or clause.excepted:
        parts.append(voice.say("explain.rule.on", gestures=voice.gestures_of(clause)))
    if clause.when is not None:
        parts.append(voice.say("explain.rule.guard", if_condition=voice.if_so(clause.when)))
    otherwise = voice.otherwise(clause.otherwise)
    parts.append(voice.say("explain.rule.require", condition=required(voice, clause), otherwise=otherwise))
    return " ".join(parts)


def margin_line(voice: Voice, margin: Margin) -> str:
    """Return what is meant by a margin; the floor under it is told among the rules."""
    price, cost = (nouns.noun_of(voice.charter, path, voice.language).text for path in (margin.price, margin.cost))
    return voice.say("explain.margin.of", price=price, cost=cost)


def required(voice: Voice, clause: Clause) -> str:
    """Return what a clause requires; of the margin, rather the share than how it is reckoned."""
    margin = voice.charter.margin
    if margin is None or margin.floor is None or clause is not voice.charter.margin_rule:
        return voice.condition(clause.require)
    return voice.say("explain.margin.floor", share=voice.amount(margin.floor))


def bend_line(voice: Voice, bend: Bend) -> str:
    """Return a rule that may be bent, by whom, and how far."""
    rule = voice.sentence(bend.says)
    if bend.name != bend.says:
        rule = voice.say("explain.bend.named", name=voice.words(bend.name), says=rule)
    if not bend.roles:
        return rule
    roles = voice.roles(bend.roles)
    # English puts whom it is about at the beginning of its sentence.
    words = {"rule": rule, "roles": roles if voice.language == "fr" else capitalised(roles)}
    if bend.when is None:
        return voice.say("explain.bend.any", **words)
    return voice.say("explain.bend.when", if_condition=voice.if_so(bend.when), **words)


def red_line_line(voice: Voice, line: RedLine) -> str:
    """Return what is not negotiable, when, and what to offer instead."""
    parts = [voice.sentence(line.says)]
    if line.when is not None:
        forbidden = voice.listed(_forbidden(voice, line))
        parts.append(voice.say("explain.red_line.when", if_condition=voice.if_so(line.when), forbidden=forbidden))
    if line.instead:
        parts.append(voice.say("explain.red_line.instead", gestures=voice.gestures(line.instead)))
    if line.help is not None:
        parts.append(voice.sentence(line.help))
    return " ".join(parts)


def owed_line(voice: Voice, owed: Owed) -> str:
    """Return what is owed, why, when and how much."""
    said = voice.say(f"explain.owed.{owed.because}", name=voice.words(owed.name))
    if owed.when is None:
        said = voice.say("explain.owed.always", owed=said)
    else:
        said = voice.say("explain.owed.when", owed=said, if_condition=voice.if_so(owed.when))
    if owed.amount.exactly is None:
        return voice.say("explain.owed.free", owed=said)
    return voice.say("explain.owed.amount", owed=said, amount=voice.amount(owed.amount.exactly))


def _forbidden(voice: Voice, line: RedLine) -> Iterator[str]:
    if "everything" in line.forbids:
        # Help and explanations stay, unless they are named as well.
        code = {
            (True, True): "explain.red_line.everything.all",
            (True, False): "explain.red_line.everything.but_words",
            (False, True): "explain.red_line.everything.but_help",
        }.get(("fix" in line.forbids, "explanation" in line.forbids), "explain.red_line.everything")
        yield voice.say(code)
        return
    for name in line.forbids:
        yield voice.say("explain.red_line.money") if name == "money" else voice.gesture(name)
