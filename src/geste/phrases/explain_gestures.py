"""Explained gestures: what each one gives, to whom, how much, at what cost, and how to carry it out."""

from collections.abc import Iterator

from geste.core.charter.expression import Constant
from geste.core.charter.syntax import Gesture
from geste.core.charter.vocabulary import EVERYONE
from geste.phrases import measures
from geste.phrases.voice import Voice, reached


def gesture_lines(voice: Voice, gesture: Gesture) -> tuple[str, ...]:
    """Return what a charter says about one gesture, a sentence or two a line."""
    return tuple(line for part in (_who, _how_much, _when, _why, _cost, _how) for line in part(voice, gesture))


def caps_by_role(voice: Voice, gesture: Gesture) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return each cap, in minor units, with the roles it holds for, lowest first."""
    by_role = dict(gesture.caps)
    grouped: dict[int, list[str]] = {}
    roles = reached(voice.charter, gesture.roles) or (EVERYONE,)
    for role in roles:
        cap = next((by_role[name] for name in voice.charter.ancestry(role) if name in by_role), None)
        if cap is not None:
            grouped.setdefault(cap, []).append(role)
    return tuple((cap, tuple(grouped[cap])) for cap in sorted(grouped))


def _who(voice: Voice, gesture: Gesture) -> Iterator[str]:
    if gesture.is_reserved:
        yield voice.say("explain.gesture.nobody")
        return
    yield voice.say("explain.gesture.who", roles=voice.roles(gesture.roles), kind=voice.gesture(gesture.kind))


def _how_much(voice: Voice, gesture: Gesture) -> Iterator[str]:
    rule = gesture.amount
    if rule.none:
        yield voice.say("explain.gesture.free")
        return
    if gesture.cap is not None:
        code = "explain.gesture.cap" if isinstance(gesture.cap, Constant) else "explain.gesture.cap.formula"
        yield voice.say(code, amount=voice.amount(gesture.cap))
    for cap, roles in caps_by_role(voice, gesture):
        held_by = voice.listed(voice.role(role) for role in roles)
        yield voice.say("explain.gesture.caps", amount=voice.write(cap), roles=held_by)
    for name, amount in (("exactly", rule.exactly), ("at_most", rule.at_most), ("at_least", rule.at_least)):
        if amount is not None:
            yield voice.say(f"explain.gesture.{name}", amount=voice.amount(amount))
    if rule.rounding is not None:
        before, after = _rounded(rule.rounding.to, 2 * voice.charter.currency.unit)
        yield voice.say("explain.gesture.rounding", before=voice.write(before), after=voice.write(after))
    if gesture.cap is None and not gesture.caps and rule.exactly is None:
        yield voice.say("explain.gesture.case_cap")


def _rounded(step: int, least: int) -> tuple[int, int]:
    """An amount that is rounded down, and what it comes to: the first whole steps that are `least` or more."""
    whole = -(-least // step) * step
    return whole + 2 * step // 5, whole


def _when(voice: Voice, gesture: Gesture) -> Iterator[str]:
    if gesture.when is not None:
        yield voice.say(
            "explain.gesture.when",
            if_condition=voice.if_so(gesture.when),
            otherwise=voice.otherwise(gesture.otherwise),
        )
    if gesture.proactive == "required":
        yield voice.say("explain.gesture.required")
    elif gesture.proactive == "forbidden":
        yield voice.say("explain.gesture.asked")


def _why(voice: Voice, gesture: Gesture) -> Iterator[str]:
    if gesture.line != "recovery":
        yield voice.say(f"explain.gesture.{gesture.line}")
    if gesture.repairs:
        losses = voice.listed(voice.say(f"explain.loss.{loss}") for loss in gesture.repairs)
        yield voice.say("explain.gesture.repairs", losses=losses)


def _cost(voice: Voice, gesture: Gesture) -> Iterator[str]:
    cost = gesture.real_cost
    if cost.amount is not None:
        yield voice.say("explain.gesture.cost", amount=voice.amount(cost.amount))
    elif gesture.has_amount and cost.share == 0:
        yield voice.say("explain.gesture.cost.none")
    elif gesture.has_amount and cost.share is not None and cost.share != 10_000:
        yield voice.say("explain.gesture.cost.share", share=measures.say_percent(cost.share, voice.language))
    if gesture.books in ("foregone_revenue", "cost_price"):
        yield voice.say(f"explain.gesture.{gesture.books}")


def _how(voice: Voice, gesture: Gesture) -> Iterator[str]:
    steps = [voice.sentence(step) for step in gesture.steps]
    if steps:
        numbered = steps if len(steps) == 1 else [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
        yield voice.say("explain.gesture.steps", steps=" ".join(numbered))
    if gesture.say is not None:
        yield voice.say("explain.gesture.say", words=voice.quoted(gesture.say))
