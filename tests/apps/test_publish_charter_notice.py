"""What publishing takes: giving more may begin at once; taking something back needs a written reason and notice."""

from datetime import date, datetime, timedelta

import pytest

from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.charters.models import CharterText, Part
from geste.apps.charters.next_version import REASON_CHARACTERS, next_version, respelled
from geste.apps.charters.notice import NOTICE, Earliest, earliest_day
from geste.apps.charters.refusals import (
    Because,
    EffectiveTooEarly,
    VersionTaken,
    WrittenReasonMissing,
    WrittenReasonTooLong,
)
from geste.apps.charters.selectors import published_versions, upcoming_charter, version_numbered
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.people.selectors import actor_for
from geste.core.charter.differ import diff_charters
from geste.core.charter.reading import Reading, read_charter
from geste.core.charter.syntax import Charter
from tests.make import CHARTER, NOW, SYDNEY, make_charter, make_user

TODAY = NOW.date()
IN_TIME = TODAY + NOTICE
REASON = "Two drinks were poured for every guest who sneezed."

OLD = CHARTER.format(version=1, effective="2026-01-01")
GIVES = {
    "a higher cap": ("case_cap: 500", "case_cap: 600"),
    "more often": ("times: 3", "times: 4"),
    "other words only": ("Every guest should want to come back.", "Every guest comes back."),
    "a guideline": ("trust_line: 50", "trust_line: 50\nguidelines: [{{en: Be kind., fr: Soyez gentils.}}]"),
    "one more gesture": (
        "  keys:",
        "  smile: {{name: {{en: A smile, fr: Un sourire}}, kind: attention, amount: none}}\n  keys:",
    ),
    "another name for a gesture": ("en: A drink,", "en: A drink on us,"),
    "nothing": ("harbour", "harbour"),
}
TAKES = {
    "a lower cap": ("case_cap: 500", "case_cap: 400"),
    "a lower trust line": ("trust_line: 50", "trust_line: 40"),
    "less often": ("times: 3", "times: 2"),
    "one gesture fewer": ("  note: {{name: {{en: A note, fr: Un mot}}, kind: explanation, amount: none}}\n", ""),
    "less owed": ("stay.nights: {{at_least: 1}}", "stay.nights: {{at_least: 2}}"),
    "silence waits": ("on_silence: act", "on_silence: hand_over"),
    "a condition of another kind": ("when: {{confirmed: stay.late}}", "when: {{stay.nights: {{at_least: 1}}}}"),
    "a period nobody can compare": ("per: customer\n    within: 30 days", "per: team\n    within: 30 days"),
    "what is assumed": ("assume: no", "assume: yes"),
    "a smaller envelope": ("amount: 1000", "amount: 900"),
}


def reading(change: tuple[str, str] = ("", ""), *, version: int = 2, effective: date = TODAY) -> Reading:
    before, after = change
    assert before in CHARTER
    read = read_charter(CHARTER.replace(before, after).format(version=version, effective=effective.isoformat()))
    assert read.charter is not None, read.findings
    return read


def charter(change: tuple[str, str] = ("", ""), *, version: int = 2, effective: date = TODAY) -> Charter:
    read = reading(change, version=version, effective=effective).charter
    assert read is not None
    return read


def refusals(
    change: tuple[str, str], *, effective: date, reason: str = "", version: int = 2, before: Charter | None = None
) -> list[str]:
    """Return what keeps a change from being published today."""
    old = before or charter(version=1, effective=date(2026, 1, 1))
    new = reading(change, version=version, effective=effective)
    return [type(refusal).__name__ for refusal in next_version(new, old, today=TODAY).refusals(reason)]


@pytest.mark.parametrize("change", GIVES.values(), ids=GIVES)
def test_what_takes_nothing_back_may_begin_at_once_and_without_a_reason(change: tuple[str, str]) -> None:
    assert refusals(change, effective=TODAY) == []


@pytest.mark.item("S0.5")
@pytest.mark.parametrize("change", TAKES.values(), ids=TAKES)
@pytest.mark.parametrize(
    ("effective", "reason", "refused"),
    [
        (TODAY, "", ["WrittenReasonMissing", "EffectiveTooEarly"]),
        (TODAY, REASON, ["EffectiveTooEarly"]),
        (IN_TIME - timedelta(days=1), REASON, ["EffectiveTooEarly"]),
        (IN_TIME, " \n", ["WrittenReasonMissing"]),
        (IN_TIME, REASON, []),
        (IN_TIME + timedelta(days=300), REASON, []),
    ],
)
def test_what_takes_back_needs_a_reason_and_notice(
    change: tuple[str, str], effective: date, reason: str, refused: list[str]
) -> None:
    assert refusals(change, effective=effective, reason=reason) == refused


def test_guidance_binds_nobody_so_it_may_change_at_once() -> None:
    binding, looser = "at_most: {{times: 3}}", "at_most: {{times: 3}}\n    guidance: yes"
    old = charter((binding, looser), version=1, effective=date(2026, 1, 1))

    assert refusals((binding, looser.replace("3", "2")), effective=TODAY, before=old) == []


@pytest.mark.parametrize(
    ("before_begins", "is_tightening", "day", "because"),
    [
        (date(2026, 1, 1), False, TODAY, "past"),
        (date(2026, 1, 1), True, IN_TIME, "notice"),
        (IN_TIME, False, IN_TIME, "order"),
        (IN_TIME - timedelta(days=1), True, IN_TIME, "notice"),
        (IN_TIME + timedelta(days=1), True, IN_TIME + timedelta(days=1), "order"),
    ],
)
def test_the_earliest_day(before_begins: date, is_tightening: bool, day: date, because: Because) -> None:
    earliest = earliest_day(today=TODAY, before_begins=before_begins, is_tightening=is_tightening)

    assert earliest == Earliest(day, because)


