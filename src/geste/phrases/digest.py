"""Digest in words: a week as a letter, in plain text and in HTML. No figure stands in it, and nothing is fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from geste.phrases.catalogue import sentence
from geste.phrases.measures import say_day

STYLE = (
    "max-width:36em;margin:0 auto;padding:1.2em;font:16px/1.5 Georgia,serif;color:#1d2a26;background:#ffffff",
    "font-size:1.5em;font-weight:normal;margin:0 0 .2em",
    "font:bold 1em/1.4 Helvetica,Arial,sans-serif;margin:1.6em 0 .3em;color:#1e5a48",
    "margin:.5em 0;padding-left:1em;border-left:3px solid #cfded6",
    "color:#5a6763",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One line: what it is about, and what was said."""

    about: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What came of one thing in a week: `name` is what was dared, learned, thanked for, shared, changed, answered."""

    name: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a mail program takes it."""

    subject: str
    text: str
    html: str


def section_title(name: str, language: str) -> str:
    """Return what a section is called."""
    return sentence(f"digest.section.{name}", language)


def nothing_yet(name: str, language: str) -> str:
    """Return what is said of a section in which there is nothing."""
    return sentence(f"digest.nothing.{name}", language)


def letter(sections: Iterable[Section], language: str, *, day: date, about: str = "", address: str = "") -> Letter:
    """Return a week as a letter. `about` is the team it tells of, none for the house; `address` is where it stands."""
    shown = tuple(sections)
    said = {"day": say_day(day, language), "about": about}
    subject = sentence("digest.subject.team" if about else "digest.subject.house", language).format(**said)
    foot = (sentence("digest.foot", language), address)
    return Letter(subject, _text(subject, shown, foot, language), _html(subject, shown, foot, language))


def _text(subject: str, sections: tuple[Section, ...], foot: tuple[str, str], language: str) -> str:
    parts = [subject, "=" * len(subject)]
    for section in sections:
        title = section_title(section.name, language)
        parts += ["", title, "-" * len(title)]
        parts += [f"* {line.about}\n  {line.words}" if line.words else f"* {line.about}" for line in section.lines]
        parts += [] if section.lines else [nothing_yet(section.name, language)]
    parts += ["", *(part for part in foot if part)]
    return "\n".join(parts) + "\n"


def _html(subject: str, sections: tuple[Section, ...], foot: tuple[str, str], language: str) -> str:
    body, head, title, line, soft = STYLE
    parts = [f'<h1 style="{head}">{escape(subject)}</h1>']
    for section in sections:
        parts.append(f'<h2 style="{title}">{escape(section_title(section.name, language))}</h2>')
        parts += [
            f'<p style="{line}"><strong>{escape(said.about)}</strong>{_after(said)}</p>' for said in section.lines
        ]
        if not section.lines:
            parts.append(f'<p style="{soft}">{escape(nothing_yet(section.name, language))}</p>')
    words, address = foot
    link = f' <a href="{escape(address)}">{escape(address)}</a>' if address else ""
    parts.append(f'<p style="{soft}">{escape(words)}{link}</p>')
    charset = '<meta charset="utf-8">'
    told = "".join(parts)
    return (
        f'<!doctype html><html lang="{language}"><head>{charset}<title>{escape(subject)}</title></head>'
        f'<body><div style="{body}">{told}</div></body></html>\n'
    )


def _after(said: Said) -> str:
    return f"<br>{escape(said.words)}" if said.words else ""
