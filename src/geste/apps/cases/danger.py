"""Danger: how a charter knows that somebody is in danger, read off its red lines. No name of a fact is presumed."""

from geste.core.charter.expression import Fact
from geste.core.charter.syntax import Charter, RedLine
from geste.core.charter.types import YesNo

OF_THE_CASE = "case."


def danger_line(charter: Charter) -> RedLine | None:
    """Return the red line that begins with one yes about the case itself, said by the person who works on it.

    A line about who the customer is (family, identity) begins with a yes of another kind: nobody is in danger there.
    """
    return next((line for line in charter.red_lines if _danger_in(charter, line)), None)


def danger_fact(charter: Charter) -> str | None:
    """Return the path of the fact that states danger, or None if the charter has no such line."""
    line = danger_line(charter)
    return None if line is None else _danger_in(charter, line)


def _danger_in(charter: Charter, line: RedLine) -> str | None:
    match line.when:
        case Fact(path=path, type=YesNo()) if path.startswith(OF_THE_CASE):
            return path if charter.vocabulary.facts[path].origin == "agent" else None
    return None
