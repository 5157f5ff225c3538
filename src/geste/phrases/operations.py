"""Operations: what is wrong with the books or the machine, in sentences for whoever runs Geste."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from geste.phrases.catalogue import sentence
from geste.phrases.measures import say_roughly

Fault = tuple[str, Mapping[str, str | int]]


def say_fault(fault: Fault, language: str) -> str:
    """Return what is wrong with the books or the log."""
    code, values = fault
    return sentence(code, language).format_map(values)


def say_faults(faults: Iterable[Fault], language: str) -> str:
    """Return everything that is wrong, one sentence after the other."""
    return " ".join(say_fault(fault, language) for fault in faults)


def say_remark(code: str, values: Mapping[str, str | int], language: str) -> tuple[str, str, str]:
    """Return what was found, why it matters and what to do.

    A `fault` among the values is one of the books or log; `seconds` are said as `long`.
    """
    name = f"doctor.{code}"
    if "seconds" in values:
        values = {**values, "long": say_roughly(timedelta(seconds=int(values["seconds"])), language)}
    if "fault" in values:
        values = {**values, "what": say_fault((str(values["fault"]), values), language)}
    found = sentence(name, language).format_map(values)
    why, mend = (sentence(f"{name}.{part}", language).format_map(values) for part in ("why", "mend"))
    return (
        found,
        sentence("doctor.why", language).format(words=why),
        sentence("doctor.mend", language).format(words=mend),
    )
