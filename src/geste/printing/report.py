"""Report: figures in lines, one table and whoever signed it, on one page of A4."""

import io
from dataclasses import dataclass
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from geste.printing.fonts import BOLD, TEXT, load_fonts, printable
from geste.printing.sheet import DEEP, INK, LINE, QUIET, WIDTH

SIZE = 10.5
FIRST_COLUMN = 0.34


@dataclass(frozen=True, slots=True)
class Report:
    """What is printed: each figure with what it counts, a table under its heads, and the lines at its foot."""

    title: str
    lines: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...]


def pdf_report(report: Report) -> bytes:
    """Return a report as a PDF of one page. The same report gives the same bytes."""
    load_fonts()
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=(A4[0] - WIDTH) / 2,
        rightMargin=(A4[0] - WIDTH) / 2,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=report.title,
        invariant=1,
    )
    document.build(_parts(report))
    return target.getvalue()


def _parts(report: Report) -> list[Flowable]:
    title = ParagraphStyle("title", fontName=BOLD, fontSize=SIZE * 2, leading=SIZE * 2.5, textColor=DEEP)
    quiet = ParagraphStyle("quiet", fontName=TEXT, fontSize=SIZE * 0.9, leading=SIZE * 1.3, textColor=QUIET)
    share = (1 - FIRST_COLUMN) / (len(report.heads) - 1)
    return [
        Paragraph(escape(printable(report.title)), title),
        Spacer(1, 8 * mm),
        _table(report.lines, (1 - share, share)),
        Spacer(1, 8 * mm),
        _table((report.heads, *report.rows), (FIRST_COLUMN, *[share] * (len(report.heads) - 1))),
        Spacer(1, 10 * mm),
        *(Paragraph(escape(printable(line)), quiet) for line in report.foot),
    ]


def _table(rows: tuple[tuple[str, ...], ...], shares: tuple[float, ...]) -> Table:
    text = ParagraphStyle("cell", fontName=TEXT, fontSize=SIZE, leading=SIZE * 1.3, textColor=INK)
    cells = [[Paragraph(escape(printable(cell)), text) for cell in row] for row in rows]
    table = Table(cells, colWidths=[share * WIDTH for share in shares])
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table
