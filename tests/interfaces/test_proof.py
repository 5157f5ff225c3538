"""Proof at the desk: signed, in the log, as a file to keep; and all of one's own, checked and taken along."""

import io
import json
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.selectors import public_keys
from geste.apps.audit.services.include_leaves import include_leaves
from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.core.receipts.file import check_receipt
from tests.make import make_actor, make_gesture, make_user, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def gesture(agent: Actor, case: Case) -> Gesture:
    given = make_gesture(agent, case, "credit", "18")
    include_leaves()
    return given


def test_the_receipt_says_how_far_it_has_got(visitor: Client, gesture: Gesture) -> None:
    page = visitor.get(reverse("web:receipt", args=[gesture.pk])).content.decode()

    assert "✓ Signed" in page
    assert "✓ In the log, leaf 1" in page
    assert "the company&#x27;s cost" in page or "the company’s cost" in page


@pytest.mark.skipif(connection.vendor == "sqlite", reason="the embedded database includes at once")
def test_a_receipt_that_waits_says_so_and_looks_again(visitor: Client, agent: Actor, case: Case) -> None:
    given = make_gesture(agent, case, "credit", "18")

    page = visitor.get(reverse("web:receipt", args=[given.pk])).content.decode()
    assert "Not in the log yet: that takes up to two seconds" in page
    assert reverse("web:receipt-proof", args=[given.pk]) in page
    include_leaves()
    assert "In the log, leaf 1" in visitor.get(reverse("web:receipt-proof", args=[given.pk])).content.decode()


def test_the_file_is_genuine_and_its_owners(visitor: Client, agent: Actor, gesture: Gesture) -> None:
    answer = visitor.get(reverse("web:receipt-file", args=[gesture.pk]))

    assert answer["Content-Disposition"] == f'attachment; filename="receipt-{gesture.decision_id}.geste"'
    assert check_receipt(answer.content, public_keys(), verifies).content["amount"] == 1_800
    assert json.loads(answer.content)["opened"]["agent"]["value"] == agent.name


def test_a_colleague_cannot_open_who_decided(gesture: Gesture) -> None:
    colleague = Client()
    colleague.force_login(make_user("mina"))

    content = colleague.get(reverse("web:receipt-file", args=[gesture.pk])).content

    assert json.loads(content)["opened"] == {}
    assert check_receipt(content, public_keys(), verifies).index == 1


def test_another_site_sees_no_receipt(gesture: Gesture) -> None:
    stranger = Client()
    stranger.force_login(make_user("omar", site="Airport"))

    for name in ("web:receipt-file", "web:receipt-proof"):
        assert stranger.get(reverse(name, args=[gesture.pk])).status_code == 404


def test_my_receipts_agree_with_todays_log(visitor: Client, agent: Actor, case: Case, gesture: Gesture) -> None:
    propose(agent, case, "credit", "900")
    include_leaves()
    make_gesture(make_actor("mina"), case, "credit", "1")
    include_leaves()

    page = visitor.get(reverse("web:my-receipts")).content.decode()

    assert "Your 2 receipts agree with today’s log." in page
    assert "which has 4 leaves" in page
    assert "Not given" in page
    assert page.count('class="soft whole"') == 2


def test_whoever_decided_nothing_has_none_yet(visitor: Client) -> None:
    assert "You have none yet." in visitor.get(reverse("web:my-receipts")).content.decode()


def test_all_of_ones_own_are_taken_along(visitor: Client, agent: Actor, case: Case, gesture: Gesture) -> None:
    declined = propose(agent, case, "credit", "900").decision
    include_leaves()

    answer = visitor.get(reverse("web:my-receipts-export"))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        assert sorted(folder.namelist()) == [
            "checkpoint.txt",
            "geste-verify.html",
            "geste_verify.py",
            "keys.txt",
            f"receipts/receipt-{gesture.decision_id}.geste",
            f"receipts/receipt-{declined.pk}.geste",
        ]
        assert folder.read("keys.txt").decode() == f"{public_keys()[0]}\n"
        assert f'data-keys="{public_keys()[0]}\n"' in folder.read("geste-verify.html").decode()
        kept = [folder.read(name) for name in folder.namelist() if name.startswith("receipts/")]
    assert [check_receipt(each, public_keys(), verifies).index for each in kept] == [1, 2]


def test_the_page_that_checks_comes_with_the_keys(visitor: Client, gesture: Gesture) -> None:
    answer = visitor.get(reverse("web:verifier"))

    assert answer["Content-Disposition"] == 'attachment; filename="geste-verify.html"'
    assert str(public_keys()[0]) in answer.content.decode()
