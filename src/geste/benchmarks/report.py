"""Report: a result as plain text for a terminal."""

from collections.abc import Iterator, Sequence

from geste.benchmarks.result import Result


def report_of(result: Result) -> str:
    """Return a result and its parts as tables with their ratios."""
    return "\n\n".join("\n".join(_lines(part)) for part in (result, *result.parts))


def _lines(result: Result) -> Iterator[str]:
    yield result.title
    if result.rows:
        yield from _table((result.columns, *result.rows))
    if result.best_peer is not None:
        ratio = "-" if result.ratio is None else f"{result.ratio:.3f}"
        best = result.peers[result.best_peer]
        yield f"ours {result.ours:g} {result.unit}, {result.best_peer} {best:g} {result.unit}, ratio {ratio}"
    yield from result.notes


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest)).rstrip()
