"""Glance: what each envelope holds, where its period goes, and what is promised or on its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.execution.selectors import promised_not_done
from geste.apps.gestures.purses import names_of_holders, purses_everywhere
from geste.apps.ledger.burn import Burn, burn_of
from geste.apps.ledger.models import EnvelopePeriod
from geste.apps.ledger.statements import periods_over, uncleared
from geste.core.charter.syntax import Charter
from geste.core.ledger.forecast import Outlook, outlook
from geste.core.ledger.purse import Purse
from geste.core.money import Currency
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import day, envelope_words, money
from geste.interfaces.web.speech import amount, language, month
from geste.phrases.amounts import short_amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One envelope in words. `state` is `calm`, `low`, `empty` or `waiting`: for the page's colours, never alone."""

    id: str
    holder: str
    name: str
    whose: str
    state: str
    used: str
    left: str
    cap: str
    used_minor: int
    cap_minor: int
    period: str
    forecast: str
    advice: str
    before: str = ""


@require_safe
@for_readers
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the books at a glance."""
    at = today()
    charter = charter_to_show(at=at).charter
    waiting = uncleared()
    shown = {
        "room": "books",
        "at": day(at),
        "purses": told(purses_everywhere(charter), charter, at),
        "promised": promised_not_done(actor).count(),
        "unexplained": sum(item.is_unexplained(at) for item in waiting),
        "on_its_way": len(waiting),
        "month": month(at),
    }
    return render(request, "web/books/glance.html", shown)


def told(purses: Sequence[Purse], charter: Charter, at: datetime) -> list[Told]:
    """Return envelopes in words, as they stand at a moment. Where a period is over, the next one is still to open."""
    running = {(it.envelope, it.holder): it for it in burn_of(purses, at=at) if at < it.until}
    named = names_of_holders()
    return [_told(it, running.get(it.name), charter, at, whose_words(it, named)) for it in purses]


def _told(purse: Purse, burn: Burn | None, charter: Charter, at: datetime, whose: str) -> Told:
    before = periods_over(purse, at=at).first()
    shown = _waiting(purse, charter, whose) if burn is None else _running(burn, charter, whose)
    return shown if before is None else replace(shown, before=period_words(before))


def period_words(row: EnvelopePeriod) -> str:
    """Return what came of a period that is over."""
    said = {
        "since": day(row.since),
        "until": day(row.until - timedelta(microseconds=1)),
        "used": money(row.cap - row.left, row.currency),
        "cap": money(row.cap, row.currency),
    }
    return _("%(since)s to %(until)s: %(used)s used of %(cap)s") % said


def whose_words(purse: Purse, named: Mapping[str, str]) -> str:
    """Return whose own a purse is; nothing for that of the whole house."""
    return named.get(purse.holder, _("Whoever belongs to none")) if purse.holder else ""


def _running(burn: Burn, charter: Charter, whose: str) -> Told:
    state = _state(burn)
    until = day(burn.until - timedelta(microseconds=1))
    return Told(
        id=burn.envelope,
        holder=burn.holder,
        name=envelope_words(charter, burn.envelope),
        whose=whose,
        state=state,
        used=amount(burn.drawn, charter.currency),
        left=amount(burn.left, charter.currency),
        cap=amount(burn.cap, charter.currency),
        used_minor=burn.drawn,
        cap_minor=burn.cap,
        period=_("%(since)s to %(until)s") % {"since": day(burn.since), "until": until},
        forecast=_forecast(burn, charter.currency, until),
        advice=_advice(state),
    )


def _waiting(it: Purse, charter: Charter, whose: str) -> Told:
    whole = amount(it.amount, charter.currency)
    return Told(
        id=it.envelope,
        holder=it.holder,
        name=envelope_words(charter, it.envelope),
        whose=whose,
        state="waiting",
        used=amount(0, charter.currency),
        left=whole,
        cap=whole,
        used_minor=0,
        cap_minor=it.amount,
        period=_("The next gesture that draws on it opens its period."),
        forecast="",
        advice="",
    )


def _state(burn: Burn) -> str:
    if burn.left == 0:
        return "empty"
    return "low" if burn.is_low else "calm"


def _forecast(burn: Burn, currency: Currency, until: str) -> str:
    if burn.forecast is None:
        return _("Too little was given yet to say where it goes.")
    say, unit = short_amounts(currency, language()), currency.unit
    # A range to the cent would claim more than anybody knows: whole units, outwards.
    said = {
        "least": say(burn.forecast.low // unit * unit),
        "most": say(-(-burn.forecast.high // unit) * unit),
        "until": until,
    }
    sentences = {
        Outlook.ENOUGH: _("At this pace %(least)s to %(most)s by %(until)s: that leaves room."),
        Outlook.CLOSE: _("At this pace %(least)s to %(most)s by %(until)s: it may come close."),
        Outlook.SHORT: _("At this pace %(least)s to %(most)s by %(until)s: more than there is."),
    }
    return sentences[outlook(burn.forecast, burn.cap)] % said


def _advice(state: str) -> str:
    sentences = {
        "low": _(
            "Nearly used up: suggestions get smaller, nothing stops. What is owed, what costs nothing and acting first "
            "go on as before."
        ),
        "empty": _(
            "Used up, and nothing stops: what is owed is paid, what costs nothing can be given, and anybody may act "
            "first. Raise it if that is right."
        ),
    }
    return sentences.get(state, "")
