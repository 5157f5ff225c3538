"""Page: the one-page charter as PDF, on exactly one sheet of A4, in the largest type that fits."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from geste.core.charter.syntax import Charter
from geste.phrases.one_page import OnePage, one_page
from geste.printing.amounts import printed_amounts
from geste.printing.fonts import TEXT, load_fonts
from geste.printing.sheet import DEEP, WIDTH, Sheet

LARGEST, SMALLEST, STEP = 11.0, 6.5, 0.1
"""Type sizes in points; below the smallest nobody reads what hangs on a wall."""

_BAND, _TOP, _BOTTOM = 3 * mm, 13 * mm, 9 * mm
_LEFT = (A4[0] - WIDTH) / 2
_LEAST_GAP, _WIDEST_GAP = 1.1, 2.6


class TooLong(ValueError):
    """A charter does not fit on one page, even in the smallest type; `pages` says how many it would take."""

    def __init__(self, pages: float) -> None:
        super().__init__(f"The charter takes {pages:.2f} pages at {SMALLEST} points; one page is all people read.")
        self.pages = pages


def pdf_page(charter: Charter, language: str) -> bytes:
    """Return the one-page charter in `language` as PDF: one page of A4, the same bytes for the same charter.

    Raises:
        TooLong: it does not fit on one page in type that can be read.
    """
    load_fonts()
    page = one_page(charter, language, printed_amounts(charter.currency, language))
    size, parts = _fitting(page)
    target = BytesIO()
    # The library's own first font is not embedded, so no page begins with it; its stubs take the name for a number.
    canvas = Canvas(target, pagesize=A4, invariant=1, lang=language, initialFontName=TEXT)  # type: ignore[arg-type]
    canvas.setTitle(f"{page.name} – {page.kicker}")
    canvas.setSubject(page.purpose)
    canvas.setAuthor(page.name)
    canvas.setCreator("Geste")
    _draw(canvas, parts, size)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _fitting(page: OnePage) -> tuple[float, list[Flowable]]:
    """The largest type in which the page fits, found by halving, and its parts in that type."""
    fitting, size = _parts(page, SMALLEST), SMALLEST
    if _needed(fitting, size) > _room():
        raise TooLong(_needed(fitting, size) / _room())
    low, high = 0, round((LARGEST - SMALLEST) / STEP)
    while low < high:
        middle = (low + high + 1) // 2
        larger = round(SMALLEST + middle * STEP, 1)
        parts = _parts(page, larger)
        if _needed(parts, larger) <= _room():
            low, fitting, size = middle, parts, larger
        else:
            high = middle - 1
    return size, fitting


def _parts(page: OnePage, size: float) -> list[Flowable]:
    return Sheet(page, size).parts()


def _needed(parts: list[Flowable], size: float) -> float:
    return sum(_heights(parts)) + (len(parts) - 1) * size * _LEAST_GAP


def _room() -> float:
    return A4[1] - _TOP - _BOTTOM


def _heights(parts: list[Flowable]) -> list[float]:
    return [part.wrap(WIDTH, A4[1] * 10)[1] for part in parts]


def _draw(canvas: Canvas, parts: list[Flowable], size: float) -> None:
    """Draw the parts from the top, the space left over shared between them; the foot stands at the bottom."""
    canvas.setFillColor(DEEP)
    canvas.rect(0, A4[1] - _BAND, A4[0], _BAND, stroke=0, fill=1)
    heights = _heights(parts)
    left_over = (_room() - sum(heights)) / (len(parts) - 1)
    gap = min(left_over, size * _WIDEST_GAP)
    top = A4[1] - _TOP
    for part, height in zip(parts[:-1], heights[:-1], strict=True):
        part.drawOn(canvas, _LEFT, top - height)
        top -= height + gap
    parts[-1].drawOn(canvas, _LEFT, _BOTTOM)
