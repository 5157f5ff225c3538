"""Stripe: the official library against an account that keeps the documented rules. Money moves once, and as asked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from geste.apps.execution.ports import Answer, Operation, Outcome
from geste.connectors.stripe import Stripe
from geste.connectors.stripe_news import News, SignatureRefused, read_news, verify
from tests.connectors.orders import NOW, an_order
from tests.fakes.stripe_server import FakeStripe, stripe_on_loopback


@pytest.fixture
def fake() -> Iterator[FakeStripe]:
    with stripe_on_loopback(NOW) as fake:
        fake.add_payment("pi_1", 5_000)
        fake.rules.customers.add("cus_1")
        yield fake


@pytest.fixture
def stripe(fake: FakeStripe) -> Stripe:
    return Stripe("sk_test_geste", address=fake.address, call_seconds=2)


def test_a_refund_says_its_amount_and_whose_it_is(fake: FakeStripe, stripe: Stripe) -> None:
    order = an_order()

    assert stripe.send(order, now=NOW) == Answer(Outcome.CONFIRMED, "re_1")
    (refund,) = fake.rules.refunds
    assert (refund["amount"], refund["payment_intent"]) == (1_800, "pi_1")
    assert refund["metadata"] == {"geste_gesture": "7", "geste_key": order.key}
    assert fake.rules.charges["pi_1"].refunded == 1_800


def test_a_credit_lowers_what_the_customer_pays_next(fake: FakeStripe, stripe: Stripe) -> None:
    order = an_order(Operation.CREDIT, recipient="cus_1")

    assert stripe.send(order, now=NOW).outcome is Outcome.CONFIRMED
    assert [(it["amount"], it["currency"]) for it in fake.rules.credits] == [(-1_800, "aud")]
    assert stripe.read_back(order, now=NOW).outcome is Outcome.CONFIRMED


def test_the_same_key_again_answers_again_and_moves_nothing(fake: FakeStripe, stripe: Stripe) -> None:
    answers = {stripe.send(an_order(), now=NOW) for _ in range(5)}

    assert answers == {Answer(Outcome.CONFIRMED, "re_1")}
    assert fake.rules.effects == ["7"]


@pytest.mark.parametrize(
    ("fault", "outcome", "reason"),
    [
        ("drop_before", Outcome.UNKNOWN, "provider.no_answer"),
        ("drop_after", Outcome.UNKNOWN, "provider.no_answer"),
        ("500_before", Outcome.UNKNOWN, "provider.no_answer"),
        ("500_after", Outcome.UNKNOWN, "provider.no_answer"),
        ("in_use", Outcome.UNKNOWN, "provider.under_way"),
        ("busy", Outcome.NOT_NOW, "provider.busy"),
        ("key", Outcome.NOT_NOW, "provider.key_refused"),
        ("mismatch", Outcome.MISMATCH, "provider.other_amount"),
        ("pending", Outcome.ACCEPTED, ""),
        ("action", Outcome.ACCEPTED, ""),
        ("failed", Outcome.REFUSED, "provider.failed"),
        ("refused", Outcome.REFUSED, "provider.refused"),
        ("balance", Outcome.NEEDS_PERSON, "provider.balance"),
    ],
)
def test_what_each_trouble_means(fake: FakeStripe, stripe: Stripe, fault: str, outcome: Outcome, reason: str) -> None:
    fake.faults.append(fault)

    answer = stripe.send(an_order(), now=NOW)

    assert (answer.outcome, answer.reason) == (outcome, reason)


def test_a_timeout_is_not_an_answer(fake: FakeStripe) -> None:
    fake.delay = 0.4
    hasty = Stripe("sk_test_geste", address=fake.address, call_seconds=0.1)

    assert hasty.send(an_order(), now=NOW).outcome is Outcome.UNKNOWN
    assert fake.rules.effects == ["7"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"amount": None}, "amount.nothing"),
        ({"amount": 0}, "amount.nothing"),
        ({"recipient": "lee@example.org"}, "recipient.malformed"),
        ({"currency": "ISK"}, "currency.not_at_stripe"),
    ],
)
def test_what_stripe_is_never_asked(fake: FakeStripe, stripe: Stripe, changes: dict[str, object], reason: str) -> None:
    assert stripe.send(an_order(**changes), now=NOW) == Answer(Outcome.NEEDS_PERSON, reason=reason)  # type: ignore[arg-type]
    assert not fake.calls


def test_more_than_is_left_is_refused_for_good(fake: FakeStripe, stripe: Stripe) -> None:
    stripe.send(an_order(amount=4_000), now=NOW)

    assert stripe.send(an_order(amount=1_001, key="another"), now=NOW).outcome is Outcome.REFUSED
    assert fake.rules.charges["pi_1"].refunded == 4_000


def test_another_body_under_the_same_key_is_for_a_person(fake: FakeStripe, stripe: Stripe) -> None:
    stripe.send(an_order(), now=NOW)

    assert stripe.send(an_order(amount=1_900), now=NOW) == Answer(Outcome.MISMATCH, reason="provider.key_reused")


def test_a_key_is_forgotten_after_a_day_and_then_it_would_happen_again(fake: FakeStripe, stripe: Stripe) -> None:
    stripe.send(an_order(), now=NOW)
    fake.rules.now += timedelta(hours=24)

    stripe.send(an_order(), now=NOW)

    # Why the same key is never used after 23 hours.
    assert fake.doubles() == {"7": 2}
    assert stripe.read_back(an_order(), now=NOW) == Answer(Outcome.MISMATCH, reason="provider.more_than_once")


def test_reading_back_finds_ours_among_others(fake: FakeStripe, stripe: Stripe) -> None:
    assert stripe.read_back(an_order(), now=NOW) == Answer(Outcome.ABSENT, reason="provider.absent")

    stripe.send(an_order(gesture=8, key="another", amount=100), now=NOW)
    assert stripe.read_back(an_order(), now=NOW).outcome is Outcome.ABSENT

    stripe.send(an_order(), now=NOW)
    assert stripe.read_back(an_order(), now=NOW) == Answer(Outcome.CONFIRMED, "re_2")
    fake.rules.settle("re_2", "failed")
    assert stripe.read_back(an_order(), now=NOW) == Answer(Outcome.FAILED, "re_2", "provider.failed")


def test_what_an_earlier_key_did_after_all_is_for_a_person(stripe: Stripe) -> None:
    stripe.send(an_order(), now=NOW)

    assert stripe.read_back(an_order(key="second"), now=NOW).outcome is Outcome.MISMATCH


def test_an_account_nobody_reaches_cannot_be_read() -> None:
    nowhere = Stripe("sk_test_geste", address="http://127.0.0.1:1", call_seconds=1)

    assert nowhere.read_back(an_order(), now=NOW).outcome is Outcome.UNREADABLE


BODY = b'{"event":"conversation_created","id":42}'
SIGNED = "t=1767225600,v1=01d072abd1846094d6e7c079b057424048713f8237072fc70353c480466985fe"
SIGNED_AT = NOW.fromtimestamp(1_767_225_600, tz=NOW.tzinfo)


@pytest.mark.parametrize("late", [timedelta(), timedelta(seconds=300), timedelta(seconds=-300)])
def test_the_reference_vector_is_accepted(late: timedelta) -> None:
    verify(BODY, SIGNED, secret="whsec_test", now=SIGNED_AT + late)
    verify(BODY, f"{SIGNED},v1={'0' * 64},v0=x", secret="whsec_test", now=SIGNED_AT)


@pytest.mark.parametrize(
    ("body", "signature", "secret", "late"),
    [
        (BODY + b" ", SIGNED, "whsec_test", 0),
        (BODY, SIGNED, "whsec_other", 0),
        (BODY, SIGNED, "", 0),
        (BODY, SIGNED, "whsec_test", 301),
        (BODY, SIGNED, "whsec_test", -301),
        (BODY, SIGNED.replace("v1=", "v0="), "whsec_test", 0),
        (BODY, SIGNED.replace("t=1767225600", "t=1767225601"), "whsec_test", 0),
        (BODY, SIGNED.replace("t=1767225600,", ""), "whsec_test", 0),
        (BODY, f"{SIGNED},t=1767225600", "whsec_test", 0),
        (BODY, "t=x,v1=é", "whsec_test", 0),
        (BODY, "", "whsec_test", 0),
    ],
)
def test_anything_else_is_refused(body: bytes, signature: str, secret: str, late: int) -> None:
    with pytest.raises(SignatureRefused):
        verify(body, signature, secret=secret, now=SIGNED_AT + timedelta(seconds=late))


def test_news_says_which_promise_it_is_about(fake: FakeStripe, stripe: Stripe) -> None:
    body = b'{"id":"evt_1","type":"refund.failed","data":{"object":{"id":"re_1","metadata":{"geste_key":"k"}}}}'

    assert read_news(body) == News("evt_1", "refund.failed", "k", "re_1")
    assert read_news(body.replace(b'{"geste_key":"k"}', b"null")) == News("evt_1", "refund.failed", "", "re_1")


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{}", b'{"id":1,"type":2,"data":[]}', b"\xff", b'{"data":{}}'])
def test_what_is_no_event_is_none(body: bytes) -> None:
    assert read_news(body) is None
