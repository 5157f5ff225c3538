"""Reference: the tables of the documents that are made from the code, so that they cannot be wrong about it."""

import ast
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

import click
import django

from geste.config.options import Options
from geste.core import limits
from geste.core.charter import vocabulary
from geste.core.charter.types import Words, type_name
from geste.core.decision.decision import GROUPS, Authority, Route
from geste.core.decision.prepared import prepare
from geste.core.money import currency_of, known_currencies
from geste.core.reasons import Reason
from geste.interfaces.cli import main as command_line
from geste.phrases.catalogue_reasons import REASONS_EN
from geste.phrases.speak import say_word
from tools import mission, mistakes, permissions, pitfalls, practice

ROOT = Path(__file__).resolve().parent.parent
OPENAPI = ROOT / "docs" / "reference" / "openapi.json"
PROBLEMS = ROOT / "src" / "geste" / "interfaces" / "api" / "v1" / "problems.py"
WIDTH = 100
"""Columns of the commands' help, whatever terminal it is made at."""


def _rows(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    lines = [tuple(titles), *(tuple(row) for row in rows)]
    lines.insert(1, ("---",) * len(lines[0]))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def size_limits() -> str:
    """Return every size limit with its meaning."""
    module = ast.parse(Path(str(limits.__file__)).read_text(encoding="utf-8"))
    rows = []
    for value, meaning in zip(module.body, module.body[1:], strict=False):
        match value, meaning:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                rows.append((f"`{name}`", f"{getattr(limits, name):,}", text))
    return _rows(("limit", "value", "of what"), rows)


def gesture_kinds() -> str:
    """Return the kinds of gesture with the losses each answers."""
    answers = vocabulary.KINDS_THAT_REPAIR
    rows = []
    for kind in vocabulary.GESTURE_KINDS:
        losses = [loss for loss, kinds in answers.items() if kind in kinds]
        group = "fix" if kind in vocabulary.FIX_KINDS else "money" if kind in vocabulary.MONEY_KINDS else "other"
        rows.append((f"`{kind}`", ", ".join(losses) or "—", group))
    return _rows(("kind", "answers a loss of", "group, if it answers nothing"), rows)


def built_in_facts() -> str:
    """Return the facts every charter knows."""
    rows = []
    for fact in vocabulary.BUILT_IN_FACTS:
        words = ", ".join(fact.type.values) if isinstance(fact.type, Words) else ""
        rows.append((f"`{fact.path}`", f"`{type_name(fact.type)}`", words, fact.origin))
    return _rows(("fact", "type", "words", "from"), rows)


def currencies() -> str:
    """Return the currencies understood, by their number of decimals."""
    rows = []
    for exponent, meaning in ((2, "two"), (0, "none"), (3, "three")):
        codes = [code for code in known_currencies() if (of := currency_of(code)) and of.exponent == exponent]
        rows.append((meaning, " ".join(codes)))
    return _rows(("decimals", "currencies"), rows)


def reason_codes() -> str:
    """Return the codes of reasons, what each says, its values, and a corpus file in which it is given."""
    seen = _reasons_in_the_corpus()
    rows = []
    for code, sentence in REASONS_EN.items():
        if code.partition(".")[0] in ("route", "authority", "group", "built_in"):
            continue
        reason, path = seen[code]
        name = path.relative_to(ROOT).as_posix()
        values = ", ".join(f"`{name}`" for name, _ in reason.values)
        rows.append((f"`{code}`", sentence, values, f"[{path.stem}](../../{name})"))
    return _rows(("code", "says", "values", "as in"), rows)


@cache
def _reasons_in_the_corpus() -> dict[str, tuple[Reason, Path]]:
    seen: dict[str, tuple[Reason, Path]] = {}
    for corpus, reading in mistakes.corpora():
        charter = reading.charter
        if charter is None:
            continue
        prepared = prepare(charter)
        for case in corpus.cases:
            if case.kind != "decision":
                continue
            answer = prepared.answer(prepared.read(case.request))
            decisions = [answer.decision] if answer.decision else [option.decision for option in answer.options]
            for reason in (reason for decision in decisions for reason in decision.reasons):
                seen.setdefault(reason.code, (reason, corpus.path))
    return seen


def settings() -> str:
    """Return what an operator may set."""
    rows = []
    for option in fields(Options):
        assert option.default is not MISSING
        rows.append((f"`{option.metadata['variable']}`", _default(option.default), option.metadata["meaning"]))
    return _rows(("variable", "default", "meaning"), rows)


def _default(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Path):
        value = "~/" + value.relative_to(Path.home()).as_posix()
    if isinstance(value, tuple):
        value = ",".join(value)
    return f"`{value}`" if value else "none"


def commands() -> str:
    """Return what each command does and takes, as its own help says it."""
    geste = command_line.main
    context = click.Context(geste, info_name="geste", terminal_width=WIDTH, **geste.context_settings)
    return "\n\n".join(_commands(geste, context))


def _commands(command: click.Command, context: click.Context) -> list[str]:
    if isinstance(command, click.Group):
        named = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        return [
            said
            for name, inner in named
            if inner is not None
            for said in _commands(inner, click.Context(inner, parent=context, info_name=name, terminal_width=WIDTH))
        ]
    return [f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```"]


def closed_words() -> str:
    """Return the words of every closed list, and what people read for them in both languages."""
    lists = {
        "authority": ("authority", get_args(Authority)),
        "route": ("route", get_args(Route)),
        "group": ("group", GROUPS),
        "kind of gesture": ("condition.kind", (*vocabulary.GESTURE_KINDS, vocabulary.BEND_KIND, vocabulary.OWED_KIND)),
        "loss": ("condition.word.known", vocabulary.LOSS_KINDS),
        "severity": ("condition.word.known", vocabulary.SEVERITIES),
        "responsibility": ("condition.word.known", vocabulary.RESPONSIBILITIES),
        "always open": ("built_in", vocabulary.ALWAYS_OPEN),
    }
    rows = [
        (name, f"`{word}`", *(say_word(family, word, language) for language in ("en", "fr")))
        for name, (family, words) in lists.items()
        for word in words
    ]
    return _rows(("list", "word", "English", "French"), rows)


def addresses() -> str:
    """Return what each address of the JSON interface takes and answers, from its own description."""
    description = json.loads(OPENAPI.read_text(encoding="utf-8"))
    schemas = description["components"]["schemas"]
    return "\n\n".join(
        _address(method.upper(), path, operation, schemas)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    )


def _address(method: str, path: str, operation: dict[str, Any], schemas: dict[str, Any]) -> str:
    answers = {status: _schema_named(answer) for status, answer in operation["responses"].items()}
    good = next(status for status in answers if status.startswith("2"))
    parts = [f"### {method} {path}", operation["description"]]
    if body := operation.get("requestBody"):
        (content,) = body["content"].values()
        parts.append(_members("send", content["schema"]))
    parts.append(_members(f"answer {good}", schemas[answers[good]]))
    refusals = ", ".join(status for status, name in answers.items() if name == "Problem")
    return "\n\n".join([*parts, f"Refuses with {refusals}."])


def _schema_named(answer: dict[str, Any]) -> str:
    (content,) = answer["content"].values()
    return str(content["schema"].get("$ref", "")).rsplit("/", 1)[-1]


def _members(title: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", [])
    rows = [(f"`{name}`", _shape(member)) for name, member in schema["properties"].items()]
    if len(required) == len(rows):
        return _rows((title, "is"), rows)
    kept = ((*row, "required" if row[0].strip("`") in required else "") for row in rows)
    return _rows((title, "is", ""), kept)


def _shape(member: dict[str, Any]) -> str:
    """What a member is, in a few words."""
    if "anyOf" in member:
        return " or ".join([_shape(choice) for choice in member["anyOf"]])
    if "enum" in member:
        return ", ".join(f"`{word}`" for word in member["enum"])
    if member.get("type") == "array":
        return f"list of {_shape(member['items'])}"
    named = str(member.get("$ref", "")).rsplit("/", 1)[-1]
    name = named or str(member.get("title" if "properties" in member else "type", "value"))
    words = {"string": "text", "boolean": "`true` or `false`", "integer": "whole number", "null": "`null`"}
    return words.get(name, name)


def problems() -> str:
    """Return the codes of problems of the JSON interface with their sentences."""
    module = ast.parse(PROBLEMS.read_text(encoding="utf-8"))
    rows = []
    for table in (node for node in ast.walk(module) if isinstance(node, ast.Dict)):
        for key, said in zip(table.keys, table.values, strict=True):
            match key, said:
                case ast.Constant(value=str(code)), ast.Call(args=[ast.Constant(value=str(sentence))]):
                    rows.append((f"`{code}`", sentence))
    return _rows(("code", "says"), rows)


def demo_rates() -> str:
    """Return what happens in the demonstration, how often, and where each figure comes from."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    django.setup()
    from geste.demo.companies import COMPANIES

    rows = (
        (company.id.replace("_", " "), name.replace("_", " "), f"{incident.happens.per_week:g}", incident.source)
        for company in COMPANIES.values()
        for name, incident in company.tables.incidents.items()
    )
    return _rows(("company", "what happens", "times a week", "where the figure comes from"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "limits": size_limits,
    "mission": mission.table,
    "pitfalls": pitfalls.table,
    "people": permissions.cast,
    "who may": permissions.doing,
    "who opens": permissions.opening,
    "kinds": gesture_kinds,
    "built in facts": built_in_facts,
    "currencies": currencies,
    "reasons": reason_codes,
    "findings": mistakes.page,
    "settings": settings,
    "commands": commands,
    "words": closed_words,
    "addresses": addresses,
    "problems": problems,
    "demo rates": demo_rates,
    "guards held out": practice.guards_held_out,
    "guards afterwards": practice.guards_afterwards,
    "nearest": practice.nearest,
}
