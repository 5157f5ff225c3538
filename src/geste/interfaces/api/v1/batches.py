"""Batches: gives many at once, each on a case of its own choice, with a key of its own and an answer of its own."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.gestures.answers import Answer, OnlyWrittenDown, Outcome
from geste.apps.gestures.proposals import Proposal
from geste.core.findings import NOWHERE, finding
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import ASKED_WHEN_WRITTEN, told_to_callers_only
from geste.interfaces.api.v1.described import DECIDING, body_of
from geste.interfaces.api.v1.gestures import OPTIONAL, as_json, handed_in, read_proposal, told, told_of_shadow, wrong
from geste.interfaces.api.v1.problems import Refused, problem_of
from geste.interfaces.api.v1.schemas import Batch, BatchAnswers

router = Router(tags=["gestures"])
MOST_IN_A_BATCH = 500


@router.post(
    "batch",
    response={200: BatchAnswers, **DECIDING},
    auth=ASKED_WHEN_WRITTEN,
    summary="Give many",
    openapi_extra=body_of(Batch, optional=OPTIONAL),
)
def give_many(request: HttpRequest) -> HttpResponse:
    """Give at most 500 times, in this order. Each has its own key, and gets the answer it would get alone."""
    with told_to_callers_only(request):
        items = _items(json_body(request))
    read = [_read(item) for item in items]

    answers = iter(handed_in(request, [one for one in read if not isinstance(one, Refused)]))
    given = [one if isinstance(one, Refused) else next(answers) for one in read]

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


def _read(item: object) -> tuple[str, Proposal] | Refused:
    """Return a case and what to give on it, or why that cannot be read."""
    try:
        if not isinstance(item, dict) or not _reference(item):
            found = wrong("case", "text", item.get("case") if isinstance(item, dict) else item)
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", (found,))
        return _reference(item), read_proposal({name: value for name, value in item.items() if name != "case"})
    except Refused as refused:
        return refused


def _reference(item: object) -> str:
    reference = item.get("case") if isinstance(item, dict) else None
    return reference if isinstance(reference, str) else ""


def _told(answer: Answer | Exception, item: object) -> dict[str, object]:
    """Return the answer to one of them: the status and body it would have alone, and whether it came before."""
    if isinstance(answer, OnlyWrittenDown):
        body = told_of_shadow(answer)
        return {"status": HTTPStatus.ACCEPTED, "replayed": answer.is_replayed, "body": body}
    if not isinstance(answer, Outcome):
        problem = problem_of(answer)
        return {"status": problem["status"], "replayed": False, "body": problem}
    status = HTTPStatus.CONFLICT if answer.gesture is None else HTTPStatus.CREATED
    return {"status": status, "replayed": answer.is_replayed, "body": told(answer, _reference(item))}
