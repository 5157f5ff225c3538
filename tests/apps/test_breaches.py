"""Breaches: whoever says that a promise was broken reaches the keepers, never whom it concerns, and gets an answer."""

from datetime import date, timedelta

import pytest
from django.db import connection

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind
from geste.apps.pledges.models import Breach, BreachStep, Fate
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import (
    NoSuchBreach,
    breach_with_code,
    breaches_to_read,
    fate_of,
    is_house_small,
    own_breaches,
)
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.apps.pledges.services.report_breach import Telling, report_breach
from tests.make import NOW, make_actor, make_user
from tests.pledges import called, on_duty, team_of

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "I was told off in front of the team for the upgrade of room 12."


def said(actor: Actor, promise: str = "telling_off", *, concerns: str = "", code: str = "") -> Breach:
    return report_breach(actor=actor, telling=Telling(promise, WORDS, concerns, code), now=NOW)


def readers() -> dict[str, Actor]:
    """Return a house with somebody of each duty."""
    return {
        "keeper": on_duty("ines", DutyKind.PLEDGE_KEEPER),
        "representative": on_duty("paul", DutyKind.STAFF_REPRESENTATIVE),
        "leader": on_duty("sophie", DutyKind.LEADER),
        "manager": on_duty("nadia", DutyKind.MANAGER, team=team_of("Nights", "ana")),
    }


def who_reads(breach: Breach, people: dict[str, Actor]) -> set[str]:
    found = set()
    for name, actor in people.items():
        try:
            found |= {name} if breach in breaches_to_read(actor) else set()
        except NotPermitted:
            continue
    return found


@pytest.mark.item("S2.10")
def test_a_report_reaches_keepers_and_representatives_and_leaders_when_somebody_was_made_to_pay() -> None:
    people = readers()
    ana = called("ana")

    told_off, paid = said(ana), said(ana, "payback")

    assert who_reads(told_off, people) == {"keeper", "representative"}
    assert who_reads(paid, people) == {"keeper", "representative", "leader"}
    assert own_breaches(ana) == [paid, told_off]
    assert own_breaches(people["manager"]) == []


def test_whom_it_concerns_never_reads_it_whatever_duty_they_hold() -> None:
    people = readers()
    on_duty("nadia", DutyKind.PLEDGE_KEEPER)
    ana, stranger = called("ana"), make_actor("kim")

    of_her_team, about_the_keeper, of_another = said(ana), said(ana, concerns="ines"), said(stranger)

    assert who_reads(of_her_team, people) == {"keeper", "representative"}
    assert who_reads(about_the_keeper, people) == {"representative"}
    assert who_reads(of_another, people) == {"keeper", "representative", "manager"}
    with pytest.raises(NoSuchBreach):
        answer_breach(actor=people["manager"], number=of_her_team.pk, fate="answered", words="Well.", now=NOW)


def test_without_a_name_nothing_leads_to_the_author() -> None:
    readers()
    ana = make_actor("ana")

    breach = said(ana, code="tulip-anchor-river-42")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM pledges_breach")
        assert cursor.fetchone() is not None
    assert (breach.said_by_id, breach.concerns_id, breach.said_on) == (None, None, date(2026, 5, 14))
    assert own_breaches(ana) == []
    assert breach_with_code("tulip-anchor-river-42") == breach
    assert breach_with_code("tulip") is None
    event = EventRow.objects.get(name="pledges.BreachReported")
    assert event.payload == {"breach_id": breach.pk}
    assert event.at == NOW.replace(hour=0, minute=0)
    assert "tulip" not in breach.code_digest


@pytest.mark.item("S1.21")
def test_a_house_of_few_says_that_a_line_without_a_name_may_still_be_known() -> None:
    for number in range(10):
        make_user(f"person{number}")
    assert is_house_small()

    make_user("one_more")

    assert not is_house_small()


def test_a_report_nobody_could_read_is_refused_before_it_is_written() -> None:
    on_duty("ines", DutyKind.PLEDGE_KEEPER)
    ana = make_actor("ana")

    with pytest.raises(PledgeRefused, match=r"breach\.nobody_reads"):
        said(ana, concerns="ines")
    assert not Breach.objects.exists()


@pytest.mark.parametrize(
    ("telling", "code"),
    [
        (Telling("telling_off", " "), "breach.missing"),
        (Telling("telling_off", "a" * 301), "breach.too_long"),
        (Telling("salary", WORDS), "breach.no_promise"),
        (Telling("job", WORDS, "nobody"), "breach.nobody_known"),
    ],
)
def test_a_report_needs_words_and_a_promise(telling: Telling, code: str) -> None:
    readers()

    with pytest.raises(PledgeRefused, match=code):
        report_breach(actor=make_actor("ana"), telling=telling, now=NOW)
    assert not Breach.objects.exists()


@pytest.mark.parametrize("end", [Fate.REPAIRED, Fate.NOT_CONFIRMED])
def test_a_report_is_answered_and_then_ends_one_way_or_the_other(end: Fate) -> None:
    keeper = readers()["keeper"]
    breach = said(make_actor("ana"))
    assert (fate_of(breach), breach.answer_by) == (Fate.RECEIVED, date(2026, 5, 21))

    with pytest.raises(PledgeRefused, match=r"breach\.not_from_here"):
        answer_breach(actor=keeper, number=breach.pk, fate=end, words="At once.", now=NOW)
    answer_breach(actor=keeper, number=breach.pk, fate="answered", words="I spoke with both.", now=NOW)
    step = answer_breach(
        actor=keeper, number=breach.pk, fate=end, words="She came back and apologised.", now=NOW + timedelta(days=1)
    )

    assert fate_of(Breach.objects.get()) is end
    assert (step.words, step.taken_by_id) == ("She came back and apologised.", keeper.user_id)
    with pytest.raises(PledgeRefused, match=r"breach\.not_from_here"):
        answer_breach(actor=keeper, number=breach.pk, fate="answered", words="Again.", now=NOW)
    assert BreachStep.objects.count() == 2


def test_others_read_no_reports() -> None:
    readers()
    said(make_actor("ana"))

    for outsider in (make_actor("ana"), make_actor("kim")):
        with pytest.raises(NotPermitted, match=r"permission\.keepers_only"):
            breaches_to_read(outsider)
