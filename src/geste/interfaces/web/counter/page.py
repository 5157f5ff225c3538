"""Page: the counter as one person sees it, with what was just given."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import NoSuchGesture, gesture_numbered, is_taken_back, may_still_be_taken_back
from geste.apps.shadow.selectors import is_in_shadow
from geste.interfaces.web.counter.counting import counted
from geste.interfaces.web.counter.items import last_given
from geste.interfaces.web.counter.sent import read_sent, tile_of
from geste.interfaces.web.counter.tiles import Row, Tile, Tiler
from geste.interfaces.web.counter.till import Till, till_of
from geste.interfaces.web.counter.typed import Typed, read_typed
from geste.interfaces.web.kept import KeptForm, kept_form
from geste.interfaces.web.speech import amount, gesture_words, own, role_words
from geste.interfaces.web.visitor import for_agents, now

# A browser may be pointed at any number; no row has one of this many digits.
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The calm line after a tap."""

    words: str
    is_problem: bool = False
    say: str = ""
    gesture: Gesture | None = None
    can_undo: bool = False
    undo_key: str = ""


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what may be given with one tap, for the sale that the till tells of in the address."""
    till = till_of(actor, now())
    kept = kept_form(request)
    if kept is not None:
        return page_kept(request, till, kept)
    said = said_after(request.GET.get("given", ""), till)
    return page(request, till, read_typed(request.GET, till.charter), said=said)


def page_kept(request: HttpRequest, till: Till, kept: KeptForm) -> HttpResponse:
    """Return the counter with a form as it was filled in, sent when its page was out of date: it gave nothing."""
    words = _("The page was out of date, so nothing was written. All is as you filled it in: please send it again.")
    typed, proposal = read_sent(till, kept.typed)
    return page(request, till, typed, sent=tile_of(till, typed, proposal), said=Said(words=words, is_problem=True))


def page(
    request: HttpRequest,
    till: Till,
    typed: Typed,
    *,
    said: Said | None = None,
    sent: Tile | None = None,
    problem: str = "",
) -> HttpResponse:
    """Return the counter; what cannot be done or read is said above it, and what was typed stays."""
    rows, unreadable = rows_of(till, typed, sent)
    problem = problem or unreadable
    shown = {
        "rows": rows,
        "purpose": own(till.charter.purpose),
        "role": role_words(till.charter, till.actor.role),
        "said": said,
        "problem": problem,
        "counted": counted(request.GET, till),
        "in_shadow": is_in_shadow(till.actor),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/counter/counter.html", shown, status=status)


def rows_of(till: Till, typed: Typed, sent: Tile | None) -> tuple[tuple[Row, ...], str]:
    """Return what may be given, and what of the sale cannot be read."""
    if not till.gestures:
        return (), ""
    question, unreadable = till.ask(typed)
    return Tiler(question, typed, last_given(till)).rows(till.gestures, sent), unreadable


def numbered(text: str) -> int:
    """Return the number of a gesture as an address or a form names it; nothing has the number 0."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


def said_after(number: str, till: Till) -> Said | None:
    """Return the line about what this person has just given or taken back; about others' gestures nothing is said."""
    try:
        gesture = gesture_numbered(till.actor, numbered(number))
    except NoSuchGesture:
        return None
    return said_of(gesture, till.now) if gesture.given_by_id == till.actor.user_id else None


def said_of(gesture: Gesture, moment: datetime) -> Said:
    """Return the line about one gesture."""
    charter = charter_of(gesture.decision.charter_text)
    declared, name = charter.gesture(gesture.what), gesture_words(charter, gesture.what)
    if is_taken_back(gesture):
        return Said(words=_("Taken back: %(name)s. It counts for nothing.") % {"name": name})
    given = "" if gesture.amount is None else amount(gesture.amount, charter.currency)
    return Said(
        words=given_words(
            gesture.item or name, given, is_rounding=declared is not None and declared.kind == "rounding"
        ),
        say="" if declared is None or declared.say is None else own(declared.say),
        gesture=gesture,
        can_undo=may_still_be_taken_back(gesture, moment),
        undo_key=uuid.uuid4().hex,
    )


def given_words(name: str, given: str, *, is_rounding: bool) -> str:
    """Return what was done, in one calm sentence."""
    if is_rounding:
        return _("Rounded down by %(amount)s. Thank them.") % {"amount": given}
    if given:
        return _("Given: %(name)s, %(amount)s. Thank them.") % {"name": name, "amount": given}
    return _("Done: %(name)s. Thank them.") % {"name": name}
