"""Changed bounds: limits over time, envelopes, and the quick yes or no."""

from collections.abc import Iterator

from geste.core.charter.change import Change, Kind, Versions, figure, kind_of, matched, missing, of_outcomes, sides
from geste.core.charter.change_rules import binding_changes
from geste.core.charter.directions import flipped, of_bounds, of_spans
from geste.core.charter.spelling import spell_span
from geste.core.charter.syntax import Charter, Each, Gesture, Limit, OneHop
from geste.core.charter.vocabulary import EVERYONE

_EVERYONE = (EVERYONE,)


def limit_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each limit; one that is only guidance binds nobody."""
    for limit in missing(versions.old.limits, versions.new.limits):
        roles = versions.named(versions.old, limit.roles)
        yield Change("changed" if limit.guidance else "given", "limits", limit.id, "removed", roles)
    for limit in missing(versions.new.limits, versions.old.limits):
        roles = versions.named(versions.new, limit.roles)
        yield Change("changed" if limit.guidance else "taken", "limits", limit.id, "added", roles)
    for old, new in matched(versions.old.limits, versions.new.limits):
        for change in _limit(versions, old, new):
            is_guidance = old.guidance and new.guidance
            yield Change("changed", *_rest(change)) if is_guidance else change


def _rest(change: Change) -> tuple[str, str, str, tuple[str, ...], tuple[tuple[str, str | int], ...]]:
    return change.section, change.subject, change.aspect, change.roles, change.values


def _limit(versions: Versions, old: Limit, new: Limit) -> Iterator[Change]:
    roles = versions.affected(versions.reached(versions.new, new.roles))
    if old.guidance != new.guidance:
        yield Change("given" if new.guidance else "taken", "limits", new.id, "guidance", roles)
    yield from binding_changes(versions, "limits", old, new)
    if old.per != new.per:
        yield Change("changed", "limits", new.id, "per", roles, sides(before=old.per, after=new.per))
    yield from _limit_bounds(versions, old, new, roles)
    outcome = of_outcomes(old.otherwise, new.otherwise)
    if outcome != "same":
        yield Change(kind_of(outcome), "limits", new.id, "otherwise", roles)
    if old.says != new.says:
        yield Change("changed", "limits", new.id, "words", roles)


def _limit_bounds(versions: Versions, old: Limit, new: Limit, roles: tuple[str, ...]) -> Iterator[Change]:
    window = flipped(of_spans(old.span, new.span))
    if window != "same":
        before, after = (None if span is None else spell_span(span) for span in (old.span, new.span))
        yield Change(kind_of(window), "limits", new.id, "within", roles, sides(before=before, after=after))
    applies = flipped(versions.conditions(old.when, new.when))
    if applies != "same":
        yield Change(kind_of(applies), "limits", new.id, "when", roles)
    times = of_bounds(old.times, new.times)
    if times != "same":
        values = sides(before=old.times, after=new.times)
        yield Change(kind_of(times), "limits", new.id, "times", roles, values)
    amount = versions.amounts(old.amount, new.amount)
    if amount != "same":
        values = sides(before=figure(old.amount), after=figure(new.amount))
        yield Change(kind_of(amount), "limits", new.id, "amount", roles, values)


_PURSES: tuple[Each | None, ...] = (None, "site", "team")
"""The fewer share a purse, the more there is for each of them."""


def envelope_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each envelope, then which gestures draw on another one than before."""
    for envelope in missing(versions.old.envelopes, versions.new.envelopes):
        yield Change("changed", "envelopes", envelope.id, "removed", versions.named(versions.old, envelope.roles))
    for envelope in missing(versions.new.envelopes, versions.old.envelopes):
        yield Change("changed", "envelopes", envelope.id, "added", versions.named(versions.new, envelope.roles))
    for old, new in matched(versions.old.envelopes, versions.new.envelopes):
        roles = versions.affected(versions.reached(versions.new, new.roles))
        amount = versions.money(old.amount, new.amount)
        if amount != "same":
            kind = kind_of(amount) if old.every == new.every else "changed"
            yield Change(kind, "envelopes", new.id, "amount", roles, sides(before=old.amount, after=new.amount))
        if old.every != new.every:
            yield Change("changed", "envelopes", new.id, "every", roles, sides(before=old.every, after=new.every))
        if old.each != new.each:
            kind = "given" if _PURSES.index(new.each) > _PURSES.index(old.each) else "taken"
            yield Change(kind, "envelopes", new.id, "each", roles, sides(before=old.each, after=new.each))
        if old.name != new.name:
            yield Change("changed", "envelopes", new.id, "words", roles)
    yield from _draws(versions)


def _draws(versions: Versions) -> Iterator[Change]:
    """A gesture that drew on nothing and now draws on an envelope has been bounded; one set free has not."""
    for old, new in matched(versions.old.gestures, versions.new.gestures):
        if old.amount.none or new.amount.none:
            continue
        grouped: dict[tuple[str, str], list[str]] = {}
        for role in versions.roles:
            pair = _envelope(versions, versions.old, old, role), _envelope(versions, versions.new, new, role)
            grouped.setdefault(pair, []).append(role)
        for (before, after), roles in grouped.items():
            if before != after:
                kind: Kind = "moved" if before and after else "taken" if after else "given"
                aspect = {"moved": "redirected", "taken": "drawn", "given": "freed"}[kind]
                values = sides(before=before or None, after=after or None)
                yield Change(kind, "envelopes", new.id, aspect, versions.affected(roles), values)


def _envelope(versions: Versions, charter: Charter, gesture: Gesture, role: str) -> str:
    """The envelope a gesture draws on for a role: the first that covers both; empty if there is none."""
    for envelope in charter.envelopes:
        is_covered = not envelope.covers or gesture.id in envelope.covers or gesture.kind in envelope.covers
        in_line = envelope.line in (None, gesture.line)
        if is_covered and in_line and role in versions.reached(charter, envelope.roles):
            return envelope.id
    return ""


def one_hop_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of the quick yes or no."""
    old, new = versions.old.one_hop, versions.new.one_hop
    if old is None and new is not None:
        yield Change("given", "one_hop", "one_hop", "added", _EVERYONE)
    elif old is not None and new is None:
        yield Change("taken", "one_hop", "one_hop", "removed", _EVERYONE)
    elif old is not None and new is not None:
        yield from _one_hop(versions, old, new)


def _one_hop(versions: Versions, old: OneHop, new: OneHop) -> Iterator[Change]:
    if old.to != new.to:
        yield Change("moved", "one_hop", "one_hop", "to", _EVERYONE, sides(before=old.to, after=new.to))
    wait = flipped(of_spans(old.answer_within, new.answer_within))
    if wait != "same":
        values = sides(before=spell_span(old.answer_within), after=spell_span(new.answer_within))
        yield Change(kind_of(wait), "one_hop", "one_hop", "answer_within", _EVERYONE, values)
    if old.on_silence != new.on_silence:
        meant: Kind = "given" if new.on_silence == "act" else "taken"
        yield Change(meant, "one_hop", "one_hop", "on_silence", _EVERYONE)
    for name in ("up_to", "silence_up_to"):
        was, now = getattr(old, name), getattr(new, name)
        direction = of_bounds(was, now) if versions.same_currency or was == now else "apart"
        if direction != "same":
            values = sides(before=was, after=now)
            yield Change(kind_of(direction), "one_hop", "one_hop", name, _EVERYONE, values)
