"""Readings that are spelled once: the rows the query set would give, whatever they are asked with."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geste.apps.base.spelled import Asked, Spelled
from geste.apps.cases.models import Case
from tests.make import SITE, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db
HOSTILE = ["'", '"', "C-1' OR '1'='1", "%s", "%(x)s", "{}", "\\", "é", "[1]", "null"]

_instances = Spelled(
    lambda: Case.objects.select_related("site").filter(reference__among=Asked("references")).order_by("reference")
)
_partial = Spelled(lambda: Case.objects.only("reference").filter(pk__among=Asked("numbers")))
_values = Spelled(
    lambda: (
        Case.objects.filter(reference__among=Asked("references"))
        .order_by("reference")
        .values_list("reference", "site__name", "opened_at", "facts", "is_training")
    )
)
_flat = Spelled(
    lambda: Case.objects.filter(reference__among=Asked("references"), status="open").values_list("pk", flat=True)
)

_of_customers = Spelled(
    lambda: Case.objects.filter(customer__among=Asked("customers")).values_list("customer", flat=True)
)


@pytest.fixture
def cases() -> list[Case]:
    """Return three cases with facts, on one site and on none."""
    make_charter()
    here, anywhere = make_actor(), make_actor("ada", site="")
    return [
        make_case(here, reference="C-1", facts={"stay": {"nights": 2}}),
        make_case(here, reference="C-2"),
        make_case(anywhere, reference="C-3"),
    ]


def test_instances_are_those_the_query_set_gives_with_what_was_selected_along(cases: list[Case]) -> None:
    wanted = ["C-3", "C-1"]
    expected = list(Case.objects.select_related("site").filter(reference__in=wanted).order_by("reference"))

    found = _instances(references=wanted)

    assert found == expected == [cases[0], cases[2]]
    assert [one.facts for one in found] == [one.facts for one in expected] == [{"stay": {"nights": 2}}, {}]
    assert [one.opened_at for one in found] == [one.opened_at for one in expected]
    with CaptureQueriesContext(connection) as asked:
        assert [one.site and one.site.name for one in found] == [SITE, None]
    assert len(asked) == 0


def test_what_was_left_out_is_read_when_it_is_looked_at(cases: list[Case]) -> None:
    (found,) = _partial(numbers=[cases[0].pk])

    assert found.get_deferred_fields() >= {"facts", "customer"}
    assert found.facts == {"stay": {"nights": 2}}


def test_values_are_those_the_query_set_gives(cases: list[Case]) -> None:
    wanted = [case.reference for case in cases]
    expected = (
        Case.objects.filter(reference__in=wanted)
        .order_by("reference")
        .values_list("reference", "site__name", "opened_at", "facts", "is_training")
    )

    assert _values(references=wanted) == list(expected)
    assert sorted(_flat(references=wanted)) == sorted(case.pk for case in cases)


@pytest.mark.usefixtures("cases")
def test_few_many_none_and_hostile_values_are_asked_with_the_same_words() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert _flat(references=[]) == []
        assert len(_flat(references=["C-1"])) == 1
        assert len(_flat(references={f"C-{number}" for number in range(2_000)})) == 3
        assert _flat(references=HOSTILE) == []

    assert len(asked) == 4


def test_a_text_that_looks_like_code_is_found_as_the_text_it_is(cases: list[Case]) -> None:
    for text in HOSTILE:
        Case.objects.filter(pk=cases[0].pk).update(customer=text)

        assert _of_customers(customers=HOSTILE) == [text]
        assert _of_customers(customers=[other for other in HOSTILE if other != text]) == []
