"""Doors: what every address answers to each of the people, asked over HTTP. What an answer writes is undone."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from unittest.mock import patch

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponseBase
from django.template.base import Template
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from tests.make import NOW
from tests.permitted import states
from tests.permitted.cells import undone
from tests.permitted.house import House

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
NOBODY, GONE, SOFTWARE = "nobody", "gone", "assistant"
COLLEAGUES = (
    "author",
    "agent",
    "trainee",
    "partner",
    "manager",
    "coach",
    "reviewer",
    "leader",
    "keeper",
    "representative",
    "steward",
)
"""Who opens pages in this table. Everybody else of the house is told apart by what they do, in the other one."""
AT_THE_DOOR = (NOBODY, GONE, *COLLEAGUES, SOFTWARE)

ANSWERS: Mapping[int, str] = {
    HTTPStatus.OK: "opens",
    HTTPStatus.CREATED: "opens",
    HTTPStatus.NO_CONTENT: "opens",
    HTTPStatus.FOUND: "opens",
    HTTPStatus.UNAUTHORIZED: "signs in",
    HTTPStatus.FORBIDDEN: "refused",
    HTTPStatus.NOT_FOUND: "not there",
    HTTPStatus.BAD_REQUEST: "asks for more",
    HTTPStatus.CONFLICT: "asks for more",
    HTTPStatus.UNPROCESSABLE_ENTITY: "asks for more",
}
"""In the words of the table. Whoever is asked for more has come in: they sent an empty form."""


FORMS: Mapping[str, Mapping[str, str]] = {
    "api-1:take_back": {"key": "permitted-take-back"},
    "api-1:settle": {"key": "permitted-settling", "booked": "as_it_stands"},
    "web:draft-start": {"start": "empty"},
    "web:calibration-guideline": {"words": "In a storm, noon is eleven."},
    "web:forget": {"read": "yes"},
    "web:hop-answer": {"word": "yes"},
    "web:people-give-duty": {"kind": "reviewer"},
    "web:receipt-take-back": {"key": "permitted-take-back"},
    "web:customer-consent": {"consent": "yes"},
    "web:needs-answer": {"fate": "done", "words": "It is there."},
    "web:story-agree": {"agrees": "yes"},
    "web:variant-declare": {
        "rule": "checkout",
        "because": "The storm.",
        "since": "2036-01-01",
        "until": "2036-01-02",
    },
}
"""What is sent where an empty form would be refused before anybody looks who sent it."""


class AddressUnknown(AssertionError):
    """An address has a parameter that nothing stands for."""


@dataclass(frozen=True)
class Address:
    """One address of the house, under its name, and as it is spelled, such as `/hops/<int:hop>`.

    Two that go by one name have the way behind it.
    """

    name: str
    route: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of what stands in it."""
        return tuple(PARAMETER.findall(self.route))

    def with_examples(self, examples: Mapping[str, object]) -> str:
        """Return it with something in the place of each parameter."""
        return PARAMETER.sub(lambda found: str(examples[found[1]]), self.route)


def addresses() -> list[Address]:
    """Return every address there is."""
    found = [*_addresses(get_resolver().url_patterns, "", "/")]
    names = Counter(address.name for address in found)
    return [one if names[one.name] == 1 else replace(one, name=f"{one.name} {one.route}") for one in found]


def _addresses(patterns: Iterable[URLPattern | URLResolver], inside: str, before: str) -> Iterator[Address]:
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            within = f"{inside}{pattern.namespace}:" if pattern.namespace else inside
            yield from _addresses(pattern.url_patterns, within, route)
        else:
            yield Address(f"{inside}{pattern.name}", route)


@dataclass(frozen=True)
class Furnished:
    """A house with one of each thing, what stands for each parameter, and how each person shows who they are."""

    examples: Mapping[str, object]
    shown: Mapping[str, Mapping[str, str]]
    handler: BaseHandler


