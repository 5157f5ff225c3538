"""Docs: refreshes what the documents quote, finds links that lead nowhere, and serves the pages on this machine.

What stands between two comments is a copy that `make docs` brings up to date: a file, a section of one, parts of its
charter, the code under a heading, or a table made from the code (`tools.reference`).

    <!-- quote examples/charters/bakery.yaml -->
    <!-- quote tests/corpus/time/cut-off.md#The next morning -->
    <!-- quote tests/corpus/time/cut-off.md | facts, gestures/deliver/when -->
    <!-- quote tests/corpus/time/cut-off.md#The next morning | code -->
    <!-- end of quote -->

    <!-- table limits -->
    <!-- end of table -->
"""

import http.server
import re
import sys
from collections.abc import Iterator
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

from tools import excerpts, reference

ROOT = Path(__file__).resolve().parent.parent
START = "docs/index.md"
ADDRESS = ("127.0.0.1", 8001)
QUOTE = re.compile(
    r"^<!-- quote (?P<what>(?P<file>[^#|\n]+?)(?:#(?P<heading>[^|\n]+?))?(?: \| (?P<parts>[^\n]+?))?) -->\n"
    r"(?P<copy>.*?)^<!-- end of quote -->$",
    re.MULTILINE | re.DOTALL,
)
TABLE = re.compile(r"^<!-- table (?P<name>[a-z ]+) -->\n(?P<copy>.*?)^<!-- end of table -->$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1\s*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^(#+) +(.+?) *$", re.MULTILINE)
STYLE = "max-width: 46rem; margin: 3rem auto; padding: 0 1rem; font: 1.05rem/1.6 system-ui"


class QuoteRefused(Exception):
    """A page quotes something that is not there."""


def pages() -> list[Path]:
    """Return every document a reader may open."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(page: str) -> str:
    """Return the page with every quotation equal to what it quotes, and every table made anew."""
    return TABLE.sub(_table, QUOTE.sub(_quotation, page))


def _table(found: re.Match[str]) -> str:
    name = found["name"]
    if name not in reference.TABLES:
        raise QuoteRefused(f"there is no table {name!r}")
    return f"<!-- table {name} -->\n{reference.TABLES[name]().strip()}\n<!-- end of table -->"


def _quotation(quote: re.Match[str]) -> str:
    file, heading, wanted = quote["file"], quote["heading"], quote["parts"]
    path = ROOT / file
    if not path.is_file():
        raise QuoteRefused(f"{file} is quoted and does not exist")
    text = path.read_text(encoding="utf-8")
    if heading:
        text = section(text, heading, file)
    if wanted:
        text = _parts(text, wanted, path)
    elif path.suffix != ".md":
        text = _fenced(path.suffix.lstrip("."), text)
    return f"<!-- quote {quote['what']} -->\n{text.strip()}\n<!-- end of quote -->"


def _parts(text: str, wanted: str, path: Path) -> str:
    """The code blocks of a section, or the parts of a charter that are named."""
    if wanted == "code":
        return "\n\n".join(_fenced(kind, code) for kind, code in excerpts.blocks(text))
    if path.suffix == ".md":
        text = next((code for _, code in excerpts.blocks(text, "yaml charter")), "")
    try:
        return _fenced("yaml", excerpts.parts(text, wanted.split(", ")))
    except excerpts.ExcerptRefused as refused:
        raise QuoteRefused(f"{path.name} has no part {refused}") from refused


def _fenced(kind: str, code: str) -> str:
    return f"```{kind}\n{code.strip(chr(10))}\n```"


def section(text: str, heading: str, file: str) -> str:
    """Return the part of a Markdown text under one heading, up to the next of its rank."""
    bare = _blanked(text)
    found = [(match.start(), len(match[1]), match[2]) for match in HEADING.finditer(bare)]
    start = next(((place, rank) for place, rank, words in found if words == heading), None)
    if start is None:
        raise QuoteRefused(f"{file} has no heading {heading!r}")
    end = next((place for place, rank, _ in found if place > start[0] and rank <= start[1]), len(text))
    return text[start[0] : end]


def _blanked(text: str) -> str:
    """Return the text with code blanked out, at its full length: what looks like a heading or link there is none."""
    return FENCED.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def broken_links(page: Path) -> list[str]:
    """Return the links and anchors of a page that lead nowhere inside the repository."""
    return [target for target in _targets(page) if not _leads_somewhere(page, target)]


def _targets(page: Path) -> Iterator[str]:
    text = _blanked(page.read_text(encoding="utf-8"))
    return (match["target"] for match in LINK.finditer(text) if not re.match(r"[a-z]+:", match["target"]))


def _leads_somewhere(page: Path, target: str) -> bool:
    file, _, anchor = unquote(target).partition("#")
    path = (page.parent / file).resolve() if file else page
    if not path.exists():
        return False
    return not anchor or path.suffix != ".md" or anchor in anchors(path.read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    """Return the anchors that readers of a repository get for its headings."""
    return {_anchor(words) for _, words in HEADING.findall(_blanked(text))}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def reachable(start: Path) -> set[Path]:
    """Return every page a reader can get to from here by following links."""
    seen, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        linked = {(page.parent / unquote(target).partition("#")[0]).resolve() for target in _targets(page)}
        new = {path for path in linked if path.suffix == ".md" and path.is_file()} - seen
        seen |= new
        waiting += new
    return seen


def rendered(page: str) -> str:
    """Return a page as HTML, its headings with the anchors that links lead to."""
    markdown = MarkdownIt().enable("table")
    tokens = markdown.parse(page)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", _anchor(words.content))
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def refresh() -> list[Path]:
    """Write every page whose quotations have moved on, and return those pages."""
    moved = []
    for page in pages():
        text = page.read_text(encoding="utf-8")
        fresh = refreshed(text)
        if fresh != text:
            page.write_text(fresh, encoding="utf-8")
            moved.append(page)
    return moved


class Reader(http.server.SimpleHTTPRequestHandler):
    """Shows Markdown as pages and other files as they are."""

    def do_GET(self) -> None:
        """Answer with the page the address names."""
        path = Path(self.translate_path(self.path))
        if self.path == "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{START}")
            self.end_headers()
        elif path.suffix == ".md" and path.is_file():
            self._show(path)
        else:
            super().do_GET()

    def _show(self, path: Path) -> None:
        body = rendered(path.read_text(encoding="utf-8"))
        page = f'<!doctype html><meta charset="utf-8"><title>{path.stem}</title><body style="{STYLE}">{body}'.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


def main() -> int:
    """Refresh what the pages quote, then serve them until interrupted; `refresh` behind the name serves nothing."""
    for page in refresh():
        print(f"{page.relative_to(ROOT)}: refreshed")
    if sys.argv[1:] == ["refresh"]:
        return 0
    with http.server.ThreadingHTTPServer(ADDRESS, lambda *request: Reader(*request, directory=str(ROOT))) as server:
        print(f"Documents: http://{ADDRESS[0]}:{ADDRESS[1]}/ (Ctrl+C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
