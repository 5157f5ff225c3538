"""Receipts: every decision has one, signed with it, in the log, checkable with the key alone, and about nobody."""

import json
import stat
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction

from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.models import Checkpoint, Head, Leaf, Node, Tree, VaultKey
from geste.apps.audit.pledge import current_pledge, pledge_named
from geste.apps.audit.ports import KeyMissing
from geste.apps.audit.selectors import (
    agreement_of,
    handles_forgotten,
    public_keys,
    receipt_files,
    receipt_of_decision,
    receipts_of_decisions,
)
from geste.apps.audit.services.add_leaves import Draft, add_leaves
from geste.apps.audit.services.forget_again import forget_again
from geste.apps.audit.services.forget_subject import forget_subject
from geste.apps.audit.services.include_leaves import include_leaves
from geste.apps.audit.services.rotate_key import rotate_key
from geste.apps.audit.soundness import faults_of_log
from geste.apps.audit.subjects import subject_of_case, subject_of_person
from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord
from geste.config.keyring import FileKeyring
from geste.core.receipts.commitment import committed, salt_for
from geste.core.receipts.envelope import EVENT
from geste.core.receipts.file import Genuine, ReceiptRefused, check_receipt
from geste.core.receipts.payload import facts_committed
from tests.make import NOW, make_actor, make_case, make_charter, propose

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent(settings: "Settings", tmp_path: Path) -> Actor:
    settings.KEYRING = FileKeyring(tmp_path / "receipt-key")  # some of these tests change it
    make_charter()
    return make_actor("Zoraïde-Canary")


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent, reference="CANARY-7", customer="canary-customer", facts={"stay": {"price": "390"}})


def file_of(decision: DecisionRecord, agent: Actor) -> bytes:
    """Return the file of a receipt once it is in the log."""
    include_leaves()
    return dict(receipt_files(receipts_of_decisions([decision.pk]), person_id=agent.user_id))[decision.pk]


def genuine(decision: DecisionRecord, agent: Actor) -> Genuine:
    return check_receipt(file_of(decision, agent), public_keys(), verifies)


def test_a_gesture_has_a_receipt_that_says_what_was_decided(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "390")

    content = genuine(outcome.decision, agent).content
    assert outcome.gesture is not None
    assert {name: content[name] for name in content if name not in {"agent", "facts", "key"}} == {
        "type": "receipt",
        "v": 1,
        "index": 1,
        "at": "2026-05-14T01:07:00+10:00",
        "decision": outcome.decision.pk,
        "gesture": outcome.gesture.pk,
        "what": "credit",
        "amount": 39_000,
        "currency": "AUD",
        "authority": "within",
        "route": "do",
        "routes": ["do"],
        "charter": {"id": "harbour", "version": 1, "sha256": outcome.decision.charter_text.digest},
        "clause": "credit",
        "reasons": [{"code": "gesture.covered", "values": {"gesture": "credit", "role": "reception"}}],
        "role": "reception",
        "actor": "agent",
        "pledge": pledge_named(current_pledge()),
        "training": False,
    }
    assert sorted(content["facts"]) == ["facts.now", "facts.stay.price", "request"]


@pytest.mark.parametrize(
    ("proposed", "act_first", "authority", "route"),
    [("700", False, "beyond", ""), ("700", True, "beyond", "act_first")],
)
def test_a_no_and_acting_first_have_receipts_like_a_yes(
    agent: Actor, case: Case, proposed: str, act_first: bool, authority: str, route: str
) -> None:
    outcome = propose(agent, case, "credit", proposed, act_first=act_first, note="He slept badly.")

    content = genuine(outcome.decision, agent).content
    assert (content["authority"], content["route"]) == (authority, route)
    assert content["gesture"] == (None if outcome.gesture is None else outcome.gesture.pk)
    assert content["reasons"][0]["code"] == "cap.exceeded"