def test_notice_is_two_weeks() -> None:
    assert timedelta(days=14) == NOTICE


@pytest.mark.parametrize("version", [1, 2])
def test_a_number_that_is_not_after_the_newest_is_refused(version: int) -> None:
    old = charter(version=2, effective=date(2026, 1, 1))
    later = reading(version=version, effective=TODAY)

    assert [type(it) for it in next_version(later, old, today=TODAY).refusals("")] == [VersionTaken]


def test_a_reason_nobody_would_read_is_refused() -> None:
    assert refusals(GIVES["nothing"], effective=TODAY, reason="x" * REASON_CHARACTERS) == []
    assert refusals(GIVES["nothing"], effective=TODAY, reason="x" * (REASON_CHARACTERS + 1)) == [
        WrittenReasonTooLong.__name__
    ]


@pytest.mark.item("S0.5")
@pytest.mark.django_db
def test_a_tightening_is_refused_then_published_with_its_reason_and_its_day() -> None:
    make_charter()
    grace = actor_for(make_user("grace", is_steward=True))
    at_once = respelled(OLD.replace("case_cap: 500", "case_cap: 400"), version=2, effective=TODAY)

    with pytest.raises(WrittenReasonMissing):
        publish_charter(actor=grace, text=at_once, now=NOW)
    with pytest.raises(EffectiveTooEarly) as refused:
        publish_charter(actor=grace, text=at_once, now=NOW, written_reason=REASON)
    assert (refused.value.earliest, refused.value.because) == (IN_TIME, "notice")
    assert (CharterText.objects.count(), EventRow.objects.filter(name="charters.CharterPublished").count()) == (1, 1)

    row = publish_charter(
        actor=grace, text=respelled(at_once, effective=IN_TIME), now=NOW, written_reason=f" {REASON}\n"
    )

    told = version_numbered(2)
    assert (told.row, told.row.written_reason, told.row.effective) == (row, REASON, IN_TIME)
    assert [(change.kind, change.aspect) for change in told.changes] == [("moved", "effective"), ("taken", "cap")]
    assert [(it.part, it.signed_by.username, it.signed_at) for it in told.signatures] == [(Part.ALONE, "grace", NOW)]


@pytest.mark.django_db
def test_what_is_to_come_is_known_to_everybody_before_it_begins() -> None:
    make_charter()
    assert upcoming_charter(at=NOW) is None
    second = make_charter(version=2, effective=IN_TIME)
    third = make_charter(version=3, effective=IN_TIME)
    make_charter(version=4, effective=IN_TIME + timedelta(days=1))

    upcoming = upcoming_charter(at=NOW)

    assert upcoming is not None
    assert upcoming.row == third, "the second never begins: the third takes its day"
    assert second.effective == third.effective
    at_midnight = datetime(IN_TIME.year, IN_TIME.month, IN_TIME.day, tzinfo=SYDNEY)
    later = upcoming_charter(at=at_midnight)
    assert later is not None
    assert later.row.version == 4


@pytest.mark.django_db
def test_the_log_tells_each_version_with_the_one_it_followed() -> None:
    make_charter()
    for version in (2, 3, 4):
        make_charter(CHARTER.replace("case_cap: 500", f"case_cap: {500 + version}"), version=version)

    def numbers(older_than: int | None, most: int) -> list[tuple[int, int | None]]:
        told = published_versions(older_than=older_than, most=most)
        return [(it.row.version, None if it.before is None else it.before.version) for it in told]

    assert numbers(None, 2) == [(4, 3), (3, 2)]
    assert numbers(3, 2) == [(2, 1), (1, None)]
    assert version_numbered(1).changes == ()


@pytest.mark.django_db
def test_with_two_stewards_nobody_publishes_alone() -> None:
    make_charter()
    grace = actor_for(make_user("grace", is_steward=True))
    ben = make_user("ben", is_steward=True)
    text = respelled(OLD, version=2, effective=TODAY)

    with pytest.raises(NotPermitted) as refused:
        publish_charter(actor=grace, text=text, now=NOW)
    assert refused.value.reason == "permission.second_steward"
    ben.is_active = False
    ben.save()

    assert publish_charter(actor=grace, text=text, now=NOW).version == 2


@pytest.mark.django_db
def test_versions_begin_in_the_order_of_their_numbers() -> None:
    make_charter()
    make_charter(version=2, effective=IN_TIME)
    grace = actor_for(make_user("grace", is_steward=True))

    with pytest.raises(EffectiveTooEarly) as refused:
        publish_charter(actor=grace, text=respelled(OLD, version=3, effective=TODAY), now=NOW)

    assert (refused.value.earliest, refused.value.because) == (IN_TIME, "order")


@pytest.mark.parametrize("spelled", ["version: 1", "version: 1  # the first", 'version:    "1"', "'version': 1"])
def test_a_head_is_spelled_anew_and_nothing_else(spelled: str) -> None:
    text = OLD.replace("version: 1", spelled, 1)

    new = respelled(text, charter_id="quay", version=7, effective=TODAY)

    read = read_charter(new).charter
    assert read is not None
    assert (read.id, read.version, read.effective) == ("quay", 7, TODAY)
    assert diff_charters(charter(version=7), read)[0].subject == "charter"
    if spelled.startswith("version: 1"):
        kept = text.replace("charter: harbour", "charter: quay").replace("2026-01-01", TODAY.isoformat())
        assert new == kept.replace("version: 1", "version: 7")


def test_a_text_that_cannot_be_read_stays_as_it_is() -> None:
    assert respelled("charter: [", version=2) == "charter: ["
