"""Fonts: the type the PDF is set in. Bitstream Vera comes with the PDF library and may be embedded."""

import unicodedata

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

TEXT, BOLD, ITALIC = "GesteVera", "GesteVera-Bold", "GesteVera-Italic"
_FILES = {TEXT: "Vera.ttf", BOLD: "VeraBd.ttf", ITALIC: "VeraIt.ttf"}
_ALIKE = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2010": "-", "\u2011": "-", "\u2012": "–"})
_REPLACEMENT = "·"


def load_fonts() -> None:
    """Make the fonts known to the PDF library, once."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, file in _FILES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def printable(text: str) -> str:
    """Return a text in letters the font has: a look-alike where there is one, the bare letter, or a dot."""
    glyphs = _glyphs()
    return "".join(letter if ord(letter) in glyphs else _nearest(letter, glyphs) for letter in text.translate(_ALIKE))


def _glyphs() -> dict[int, int]:
    font = pdfmetrics.getFont(TEXT)
    assert isinstance(font, TTFont)
    glyphs: dict[int, int] = font.face.charToGlyph
    return glyphs


def _nearest(letter: str, glyphs: dict[int, int]) -> str:
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in glyphs)
    return bare or _REPLACEMENT
