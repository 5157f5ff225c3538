"""Permissions: reads the table of who may do what, finds what it leaves out, and makes the page of it.

`tests/permissions.toml` is the table; its head says how to add to it. That each cell is true is tested by really doing
it: `tests/apps/test_permissions.py` for what is done, `tests/interfaces/test_who_opens_what.py` for what is opened.
"""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests/permissions.toml"
APPS = ROOT / "src/geste/apps"
REST, EVERYBODY = "rest", "everybody"

Answers = Mapping[str, str]
"""What each of the people is answered, by their name in the table."""


class TableRefused(Exception):
    """A line of the table cannot be read as it stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """Who there is; what each is answered when they do one thing to one other; what each address answers to them."""

    people: Mapping[str, str]
    outside: tuple[str, ...]
    at_the_door: tuple[str, ...]
    verbs: Mapping[str, Mapping[str, Answers]]
    addresses: Mapping[str, Answers]


def table(text: str | None = None) -> Table:
    """Return the table.

    Raises:
        TableRefused: a line names nobody known, or somebody twice, or leaves somebody out.
    """
    read = tomllib.loads(TABLE.read_text(encoding="utf-8") if text is None else text)
    people, outside = read["people"], tuple(read["outside"])
    door = tuple(read["at_the_door"])
    inside = tuple(name for name in people if name not in outside)
    return Table(
        people=people,
        outside=outside,
        at_the_door=door,
        verbs={
            verb: {state: _spread(line, inside, {}, f"{verb}, {state}") for state, line in lines.items()}
            for verb, lines in read["verbs"].items()
        },
        addresses={name: _spread(line, door, signing_in(name), name) for name, line in read["addresses"].items()},
    )


def signing_in(address: str) -> Answers:
    """Return who is sent to sign in where a line says nothing of them: who is nobody, and software at pages."""
    return {"nobody": "signs in", "gone": "signs in"} | ({} if is_for_programs(address) else {"assistant": "signs in"})


def is_for_programs(address: str) -> bool:
    """Return whether an address is one of the JSON interface."""
    return address.startswith("api")


def _spread(line: Mapping[str, str], people: tuple[str, ...], usual: Answers, where: str) -> Answers:
    """The answer to each of the people, from a line that names them by answer."""
    said: dict[str, str] = {}
    rest = ""
    for answer, names in line.items():
        for name in names.split():
            if name == EVERYBODY:
                said |= dict.fromkeys(people, answer)
            elif name == REST:
                rest = answer
            elif name not in people or name in said:
                raise TableRefused(f"{where}: {name} is nobody here, or named twice")
            else:
                said[name] = answer
    spread = {name: said.get(name) or usual.get(name) or rest for name in people}
    if missing := [name for name, answer in spread.items() if not answer]:
        raise TableRefused(f"{where}: nothing is said of {', '.join(missing)}")
    return spread


def line_of(answers: Answers, usual: Answers | None = None) -> str:
    """Return how a line would be written that says this: the most common answer is the rest's."""
    told = {name: answer for name, answer in answers.items() if (usual or {}).get(name) != answer}
    by_answer: dict[str, list[str]] = {}
    for name, answer in told.items():
        by_answer.setdefault(answer, []).append(name)
    if len(set(answers.values())) == 1 and len(by_answer) == 1:
        return f'{{ {_key(next(iter(by_answer)))} = "{EVERYBODY if len(told) == len(answers) else REST}" }}'
    most = max(by_answer, key=lambda answer: len(by_answer[answer])) if by_answer else ""
    order = sorted(by_answer, key=lambda answer: (answer == most, answer))
    spelled = [f'{_key(answer)} = "{REST if answer == most else " ".join(by_answer[answer])}"' for answer in order]
    return f"{{ {', '.join(spelled)} }}"


def _key(answer: str) -> str:
    return answer if answer.isidentifier() else f'"{answer}"'


def verbs_in_code(apps: Path = APPS) -> list[str]:
    """Return every service that somebody uses: it takes an actor, or says that they may not be permitted."""
    return [
        f"{path.parent.parent.name}.{function.name}"
        for path in sorted(apps.glob("*/services/*.py"))
        for function in _public_functions(path)
        if _is_used_by_somebody(function)
    ]


def _is_used_by_somebody(function: ast.FunctionDef) -> bool:
    """Whether doors call it for somebody. What is written inside the transaction of another is a part of that."""
    told = ast.get_docstring(function) or ""
    if "inside the" in told:
        return False
    return "NotPermitted" in told or "actor" in {argument.arg for argument in function.args.kwonlyargs}


def policies_no_service_asks(apps: Path = APPS) -> list[str]:
    """Return the policies that no service asks for by name: only a line of their own can prove them."""
    asked = {name for path in apps.glob("*/services/*.py") for name in _names_in(path)}
    return [
        f"{path.parent.name}.{function.name}"
        for path in sorted(apps.glob("*/policies.py"))
        for function in _public_functions(path)
        if function.name.startswith("may_") and function.name not in asked
    ]


def gaps(listed: Table, apps: Path = APPS) -> list[str]:
    """Return what is wrong: what somebody may do that no line is about, and lines about nothing there is."""
    due = [*verbs_in_code(apps), *policies_no_service_asks(apps)]
    policies = {
        f"{path.parent.name}.{function.name}"
        for path in apps.glob("*/policies.py")
        for function in _public_functions(path)
    }
    named = {verb.partition(" ")[0] for verb in listed.verbs}
    return [
        *(f'{name} has no line: add [verbs."{name}"] to tests/permissions.toml' for name in due if name not in named),
        *(f"{name} has a line and is nothing somebody does" for name in sorted(named - {*due} - policies)),
    ]


def _public_functions(path: Path) -> Iterator[ast.FunctionDef]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def _names_in(path: Path) -> set[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}


def doing() -> str:
    """Return what everybody is answered who does something, as a table."""
    listed = table()
    rows = [
        f"| `{verb.partition(' ')[0]}`{_remark(verb)} | {state} | {_told(answers)} |"
        for verb, lines in listed.verbs.items()
        for state, answers in lines.items()
    ]
    return "\n".join(["| what | to what | who is answered what |", "| --- | --- | --- |", *rows])


def opening() -> str:
    """Return what every address answers to everybody, as a table."""
    rows = [f"| `{name}` | {_told(answers)} |" for name, answers in table().addresses.items()]
    return "\n".join(["| address | who is answered what |", "| --- | --- |", *rows])


def cast() -> str:
    """Return who the people of the tables are."""
    rows = [f"| {_called(name)} | {words} |" for name, words in table().people.items()]
    return "\n".join(["| called | who |", "| --- | --- |", *rows])


def _remark(verb: str) -> str:
    _, _, remark = verb.partition(" ")
    return f" ({remark})" if remark else ""


def _told(answers: Answers) -> str:
    """The people by what they are answered, those who may first and the many last."""
    by_answer: dict[str, list[str]] = {}
    for name, answer in answers.items():
        by_answer.setdefault(answer, []).append(name)
    if len(by_answer) == 1:
        return f"**{next(iter(by_answer))}**: everybody"
    most = max(by_answer, key=lambda answer: len(by_answer[answer]))
    order = sorted(by_answer, key=lambda answer: (answer == most, answer not in ("allowed", "opens"), answer))
    return "<br>".join(
        f"**{answer}**: {'everybody else' if answer == most else ', '.join(map(_called, by_answer[answer]))}"
        for answer in order
    )


def _called(name: str) -> str:
    return name.replace("_", " ")
