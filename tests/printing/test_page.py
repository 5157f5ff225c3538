"""The one-page charter stands on one page, says what the charter says, and needs nothing but itself."""

import re
import subprocess
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from geste.core.charter.formatter import digest_of
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.money import Currency
from geste.phrases.one_page import one_page
from geste.phrases.page import html_page
from geste.printing.amounts import printed_amounts
from geste.printing.fonts import load_fonts, printable
from geste.printing.page import SMALLEST, TooLong, pdf_page
from tests.environment import chromium

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples" / "charters").glob("*.yaml"))
LANGUAGES = ("en", "fr")
VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def charter_at(path: Path) -> Charter:
    charter = read_charter(path.read_text(encoding="utf-8")).charter
    assert charter is not None
    return charter


def charter_of(**parts: str) -> Charter:
    lines = {
        "charter": "stall",
        "version": "1",
        "currency": "EUR",
        "effective": "2026-05-01",
        "purpose": "Good apples.",
        "gestures": "{apple: {name: An apple, kind: attention, cap: 2}}",
    }
    charter = read_charter("\n".join(f"{name}: {value}" for name, value in {**lines, **parts}.items())).charter
    assert charter is not None
    return charter


@cache
def pdf_of(path: Path, language: str) -> bytes:
    return pdf_page(charter_at(path), language)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF in reading order, line ends and no-break spaces as plain spaces."""
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def part(parent: DictionaryObject, name: str) -> DictionaryObject:
    found = parent[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def words(text: str) -> str:
    return " ".join(text.split())


class Balance(HTMLParser):
    """Follows the tags of a document: what is open, what is wrong, what it asks for from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.faults += [
            f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "style") or name.startswith("on")
        ]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(document: str) -> Balance:
    balance = Balance()
    balance.feed(document)
    balance.close()
    return balance


@pytest.mark.item("S0.25")
@each_language
@each_example
def test_a_charter_is_one_page_of_a4(path: Path, language: str) -> None:
    reader = PdfReader(BytesIO(pdf_of(path, language)))

    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


@each_language
@each_example
def test_the_page_says_what_the_charter_says(path: Path, language: str) -> None:
    charter = charter_at(path)
    page = one_page(charter, language, printed_amounts(charter.currency, language))

    printed = text_of(pdf_of(path, language))

    load_fonts()
    said = [page.purpose, page.distinctive, page.version, page.digest, *(row.name for row in page.rows)]
    said += [item.text for block in (page.guidelines, *page.blocks) for item in block.items]
    said += [step for row in page.rows for step in row.steps]
    assert [text for text in said if words(printable(text)) not in printed] == []


def test_the_page_names_its_language_and_title() -> None:
    reader = PdfReader(BytesIO(pdf_page(charter_at(ROOT / "examples/charters/hotel.yaml"), "fr")))

    assert reader.metadata is not None
    assert reader.metadata.title == "Hôtel Baie Double – Ce que nous pouvons faire pour nos clients"
    assert reader.metadata.subject == "Que chaque client ait envie de revenir, même quand quelque chose a raté."
    assert str(reader.root_object["/Lang"]) == "fr"


def test_every_font_travels_with_the_page() -> None:
    page = PdfReader(BytesIO(pdf_page(charter_at(ROOT / "examples/charters/hotel.yaml"), "fr"))).pages[0]

    contents = page.get_contents()
    assert contents is not None
    used = set(re.findall(r"(/F\S+) [\d.]+ Tf", contents.get_data().decode("latin-1")))
    fonts = part(part(page, "/Resources"), "/Font")
    assert {str(part(fonts, name)["/Subtype"]) for name in used} == {"/TrueType"}
    assert all("/FontFile2" in part(part(fonts, name), "/FontDescriptor") for name in used)


def test_the_same_charter_gives_the_same_bytes() -> None:
    charter = charter_at(ROOT / "examples/charters/bakery.yaml")

    assert pdf_page(charter, "fr") == pdf_page(charter, "fr")


def test_amounts_are_written_as_the_country_writes_them() -> None:
    charter = charter_at(ROOT / "examples/charters/hotel.yaml")

    assert "A$2,000" in text_of(pdf_page(charter, "en"))
    assert "2 000 $AU" in text_of(pdf_page(charter, "fr"))
    assert [printed_amounts(Currency("EUR", 2), "fr")(minor) for minor in (6000, 1250)] == ["60\u00a0€", "12,50\u00a0€"]
    assert [printed_amounts(Currency("JPY", 0), "en")(minor) for minor in (6000, 5)] == ["JP¥6,000", "JP¥5"]
    assert printed_amounts(Currency("TND", 3), "en")(1250) == "TND1.250"


