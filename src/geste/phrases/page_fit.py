"""Page fit: how large the type of the HTML page may be so that everything stands on one sheet of A4.

A browser sets the page, so this is an estimate, on the safe side: wide letters, whole lines, columns filled one by one.
"""

from collections.abc import Iterable

from geste.phrases.one_page import Block, Item, OnePage, Row

LARGEST, SMALLEST = 12.5, 6.5
"""Type sizes in points; below the smallest nobody reads."""

SHEET_HEIGHT, PADDING = 296.8, 25.5
INNER_WIDTH = 184.0
COLUMNS = (0.31, 0.19, 0.16, 0.34)
"""Shares of the table's width: gesture, who, how much, steps."""

_POINT = 0.3528
_STEP = 0.1
_LINE = 1.32
_LETTER, _BOLD, _DISPLAY, _SPACE = 0.5, 0.55, 0.64, 0.27
"""Width of an average letter in ems: plain, bold, and of the purpose; and of a space."""

_HEADING = 1.12 * _LINE + 0.3
_GAP = 1.1
_SMALL, _FOOT = 0.88, 6.4


def type_size(page: OnePage) -> float:
    """Return the largest type size, in points, at which the page stands on one sheet."""
    steps = int((LARGEST - SMALLEST) / _STEP)
    for step in range(steps + 1):
        size = round(LARGEST - step * _STEP, 1)
        em = size * _POINT
        if _height(page, INNER_WIDTH / em) * em <= SHEET_HEIGHT - PADDING:
            return size
    return SMALLEST


def purpose_size(page: OnePage) -> float:
    """Return how many times larger than the text the purpose stands: a short one is larger."""
    return 3.0 if len(page.purpose) <= 60 else 2.5 if len(page.purpose) <= 100 else 2.0


def _height(page: OnePage, width: float) -> float:
    """The height of everything in ems, in a width in ems."""
    parts = [_header(page, width), _table(page, width), _blocks(page.blocks, (width - 3.6) / 3), _FOOT]
    if page.guidelines.items:
        parts.append(_HEADING + _guidelines(page.guidelines.items, width / 2 - 1.1))
    return sum(parts) + _GAP * (len(parts) - 1)


def _header(page: OnePage, width: float) -> float:
    size = purpose_size(page)
    kicker = _lines(page.name + page.kicker, width, 0.6) * 1.25 * _LINE + 0.7
    purpose = _lines(page.purpose, width / size, _DISPLAY) * size * 1.12
    distinctive = _lines(page.distinctive, width / 1.35, 0.58) * 1.35 * _LINE + 0.35
    return kicker + purpose + distinctive


def _guidelines(items: tuple[Item, ...], width: float) -> float:
    heights = [_lines(item.text, width - 1.1) * _LINE + 0.2 for item in items]
    return sum(heights) / 2 + max(heights) / 2


def _table(page: OnePage, width: float) -> float:
    return _HEADING + 1.7 + sum(_row(row, width) for row in page.rows)


def _row(row: Row, width: float) -> float:
    name, who, up_to, steps = (share * width - 0.7 for share in COLUMNS)
    first = _lines(row.name, name - 0.4, _BOLD) * _LINE + _lines(row.note, (name - 0.4) / _SMALL) * _SMALL * _LINE
    amounts = sum(_lines(line, up_to, _BOLD) for line in row.up_to) * _LINE
    how = _lines(" 1. ".join(row.steps), steps) * _LINE
    return max(first, _lines(row.who, who) * _LINE, amounts, how) + 0.7


def _blocks(blocks: Iterable[Block], width: float) -> float:
    """The height of three columns filled one after the other; only the first block may be split."""
    first, *others = [_block(block, width) for block in blocks]
    heights = [*first, *(sum(parts) for parts in others)]
    low = max(heights)
    while _columns(heights, low) > 3:
        low += 0.5
    return low


def _columns(heights: list[float], limit: float) -> int:
    columns, filled = 1, 0.0
    for height in heights:
        if filled + height > limit:
            columns, filled = columns + 1, 0.0
        filled += height
    return columns


def _block(block: Block, width: float) -> list[float]:
    """The heights of a block's items, its heading with the first of them."""
    heights = [_lines(f"{item.text} {_shortened(item.detail)}", width - 0.8) * _LINE + 0.35 for item in block.items]
    heights[0] += _lines(block.heading, width / 1.12, 0.6) * 1.12 * _LINE + 0.3
    heights[-1] += 0.9
    return heights


def _shortened(detail: str) -> str:
    """As many letters of ordinary size as a detail in small type takes the width of."""
    return detail[: int(len(detail) * _SMALL)]


def _lines(text: str, width: float, letter: float = _LETTER) -> int:
    """How many lines a text takes when words that do not fit go to the next one."""
    lines, filled = min(len(text), 1), 0.0
    for word in text.split(" "):
        length = len(word) * letter
        if filled and filled + _SPACE + length > width:
            lines, filled = lines + 1, 0.0
        filled += length + (_SPACE if filled else 0.0)
    return lines
