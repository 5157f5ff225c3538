"""Publishing: a sound text is kept word for word, for ever; an unsound one changes nothing."""

from datetime import date, datetime, timedelta

import pytest

from geste.apps.base.permission import NotPermitted
from geste.apps.charters.models import CharterText
from geste.apps.charters.selectors import NoCharterInForce, charter_in_force, charter_to_show
from geste.apps.charters.services.publish_charter import CharterRefused, VersionTaken, publish_charter
from geste.apps.people.selectors import actor_for
from geste.core.charter.reading import read_charter
from tests.make import CHARTER, NOW, SYDNEY, make_actor, make_charter, make_user

pytestmark = pytest.mark.django_db

TEXT = CHARTER.format(version=1, effective="2026-01-01")


def test_a_text_is_kept_word_for_word_with_its_digest() -> None:
    row = make_charter()

    assert row.text == TEXT
    assert row.digest == read_charter(TEXT).digest
    assert (row.charter_id, row.version, row.effective) == ("harbour", 1, date(2026, 1, 1))


def test_the_same_text_again_changes_nothing() -> None:
    assert make_charter() == make_charter()
    assert CharterText.objects.count() == 1


def test_a_published_version_never_changes() -> None:
    make_charter()

    with pytest.raises(VersionTaken):
        make_charter(CHARTER.replace("case_cap: 500", "case_cap: 900"))


def test_a_text_with_errors_is_refused_with_its_findings() -> None:
    steward = actor_for(make_user("grace", is_steward=True))

    with pytest.raises(CharterRefused) as refused:
        publish_charter(actor=steward, text=TEXT.replace("for: nobody", "for: [ghosts]"), now=NOW)

    assert [found.code for found in refused.value.findings] == ["role.not_known"]
    assert CharterText.objects.count() == 0


def test_only_a_steward_publishes() -> None:
    with pytest.raises(NotPermitted) as refused:
        publish_charter(actor=make_actor(), text=TEXT, now=NOW)

    assert refused.value.reason == "permission.steward_only"


def test_the_newest_version_that_has_begun_is_in_force() -> None:
    first, second = make_charter(), make_charter(version=2, effective=date(2026, 6, 1))
    last_moment = datetime(2026, 5, 31, 23, 59, 59, tzinfo=SYDNEY)

    assert charter_in_force(at=last_moment).row == first
    assert charter_in_force(at=last_moment + timedelta(seconds=1)).row == second


def test_before_the_first_version_begins_none_is_in_force_but_one_can_be_shown() -> None:
    row = make_charter(effective=date(2026, 6, 1))

    with pytest.raises(NoCharterInForce):
        charter_in_force(at=NOW)
    assert charter_to_show(at=NOW).row == row
