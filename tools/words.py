"""Words: the interface's sentences, collected from pages and modules, and proof that French has them all.

`collect` brings the catalogue up to date and compiles it; `check` only looks, and is what continuous integration runs.
Needs neither xgettext nor msgfmt: Django turns templates into calls, Babel reads the calls and writes the catalogues.
"""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.french import typography_faults

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "geste"
LANGUAGE = "fr"
CATALOGUE = PACKAGE / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
TEMPLATES = ("*.html", "*.txt")
# How each function is called: which argument is the sentence, its plural, its context.
CALLS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
BYTE_ESCAPE = re.compile(r"\\x([0-9a-f]{2})")
# A catalogue changes when its words do, not with the clock.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def collected(package: Path = PACKAGE) -> Catalog:
    """Return every sentence the package says, with the files that say it."""
    catalogue = _empty()
    for path, sentence, context in sorted(_sentences(package), key=lambda found: (found[0].as_posix(), str(found[1]))):
        catalogue.add(sentence, locations=[(path.relative_to(package).as_posix(), 0)], context=context)
    return catalogue


def _sentences(package: Path) -> Iterator[tuple[Path, str | tuple[str, ...], str | None]]:
    for path in package.rglob("*.py"):
        yield from _calls_in(path, "python", path.read_bytes())
    for pattern in TEMPLATES:
        for path in package.rglob(f"templates/**/{pattern}"):
            yield from _calls_in(path, "javascript", _as_calls(path))


def _as_calls(template: Path) -> bytes:
    """Return a template as the translation calls it makes, which read like JavaScript."""
    calls: str = templatize(template.read_text(encoding="utf-8"), origin=str(template))
    return BYTE_ESCAPE.sub(r"\\u00\1", calls).encode()


def _calls_in(path: Path, kind: str, text: bytes) -> Iterator[tuple[Path, str | tuple[str, ...], str | None]]:
    for _, sentence, _, context in extract(kind, io.BytesIO(text), keywords=CALLS):
        yield path, sentence, context


def collect(path: Path = CATALOGUE, package: Path = PACKAGE) -> None:
    """Bring the catalogue up to date: new sentences come in empty, sentences nobody says go out."""
    catalogue = _read(path) if path.exists() else _empty()
    found = collected(package)
    if not path.exists() or _identities(found) != _identities(catalogue):
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=120, include_lineno=False, ignore_obsolete=True)
    path.with_suffix(".mo").write_bytes(compiled(_read(path)))


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as gettext reads it at run time."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE, abort_invalid=True)
    catalogue.creation_date = catalogue.revision_date = UNDATED
    return catalogue


def _empty() -> Catalog:
    return Catalog(locale=LANGUAGE, project="Geste", charset="utf-8", creation_date=UNDATED, revision_date=UNDATED)


def _identities(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, _singular(message)) for message in catalogue if message.id}


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def faults(path: Path = CATALOGUE, package: Path = PACKAGE) -> list[str]:
    """Return everything that keeps French from being complete, one line each."""
    if not path.exists():
        return ["there is no French catalogue: make words"]
    catalogue, said = _read(path), collected(package)
    missing = sorted(_identities(said) - _identities(catalogue), key=str)
    unused = sorted(_identities(catalogue) - _identities(said), key=str)
    found = [f"not collected: {sentence!r}" for _, sentence in missing]
    found += [f"no longer said: {sentence!r}" for _, sentence in unused]
    found += [
        f"{fault}: {_singular(message)!r}" for message in catalogue if message.id for fault in message_faults(message)
    ]
    machine = path.with_suffix(".mo")
    if not machine.exists() or machine.read_bytes() != compiled(catalogue):
        found.append("the compiled catalogue is out of date: make words")
    return found


def message_faults(message: Message) -> list[str]:
    """Return what is wrong with the French of one sentence."""
    french = _forms(message.string or "")
    if not all(french) or len(french) < len(_forms(message.id)):
        return ["not translated"]
    found = ["not sure (fuzzy)"] if message.fuzzy else []
    english = {name for form in _forms(message.id) for name in PLACEHOLDER.findall(form)}
    # A singular may leave the number out; no form may name what English does not.
    if any(not set(PLACEHOLDER.findall(form)) <= english for form in french) or english != _all_names(french):
        found.append("placeholders differ")
    found += [fault for form in french for fault in typography_faults(form)]
    return list(dict.fromkeys(found))


def _all_names(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for name in PLACEHOLDER.findall(form)}


def main(arguments: list[str]) -> int:
    """Collect or check, and say what French still lacks; the exit status is 1 while anything does."""
    if arguments not in (["collect"], ["check"]):
        print(__doc__)
        return 2
    if arguments == ["collect"]:
        collect()
    found = faults()
    for fault in found:
        print(f"French: {fault}")
    print(f"French: {len(_identities(collected()))} sentences, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
