"""Portraits: one's own first, then a coach one trusts, in words; nobody else, whatever they look after."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.end_duty import end_duty
from geste.apps.portraits.models import Consent, Look
from geste.apps.portraits.refusals import NoSuchThing, PortraitRefused
from geste.apps.portraits.room import own_room
from geste.apps.portraits.selectors import access_log, coaches_to_ask, consents_held, looks_at
from geste.apps.portraits.services.give_consent import end_consent, give_consent
from geste.apps.portraits.services.look_at_room import look_at_room
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.apps.refusals.models import Cause
from geste.core.portrait.sharing import SharedPortrait, SharedView
from tests.apps.portraying import GRAVE, SPOILED, coach, colleagues, give, on_duty, refuse
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, make_user, propose, take_back

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(hours=1)


@pytest.mark.item("S0.29", "S0.43", "S0.44")
def test_somebody_generous_and_somebody_stingy_are_both_told_and_somebody_lucky_is_not() -> None:
    colleagues()
    generous, stingy, lucky = (make_actor(name) for name in ("gina", "stan", "luca"))
    give(generous, [400] * 20)
    refuse(stingy, 20)
    give(lucky, [500] * 3)

    told = {
        name: own_room(actor, now=NOW).portrait.overall
        for name, actor in (("gina", generous), ("stan", stingy), ("luca", lucky))
    }

    assert told["gina"].tails == {"too_much"}
    assert told["stan"].tails == {"too_little"}
    assert told["stan"].pattern == "not_used"
    assert (told["luca"].pattern, told["luca"].tails) == ("not_enough_yet", frozenset())
    assert told["luca"].opportunities == 3


@pytest.mark.item("S0.44")
def test_each_case_is_one_opportunity_whatever_was_done_on_it() -> None:
    colleagues(cases=4)
    actor = make_actor("mia")
    twice = make_case(actor, facts=SPOILED)
    propose(actor, twice, "credit", "700")
    make_gesture(actor, twice, "credit", "100")
    make_gesture(actor, twice, "drink", "50")
    back = make_case(actor, facts=SPOILED)
    take_back(actor, make_gesture(actor, back, "credit", "100"))
    refuse(actor, 1, cause=Cause.NON_NEGOTIABLE)
    unknown = make_case(actor, facts={"case": {"loss": "service"}})
    make_gesture(actor, unknown, "credit", "90")

    told = own_room(actor, now=NOW)

    assert told.portrait.overall.opportunities == 1
    assert len(told.portrait.set_aside.not_a_choice) == 1
    assert told.not_noted == (str(unknown.pk),)
    assert {case.reference for case in told.cases.values()} >= {twice.reference, unknown.reference}
    assert str(back.pk) not in told.cases


@pytest.mark.item("S0.45")
def test_easy_cases_do_not_hide_that_hard_ones_are_avoided() -> None:
    colleagues(cases=4)
    for name in ("abe", "bea", "cid", "dot", "eli", "fay"):
        give(actor_for(User.objects.get(username=name)), [200, 220, 240, 260, 280], facts=GRAVE)
    actor = make_actor("ava")
    give(actor, [80, 90, 100] * 8)
    refuse(actor, 14, facts=GRAVE)

    portrait = own_room(actor, now=NOW).portrait

    assert portrait.headline.difficulty == "high"
    assert portrait.headline.pattern == "sparing"
    assert portrait.headline.tails == {"too_little"}


def opened(name: str = "ria") -> Actor:
    """Return somebody who has seen how they use their own room."""
    make_charter()
    actor = make_actor(name)
    note_own_look(actor=actor, now=NOW)
    return actor


@pytest.mark.item("S0.43")
def test_a_coach_reads_words_once_the_person_has_looked_and_consents() -> None:
    actor = opened()
    cora = coach()
    give_consent(actor=actor, coach_id=cora.user_id, now=NOW)

    told = look_at_room(actor=cora, person_id=actor.user_id, now=LATER)

    nothing_yet = SharedView(difficulty=None, pattern="not_enough_yet", confidence=None)
    assert isinstance(told, SharedPortrait)
    assert told.views[0] == nothing_yet
    assert told.cases == ()
    (look,) = looks_at(actor, actor.user_id)
    assert (look.looker_id, look.seen, look.looked_at) == (cora.user_id, "room", LATER)


@pytest.mark.item("S0.43")
def test_the_person_sees_it_before_anybody() -> None:
    make_charter()
    actor, cora = make_actor("ria"), coach()
    give_consent(actor=actor, coach_id=cora.user_id, now=NOW)

    with pytest.raises(NotPermitted, match=r"^permission\.person_first$"):
        look_at_room(actor=cora, person_id=actor.user_id, now=LATER)

    assert not Look.objects.exists()


@pytest.mark.item("S0.43")
def test_a_coach_sees_nothing_newer_than_the_person_has_seen() -> None:
    colleagues()
    actor, cora = make_actor("ria"), coach()
    give_consent(actor=actor, coach_id=cora.user_id, now=NOW)
    note_own_look(actor=actor, now=NOW - timedelta(minutes=1))
    refuse(actor, 20)

    assert look_at_room(actor=cora, person_id=actor.user_id, now=LATER).views[0].pattern == "not_enough_yet"
    note_own_look(actor=actor, now=NOW + timedelta(days=1))
    assert look_at_room(actor=cora, person_id=actor.user_id, now=NOW + timedelta(days=2)).views[0].pattern == "not_used"


@pytest.mark.item("S0.43")
@pytest.mark.parametrize("kind", [kind for kind in DutyKind if kind is not DutyKind.COACH])
def test_no_duty_but_a_coachs_opens_it_even_with_consent(kind: DutyKind) -> None:
    actor = opened()
    other = on_duty("otto", kind)

    with pytest.raises(NotPermitted, match=r"^permission\.coach_of_the_team_only$"):
        give_consent(actor=actor, coach_id=other.user_id, now=NOW)
    Consent.objects.create(person_id=actor.user_id, coach_id=other.user_id, given_at=NOW)
    with pytest.raises(NotPermitted, match=r"^permission\.coach_of_the_team_only$"):
        look_at_room(actor=other, person_id=actor.user_id, now=LATER)

    assert looks_at(actor, actor.user_id) == []


@pytest.mark.item("S0.43")
def test_neither_stewards_nor_software_nor_a_coach_without_consent_see_it() -> None:
    actor = opened()
    steward = actor_for(make_user("stu", is_steward=True))
    software = Actor(user_id=coach().user_id, name="bot", role="assistant", kind="assistant")

    for other, reason in (
        (steward, "coach_of_the_team_only"),
        (software, "in_person_only"),
        (coach(), "consent_missing"),
    ):
        with pytest.raises(NotPermitted, match=rf"^permission\.{reason}$"):
            look_at_room(actor=other, person_id=actor.user_id, now=LATER)
    with pytest.raises(NotPermitted):
        own_room(software, now=NOW)


@pytest.mark.item("S0.43")
def test_ending_the_consent_or_the_duty_closes_it_at_once() -> None:
    actor, cora = opened(), coach()
    consent = give_consent(actor=actor, coach_id=cora.user_id, now=NOW)
    assert give_consent(actor=actor, coach_id=cora.user_id, now=LATER) == consent
    with pytest.raises(NotPermitted, match=r"^permission\.own_only$"):
        end_consent(actor=cora, consent_id=consent.pk, now=LATER)

    end_consent(actor=actor, consent_id=consent.pk, now=LATER)

    with pytest.raises(NotPermitted, match=r"^permission\.consent_missing$"):
        look_at_room(actor=cora, person_id=actor.user_id, now=LATER)
    assert consents_held(cora) == []
    assert [user.pk for user in coaches_to_ask(actor)] == [cora.user_id]
    give_consent(actor=actor, coach_id=cora.user_id, now=LATER)
    duty = User.objects.get(pk=cora.user_id).duties.get(kind=DutyKind.COACH)
    end_duty(actor=actor_for(User.objects.get(username="grace")), number=duty.pk, now=LATER)
    with pytest.raises(NotPermitted, match=r"^permission\.coach_of_the_team_only$"):
        look_at_room(actor=cora, person_id=actor.user_id, now=LATER)


def test_one_consents_to_a_coach_who_is_there_and_somebody_else() -> None:
    actor = opened()
    on_duty("ria", DutyKind.COACH)

    with pytest.raises(PortraitRefused, match=r"^consent\.to_oneself$"):
        give_consent(actor=actor, coach_id=actor.user_id, now=NOW)
    with pytest.raises(NoSuchThing):
        give_consent(actor=actor, coach_id=999_999, now=NOW)


@pytest.mark.item("S0.43")
def test_looks_are_written_once_and_told_to_the_person_alone() -> None:
    actor, cora = opened(), coach()
    give_consent(actor=actor, coach_id=cora.user_id, now=NOW)
    look_at_room(actor=cora, person_id=actor.user_id, now=LATER)
    look = Look.objects.get(looker=cora.user_id)

    with pytest.raises(AlreadyWritten):
        look.delete()
    with pytest.raises(AlreadyWritten):
        Look.objects.filter(pk=look.pk).update(looked_at=NOW)
    with pytest.raises(NotPermitted):
        looks_at(cora, actor.user_id)
    with pytest.raises(NotPermitted):
        access_log(cora)
    representative = on_duty("rep", DutyKind.STAFF_REPRESENTATIVE)
    assert [(taken.by, taken.day) for taken in access_log(representative)] == [("Cora", LATER.date())]


def test_ones_own_look_is_kept_once_a_day() -> None:
    actor = opened()
    note_own_look(actor=actor, now=NOW + timedelta(hours=2))
    note_own_look(actor=actor, now=NOW + timedelta(days=1))

    assert Look.objects.count() == 2
    assert looks_at(actor, actor.user_id) == []


@pytest.mark.item("S0.43")
def test_no_column_of_portraits_holds_a_figure_about_a_person() -> None:
    numbers = (models.IntegerField, models.FloatField, models.DecimalField, models.JSONField, models.DurationField)
    held = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("portraits").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, numbers) and not isinstance(field, models.AutoField)
    }

    assert held == {"EvidenceItem.place"}
    assert {model.__name__ for model in apps.get_app_config("portraits").get_models()} == {
        "Consent",
        "EvidenceFile",
        "EvidenceItem",
        "EvidenceLink",
        "Look",
    }
