"""Fail open: what becomes of a case when somebody made a mistake. Granting it is giving money away unseen."""

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Final

from geste.benchmarks import ours
from geste.benchmarks.mistakes import SOUND_FACTS, Fate, mistakes, sound_check
from geste.benchmarks.places import asking_charters, flawed_charters
from geste.benchmarks.result import Result
from geste.benchmarks.rules import Check, Facts
from geste.core.charter.reading import read_charter

Probe = Callable[[Check, Facts], Fate]
_PROBES: Final = {
    "zen-engine": ("zen", "probe"),
    "cel-expr-python": ("cel", "probe"),
    "regorus": ("rego", "probe"),
    "cedarpy": ("cedar", "probe"),
    "cedarpy, schema": ("cedar", "probe_with_schema"),
    "pycasbin": ("casbin", "probe"),
}
_FATES: Final = {
    "refused at load": "at load",
    "asks": "asks",
    "error": "error",
    "refused": "refused",
    "GRANTED": "GRANTED",
}


class ProbeFails(Exception):
    """An engine does not refuse the sound case, so what it does with the others means nothing."""


def run_failopen() -> Result:
    """Return how many mistakes each engine grants; for Geste, with those in every kind of clause it has."""
    probes = _installed()
    for name, probe in probes.items():
        if probe(sound_check(), dict(SOUND_FACTS)) != "refused":
            raise ProbeFails(name)
    made = mistakes()
    fates = {name: [probe(mistake.check, mistake.facts) for mistake in made] for name, probe in probes.items()}
    granted = {name: float(found.count("GRANTED")) for name, found in fates.items()}
    rows = [(mistake.name, *(_FATES[found[number]] for found in fates.values())) for number, mistake in enumerate(made)]
    rows.append(("granted", *(f"{count:.0f} of {len(made)}" for count in granted.values())))
    return Result(
        "failopen",
        "A mistake in a rule or in a case: refused, asked about, or granted unseen",
        "granted",
        granted.pop(ours.NAME) + float(len(loaded_in_spite_of_a_mistake()) + len(granted_in_spite_of_a_missing_fact())),
        granted,
        len(made),
        columns=("mistake", *fates),
        rows=tuple(rows),
        notes=(_places_note(),),
    )


def loaded_in_spite_of_a_mistake() -> list[str]:
    """Return the kinds of clause of Geste that let a mistake through: none."""
    return [
        f"{flawed.place}: {flawed.mistake}"
        for flawed in flawed_charters()
        if read_charter(flawed.text).charter is not None
    ]


def granted_in_spite_of_a_missing_fact() -> list[str]:
    """Return the kinds of clause of Geste that do not ask for a fact they turn on: none."""
    silent = []
    for asking in asking_charters():
        charter = ours.prepared(asking.text)
        if charter.decide(charter.read(asking.request)).authority != "unknown":
            silent.append(asking.place)
    return silent


def _installed() -> dict[str, Probe]:
    probes: dict[str, Probe] = {ours.NAME: ours.probe}
    for name, (module, function) in _PROBES.items():
        try:
            probe: Probe = getattr(import_module(f"geste.benchmarks.peers.{module}"), function)
            probe(sound_check(), dict(SOUND_FACTS))
        except ImportError:
            continue
        probes[name] = probe
    return probes


def _places_note() -> str:
    texts = list(flawed_charters())
    kinds = Counter(flawed.place for flawed in texts)
    asking = len(list(asking_charters()))
    return (
        f"geste also refuses at load {len(texts)} charters with one mistake each, in {len(kinds)} kinds of places, "
        f"and asks in all {asking} where the fact a clause turns on is missing"
    )
