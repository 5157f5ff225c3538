"""Words: how far a promise has got, and what there is to do, as people read it."""

from django.utils.translation import gettext as _

from geste.apps.execution.models import Commitment
from geste.apps.execution.states import State

WAYS_UNSET = frozenset({"email", "stripe"})


def state_words(promise: Commitment) -> str:
    """Return how far a promise has got."""
    sentences = {
        State.READY: _("waits for its turn"),
        State.SENDING: _("under way"),
        State.UNKNOWN: _("no answer yet: asked again under the same key"),
        State.SENT: _("taken, and not finished on the other side"),
        State.CHECKING: _("being checked with the other side"),
        State.WAITING: _("waits for a person"),
        State.CONFIRMED: _("done"),
        State.RETURNED: _("could not be carried out: the money went back"),
    }
    return sentences[State(promise.state)]


def to_do_words(promise: Commitment, *, is_set_up: bool) -> str:
    """Return what there is to do about a promise that is open."""
    if promise.state == State.WAITING:
        return reason_words(promise.reason)
    if not is_set_up:
        return _("This way is not set up in this installation. Set it up, and it goes on by itself.")
    return _("Nothing to do: it goes on by itself.")


def reason_words(reason: str) -> str:
    """Return why a promise waits for a person, and what they may do."""
    return _reasons().get(reason, _("No machine can go on. Look on the other side, then say what became of it."))


def _reasons() -> dict[str, str]:
    look = _("Nobody knows whether it arrived. Look on the other side before you decide.")
    return {
        "by_hand": _("Do it, then tick it."),
        "recipient.not_verified": _("Nobody has confirmed on the case to whom. Confirm it there, then try again."),
        "recipient.malformed": _("What stands on the case is no address or payment. Correct it there, then try again."),
        "amount.nothing": _("There is no amount to send. Do it by hand."),
        "currency.not_at_stripe": _("Stripe counts this currency in other units. Do it by hand."),
        "provider.balance": _("Your account at Stripe holds too little. Fill it, then try again."),
        "provider.other_amount": _("Another amount was moved than was asked for. Look at Stripe."),
        "provider.more_than_once": _("Stripe shows this more than once. Look there before you decide."),
        "provider.key_reused": _("Stripe knows this key for something else. Look there before you decide."),
        "provider.key_refused": _("Stripe refused our key again and again. Renew it, then try again."),
        "provider.busy": _("Stripe had no time again and again. Try again."),
        "provider.absent": _("Stripe knows nothing of it after three tries. Look there, then try again."),
        "provider.no_answer": look,
        "provider.not_reached": look,
        "provider.under_way": look,
        "email.no_server": _("The mail server was not reached. Mend it, then try again."),
        "email.refused": _("The mail server refused the letter. Find another way to the customer."),
        "email.address_refused": _("Nobody has this address. Find another way to the customer."),
        "email.broke_off": _("The line broke while it was sent. Try again: a repetition is recognised."),
        "endpoint.gone": _("The other system said it is gone for good. Arrange another way."),
        "endpoint.not_told": _("The other system is told no more. Arrange another way, or switch it on again."),
        "endpoint.said_no": _("The other system refused ten times over three days. Mend it, then send it again."),
        "endpoint.no_answer": _("The other system did not answer ten times. Mend it, then send it again."),
        "address.private": _("The address leads inside this house, where we never call. Give a public one."),
        "address.unknown": _("Nobody has this address on the network. Correct it, then try again."),
    }


def refusal_words(code: str) -> str:
    """Return why a decision about a promise was not taken."""
    sentences = {
        "promise.not_waiting": _("It does not wait for a person: it is done, went back, or a machine is at it."),
        "promise.by_hand": _("People do this by hand: do it and tick it, or give it up."),
        "note.missing": _("Say in a few words what you know."),
        "note.too_long": _("Keep it to one line: 300 characters at most."),
    }
    return sentences.get(code) or reason_words(code)


def failure_words(reason: str) -> str:
    """Return why a promise came to nothing, for whoever made it."""
    sentences = {
        "provider.refused": _("Stripe refused it for good."),
        "provider.failed": _("The bank sent it back."),
        "person.gave_back": _("Somebody gave it up."),
    }
    return sentences.get(reason, _("The other side refused it for good."))


def connector_words(connector: str) -> str:
    """Return what a way out is called."""
    sentences = {
        "manual": _("by hand"),
        "email": _("by e-mail"),
        "stripe": _("by Stripe"),
        "webhook": _("by another system"),
    }
    return sentences.get(connector, connector)
