"""Pledge: leaders write it and sign it, all of them; receipts name the version in force, and keep it for ever."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps

from geste.apps.audit.models import PledgeText
from geste.apps.audit.pledge import OF_THE_HOUSE, PROPOSED, current_pledge, exceptions, pledge_named, pledge_of
from geste.apps.audit.selectors import receipt_files, receipt_of_decision
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.cases.selectors import NoSuchCase, case_called
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Account
from geste.apps.people.models import DutyKind, User
from geste.apps.pledges.models import PledgeSignature, Wording
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import standing_pledge, wording_waiting
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.sign_wording import sign_wording
from geste.core.receipts.canonical import read
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture
from tests.pledges import on_duty, signed_pledge

pytestmark = pytest.mark.django_db(transaction=True)
OWN = {
    "en": replace(PROPOSED["en"], job="Your job is safe here, whatever you decide for a guest in good faith."),
    "fr": replace(PROPOSED["fr"], job="Votre emploi est en sécurité ici, quoi que vous décidiez de bonne foi\u00a0!"),
}


def given() -> Gesture:
    """Return something somebody has just given."""
    make_charter()
    actor = make_actor()
    return make_gesture(actor, make_case(actor), "note")


def test_before_anybody_signs_the_houses_own_words_hold_and_say_so() -> None:
    leader = on_duty("sophie", DutyKind.LEADER)

    standing = standing_pledge()

    assert (standing.version, standing.is_own, standing.signatures) == (2, False, ())
    assert [user.pk for user in standing.unsigned] == [leader.user_id]
    assert current_pledge() == OF_THE_HOUSE[1]


@pytest.mark.item("S2.8")
def test_a_wording_holds_once_every_leader_has_signed_and_not_before() -> None:
    sophie, karim = on_duty("sophie", DutyKind.LEADER), on_duty("karim", DutyKind.LEADER)

    wording = put_forward_wording(actor=sophie, words=OWN, now=NOW)

    assert current_pledge().version == 2
    assert wording_waiting() == wording
    sign_wording(actor=karim, version=3, now=NOW + timedelta(hours=1))
    sign_wording(actor=karim, version=3, now=NOW + timedelta(hours=2))
    standing = standing_pledge()
    assert (standing.version, standing.promises["fr"], standing.unsigned) == (3, OWN["fr"], ())
    assert [(it.signed_by_id, it.signed_at) for it in standing.signatures] == [
        (sophie.user_id, NOW),
        (karim.user_id, NOW + timedelta(hours=1)),
    ]
    assert wording_waiting() is None
    assert OWN["en"].job in current_pledge().en
    assert exceptions("fr") in current_pledge().fr
    assert EventRow.objects.filter(name="pledges.PledgeInForce", payload={"version": 3}).count() == 1


def test_a_newer_wording_overtakes_one_that_was_never_signed_by_all() -> None:
    sophie, karim = on_duty("sophie", DutyKind.LEADER), on_duty("karim", DutyKind.LEADER)
    put_forward_wording(actor=sophie, words=OWN, now=NOW)

    put_forward_wording(actor=karim, words=PROPOSED, now=NOW)

    with pytest.raises(PledgeRefused, match=r"wording\.overtaken"):
        sign_wording(actor=karim, version=3, now=NOW)
    sign_wording(actor=sophie, version=4, now=NOW)
    assert current_pledge().version == 4
    assert not PledgeText.objects.filter(version=3).exists()


def test_only_leaders_write_and_sign() -> None:
    signed_pledge(on_duty("sophie", DutyKind.LEADER))
    outsiders = [on_duty("nadia", DutyKind.PLEDGE_KEEPER), make_actor("grace"), make_actor()]

    for outsider in outsiders:
        with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
            put_forward_wording(actor=outsider, words=OWN, now=NOW)
        with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
            sign_wording(actor=outsider, version=3, now=NOW)
    assert (Wording.objects.count(), PledgeSignature.objects.count()) == (1, 1)


@pytest.mark.parametrize(("words", "code"), [(" \n", "wording.missing"), ("a" * 401, "wording.too_long")])
def test_each_promise_has_its_words_in_both_languages(words: str, code: str) -> None:
    leader = on_duty("sophie", DutyKind.LEADER)

    with pytest.raises(PledgeRefused, match=code):
        put_forward_wording(actor=leader, words={**OWN, "fr": replace(OWN["fr"], payback=words)}, now=NOW)
    assert not Wording.objects.exists()


@pytest.mark.item("S2.8")
def test_a_receipt_names_the_pledge_it_was_given_under_whatever_is_promised_later() -> None:
    leader = on_duty("sophie", DutyKind.LEADER)
    first = given()
    put_forward_wording(actor=leader, words=OWN, now=NOW)
    second = given()

    files = {}
    for gesture in (first, second):
        kept = receipt_of_decision(gesture.decision_id)
        assert kept is not None
        assert kept.content["pledge"] == pledge_named(pledge_of(kept.pledge_version))
        file = read(dict(receipt_files([kept], person_id=None))[kept.decision])
        assert isinstance(file, dict)
        files[kept.pledge_version] = file["pledge"]

    assert files == {2: OF_THE_HOUSE[1].as_value(), 3: pledge_of(3).as_value()}
    for promised in files.values():
        assert all(word in str(promised["en"]) for word in ("fraud", "discrimination", "safety", "gift to oneself"))


@pytest.mark.item("S2.8")
def test_a_charter_that_becomes_stricter_takes_no_protection_back() -> None:
    signed_pledge(on_duty("sophie", DutyKind.LEADER))
    make_charter()
    actor = make_actor()
    gesture = make_gesture(actor, make_case(actor), "credit", amount="90")
    before = receipt_of_decision(gesture.decision_id)
    assert before is not None

    make_charter(CHARTER.replace("cap: 500", "cap: 50"), version=2)

    after = receipt_of_decision(gesture.decision_id)
    assert after is not None
    assert after.leaf == before.leaf
    assert after.content["authority"] == "within"
    charter, pledge = after.content["charter"], after.content["pledge"]
    assert isinstance(charter, dict)
    assert charter["version"] == 1
    assert pledge == pledge_named(pledge_of(3))
    with pytest.raises(AlreadyWritten):
        PledgeText.objects.all().delete()
    with pytest.raises(AlreadyWritten):
        PledgeText.objects.get().save()


def test_nobody_is_told_twice_that_a_pledge_is_in_force() -> None:
    leader = on_duty("sophie", DutyKind.LEADER)
    wording = signed_pledge(leader)

    sign_wording(actor=leader, version=wording.version, now=NOW)

    assert EventRow.objects.filter(name="pledges.PledgeInForce").count() == 1


@pytest.mark.item("S2.10", "S2.13")
def test_there_is_nowhere_to_book_a_cost_to_a_person() -> None:
    people = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("ledger").get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.related_model is User
    ]

    # Who closed a month, raised an envelope, or knows that one is low: acts of stewards, with no amount of theirs.
    assert sorted(people) == ["ClosedPeriod.closed_by", "EnvelopeChange.changed_by", "LowNotice.known_by"]
    assert [account for account in Account if "agent" in account or "employee" in account or "person" in account] == []


@pytest.mark.item("S2.24")
def test_a_partner_works_under_the_same_pledge_and_sees_no_case_of_another() -> None:
    signed_pledge(on_duty("sophie", DutyKind.LEADER))
    make_charter()
    ours, partner = make_actor("ana"), make_actor("leo", site="Partner, Lille")
    case = make_case(ours)

    receipt = receipt_of_decision(make_gesture(partner, make_case(partner), "note").decision_id)

    assert receipt is not None
    assert receipt.pledge_version == 3
    with pytest.raises(NoSuchCase):
        case_called(partner, case.reference)
    with pytest.raises(NotPermitted):
        make_gesture(partner, case, "note")