def test_no_leaf_tells_who_it_is_about(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "390", key="canary-key-1", note="A canary of a note.")
    propose(agent, case, "credit", "900", key="canary-key-2", note="A canary of a note.")
    include_leaves()

    written = b"".join(bytes(leaf.leaf) for leaf in Leaf.objects.all())
    assert len(written) > 1_000
    for told in (
        "canary",
        "zora",
        "CANARY",
        "hot in my room",
        "Mr Lee",
        "room 507",
        "390.00",
        '"390"',
        str(agent.name),
    ):
        assert told.lower().encode() not in written.lower()
        assert json.dumps(told)[1:-1].lower().encode() not in written.lower()


def test_what_was_stated_can_be_proved_by_whoever_has_the_vault(agent: Actor, case: Case) -> None:
    decision = propose(agent, case, "credit", "390").decision

    key = bytes(VaultKey.objects.get(subject=subject_of_case(case.pk)).key)
    content = genuine(decision, agent).content
    opened = {
        name: committed(salt_for(key, content["index"], name), value)
        for name, value in facts_committed(decision.request).items()
    }
    assert content["facts"] == opened
    assert facts_committed(decision.request)["facts.stay.price"] == '"390"'


def test_a_receipt_is_its_owners_to_prove(agent: Actor, case: Case) -> None:
    decision = propose(agent, case, "credit", "390").decision

    file = json.loads(file_of(decision, agent))
    assert file["opened"]["agent"]["value"] == agent.name
    assert file["pledge"] == current_pledge().as_value()


def test_a_pseudonym_is_one_months(agent: Actor, case: Case) -> None:
    moments = [NOW, NOW + timedelta(hours=1), NOW + timedelta(days=40)]
    told = [propose(agent, case, "credit", "8", now=moment).decision for moment in moments]
    include_leaves()

    first, second, later = [receipt.content["agent"] for receipt in receipts_of_decisions([each.pk for each in told])]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert isinstance(later, dict)
    assert first["pseudonym"] == second["pseudonym"] != later["pseudonym"]
    assert first["commitment"] != second["commitment"]


def test_whoever_is_forgotten_leaves_every_proof_valid(agent: Actor, case: Case) -> None:
    decision = propose(agent, case, "credit", "390").decision
    before = file_of(decision, agent)
    keys = {row.subject: row for row in VaultKey.objects.all()}

    assert forget_subject(subject=subject_of_case(case.pk), now=NOW)
    assert forget_subject(subject=subject_of_person(agent.user_id), now=NOW)
    assert not forget_subject(subject=subject_of_person(agent.user_id), now=NOW)

    assert list(VaultKey.objects.all()) == []
    assert handles_forgotten() == {row.handle for row in keys.values()}
    assert check_receipt(before, public_keys(), verifies).index == 1
    assert json.loads(file_of(decision, agent))["opened"] == {}
    assert genuine(decision, agent).content["amount"] == 39_000
    assert faults_of_log() == []
    told = b"".join(bytes(leaf.leaf) for leaf in Leaf.objects.all())
    assert all(bytes(row.key).hex().encode() not in told for row in keys.values())


def test_a_backup_restored_forgets_again(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "390")
    subject = subject_of_case(case.pk)
    row = VaultKey.objects.get(subject=subject)
    forget_subject(subject=subject, now=NOW)
    VaultKey.objects.create(subject=subject, handle=row.handle, key=bytes(row.key))

    assert forget_again(handles_forgotten()) == 1
    assert not VaultKey.objects.filter(subject=subject).exists()


def test_receipts_are_in_the_log_once_it_says_so(agent: Actor, case: Case) -> None:
    decision = propose(agent, case, "credit", "390").decision

    kept = receipt_of_decision(decision.pk)
    at_once = connection.vendor == "sqlite"
    assert kept is not None
    assert kept.is_included is at_once
    assert include_leaves() == (0 if at_once else 2)
    kept = receipt_of_decision(decision.pk)
    assert kept is not None
    assert kept.is_included
    assert genuine(decision, agent).checkpoint is not None
    assert (Head.objects.get().size, Tree.objects.get().included) == (2, 2)