def test_a_charter_nobody_could_read_is_refused() -> None:
    gestures = ", ".join(f"g{index}: {{name: Gesture number {index}, kind: fix, amount: none}}" for index in range(90))

    with pytest.raises(TooLong) as refused:
        pdf_page(charter_of(gestures=f"{{{gestures}}}"), "en")

    assert refused.value.pages > 1
    assert str(SMALLEST) in str(refused.value)


def test_letters_the_font_lacks_become_the_nearest() -> None:
    load_fonts()

    assert printable("1\u202f000 – “Łódź” naïve « œuvre » 5\u00a0€") == "1\u00a0000 – “Łódz” naïve « œuvre » 5\u00a0€"
    assert printable("新 ｆin") == "· fin"


@each_language
@each_example
def test_the_document_is_whole_and_self_contained(path: Path, language: str) -> None:
    charter = charter_at(path)

    document = html_page(charter, language)

    balance = parsed(document)
    assert balance.open == []
    assert balance.faults == []
    assert document.startswith("<!DOCTYPE html>\n")
    assert f'<html lang="{language}">' in document
    assert "http" not in document
    assert "url(" not in document
    assert "@import" not in document


@each_language
@each_example
def test_the_document_says_what_the_charter_says(path: Path, language: str) -> None:
    charter = charter_at(path)
    page = one_page(charter, language)

    shown = words("".join(parsed(html_page(charter, language)).text))

    said = [page.name, page.kicker, page.purpose, page.distinctive, page.version, page.digest, *page.signatures]
    said += [part for row in page.rows for part in (row.name, row.note, row.who, *row.up_to, *row.steps)]
    said += [
        part for block in (page.guidelines, *page.blocks) for item in block.items for part in (item.text, item.detail)
    ]
    assert [text for text in said if words(text) not in shown] == []


def test_the_words_of_a_charter_are_never_markup() -> None:
    charter = charter_of(purpose='"<script>alert(1)</script> & <b>apples</b>"', signed_by="[<i>]")

    document = html_page(charter, "en")

    assert "<script" not in document
    assert "<b>" not in document
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;apples&lt;/b&gt;" in document
    assert "<script>alert(1)</script> & <b>apples</b>" in text_of(pdf_page(charter, "en"))


def test_the_fingerprint_is_the_beginning_of_the_digest() -> None:
    charter = charter_of()

    digits = one_page(charter, "en").digest.removeprefix("Fingerprint ").replace(" ", "")

    assert digits == digest_of(charter)[:16]


def test_the_row_of_a_gesture_is_short() -> None:
    charter = charter_at(ROOT / "examples" / "charters" / "hotel.yaml")
    rows = {row.name: row for row in one_page(charter, "en").rows}

    credit = rows["Night credit"]
    assert credit.who == "Reception, Night auditor and Duty manager"
    assert credit.up_to == ("A$500", "Duty manager: A$2,000", "at most “Price of one night” × “Nights spoiled”")
    assert credit.note == "only if “Nights spoiled” is at least 1"
    assert credit.steps == ("Take the night off the bill.", "Give the guest the new bill.")
    assert rows["Get help first"].up_to == ("freely",)


def test_a_public_service_speaks_of_those_it_serves() -> None:
    charter = charter_of(sector="public_service", gestures="{walk: {name: Walk along, kind: attention, amount: none}}")

    assert one_page(charter, "en").kicker == "What we may do for the people we serve"
    assert one_page(charter, "fr").kicker == "Ce que nous pouvons faire pour les usagers"
    assert charter.purpose == Text("Good apples.", "Good apples.")


@pytest.mark.browser
@pytest.mark.parametrize(("name", "language"), [("shop", "fr"), ("hotel", "en"), ("bakery", "fr")])
def test_a_browser_prints_the_document_on_one_page(name: str, language: str, tmp_path: Path) -> None:
    document, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    charter = charter_at(ROOT / "examples" / "charters" / f"{name}.yaml")
    document.write_text(html_page(charter, language), encoding="utf-8")
    flags = ("--headless", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}", f"--print-to-pdf={printed}")

    browser = chromium.chromium_found()
    if browser is None:
        pytest.skip(chromium.ADVICE)
    subprocess.run(
        [browser, *chromium.LAUNCH_FLAGS, *flags, document.as_uri()], check=True, capture_output=True, timeout=60
    )

    reader = PdfReader(printed)
    assert len(reader.pages) == 1
    foot = one_page(charter, language).digest
    assert words(foot) in " ".join(reader.pages[0].extract_text().split())
