"""Bodies: reads the JSON of a request strictly and says where it breaks."""

import json
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from geste.core import limits
from geste.core.findings import NOWHERE, Finding, finding
from geste.interfaces.api.v1.problems import Refused


def json_body(request: HttpRequest) -> object:
    """Return the JSON value a request carries.

    Raises:
        Refused: it is too long, not UTF-8 or not JSON; the finding names the byte or column.
    """
    try:
        body = request.body
    except RequestDataTooBig as error:
        raise _too_long() from error
    if len(body) > limits.REQUEST_BYTES:
        raise _too_long()
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _unreadable("input.not_utf8", error.start + 1) from error
    except json.JSONDecodeError as error:
        raise _unreadable("input.not_json", error.colno) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable("input.not_json", 1) from error


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _too_long() -> Refused:
    found = _finding("input.too_long", limit=limits.REQUEST_BYTES)
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "input.refused", (found,))


def _unreadable(code: str, column: int) -> Refused:
    return Refused(HTTPStatus.BAD_REQUEST, "input.refused", (_finding(code, column=column),))


def _finding(code: str, **values: str | int) -> Finding:
    return finding(code, NOWHERE, "error", path="", **values)
