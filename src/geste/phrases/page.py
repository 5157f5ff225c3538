"""Page: the one-page charter as an HTML document that needs nothing but itself, to read, to send and to print on A4."""

from collections.abc import Iterable
from html import escape

from geste.core.charter.syntax import Charter
from geste.phrases.names import AmountWriter
from geste.phrases.one_page import Block, Item, OnePage, Row, one_page
from geste.phrases.page_style import stylesheet


def html_page(charter: Charter, language: str, write_amount: AmountWriter | None = None) -> str:
    """Return the one-page charter in `language` as a whole HTML document."""
    page = one_page(charter, language, write_amount)
    return "\n".join((*_head(page), *_body(page))) + "\n"


def _head(page: OnePage) -> Iterable[str]:
    return (
        "<!DOCTYPE html>",
        f'<html lang="{escape(page.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(page.name)} – {escape(page.kicker)}</title>",
        f"<style>\n{stylesheet(page)}</style>",
        "</head>",
    )


def _body(page: OnePage) -> Iterable[str]:
    return (
        "<body>",
        '<main class="sheet">',
        "<header>",
        f'<p class="kicker"><strong>{escape(page.name)}</strong><span>{escape(page.kicker)}</span></p>',
        f'<h1 class="purpose">{escape(page.purpose)}</h1>',
        *_paragraph("distinctive", page.distinctive),
        "</header>",
        *_guidelines(page.guidelines),
        *_table(page),
        '<div class="blocks">',
        *(line for block in page.blocks for line in _block(block)),
        "</div>",
        *_foot(page),
        "</main>",
        "</body>",
        "</html>",
    )


def _paragraph(name: str, text: str) -> Iterable[str]:
    return (f'<p class="{name}">{escape(text)}</p>',) if text else ()


def _guidelines(block: Block) -> Iterable[str]:
    if not block.items:
        return ()
    items = (f"<li>{escape(item.text)}</li>" for item in block.items)
    return ('<section class="guidelines">', f"<h2>{escape(block.heading)}</h2>", "<ul>", *items, "</ul>", "</section>")


def _table(page: OnePage) -> Iterable[str]:
    headings = "".join(f'<th scope="col">{escape(column)}</th>' for column in page.columns)
    return (
        '<section class="gestures">',
        f"<h2>{escape(page.gestures_heading)}</h2>",
        "<table>",
        f"<thead><tr>{headings}</tr></thead>",
        "<tbody>",
        *(_row(row) for row in page.rows),
        "</tbody>",
        "</table>",
        "</section>",
    )


def _row(row: Row) -> str:
    note = f"<small>{escape(row.note)}</small>" if row.note else ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in row.steps)
    how = f"<ol>{steps}</ol>" if len(row.steps) > 1 else escape("".join(row.steps))
    up_to = "".join(f"<div>{escape(line)}</div>" for line in row.up_to)
    cells = "".join(f"<td>{cell}</td>" for cell in (escape(row.who), up_to, how))
    return f'<tr><th scope="row">{escape(row.name)}{note}</th>{cells}</tr>'


def _block(block: Block) -> Iterable[str]:
    items = (_item(item) for item in block.items)
    return ("<section>", f"<h2>{escape(block.heading)}</h2>", "<ul>", *items, "</ul>", "</section>")


def _item(item: Item) -> str:
    detail = f" <small>{escape(item.detail)}</small>" if item.detail else ""
    return f"<li>{escape(item.text)}{detail}</li>"


def _foot(page: OnePage) -> Iterable[str]:
    signatures = (f'<span class="signature">{escape(name)}</span>' for name in page.signatures)
    return (
        "<footer>",
        '<div class="signatures">',
        *signatures,
        "</div>",
        f'<p class="version"><span>{escape(page.version)}</span><span>{escape(page.digest)}</span></p>',
        "</footer>",
    )