def furnished(house: House) -> Furnished:
    """Put one of each thing into the house, the author's where it is somebody's, and let everybody sign in."""
    decision = states.a_decision_of_anothers(house)
    hop, handover = states.a_question_to_the_lead(house), states.a_case_handed_to_the_lead(house)
    candidate, report = states.put_forward_by_another_steward(house), states.a_report_issued_by_a_leader(house)
    feedback = states.feedback_noted_by_another(house)
    item = states.a_question_asked_at_the_start(house)
    examples: dict[str, object] = {
        "reference": states.an_open_case(house).reference,
        "gesture_id": decision.gesture.pk,
        "decision_id": decision.pk,
        "number": decision.pk,
        "feedback_id": feedback.pk,
        "feedback": feedback.pk,
        "version": 1,
        "draft": states.a_draft(house).pk,
        "candidate": candidate.pk,
        "secret": "nobody-has-this-link",
        "username": "agent",
        "step": "house",
        "kind": "extra",
        "endpoint": states.a_system_that_is_told(house).pk,
        "promise": states.promised_by_another(house).pk,
        "envelope": "month",
        "notice": 1,
        "entry": decision.gesture.entry_id,
        "closed": states.a_month_closed(house).name,
        "hop": hop.pk,
        "handover": handover.pk,
        "variant": states.a_variant(house).pk,
        "duty": states.somebody_with_a_duty(house).pk,
        "breach": states.a_broken_promise(house).pk,
        "team": states.the_authors_team(house).pk,
        "act": states.an_act_of_anothers(house).pk,
        "quarter": report.quarter,
        "consent_id": states.a_consent_of_anothers(house).pk,
        "person": house["author"].user_id,
        "news": states.news_of_anothers(house).pk,
        "gap": item.gap_id,
        "asked": item.pk,
        "settling": decision.gesture.pk,
        **_of_reviews(house),
        "receipt": decision.gesture.pk,
        **_of_people(house),
    }
    handler = BaseHandler()
    handler.load_middleware()
    return Furnished(examples, {name: _shown(name) for name in AT_THE_DOOR}, handler)


def _of_people(house: House) -> dict[str, object]:
    """Put into the house what people say to each other and keep for themselves."""
    return {
        "question": states.a_question_of_a_colleague(house).pk,
        "practice": states.a_practice_of_anothers(house).pk,
        "story": states.a_story_of_anothers(house).pk,
        "thanks": states.thanks_said_to_another(house).pk,
        "contribution": states.a_contribution_of_the_team(house).pk,
        "week": "2026-05-15",
        "evidence": states.a_file_of_the_authors(house).pk,
        "item": states.a_piece_of_the_authors(house).pk,
        "link": states.a_link_of_the_authors(house).pk,
        "invitation": states.asked_and_heard(house).pk,
    }


def _of_reviews(house: House) -> dict[str, object]:
    """Put into the house what is said of decisions, and return what stands for its parameters."""
    answer, note = states.an_answer_to_another(house), states.a_note_to_another(house)
    flag, vignette = states.a_word_of_the_manager_that_hurt(house), states.a_decision_to_judge_apart(house)
    return {
        "sample": states.drawn_from_another(house).pk,
        "review": answer.review_id,
        "reaction": flag.reaction_id,
        "coaching": note.pk,
        "flag": flag.pk,
        "conclusion": states.an_answer_to_a_conclusion(house).conclusion_id,
        "calibration": vignette.calibration_id,
        "vignette": vignette.pk,
    }


def _shown(name: str) -> dict[str, str]:
    """What somebody shows at the web door: a session, and nothing where they are nobody."""
    if name in (NOBODY, SOFTWARE):
        return {}
    client = Client()
    user = User.objects.get(username="roving" if name == GONE else name)
    client.force_login(user)
    if name == GONE:
        User.objects.filter(pk=user.pk).update(is_active=False)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


def answers_at_the_door(house: Furnished, address: Address) -> dict[str, str]:
    """Return what an address answers to each of the people, in the words of the table."""
    missing = [name for name in address.parameters if name not in house.examples]
    if missing:
        raise AddressUnknown(f"{address.name}: nothing stands for {', '.join(missing)} in tests/permitted/doors.py")
    where = address.with_examples(house.examples)
    is_act = _asked(house, "steward", where, None).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    form = FORMS.get(address.name, {}) if is_act else None
    return {name: _word(_asked(house, name, where, form)) for name in AT_THE_DOOR}


def _asked(house: Furnished, name: str, where: str, form: Mapping[str, str] | None) -> HttpResponseBase:
    """Ask as a browser or a program would, and look at the answer alone: pages are written by tests of their own."""
    with undone(), patch.object(Template, "_render", lambda *_: ""):
        shown = {"Authorization": f"Bearer {_token()}"} if name == SOFTWARE else {}
        request = _request(where, form, shown)
        request.COOKIES.update(house.shown[name])
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return house.handler.get_response(request)


def _request(where: str, form: Mapping[str, str] | None, shown: Mapping[str, str]) -> WSGIRequest:
    """A page asked for, or a form sent; to the API as an object."""
    if form is None:
        return RequestFactory().get(where, headers=shown)
    if where.startswith("/api/"):
        return RequestFactory().post(where, json.dumps(form), content_type="application/json", headers=shown)
    return RequestFactory().post(where, form, headers=shown)


def _token() -> str:
    make_api_token(user=User.objects.get(username=SOFTWARE), label="table", secret="t" * 40, now=NOW)
    return "t" * 40


def _word(response: HttpResponseBase) -> str:
    where = response.headers.get("Location", "")
    if where.startswith(reverse("web:sign-in")):
        return ANSWERS[HTTPStatus.UNAUTHORIZED]
    return ANSWERS.get(response.status_code, f"answers {response.status_code}")
