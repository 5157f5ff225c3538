"""Declining: what stood in the way of a decision, in the words of the taxonomy, and what it put at stake."""

from collections.abc import Mapping
from datetime import datetime

from geste.apps.cases.models import Case, Outcome
from geste.apps.charters.selectors import CharterInForce, charter_in_force, ready
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.selectors import known_facts, reasons_in
from geste.apps.refusals.models import Cause, RefusalKind

BY_REASON: Mapping[str, Cause] = {
    "cap.exceeded": Cause.BEYOND_CAP,
    "case_cap.exceeded": Cause.BEYOND_CAP,
    "limit.exceeded": Cause.BEYOND_CAP,
    "limit.reached": Cause.BEYOND_CAP,
    "envelope.exceeded": Cause.BEYOND_CAP,
    "red_line.crossed": Cause.NON_NEGOTIABLE,
    "gesture.reserved": Cause.NON_NEGOTIABLE,
}
BY_OUTCOME: Mapping[str, RefusalKind] = {
    Outcome.DECLINED_WITH_ALTERNATIVE: RefusalKind.REFUSED,
    Outcome.NO_OPTION: RefusalKind.REFUSED,
    Outcome.LEFT: RefusalKind.DEFLECTED,
    Outcome.HANDED_OVER: RefusalKind.HANDED_OVER,
}
"""What a case that ended like this was to its customer, if nobody said."""


def cause_of(decision: DecisionRecord) -> Cause:
    """Return why a decision was a no: the first of its reasons that says so, or that no line gives the authority."""
    codes = [reason.code for reason in reasons_in(decision)]
    return next((BY_REASON[code] for code in codes if code in BY_REASON), Cause.NO_AUTHORITY)


def last_no_on(case: Case) -> DecisionRecord | None:
    """Return what was declined last on a case and not merely lacked a fact, or None."""
    declined = case.decisions.filter(gesture=None).exclude(authority="unknown").select_related("charter_text")
    return declined.order_by("-pk").first()


def value_in(decision: DecisionRecord) -> int | None:
    """Return what would have been right for the customer, as the charter reckons it from what was known then."""
    in_force = ready(decision.charter_text)
    return in_force.prepared.right_amount(in_force.prepared.read(decision.request))[0]


def value_at_stake(case: Case, *, at: datetime) -> tuple[int | None, str]:
    """Return what would be right for the customer of a case, and its currency; none where the charter cannot say."""
    in_force = charter_in_force(at=at)
    facts = {**known_facts(case, in_force), "now": at.isoformat(timespec="seconds")}
    request = in_force.prepared.read({"actor": {"role": "everyone"}, "facts": facts})
    return in_force.prepared.right_amount(request)[0], currency_of(in_force)


def currency_of(in_force: CharterInForce) -> str:
    """Return the code of the currency a charter reckons in."""
    return in_force.charter.currency.code
