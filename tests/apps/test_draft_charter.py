"""Drafts: nothing typed is lost, nobody overwrites anybody, and a second person signs what the first put forward."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.charters.models import Candidate, CharterText, Draft, Ending, Part
from geste.apps.charters.notice import NOTICE
from geste.apps.charters.presets import NoSuchPreset, preset_names, preset_text
from geste.apps.charters.refusals import CandidateOvertaken, CharterRefused, EffectiveTooEarly, WrittenReasonMissing
from geste.apps.charters.selectors import (
    NoSuchDraft,
    candidate_numbered,
    charter_in_force,
    draft_numbered,
    drafts,
    published_from,
    version_numbered,
    version_to_begin_with,
    waiting_candidates,
)
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Saved, Typed, save_draft
from geste.apps.charters.services.sign_candidate import sign_candidate
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.charters.services.take_up_draft import take_up_draft
from geste.apps.people.selectors import actor_for
from geste.core.charter.reading import read_charter
from tests.make import CHARTER, NOW, make_actor, make_charter, make_user

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
LATER = NOW + timedelta(minutes=5)
REASON = "The month ran dry on the tenth."
GIVING = CHARTER.replace("case_cap: 500", "case_cap: 600").format(version=2, effective=TODAY)
TAKING = CHARTER.replace("case_cap: 500", "case_cap: 400").format(version=2, effective=TODAY + NOTICE)


@pytest.fixture
def grace() -> Actor:
    """Return the steward who published the first version."""
    make_charter()
    return actor_for(make_user("grace", is_steward=True))


@pytest.fixture
def ben(grace: Actor) -> Actor:
    """Return a second steward."""
    return actor_for(make_user("ben", is_steward=True))


def typed(text: str, *, revision: int = 1, page: str = "a", reason: str = "") -> Typed:
    return Typed(text=text, written_reason=reason, revision=revision, page=page)


def save(actor: Actor, draft: Draft, text: str, revision: int, page: str) -> Saved:
    return save_draft(actor=actor, number=draft.pk, typed=typed(text, revision=revision, page=page), now=LATER)


def put_forward(actor: Actor, text: str, reason: str = "") -> Candidate:
    """Return what one steward drafted and put forward."""
    draft = start_draft(actor=actor, text="", now=NOW)
    saved = save_draft(actor=actor, number=draft.pk, typed=typed(text, reason=reason), now=NOW).draft
    return put_forward_draft(actor=actor, number=draft.pk, revision=saved.revision, now=NOW)


def test_what_is_typed_is_kept_with_who_and_when(grace: Actor, ben: Actor) -> None:
    draft = start_draft(actor=grace, text="one", now=NOW)

    save(ben, draft, "one two", revision=1, page="b")

    kept = draft_numbered(grace, draft.pk)
    assert (kept.text, kept.revision, kept.started_by_id, kept.started_at) == ("one two", 2, grace.user_id, NOW)
    assert (kept.saved_by_id, kept.saved_at) == (ben.user_id, LATER)
    assert {writer.username for writer in kept.writers.all()} == {"grace", "ben"}


def test_an_open_page_saves_again_and_again(grace: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)

    for text in ("o", "on", "one"):
        assert save(grace, draft, text, revision=1, page="a").beside is None

    assert draft_numbered(grace, draft.pk).text == "one"
    assert Draft.objects.count() == 1


def test_what_two_people_type_at_once_is_kept_apart(grace: Actor, ben: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save(ben, draft, "Ben was here.", revision=1, page="b")

    first = save(grace, draft, "Grace is he", revision=1, page="g")
    second = save(grace, draft, "Grace is here.", revision=1, page="g")

    assert first.draft == second.draft != draft
    assert (first.beside, second.beside) == (draft, draft)
    assert draft_numbered(grace, draft.pk).text == "Ben was here."
    assert draft_numbered(ben, second.draft.pk).text == "Grace is here."
    assert second.draft.kept_apart_from == draft


def test_the_same_person_in_two_windows_is_kept_apart_too(grace: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save(grace, draft, "first window", revision=1, page="a")

    saved = save(grace, draft, "second window", revision=1, page="b")

    assert (saved.draft.text, saved.beside) == ("second window", draft)


def test_the_same_words_twice_are_no_conflict(grace: Actor, ben: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save(ben, draft, "the same", revision=1, page="b")

    assert save(grace, draft, "the same", revision=1, page="g").beside is None
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(
    ("turn", "is_live", "kept"),
    [(1, True, "final"), (2, True, "final"), (3, True, "late"), (1, False, "final"), (2, False, "late")],
    ids=["before", "the same", "after", "before, with a button", "the same, with a button"],
)
def test_what_a_page_sent_earlier_and_arrives_later_changes_nothing(
    grace: Actor, turn: int, is_live: bool, kept: str
) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save_draft(actor=grace, number=draft.pk, typed=replace(typed("final"), turn=2), now=NOW)

    late = replace(typed("late"), turn=turn, is_live=is_live)
    saved = save_draft(actor=grace, number=draft.pk, typed=late, now=LATER)

    assert saved.beside is None
    assert draft_numbered(grace, draft.pk).text == kept
    assert Draft.objects.count() == 1


def test_a_page_that_does_not_count_is_never_late(grace: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)

    for text in ("o", "one"):
        save_draft(actor=grace, number=draft.pk, typed=replace(typed(text), is_live=True), now=NOW)

    assert draft_numbered(grace, draft.pk).text == "one"


def test_what_was_kept_apart_does_not_grow_older_either(grace: Actor, ben: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save(ben, draft, "Ben", revision=1, page="b")

    for turn, text in ((2, "newer"), (1, "older")):
        saved = save_draft(actor=grace, number=draft.pk, typed=replace(typed(text), turn=turn, is_live=True), now=NOW)

    assert (saved.draft.text, saved.beside) == ("newer", draft)


def test_a_page_without_a_name_is_always_kept_apart_anew(grace: Actor, ben: Actor) -> None:
    draft = start_draft(actor=grace, text="", now=NOW)
    save(ben, draft, "Ben", revision=1, page="")

    one, two = (save(grace, draft, text, revision=1, page="").draft for text in ("G", "Gr"))

    assert one != two
    assert {it.text for it in drafts(grace)} == {"Ben", "G", "Gr"}


def test_a_draft_is_put_away_and_taken_up_again(grace: Actor) -> None:
    draft = start_draft(actor=grace, text="one", now=NOW)

    put_away_draft(actor=grace, number=draft.pk)
    assert drafts(grace) == []
    assert drafts(grace, ending=Ending.PUT_AWAY) == [draft]
    assert save(grace, draft, "two", revision=1, page="a").beside == draft
    take_up_draft(actor=grace, number=draft.pk)

    assert draft in drafts(grace)
    assert draft_numbered(grace, draft.pk).text == "one"


@pytest.mark.parametrize("reason", ["", REASON])
def test_two_people_publish(grace: Actor, ben: Actor, reason: str) -> None:
    candidate = put_forward(grace, GIVING, reason)
    assert waiting_candidates(ben) == [candidate]

    row = sign_candidate(actor=ben, number=candidate.pk, now=LATER)

    told = version_numbered(2)
    assert (row.text, row.written_reason, row.published_at) == (GIVING, reason, LATER)
    assert [(it.part, it.signed_by_id, it.signed_at) for it in told.signatures] == [
        (Part.PUT_FORWARD, grace.user_id, NOW),
        (Part.SIGNED, ben.user_id, LATER),
    ]
    assert [writer.username for writer in told.writers] == ["grace"]
    assert charter_in_force(at=LATER).row == row
    assert (waiting_candidates(ben), drafts(ben)) == ([], [])
    assert draft_numbered(ben, candidate.draft_id).ending == Ending.PUBLISHED
    assert list(EventRow.objects.values_list("name", flat=True)) == [
        "charters.CharterPublished",
        "charters.CharterPutForward",
        "charters.CharterPublished",
    ]


def test_the_same_person_does_not_sign_twice(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, GIVING)

    with pytest.raises(NotPermitted) as refused:
        sign_candidate(actor=grace, number=candidate.pk, now=LATER)

    assert refused.value.reason == "permission.second_steward"
    assert CharterText.objects.count() == 1


def test_one_steward_alone_publishes_and_the_signature_says_so(grace: Actor) -> None:
    candidate = put_forward(grace, GIVING)

    sign_candidate(actor=grace, number=candidate.pk, now=LATER)

    assert [(it.part, it.signed_by_id) for it in version_numbered(2).signatures] == [(Part.ALONE, grace.user_id)]


def test_a_tightening_is_put_forward_only_with_a_reason_and_in_time(grace: Actor, ben: Actor) -> None:
    at_once = TAKING.replace((TODAY + NOTICE).isoformat(), TODAY.isoformat())

    with pytest.raises(EffectiveTooEarly):
        put_forward(grace, at_once, REASON)
    with pytest.raises(WrittenReasonMissing):
        put_forward(grace, TAKING)
    candidate = put_forward(grace, TAKING, REASON)

    assert sign_candidate(actor=ben, number=candidate.pk, now=NOW).effective == TODAY + NOTICE


def test_notice_counts_from_the_second_signature(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, TAKING, REASON)

    with pytest.raises(EffectiveTooEarly) as refused:
        sign_candidate(actor=ben, number=candidate.pk, now=NOW + timedelta(days=1))

    assert refused.value.earliest == TODAY + NOTICE + timedelta(days=1)
    assert CharterText.objects.count() == 1


def test_an_unsound_text_is_kept_and_not_put_forward(grace: Actor) -> None:
    with pytest.raises(CharterRefused) as refused:
        put_forward(grace, GIVING.replace("kind: voucher", "").replace("case_cap: 600", "case_cap: lots"))

    assert refused.value.findings[0].code == "amount.unreadable"
    assert drafts(grace)[0].text.count("case_cap: lots") == 1


def test_what_was_written_on_since_is_not_signed(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, GIVING)
    save(grace, candidate.draft, GIVING + "\n", revision=candidate.revision, page="x")

    with pytest.raises(CandidateOvertaken) as refused:
        sign_candidate(actor=ben, number=candidate.pk, now=LATER)

    assert refused.value.code == "draft.changed"
    assert waiting_candidates(ben) == []


def test_what_was_put_away_since_is_not_signed(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, GIVING)
    put_away_draft(actor=grace, number=candidate.draft_id)

    with pytest.raises(CandidateOvertaken) as refused:
        sign_candidate(actor=ben, number=candidate.pk, now=LATER)

    assert refused.value.code == "draft.ended"


def test_differences_nobody_was_shown_are_not_signed(grace: Actor, ben: Actor) -> None:
    first, second = put_forward(grace, GIVING), put_forward(grace, GIVING.replace("version: 2", "version: 3"))
    sign_candidate(actor=ben, number=first.pk, now=LATER)

    with pytest.raises(CandidateOvertaken) as refused:
        sign_candidate(actor=ben, number=second.pk, now=LATER)

    assert refused.value.code == "version.published"


def test_signing_again_what_is_published_changes_nothing(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, GIVING)
    first = sign_candidate(actor=ben, number=candidate.pk, now=LATER)

    again = sign_candidate(actor=ben, number=candidate.pk, now=LATER + timedelta(days=1))

    assert first == again == published_from(candidate)
    assert CharterText.objects.count() == 2


def test_putting_the_same_revision_forward_again_changes_nothing(grace: Actor) -> None:
    candidate = put_forward(grace, GIVING)

    again = put_forward_draft(actor=grace, number=candidate.draft_id, revision=candidate.revision, now=LATER)

    assert again == candidate
    assert EventRow.objects.filter(name="charters.CharterPutForward").count() == 1


@pytest.mark.parametrize(("offset", "code"), [(-1, "draft.changed"), (1, "draft.changed")])
def test_another_revision_than_the_one_shown_is_not_put_forward(grace: Actor, offset: int, code: str) -> None:
    draft = start_draft(actor=grace, text=GIVING, now=NOW)

    with pytest.raises(CandidateOvertaken) as refused:
        put_forward_draft(actor=grace, number=draft.pk, revision=draft.revision + offset, now=NOW)

    assert refused.value.code == code


def test_what_was_put_forward_and_signed_never_changes(grace: Actor, ben: Actor) -> None:
    candidate = put_forward(grace, GIVING)
    sign_candidate(actor=ben, number=candidate.pk, now=LATER)

    for row in (candidate, version_numbered(2).row, version_numbered(2).signatures[0]):
        with pytest.raises(AlreadyWritten):
            row.save()
        with pytest.raises(AlreadyWritten):
            row.delete()


def test_only_stewards_in_person_see_and_write_drafts(grace: Actor) -> None:
    candidate = put_forward(grace, GIVING)
    number = candidate.draft_id
    agent, software = make_actor(), replace(grace, kind="assistant")
    verbs = (
        lambda actor: start_draft(actor=actor, text="", now=NOW),
        lambda actor: save_draft(actor=actor, number=number, typed=typed("x"), now=NOW),
        lambda actor: put_away_draft(actor=actor, number=number),
        lambda actor: take_up_draft(actor=actor, number=number),
        lambda actor: put_forward_draft(actor=actor, number=number, revision=1, now=NOW),
        lambda actor: sign_candidate(actor=actor, number=candidate.pk, now=NOW),
        lambda actor: publish_charter(actor=actor, text=GIVING, now=NOW),
        drafts,
        lambda actor: draft_numbered(actor, number),
        waiting_candidates,
        lambda actor: candidate_numbered(actor, candidate.pk),
    )

    for verb in verbs:
        for actor in (agent, software):
            with pytest.raises(NotPermitted) as refused:
                verb(actor)
            assert refused.value.reason == "permission.steward_only"
    assert (Draft.objects.count(), CharterText.objects.count()) == (1, 1)


def test_what_is_not_there_is_not_found(grace: Actor) -> None:
    for verb in (
        lambda: draft_numbered(grace, 7),
        lambda: candidate_numbered(grace, 7),
        lambda: save_draft(actor=grace, number=7, typed=typed("x"), now=NOW),
    ):
        with pytest.raises(NoSuchDraft):
            verb()


@pytest.mark.parametrize("name", preset_names())
def test_a_ready_charter_becomes_the_next_version_of_this_one(grace: Actor, name: str) -> None:
    make_charter(version=3, effective=TODAY + timedelta(days=60))

    text = version_to_begin_with(preset_text(name), today=TODAY)

    charter = read_charter(text).charter
    assert charter is not None
    assert (charter.id, charter.version, charter.effective) == ("harbour", 4, TODAY + timedelta(days=60))


def test_before_the_first_version_a_ready_charter_keeps_its_name() -> None:
    charter = read_charter(version_to_begin_with(preset_text("bakery"), today=date(2026, 5, 14))).charter

    assert charter is not None
    assert (charter.id, charter.version, charter.effective) == ("au-bon-matin", 1, date(2026, 5, 14))


def test_there_are_ready_charters_of_five_trades() -> None:
    assert preset_names() == ("bakery", "hotel", "public", "shop", "telecom")
    with pytest.raises(NoSuchPreset):
        preset_text("../models/charter_text")
