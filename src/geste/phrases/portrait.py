"""Portrait: the words somebody reads about how they use their room to act, and the fewer words others may read."""

from collections.abc import Iterator

from geste.core.portrait.difficulty import Level
from geste.core.portrait.pattern import Lean
from geste.core.portrait.sharing import SharedView
from geste.core.portrait.view import View
from geste.core.reasons import Reason
from geste.phrases.catalogue import sentence


def say_view(view: View, language: str) -> tuple[str, ...]:
    """Return what is told of one's own cases: the pattern, what it means, where one leans, and what is worth a talk."""
    return tuple(sentence(code, language) for code in _told(view))


def say_shared(shared: SharedView, language: str) -> str:
    """Return what somebody else may read of a view: no figure."""
    said = f"{say_level(shared.difficulty, language)} · {sentence(f'pattern.{shared.pattern}', language)}"
    if shared.confidence is None:
        return said
    return f"{said} · {sentence(f'confidence.{shared.confidence}', language)}"


def say_level(level: Level | None, language: str) -> str:
    """Return a difficulty in words, or that all cases are meant."""
    return sentence(f"level.{level or 'all'}", language)


def say_apart(level: Level, language: str) -> str:
    """Return that something shows in cases of this difficulty and not in easier ones."""
    return sentence(f"portrait.apart.{level}", language)


def say_set_aside(why: str, language: str) -> str:
    """Return why cases are not counted: `not_a_choice` or `not_comparable`."""
    return sentence(f"portrait.{why}", language)


def say_measure(name: str, language: str) -> str:
    """Return what a measure counts."""
    return sentence(f"measure.{name}", language)


def say_evidence(code: str, language: str) -> str:
    """Return the heading over cases: `evidence.used`, or which side they speak for."""
    return sentence(code if code.startswith("evidence.") else f"evidence.{code}", language)


def say_difficulty(reason: Reason, language: str) -> str:
    """Return one sign that a case was hard."""
    severity = sentence(f"condition.word.known.{reason.value('severity')}", language)
    return sentence(reason.code, language).format(severity=severity)


def _told(view: View) -> Iterator[str]:
    yield f"pattern.{view.pattern}"
    yield f"pattern.{view.pattern}.means"
    if view.others_alike:
        yield "portrait.others_alike"
    yield from (_lean(lean) for lean in view.leans)
    yield from (f"portrait.talk.{tail}" for tail in sorted(view.tails))


def _lean(lean: Lean) -> str:
    return f"lean.{lean.tail}.{lean.measure}"
