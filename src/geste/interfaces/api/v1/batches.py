"""Batches: gives many at once, each on a case of its own choice, with a key of its own and an answer of its own."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.cases.selectors import NoSuchCase, numbers_of_cases
from geste.apps.gestures.answers import Answer, Outcome
from geste.apps.gestures.proposals import Intention
from geste.apps.gestures.services.hand_in import hand_in_all
from geste.core.findings import NOWHERE, finding
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import caller, now
from geste.interfaces.api.v1.described import DECIDING, body_of
from geste.interfaces.api.v1.gestures import OPTIONAL, as_json, read_proposal, told, wrong
from geste.interfaces.api.v1.problems import Refused, problem_of
from geste.interfaces.api.v1.schemas import Batch, BatchAnswers

router = Router(tags=["gestures"])
MOST_IN_A_BATCH = 500


@router.post(
    "batch",
    response={200: BatchAnswers, **DECIDING},
    summary="Give many",
    openapi_extra=body_of(Batch, optional=OPTIONAL),
)
def give_many(request: HttpRequest) -> HttpResponse:
    """Give at most 500 times, in this order. Each has its own key, and gets the answer it would get alone."""
    items = _items(json_body(request))
    read = list(_read(request, items))

    answers = iter(hand_in_all([one for one in read if isinstance(one, Intention)]))
    given = [next(answers) if isinstance(one, Intention) else one for one in read]

    return as_json({"answers": [_told(answer, item) for answer, item in zip(given, items, strict=True)]})


def _items(body: object) -> list[object]:
    """Return what is to be given.

    Raises:
        Refused: it is no list, or too long.
    """
    items = body.get("gestures") if isinstance(body, dict) else None
    if not isinstance(items, list):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", (wrong("gestures", "list", items),))
    if len(items) > MOST_IN_A_BATCH:
        found = finding("list.too_long", NOWHERE, path="gestures", limit=MOST_IN_A_BATCH)
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", (found,))
    return items


def _read(request: HttpRequest, items: Sequence[object]) -> Iterator[Intention | Exception]:
    """Yield what each item intends, or why it cannot be read."""
    actor, moment = caller(request), now()
    cases = numbers_of_cases(actor, {_reference(item) for item in items})
    for item in items:
        try:
            if not isinstance(item, dict) or not _reference(item):
                found = wrong("case", "text", item.get("case") if isinstance(item, dict) else item)
                raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", (found,))
            proposal = read_proposal({name: value for name, value in item.items() if name != "case"})
        except Refused as refused:
            yield refused
            continue
        number = cases.get(_reference(item))
        intention = Intention(actor=actor, proposal=proposal, now=moment, case_id=number)
        yield NoSuchCase(_reference(item)) if number is None else intention


def _reference(item: object) -> str:
    reference = item.get("case") if isinstance(item, dict) else None
    return reference if isinstance(reference, str) else ""


def _told(answer: Answer | Exception, item: object) -> dict[str, object]:
    """Return the answer to one of them: the status and body it would have alone, and whether it came before."""
    if not isinstance(answer, Outcome):
        problem = problem_of(answer)
        return {"status": problem["status"], "replayed": False, "body": problem}
    status = HTTPStatus.CONFLICT if answer.gesture is None else HTTPStatus.CREATED
    return {"status": status, "replayed": answer.is_replayed, "body": told(answer, _reference(item))}
