"""Excerpts: the few lines of a YAML text that say one thing, verbatim, with the names they stand under."""

from collections.abc import Iterable

from markdown_it import MarkdownIt


class ExcerptRefused(ValueError):
    """Nothing stands under this name."""


def parts(text: str, names: Iterable[str]) -> str:
    """Return the lines under each of `names`, such as `gestures/refund/when`, in the order of the text.

    Raises:
        ExcerptRefused: a name is not there.
    """
    lines = text.splitlines()
    kept: set[int] = set()
    for name in names:
        kept |= _under(lines, name)
    return "\n".join(lines[index] for index in sorted(kept))


def around(text: str, first: int, last: int) -> str:
    """Return lines number `first` to `last`, what is indented below the last, and the names the first stands under."""
    lines = text.splitlines()
    kept = {*range(first - 1, last), *_body(lines, last - 1)}
    indent = _indent(lines[first - 1])
    for index in range(first - 2, -1, -1):
        if _says_something(lines[index]) and _indent(lines[index]) < indent:
            kept.add(index)
            indent = _indent(lines[index])
    return "\n".join(lines[index] for index in sorted(kept))


def blocks(markdown: str, kind: str = "") -> list[tuple[str, str]]:
    """Return the code blocks of a Markdown text, each with what is written behind its fence; `kind` keeps one sort."""
    tokens = [token for token in MarkdownIt().parse(markdown) if token.type == "fence"]
    return [(token.info.strip(), token.content) for token in tokens if kind in ("", token.info.strip())]


def _under(lines: list[str], name: str) -> set[int]:
    kept: set[int] = set()
    within = range(len(lines))
    for part in name.split("/"):
        index = _named(lines, within, part)
        if index is None:
            raise ExcerptRefused(name)
        kept.add(index)
        within = _body(lines, index)
    return kept | set(within)


def _named(lines: list[str], within: range, name: str) -> int | None:
    """Where among the outermost lines of a range `name` stands."""
    spoken = [index for index in within if _says_something(lines[index])]
    outermost = min((_indent(lines[index]) for index in spoken), default=0)
    at_hand = (index for index in spoken if _indent(lines[index]) == outermost)
    return next((index for index in at_hand if lines[index].strip().partition(":")[0] == name), None)


def _body(lines: list[str], index: int) -> range:
    """The lines indented below this one, without blank ones at the end."""
    end = index + 1
    for place in range(index + 1, len(lines)):
        if not _says_something(lines[place]):
            continue
        if _indent(lines[place]) <= _indent(lines[index]):
            break
        end = place + 1
    return range(index + 1, end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
