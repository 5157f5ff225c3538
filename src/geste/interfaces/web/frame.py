"""Frame: what every page shows around its content."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.http import HttpRequest

from geste.apps.audit.models import Standstill
from geste.apps.audit.standstills import standstill_now
from geste.apps.cases.selectors import calls_for_help, moment_of
from geste.apps.charters.selectors import NoCharterInForce, charter_of, charter_to_show
from geste.apps.gestures.selectors import small_gestures
from geste.apps.hops.models import Hop
from geste.apps.hops.policies import may_see_floor
from geste.apps.hops.selectors import hops_waiting_for
from geste.apps.notices.selectors import still_to_do
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, colleagues
from geste.apps.practice.selectors import questions_waiting_for
from geste.apps.refusals.selectors import handed_to_me
from geste.interfaces.web.speech import amount, gesture_words, hour, language, role_words
from geste.interfaces.web.visitor import now
from geste.phrases.operations import say_faults


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the language choice, calls for help and, in a demonstration, whose shoes one may step into."""
    user = getattr(request, "user", None)
    is_demo = settings.GESTE.demo
    return {
        "page_language": language(),
        "languages": settings.LANGUAGES,
        "here": request.get_full_path(),
        "is_demo": is_demo,
        # Called by the templates that show it, so that a fragment asks the database for nothing more.
        "shoes": _shoes if is_demo and isinstance(user, User) else (),
        "has_counter": partial(_has_counter, user),
        "calls": _calls(user) if isinstance(user, User) else (),
        "asks": _asks(user) if isinstance(user, User) else (),
        "handovers": _handovers(user) if isinstance(user, User) else (),
        "to_do": partial(still_to_do, user.pk) if isinstance(user, User) else 0,
        "colleague_asks": _colleague_asks(user) if isinstance(user, User) else (),
        "standstill": _standstill if isinstance(user, User) else "",
        "sees_counts": partial(_sees_counts, user),
    }


def _sees_counts(user: object) -> bool:
    return isinstance(user, User) and may_see_floor(actor_for(user)).allowed


def standstill_words(standing: Standstill | None) -> str:
    """Return why money stands still."""
    return say_faults(standing.faults, language()) if standing is not None else ""


def _standstill() -> str:
    return standstill_words(standstill_now())


def _calls(user: User) -> Callable[[], list[dict[str, str]]]:
    """Who calls for help at this person's site: on which case, who said so and when."""

    def calls() -> list[dict[str, str]]:
        return [
            {
                "reference": call.case.reference,
                "customer": call.case.customer_label or call.case.reference,
                "by": call.said_by.display_name,
                "at": hour(call.said_at.astimezone(moment_of(call.case, call.said_at).tzinfo)),
            }
            for call in calls_for_help(actor_for(user))
        ]

    return calls


def _asks(user: User) -> Callable[[], list[dict[str, object]]]:
    """What this person is asked, as long as an answer is in time."""

    def asks() -> list[dict[str, object]]:
        at = now()
        return [
            {
                "number": hop.pk,
                "by": hop.asked_by.display_name,
                "what": asked_words(hop),
                "until": hour(hop.due_at.astimezone(moment_of(hop.case, at).tzinfo)),
            }
            for hop in hops_waiting_for(actor_for(user), at=at)
        ]

    return asks


def _handovers(user: User) -> Callable[[], list[dict[str, object]]]:
    """What was handed to this person and waits for them."""

    def handovers() -> list[dict[str, object]]:
        return [
            {
                "number": handover.pk,
                "by": handover.handed_by.display_name,
                "customer": handover.case.customer_label or handover.case.reference,
            }
            for handover in handed_to_me(actor_for(user))
        ]

    return handovers


def _colleague_asks(user: User) -> Callable[[], list[dict[str, object]]]:
    """What colleagues ask this person, or whoever is there."""

    def colleague_asks() -> list[dict[str, object]]:
        return [
            {
                "number": question.pk,
                "by": question.asked_by.display_name,
                "customer": question.case.customer_label or question.case.reference,
            }
            for question in questions_waiting_for(actor_for(user), now=now())
        ]

    return colleague_asks


def asked_words(hop: Hop) -> str:
    """Return what a question is about: the gesture, and how much if it has an amount."""
    charter = charter_of(hop.charter_text)
    name = gesture_words(charter, hop.what)
    return name if hop.amount is None else f"{name}, {amount(hop.amount, charter.currency)}"


def _has_counter(user: object) -> bool:
    """Whether somebody is signed in whose role the charter gives something that needs no case."""
    if not isinstance(user, User):
        return False
    try:
        return bool(small_gestures(charter_to_show(at=now()), user.role))
    except NoCharterInForce:
        return False


def _shoes() -> list[tuple[str, str]]:
    """Sign-in names, and whose they are."""
    charter = charter_to_show(at=now()).charter
    named = [(person, role_words(charter, person.role)) for person in colleagues()]
    return [(person.username, f"{person.display_name} · {role}") for person, role in named]
