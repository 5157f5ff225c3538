"""Dossier: what somebody shows of their own work, on as many pages of A4 as it takes."""

import io
from dataclasses import dataclass
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from geste.printing.fonts import BOLD, TEXT, load_fonts, printable
from geste.printing.sheet import DEEP, INK, QUIET, WIDTH

SIZE = 10.5


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is printed: whose it is, their own words, and pieces under a heading each, with a line beneath."""

    title: str
    name: str
    words: str
    pieces: tuple[tuple[str, str, str], ...]
    foot: str


def pdf_dossier(dossier: Dossier) -> bytes:
    """Return a dossier as PDF. The same dossier gives the same bytes."""
    load_fonts()
    target = io.BytesIO()
    side = (A4[0] - WIDTH) / 2
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=side,
        rightMargin=side,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=dossier.title,
        author=dossier.name,
        invariant=1,
    )
    document.build(_parts(dossier))
    return target.getvalue()


def _parts(dossier: Dossier) -> list[Flowable]:
    title = ParagraphStyle("title", fontName=BOLD, fontSize=SIZE * 2, leading=SIZE * 2.5, textColor=DEEP)
    head = ParagraphStyle("head", fontName=BOLD, fontSize=SIZE, leading=SIZE * 1.5, textColor=DEEP)
    text = ParagraphStyle("text", fontName=TEXT, fontSize=SIZE, leading=SIZE * 1.45, textColor=INK)
    quiet = ParagraphStyle("quiet", fontName=TEXT, fontSize=SIZE * 0.85, leading=SIZE * 1.3, textColor=QUIET)
    parts: list[Flowable] = [_paragraph(dossier.title, title), _paragraph(dossier.name, quiet), Spacer(1, 6 * mm)]
    if dossier.words:
        parts += [_paragraph(dossier.words, text), Spacer(1, 7 * mm)]
    for heading, words, line in dossier.pieces:
        piece = [_paragraph(heading, head), _paragraph(words, text), *([_paragraph(line, quiet)] if line else [])]
        parts += [KeepTogether([*piece, Spacer(1, 5 * mm)])]
    return [*parts, _paragraph(dossier.foot, quiet)]


def _paragraph(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(printable(words)).replace("\n", "<br/>"), style)