def test_my_receipts_agree_with_the_log(agent: Actor, case: Case) -> None:
    decisions = [propose(agent, case, "credit", str(amount)).decision.pk for amount in range(1, 10)]
    include_leaves()

    agreement = agreement_of(receipts_of_decisions(decisions))

    assert (agreement.checked, agreement.waiting, agreement.disagreeing, agreement.size) == (9, 0, (), 10)


def test_a_decision_that_is_rolled_back_leaves_no_gap(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "1")

    def fall_over(index: int, key_id: str) -> bytes:
        raise ZeroDivisionError(index, key_id)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        add_leaves([Draft(EVENT, lambda index, key_id: f"{index} {key_id}".encode()), Draft(EVENT, fall_over)], at="")
    propose(agent, case, "credit", "2")
    include_leaves()

    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == [0, 1, 2]
    assert faults_of_log() == []


@pytest.mark.parametrize("table", ["audit_leaf", "audit_node", "audit_checkpoint", "audit_receipt", "audit_signingkey"])
@pytest.mark.parametrize("act", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_the_database_itself_refuses_to_rewrite(agent: Actor, case: Case, table: str, act: str) -> None:
    propose(agent, case, "credit", "1")
    propose(agent, case, "credit", "2")
    include_leaves()
    columns = {"audit_leaf": "leaf", "audit_node": "hash", "audit_checkpoint": "note", "audit_receipt": "decision"}
    statement = act.format(table=table, column=columns.get(table, "public"))

    with pytest.raises(IntegrityError, match=f"{table} is append-only"), transaction.atomic():
        connection.cursor().execute(statement)


def test_a_new_key_is_vouched_for_by_the_old_one(agent: Actor, case: Case) -> None:
    before = propose(agent, case, "credit", "1").decision
    old = public_keys()[0]

    new = rotate_key(because="rotated", now=NOW)

    after = propose(agent, case, "credit", "2").decision
    include_leaves()
    assert [key.id for key in public_keys()] == [old.id, new.id]
    assert genuine(before, agent).key == old
    assert genuine(after, agent).key == new
    assert faults_of_log() == []
    with pytest.raises(ReceiptRefused, match=r"key\.not_pinned"):
        check_receipt(file_of(after, agent), [old], verifies)


def test_a_key_change_that_was_interrupted_does_no_harm(
    agent: Actor, case: Case, monkeypatch: pytest.MonkeyPatch, settings: "Settings"
) -> None:
    propose(agent, case, "credit", "1")
    with monkeypatch.context() as before_the_last_step:
        before_the_last_step.setattr(settings.KEYRING, "succeed", lambda: None)
        first = rotate_key(because="rotated", now=NOW)

    propose(agent, case, "credit", "2")
    second = rotate_key(because="compromised", now=NOW)
    propose(agent, case, "credit", "3")
    include_leaves()

    assert [key.id for key in public_keys()[1:]] == [first.id, second.id]
    assert faults_of_log() == []


def test_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    kept = tmp_path / "house" / "receipt-key"

    first, again = FileKeyring(kept).current(), FileKeyring(kept).current()

    assert first.public == again.public
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_without_its_key_nothing_is_decided(agent: Actor, case: Case, settings: "Settings", tmp_path: Path) -> None:
    propose(agent, case, "credit", "1")
    settings.KEYRING = FileKeyring(tmp_path / "another")

    with pytest.raises(KeyMissing):
        propose(agent, case, "credit", "2")

    assert DecisionRecord.objects.count() == 1
    assert Leaf.objects.count() == 2


def test_the_tree_keeps_no_more_than_it_needs(agent: Actor, case: Case) -> None:
    for amount in range(1, 8):
        propose(agent, case, "credit", str(amount))
    include_leaves()

    assert Leaf.objects.count() == 8
    assert Node.objects.count() == 7
    assert Checkpoint.objects.order_by("-size")[0].size == 8
