"""QR: an address as a square of dark and light that a telephone reads. Made here, asking nobody."""

from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET = 4
"""How many light squares stand around it: less, and readers miss it (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code as one path of unit squares, in a square of `size` units, for an SVG of any size."""

    size: int
    path: str


def qr_of(text: str) -> Qr:
    """Return the code that spells `text`, readable with an eighth of it dirty."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.moduleCount
    dark = [(row, column) for row in range(count) for column in range(count) if code.isDark(row, column)]  # type: ignore[no-untyped-call]
    path = "".join(f"M{column + QUIET} {row + QUIET}h1v1h-1z" for row, column in dark)
    return Qr(count + 2 * QUIET, path)
