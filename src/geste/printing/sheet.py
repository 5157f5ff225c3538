"""Sheet: the one-page charter as parts that can be measured and drawn, in one type size."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from geste.phrases.one_page import Block, Item, OnePage, Row
from geste.printing.fonts import BOLD, ITALIC, TEXT, printable

Cell = Flowable | list[Flowable]
Command = tuple[str, tuple[int, int], tuple[int, int], Any] | tuple[str, tuple[int, int], tuple[int, int], Any, Any]
"""One cell of a table, and one command of its style, as the PDF library wants them."""

WIDTH = 184 * mm
INK, DEEP, WARM, QUIET = HexColor("#1d2b2a"), HexColor("#0e4a46"), HexColor("#b4532a"), HexColor("#5d6967")
LINE, SOFT = HexColor("#d9d3c7"), HexColor("#f6f2ea")
_COLUMNS = (0.30, 0.19, 0.17, 0.34)
_LEADING = 1.24
_SMALL = 0.88
_MOST_COLUMNS = 3
_BETWEEN = 0.6
_NARROWER = tuple(share / 50 for share in range(20, 51))
_BARE: tuple[Command, ...] = (
    ("FONTNAME", (0, 0), (-1, -1), TEXT),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


class Sheet:
    """The parts of one page in one type size, given in points."""

    def __init__(self, page: OnePage, size: float) -> None:
        self._page = page
        self._size = size
        self._text = self._style("text", size)
        self._cell = self._style("cell", size)
        self._name = self._style("name", size, font=BOLD)
        self._amount = self._style("amount", size, font=BOLD, colour=WARM)
        self._column = self._style("column", size * _SMALL, colour=QUIET)
        self._heading = self._style("heading", size * 1.14, font=BOLD, colour=DEEP, after=0.32)

    def parts(self) -> list[Flowable]:
        """Return the parts from top to bottom; the last one is the foot."""
        page = self._page
        guidelines = [self._guidelines(page.guidelines)] if page.guidelines.items else []
        return [self._head(), *guidelines, self._gestures(), self._blocks(), self._foot()]

    def _style(
        self, name: str, size: float, *, font: str = TEXT, colour: Color = INK, after: float = 0.0
    ) -> ParagraphStyle:
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * _LEADING, textColor=colour, spaceAfter=after * size
        )

    def _head(self) -> Flowable:
        page, size = self._page, self._size
        factor = 2.7 if len(page.purpose) <= 60 else 2.2 if len(page.purpose) <= 100 else 1.8
        name = self._style("kicker", size * 1.2, font=BOLD, colour=DEEP)
        kicker = ParagraphStyle("kicker-right", parent=self._style("quiet", size, colour=QUIET), alignment=2)
        purpose = self._style("purpose", size * factor, font=BOLD, colour=DEEP)
        purpose.leading = size * factor * 1.14
        top = _grid([[_paragraph(page.name, name), _paragraph(page.kicker, kicker)]], (0.5, 0.5), WIDTH)
        rows: list[list[Flowable]] = [[top], [Spacer(1, size * 0.7)], [self._purpose(purpose)]]
        if page.distinctive:
            distinctive = self._style("distinctive", size * 1.3, font=ITALIC, colour=WARM)
            rows += [[Spacer(1, size * 0.5)], [_paragraph(page.distinctive, distinctive)]]
        return _grid(rows, (1.0,), WIDTH)

    def _purpose(self, style: ParagraphStyle) -> Flowable:
        """The purpose in lines of about the same length: as narrow as the number of lines allows."""
        paragraph = _paragraph(self._page.purpose, style)
        height = paragraph.wrap(WIDTH, 1e6)[1]
        wide_enough = (share for share in _NARROWER if share * WIDTH >= paragraph.minWidth())
        narrow = next((share for share in wide_enough if paragraph.wrap(share * WIDTH, 1e6)[1] <= height), 1.0)
        return _grid([[paragraph]], (narrow,), WIDTH)

    def _guidelines(self, block: Block) -> Flowable:
        items: list[Flowable] = [_paragraph(item.text, self._text, bullet="•") for item in block.items]
        half = -(-len(items) // 2)
        columns = _grid([[items[:half], items[half:]]], (0.5, 0.5), WIDTH)
        return self._headed(block.heading, columns)

    def _headed(self, heading: str, part: Flowable) -> Flowable:
        air = Spacer(1, self._size * 0.3)
        return _grid([[_paragraph(heading, self._heading)], [air], [part]], (1.0,), WIDTH)

    def _gestures(self) -> Flowable:
        page, size = self._page, self._size
        columns: list[Cell] = [_paragraph(column, self._column) for column in page.columns]
        rows: list[list[Cell]] = [columns, *(self._row(row) for row in page.rows)]
        air = size * 0.3
        style: list[Command] = [
            *_BARE,
            ("TOPPADDING", (0, 0), (-1, -1), air),
            ("BOTTOMPADDING", (0, 0), (-1, -1), air * 1.3),
            ("LEFTPADDING", (0, 0), (-1, -1), size * 0.35),
            ("RIGHTPADDING", (0, 0), (-1, -1), size * 0.5),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, DEEP),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
            *(("BACKGROUND", (0, row), (-1, row), SOFT) for row in range(2, len(rows), 2)),
        ]
        table = Table(rows, colWidths=[share * WIDTH for share in _COLUMNS], style=TableStyle(style))
        return self._headed(page.gestures_heading, table)

    def _row(self, row: Row) -> list[Cell]:
        name: list[Flowable] = [_paragraph(row.name, self._name)]
        if row.note:
            name.append(_paragraph(row.note, self._style("note", self._size * _SMALL, font=ITALIC, colour=QUIET)))
        amounts: list[Flowable] = [_paragraph(line, self._amount) for line in row.up_to]
        return [name, _paragraph(row.who, self._cell), amounts, self._steps(row.steps)]

    def _steps(self, steps: tuple[str, ...]) -> Flowable:
        if len(steps) < 2:
            return _paragraph("".join(steps), self._cell)
        marked = (
            f'<font color="{_hex(WARM)}">{number}.</font>\u00a0{escape(printable(step), quote=False)}'
            for number, step in enumerate(steps, start=1)
        )
        return Paragraph(" ".join(marked), self._cell)

    def _blocks(self) -> Flowable:
        """Three columns, filled one after the other; only the first block may go on in the next column."""
        size = self._size
        gap = size * 1.8
        width = (WIDTH - 2 * gap) / 3
        chunks = list(self._chunks(width))
        heights = [sum(part.wrap(width, 1e6)[1] + part.getSpaceAfter() for part in chunk) for chunk in chunks]
        columns = [_unspaced(column) for column in _packed(chunks, heights)]
        spaced: list[Cell] = []
        for column in columns:
            spaced += [column, []]
        return Table([spaced[:-1]], colWidths=[width, gap, width, gap, width], style=TableStyle(_BARE))

    def _chunks(self, width: float) -> Iterator[list[Flowable]]:
        """What must stand together in a column: a whole block, or one red line."""
        first, *others = self._page.blocks
        heading = _paragraph(first.heading, self._heading)
        lines: list[Flowable] = [_marked(self._item(item), width, self._size) for item in first.items]
        yield [heading, lines[0]]
        yield from ([line] for line in lines[1:])
        for block in others:
            items = [self._item(item) for item in block.items]
            yield [Spacer(1, self._size * _BETWEEN), _paragraph(block.heading, self._heading), *items]

    def _item(self, item: Item) -> Flowable:
        style = self._style("item", self._size, after=0.28)
        text = escape(printable(item.text), quote=False)
        if item.detail:
            detail = escape(printable(item.detail), quote=False)
            text += f' <font size="{self._size * _SMALL:.2f}" color="{_hex(QUIET)}">{detail}</font>'
        return Paragraph(text, style)

    def _foot(self) -> Flowable:
        page, size = self._page, self._size
        quiet = self._style("foot", size * _SMALL, colour=QUIET)
        right = ParagraphStyle("foot-right", parent=quiet, alignment=2)
        last = _grid([[_paragraph(page.version, quiet), _paragraph(page.digest, right)]], (0.6, 0.4), WIDTH)
        if not page.signatures:
            return last
        names: list[Cell] = [_paragraph(name, quiet) for name in page.signatures]
        gap = size * 1.5
        width = (WIDTH - gap * (len(names) - 1)) / len(names)
        cells: list[Cell] = [cell for name in names for cell in (name, [])][:-1]
        widths = [part for _ in names for part in (width, gap)][:-1]
        ruled: list[Command] = [("LINEABOVE", (column, 0), (column, 0), 0.6, INK) for column in range(0, len(cells), 2)]
        style = TableStyle([*_BARE, ("TOPPADDING", (0, 0), (-1, -1), 2), *ruled])
        table = Table([cells], colWidths=widths, style=style)
        return _grid([[Spacer(1, size * 2.6)], [table], [Spacer(1, size * 0.8)], [last]], (1.0,), WIDTH)


def _paragraph(text: str, style: ParagraphStyle, bullet: str = "") -> Paragraph:
    if not bullet:
        return Paragraph(escape(printable(text), quote=False), style)
    indent = style.fontSize * 1.1
    hanging = ParagraphStyle("hanging", parent=style, leftIndent=indent)
    hanging.bulletColor, hanging.bulletFontName, hanging.bulletFontSize = WARM, TEXT, style.fontSize
    return Paragraph(escape(printable(text), quote=False), hanging, bulletText=bullet)


def _grid(rows: Sequence[Sequence[Cell]], shares: tuple[float, ...], width: float) -> Table:
    """Parts side by side and below each other, without rules or air of their own."""
    cells = [list(row) for row in rows]
    return Table(cells, colWidths=[share * width for share in shares], style=TableStyle(_BARE), hAlign="LEFT")


def _marked(part: Flowable, width: float, size: float) -> Table:
    """A part with a coloured rule to its left."""
    air = size * 0.28
    style: list[Command] = [
        *_BARE,
        ("LINEBEFORE", (0, 0), (0, 0), size * 0.22, WARM),
        ("LEFTPADDING", (0, 0), (0, 0), size * 0.7),
        ("BOTTOMPADDING", (0, 0), (0, 0), 1),
    ]
    return Table([[part]], colWidths=[width], style=TableStyle(style), spaceAfter=air)


def _packed(chunks: list[list[Flowable]], heights: list[float]) -> list[list[Flowable]]:
    """Chunks in at most three columns, in order, the highest column as low as can be."""
    limit = max(heights)
    while _columns_at(limit, heights)[-1] > _MOST_COLUMNS - 1:
        limit += 2
    columns: list[list[Flowable]] = [[] for _ in range(_MOST_COLUMNS)]
    for chunk, column in zip(chunks, _columns_at(limit, heights), strict=True):
        columns[column].extend(chunk)
    return columns


def _unspaced(column: list[Flowable]) -> list[Flowable]:
    """A column without the air that its first block keeps to the one before."""
    return column[1:] if column and isinstance(column[0], Spacer) else column


def _columns_at(limit: float, heights: list[float]) -> list[int]:
    """The column each height falls into if no column is higher than `limit`."""
    places, column, filled = [], 0, 0.0
    for height in heights:
        if filled and filled + height > limit:
            column, filled = column + 1, 0.0
        filled += height
        places.append(column)
    return places


def _hex(colour: Color) -> str:
    return f"#{colour.hexval()[2:]}"
