"""The words tool finds every sentence and every way in which French can be incomplete."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tools import words
from tools.french import typography_faults

PAGE = """{% load i18n %}<h1>{% translate "A case" %}</h1>
{% blocktranslate with name=agent %}Good morning, {{ name }}.{% endblocktranslate %}
{% blocktranslate count n=left %}One left{% plural %}{{ n }} left{% endblocktranslate %}
<p title="{% translate 'May' context 'month' %}">{{ _("Give") }}</p>"""
VIEW = """from django.utils.translation import gettext_lazy as _, gettext, ngettext
TITLE = _("A day’s\\u00a0work")
def f(n): return gettext("Refused"), ngettext("a day", "%(n)d days", n)
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "web").mkdir(parents=True)
    (tmp_path / "templates" / "web" / "case.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "views.py").write_text(VIEW, encoding="utf-8")
    return tmp_path


def test_pages_and_modules_are_read(package: Path) -> None:
    found = {(message.context, message.id) for message in words.collected(package) if message.id}

    assert found == {
        (None, "A case"),
        (None, "Good morning, %(name)s."),
        (None, ("One left", "%(n)s left")),
        ("month", "May"),
        (None, "Give"),
        (None, "A day’s\u00a0work"),
        (None, "Refused"),
        (None, ("a day", "%(n)d days")),
    }


def test_a_new_catalogue_lacks_everything_and_says_so(package: Path) -> None:
    path = package / "locale" / "django.po"
    assert words.faults(path, package) == ["there is no French catalogue: make words"]

    words.collect(path, package)

    assert len(words.faults(path, package)) == 8
    assert all(fault.startswith("not translated: ") for fault in words.faults(path, package))


def test_a_sentence_that_changes_is_noticed_both_ways(package: Path) -> None:
    path = package / "locale" / "django.po"
    words.collect(path, package)
    (package / "views.py").write_text(VIEW.replace("Refused", "Declined"), encoding="utf-8")

    found = words.faults(path, package)

    assert found[:2] == ["not collected: 'Declined'", "no longer said: 'Refused'"]


def test_collecting_keeps_what_was_translated_and_compiles_it(package: Path) -> None:
    path = package / "locale" / "django.po"
    words.collect(path, package)
    text = path.read_text(encoding="utf-8").replace('msgid "Give"\nmsgstr ""', 'msgid "Give"\nmsgstr "Donner"')
    path.write_text(text, encoding="utf-8")
    assert "the compiled catalogue is out of date: make words" in words.faults(path, package)

    words.collect(path, package)

    assert "the compiled catalogue is out of date: make words" not in words.faults(path, package)
    assert b"Donner" in path.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize(
    ("english", "french", "found"),
    [
        ("Give", "Donner", []),
        ("Give", "", ["not translated"]),
        ("Hello %(name)s", "Bonjour %(nom)s", ["placeholders differ"]),
        ("Hello {name}", "Bonjour", ["placeholders differ"]),
        (("One case", "%(n)s cases"), ("Un dossier", "%(n)s dossiers"), []),
        (("One case", "%(n)s cases"), ("Un dossier", ""), ["not translated"]),
        ("Really?", "Vraiment ?", ["breaking space before a mark"]),
    ],
)
def test_each_fault_is_named(english: str | tuple[str, str], french: str | tuple[str, str], found: list[str]) -> None:
    assert words.message_faults(Message(english, french)) == found


def test_an_unsure_translation_is_not_a_translation() -> None:
    assert words.message_faults(Message("Give", "Donner", flags={"fuzzy"})) == ["not sure (fuzzy)"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Vraiment\u00a0? Oui\u202f!", []),
        ("La charte\u00a0: « C1 »", ["no no-break space inside « »"]),
        ("La charte\u00a0: «\u00a0C1\u00a0»", []),
        ("Vraiment?", ["no space before a mark"]),
        ("Vraiment ?", ["breaking space before a mark"]),
        ("Reste : 5", ["breaking space before a mark"]),
        ("écrivez «\u00a0cap: 20\u00a0»", []),
        ("à 12:30, sur https://exemple.fr", []),
        ("10 %", ["breaking space before a mark"]),
        ("10\u202f%% de %(name)s", []),
        ("Prêt&nbsp;? R&amp;D", []),
    ],
)
def test_french_typography(sentence: str, found: list[str]) -> None:
    assert typography_faults(sentence) == found


def test_a_catalogue_is_compiled_alike_on_any_day(package: Path) -> None:
    path = package / "locale" / "django.po"
    words.collect(path, package)
    compiled, text = path.with_suffix(".mo").read_bytes(), path.read_text(encoding="utf-8")
    undated = re.sub(r'"POT-Creation-Date: .*\n', "", text)

    path.write_text(undated, encoding="utf-8")
    words.collect(path, package)

    assert undated != text
    assert b"POT-Creation-Date: 2000-01-01" in compiled
    assert path.with_suffix(".mo").read_bytes() == compiled
