"""Envelope: one envelope with its history; raised or lowered here, with a reason."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.gestures.purses import purses_everywhere
from geste.apps.ledger.models import EnvelopeChange, Why
from geste.apps.ledger.services.change_envelope import REASON_CHARACTERS, ChangeRefused, change_envelope
from geste.apps.ledger.services.note_low import note_known
from geste.apps.ledger.statements import envelope_changes, periods_over
from geste.core.charter.syntax import Charter
from geste.core.ledger.purse import Purse
from geste.core.money import AmountRefused, Currency, parse_amount
from geste.interfaces.web.books.glance import period_words, told
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import change_words, envelope_words, is_raise, money, stamp
from geste.interfaces.web.desk.fields import plain_amount
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.speech import amount, figure, language
from geste.interfaces.web.visitor import now
from geste.phrases.typography import set_words

CHANGES_SHOWN = 50
"""The history of four years of months; what is older is among the entries."""
PERIODS_SHOWN = 12
UP, DOWN = "raise", "lower"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change as the history tells it; `opposite` is the address that offers to undo it."""

    entry: int
    words: str
    amount: str
    when: str
    reason: str
    by: str
    opposite: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What the form holds: whose purse, which way, how much and why, as it was typed or is offered."""

    of: str = ""
    way: str = UP
    amount: str = ""
    reason: str = ""

    @classmethod
    def typed_in(cls, typed: QueryDict) -> "Kept":
        """Return what a form sent, or what an address offers."""
        way = DOWN if typed.get("way") == DOWN else UP
        return cls(typed.get("of", ""), way, typed.get("amount", ""), typed.get("reason", ""))


@require_safe
@for_readers
def show(request: HttpRequest, _actor: Actor, envelope: str) -> HttpResponse:
    """Show one envelope."""
    return _page(request, envelope, Kept.typed_in(request.GET))


@require_POST
@for_readers
def change(request: HttpRequest, actor: Actor, envelope: str) -> HttpResponse:
    """Raise or lower one envelope, and show what it holds now."""
    kept = Kept.typed_in(request.POST)
    charter = charter_to_show(at=today()).charter
    purse = _purse_called(charter, (envelope, kept.of))
    if purse is None:
        return not_found(request)
    try:
        minor = _amount_in(kept.amount, charter.currency)
        by = minor if kept.way == UP else -minor
        seen = _number(request.POST.get("seen", ""))
        change_envelope(actor=actor, purse=purse, by=by, reason=kept.reason, now=now(), seen=seen)
    except AmountRefused:
        sample = figure(charter.currency.unit * 25 // 2, charter.currency)
        return _page(request, envelope, kept, _("That is no amount. Write it like %(sample)s.") % {"sample": sample})
    except ChangeRefused as refused:
        return _page(request, envelope, kept, refusal(refused, charter.currency))
    said = {"name": envelope_words(charter, envelope), "amount": amount(minor, charter.currency)}
    done = _("%(name)s is raised by %(amount)s.") if kept.way == UP else _("%(name)s is lowered by %(amount)s.")
    messages.success(request, done % said)
    return redirect(f"{reverse('web:books-envelope', args=[envelope])}{_asked(purse)}")


def refusal(refused: ChangeRefused, currency: Currency) -> str:
    """Return why an envelope stays as it is."""
    sentences = {
        "envelope.reason_missing": _("Write down why: whoever reads the books will ask."),
        "envelope.reason_too_long": _("Keep the reason to %(limit)d characters.") % {"limit": REASON_CHARACTERS},
        "envelope.already_used": _("It cannot be lowered by more than is left: %(left)s. What was given stays given.")
        % {"left": amount(refused.left or 0, currency)},
        "envelope.nothing_to_change": _("Nothing would change. Write an amount above nought."),
        "envelope.changed_meanwhile": _("It was changed meanwhile. Look at what it holds now, then send it again."),
    }
    return sentences[refused.code]


def _page(request: HttpRequest, envelope: str, kept: Kept, problem: str = "") -> HttpResponse:
    at = today()
    charter = charter_to_show(at=at).charter
    purse = _purse_called(charter, (envelope, kept.of))
    if purse is None:
        return not_found(request)
    changes = envelope_changes(purse)
    shown = {
        "room": "books",
        "purse": told([purse], charter, at)[0],
        "over": [period_words(row) for row in periods_over(purse, at=at)[:PERIODS_SHOWN]],
        "changes": [_change(row, purse.holder, charter.currency) for row in changes[:CHANGES_SHOWN]],
        "seen": changes.count(),
        "kept": kept,
        "problem": problem,
        "most": REASON_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/books/envelope.html", shown, status=status)


def _amount_in(text: str, currency: Currency) -> int:
    minor = parse_amount(plain_amount(text), currency)
    if minor < 0:
        raise AmountRefused("amount.unreadable", text)
    return minor


def _purse_called(charter: Charter, name: tuple[str, str]) -> Purse | None:
    return next((purse for purse in purses_everywhere(charter) if purse.name == name), None)


def _change(row: EnvelopeChange, holder: str, currency: Currency) -> Change:
    sign = "+" if is_raise(row.entry) else "\N{MINUS SIGN}"
    return Change(
        entry=row.entry_id,
        words=change_words(row),
        amount=f"{sign}{money(row.entry.amount, row.entry.currency)}",
        when=stamp(row.entry.occurred_at),
        reason=set_words(row.reason, language()),
        by="" if row.changed_by is None else row.changed_by.display_name,
        opposite=_opposite(row, holder, currency) if row.why == Why.BY_HAND else "",
    )


def _asked(purse: Purse) -> str:
    return f"?{urlencode({'of': purse.holder})}" if purse.holder else ""


def _opposite(row: EnvelopeChange, holder: str, currency: Currency) -> str:
    """The address of the form, filled in with what undoes a change."""
    offered = {
        "of": holder,
        "way": DOWN if is_raise(row.entry) else UP,
        "amount": figure(row.entry.amount, currency),
        "reason": (_("Undone: %(reason)s") % {"reason": row.reason})[:REASON_CHARACTERS],
    }
    return f"?{urlencode({name: value for name, value in offered.items() if value})}#change"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 9 else 0


@require_POST
@for_readers
def known(request: HttpRequest, actor: Actor, notice: int) -> HttpResponse:
    """Keep that a steward knows of an envelope that is low."""
    note_known(actor=actor, number=notice, now=now())
    return redirect("web:queue")
