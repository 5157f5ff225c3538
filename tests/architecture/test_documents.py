"""The documents lead where they say, quote what is there, and none of them is lost."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, shown
from tools import docs

ADR_FOLDER = ROOT / "docs" / "adr"
ADR_HEADINGS = ["Context", "Decision", "Consequences"]
STATUS = re.compile(r"^Status: (accepted|superseded by \d{4})$", re.MULTILINE)
TAGS = re.compile(r"^Tags: \w+", re.MULTILINE)
QUOTED = "# Late\n\nOne line.\n\n## The next morning\n\n```yaml\n# not a heading\n```\n\n## Later\n\nEnd.\n"


def decisions() -> list[Path]:
    return sorted(ADR_FOLDER.glob("[0-9]*.md"))


@pytest.mark.parametrize("document", docs.pages(), ids=shown)
def test_every_link_leads_somewhere(document: Path) -> None:
    assert docs.broken_links(document) == []


@pytest.mark.parametrize("document", docs.pages(), ids=shown)
def test_every_quotation_is_what_it_quotes(document: Path) -> None:
    text = document.read_text(encoding="utf-8")

    assert docs.refreshed(text) == text


def test_every_page_can_be_reached_from_the_start() -> None:
    written = {page for page in docs.pages() if page.is_relative_to(ROOT / "docs")}

    assert sorted(map(shown, written - docs.reachable(ROOT / docs.START))) == []


def test_every_decision_has_a_number_of_its_own_and_stands_in_the_index() -> None:
    numbers = [page.name[:4] for page in decisions()]
    index = (ADR_FOLDER / "index.md").read_text(encoding="utf-8")

    assert len(set(numbers)) == len(numbers)
    assert re.findall(r"^\| (\d{4}) \| \[", index, re.MULTILINE) == numbers


@pytest.mark.parametrize("decision", decisions(), ids=lambda decision: decision.stem)
def test_every_decision_has_its_parts_on_one_page(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")

    assert [words for rank, words in docs.HEADING.findall(text) if rank == "##"] == ADR_HEADINGS
    assert STATUS.search(text)
    assert TAGS.search(text)
    assert len(text.splitlines()) <= 60


def test_a_section_is_quoted_whole_and_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "late.md").write_text(QUOTED, encoding="utf-8")
    monkeypatch.setattr(docs, "ROOT", tmp_path)

    page = docs.refreshed("<!-- quote late.md#The next morning -->\nold\n<!-- end of quote -->")

    quoted = "## The next morning\n\n```yaml\n# not a heading\n```"
    assert page == f"<!-- quote late.md#The next morning -->\n{quoted}\n<!-- end of quote -->"
    assert docs.refreshed(page) == page


def test_other_files_are_quoted_as_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bakery.yaml").write_text("charter: bakery\n", encoding="utf-8")
    monkeypatch.setattr(docs, "ROOT", tmp_path)

    page = docs.refreshed("<!-- quote bakery.yaml -->\n<!-- end of quote -->")

    assert page == "<!-- quote bakery.yaml -->\n```yaml\ncharter: bakery\n```\n<!-- end of quote -->"


@pytest.mark.parametrize("name", ["absent.md", "late.md#No such heading"])
def test_a_quotation_of_nothing_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "late.md").write_text(QUOTED, encoding="utf-8")
    monkeypatch.setattr(docs, "ROOT", tmp_path)

    with pytest.raises(docs.QuoteRefused):
        docs.refreshed(f"<!-- quote {name} -->\n<!-- end of quote -->")


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "[here](#later) [gone](#never) [file](late.md#the-next-morning) [none](none.md) [web](https://geste.example)\n"
        "`[code](absent.md)`\n\n## Later\n",
        encoding="utf-8",
    )
    (tmp_path / "late.md").write_text(QUOTED, encoding="utf-8")

    assert docs.broken_links(page) == ["#never", "none.md"]
