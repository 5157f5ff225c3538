"""Pages quote parts of charters and the code of a case, and show tables made from the code."""

from pathlib import Path

import pytest

from tools import docs, reference

FILE = """\
# Late

```yaml charter
facts:
  order: {total: money}
gestures:
  card: {name: Card}
```

## The next morning

Words.

```yaml case
actor: {role: desk}
```

```decision
authority: within
```

## Later
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "late.md").write_text(FILE, encoding="utf-8")
    (tmp_path / "shop.yaml").write_text("charter: shop\nversion: 1\n", encoding="utf-8")
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    return tmp_path


def quoted(what: str) -> str:
    page = docs.refreshed(f"<!-- quote {what} -->\nold\n<!-- end of quote -->")
    assert docs.refreshed(page) == page
    return page.removeprefix(f"<!-- quote {what} -->\n").removesuffix("\n<!-- end of quote -->")


@pytest.mark.usefixtures("corpus")
def test_parts_of_a_charter_are_quoted_as_yaml() -> None:
    assert quoted("late.md | gestures/card") == "```yaml\ngestures:\n  card: {name: Card}\n```"
    assert quoted("shop.yaml | version") == "```yaml\nversion: 1\n```"


@pytest.mark.usefixtures("corpus")
def test_a_case_is_quoted_without_its_heading() -> None:
    case = "```yaml case\nactor: {role: desk}\n```\n\n```decision\nauthority: within\n```"

    assert quoted("late.md#The next morning | code") == case


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("what", ["late.md | roles", "shop.yaml | facts", "late.md#Never | code"])
def test_a_part_that_is_not_there_is_refused(what: str) -> None:
    with pytest.raises(docs.QuoteRefused):
        quoted(what)


def test_a_table_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reference.TABLES, "limits", lambda: "| a |")

    page = docs.refreshed("<!-- table limits -->\nold\n<!-- end of table -->")

    assert page == "<!-- table limits -->\n| a |\n<!-- end of table -->"


def test_a_table_nobody_makes_is_refused() -> None:
    with pytest.raises(docs.QuoteRefused):
        docs.refreshed("<!-- table wishes -->\n<!-- end of table -->")


@pytest.mark.parametrize("name", reference.TABLES)
def test_every_table_is_shown_on_a_page(name: str) -> None:
    assert [page.name for page in docs.pages() if f"<!-- table {name} -->" in page.read_text(encoding="utf-8")]


def test_a_page_is_shown_with_its_tables_and_anchors() -> None:
    shown = docs.rendered("# The `case_cap` key\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    assert '<h1 id="the-case_cap-key">' in shown
    assert "<td>1</td>" in shown
