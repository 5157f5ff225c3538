"""Opening: a case is written down once, with facts the charter can read."""

import pytest

from geste.apps.base.models import EventRow
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.services.open_case import Opening, OpeningRefused, open_case
from geste.core.decision.inputs import InputRefused
from tests.make import NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db


def test_a_case_is_open_with_its_root_issue_open() -> None:
    case = make_case(make_actor(), reference="C-7")

    assert (case.reference, case.status, case.root_issue, case.opened_at) == ("C-7", "open", "open", NOW)
    assert case.site is not None
    assert case.site.name == "Harbour"


def test_opened_again_it_is_the_same_case_and_no_news() -> None:
    actor = make_actor()

    assert make_case(actor, reference="C-7") == make_case(actor, reference="C-7")
    assert EventRow.objects.filter(name="cases.CaseOpened").count() == 1


@pytest.mark.item("S0.2")
def test_a_request_needs_no_failure_and_no_words() -> None:
    opening = Opening(reference="R-1", kind=Kind.REQUEST)

    case = open_case(actor=make_actor(), opening=opening, now=NOW)

    assert (case.kind, case.words, case.facts) == ("request", "", {})


def test_facts_the_charter_cannot_read_are_refused() -> None:
    make_charter()

    with pytest.raises(InputRefused) as refused:
        make_case(make_actor(), facts={"stay": {"price": 390}})

    assert [found.code for found in refused.value.findings] == ["amount.not_text"]
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        (Opening(reference="C-9", kind=Kind.COMPLAINT, words=" "), "words.missing"),
        (Opening(reference="C-9", kind=Kind.REQUEST, words="a" * 5_001), "words.too_long"),
        (Opening(reference="C-9", kind=Kind.REQUEST, customer_label="a" * 161), "label.too_long"),
        (Opening(reference="new", kind=Kind.REQUEST), "reference.malformed"),
        (Opening(reference="C/9", kind=Kind.REQUEST), "reference.malformed"),
        (Opening(reference="C-7", kind=Kind.REQUEST), "reference.taken"),
    ],
)
def test_what_cannot_be_opened_is_refused_by_its_code(opening: Opening, code: str) -> None:
    actor = make_actor()
    make_case(actor, reference="C-7")

    with pytest.raises(OpeningRefused) as refused:
        open_case(actor=actor, opening=opening, now=NOW)

    assert (refused.value.code, Case.objects.count()) == (code, 1)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hélène  ŒUF", "helene oeuf"),
        ("l’été", "l'ete"),
        ("Straße", "strasse"),
        ("I\u0307stanbul", "istanbul"),
        ("", ""),
    ],
)
def test_folding_leaves_no_accent_and_no_capital(text: str, plain: str) -> None:
    assert folded(text) == plain
