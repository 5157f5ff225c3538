"""The description of the API says how each operation refuses. That it is up to date is proven with the architecture."""

import json

from geste.interfaces.api.v1 import api

OPERATIONS = {
    "POST /api/v1/decisions",
    "POST /api/v1/gestures/batch",
    "POST /api/v1/cases/{reference}/gestures",
    "POST /api/v1/gestures/{receipt}/settlement",
    "POST /api/v1/gestures/{receipt}/take-back",
    "POST /api/v1/cases/{reference}/hops",
    "GET /api/v1/hops/{hop}",
    "POST /api/v1/hops/{hop}/answer",
    "POST /api/v1/hops/{hop}/gestures",
    "POST /api/v1/cases/{reference}/noes",
    "POST /api/v1/cases/{reference}/supervisor-requests",
    "POST /api/v1/cases/{reference}/handovers",
    "GET /api/v1/handovers/{handover}",
    "POST /api/v1/handovers/{handover}/take-up",
    "POST /api/v1/wishes",
    "GET /api/v1/charter",
    "GET /api/v1/decisions/{number}/feedback",
    "POST /api/v1/decisions/{number}/feedback",
    "POST /api/v1/decisions/feedback/{feedback}/withdraw",
}


def test_every_operation_says_how_it_refuses() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    operations = {f"{verb.upper()} {path}": told for path, verbs in paths.items() for verb, told in verbs.items()}

    assert set(operations) == OPERATIONS
    for name, told in operations.items():
        assert 401 in told["responses"], name
        if "requestBody" in told:
            assert {400, 413, 422, 503} <= set(told["responses"]), name
            assert list(told["responses"][422]["content"]) == ["application/problem+json"]
            assert told["requestBody"]["content"]["application/json"]["schema"]["properties"], name


def test_answers_have_no_defaults() -> None:
    schema = api.get_openapi_schema(path_prefix="/api/v1/")["components"]["schemas"]

    assert '"default"' not in json.dumps(schema)
