"""The table of who may do what is read strictly, and says itself which line it lacks."""

from pathlib import Path

import pytest

from tools.permissions import TableRefused, gaps, line_of, signing_in, table

HEAD = """
outside = ["nobody", "gone"]
at_the_door = ["nobody", "gone", "ana", "bo", "assistant"]

[people]
nobody = ""
gone = ""
ana = ""
bo = ""
assistant = ""
"""
SERVICE = '''
def close_case(*, actor: Actor) -> None:
    """Close."""
    require(may_close(actor))


def _inner(*, actor: Actor) -> None: ...


def note(event: Event) -> None:
    """Note."""
'''
POLICIES = """
def may_close(actor: Actor) -> Permission: ...


def may_look(actor: Actor) -> Permission: ...
"""


def with_line(line: str) -> str:
    return f'{HEAD}\n[verbs."cases.close_case"]\n{line}\n[addresses]\n'


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('"open" = { allowed = "carl", refused = "rest" }', "carl is nobody here"),
        ('"open" = { allowed = "ana bo", refused = "ana assistant" }', "ana is nobody here, or named twice"),
        ('"open" = { allowed = "ana" }', "nothing is said of bo, assistant"),
    ],
)
def test_a_line_that_says_too_little_or_too_much_is_refused(line: str, why: str) -> None:
    with pytest.raises(TableRefused, match=why):
        table(with_line(line))


def test_a_line_is_spread_over_everybody_and_written_back() -> None:
    line = '{ "permission.other_site" = "bo", allowed = "rest" }'
    answers = table(with_line(f'"open" = {line}')).verbs["cases.close_case"]["open"]

    assert answers == {"ana": "allowed", "bo": "permission.other_site", "assistant": "allowed"}
    assert line_of(answers) == line
    assert line_of(dict.fromkeys(answers, "allowed")) == '{ allowed = "everybody" }'


def test_whoever_is_outside_signs_in_where_the_line_says_nothing_else() -> None:
    read = table(HEAD + '[verbs]\n[addresses]\n"web:books" = { opens = "bo", refused = "rest" }\n')
    answers = read.addresses["web:books"]

    assert [answers[name] for name in read.at_the_door] == ["signs in", "signs in", "refused", "opens", "signs in"]
    assert line_of(answers, signing_in("web:books")) == '{ opens = "bo", refused = "rest" }'


def test_what_has_no_line_is_said_with_the_line_to_add(tmp_path: Path) -> None:
    app = tmp_path / "cases"
    (app / "services").mkdir(parents=True)
    (app / "services" / "close_case.py").write_text(SERVICE, encoding="utf-8")
    (app / "policies.py").write_text(POLICIES, encoding="utf-8")
    read = table(HEAD + '[verbs."cases.open_case"]\n"as it is" = { allowed = "everybody" }\n[addresses]\n')

    assert gaps(read, tmp_path) == [
        'cases.close_case has no line: add [verbs."cases.close_case"] to tests/permissions.toml',
        'cases.may_look has no line: add [verbs."cases.may_look"] to tests/permissions.toml',
        "cases.open_case has a line and is nothing somebody does",
    ]
