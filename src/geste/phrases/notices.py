"""Notices in words: a line of news, one piece of it as a letter, and a person's week around the house's."""

from collections.abc import Sequence
from html import escape

from geste.phrases.catalogue import sentence
from geste.phrases.digest import STYLE, Letter

NEWS = "/notices"
"""Where news stands, behind the address of the house."""


def say_news(kind: str, name: str, language: str) -> str:
    """Return one piece of news in a line."""
    return sentence(f"notice.{kind}", language).format(name=name or sentence("notice.somebody", language))


def letter_of_news(line: str, language: str, *, address: str) -> Letter:
    """Return one piece of news as a letter: the line, and where to see it. What was said stands in the house alone."""
    see, foot = sentence("notice.letter.see", language), sentence("notice.letter.foot", language)
    where, choices = address + NEWS, f"{address}{NEWS}/choices"
    text = f"{line}.\n\n{see} {where}\n\n-- \n{foot} {choices}\n"
    body, _, _, _, soft = STYLE
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(line)}</title></head>'
        f'<body><div style="{body}"><p>{escape(line)}.</p><p>{escape(see)} {_link(where)}</p>'
        f'<p style="{soft}">{escape(foot)} {_link(choices)}</p></div></body></html>\n'
    )
    return Letter(line, text, html)


def with_news(week: Letter, lines: Sequence[str], language: str, *, address: str) -> Letter:
    """Return a letter about a week with what one person has to hear before it."""
    if not lines:
        return week
    head = sentence("notice.letter.week", language)
    listed = "".join(f"* {line}\n" for line in lines)
    text = f"{head}\n{'-' * len(head)}\n{listed}{address}{NEWS}\n\n\n{week.text}"
    body, _, title, said, _ = STYLE
    shown = "".join(f'<p style="{said}">{escape(line)}</p>' for line in lines)
    own = f'<div style="{body}"><h2 style="{title}">{escape(head)}</h2>{shown}<p>{_link(address + NEWS)}</p></div>'
    return Letter(week.subject, text, week.html.replace("<body>", f"<body>{own}", 1))


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'
