"""Looking on: before the weeks in which people give come some in which they only wrote down what they would give."""

from collections import Counter
from datetime import timedelta

import pytest

from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.shadow.models import Plan, Stage, WouldGive
from geste.apps.shadow.report import shadow_report
from geste.apps.shadow.selectors import is_in_shadow
from geste.demo.company import Company, life_of
from geste.demo.names import LOOKED_ON, SEED
from geste.demo.shop import SHOP
from geste.demo.telling import tell

WEEKS = 1


def test_nobody_who_looked_on_is_part_of_what_came_after(company: Company) -> None:
    life = life_of(company, weeks=WEEKS, looked_on=LOOKED_ON)

    assert life.cases == life_of(company, weeks=WEEKS).cases
    first, last = life.looked_on[0].moment, life.looked_on[-1].moment
    assert last < life.cases[0].moment
    assert timedelta(days=14) < last - first < timedelta(weeks=LOOKED_ON)
    came = [{told.customer for told in cases} for cases in (life.looked_on, (*life.cases, *company.cases))]
    assert came[0].isdisjoint(came[1])
    assert len({told.reference for told in (*life.looked_on, *life.cases)}) == len(life.looked_on) + len(life.cases)


@pytest.mark.item("S0.27")
@pytest.mark.django_db
def test_weeks_in_shadow_are_written_down_and_read_and_told_twice_they_are_told_once() -> None:
    life = life_of(SHOP, seed=SEED, weeks=WEEKS, looked_on=LOOKED_ON)
    expected = Counter(each.gesture for told in life.looked_on for each in told.proposed if each.is_given)

    for _ in range(2):
        person = tell(SHOP, life)

    assert Counter(WouldGive.objects.values_list("what", flat=True)) == expected
    looked_on = Case.objects.filter(reference__in=[told.reference for told in life.looked_on])
    assert (looked_on.count(), looked_on.filter(status="open").count()) == (len(life.looked_on), 0)
    assert not Gesture.objects.filter(case__in=looked_on).exists()
    assert Gesture.objects.count() == len(life.given)
    (stage,) = Stage.objects.all()
    assert stage.until is not None
    assert not is_in_shadow(actor_for(person))
    report = shadow_report(actor_for(User.objects.get(username=SHOP.steward)), at=life.cases[-1].moment)
    assert report is not None
    assert (report.times, report.would_give, report.until) == (expected.total(), expected.total(), stage.until)
    assert report.lines
    assert report.exposure.likely is not None
    assert Plan.objects.get().step == "Relever chaque plafond d’un quart."
