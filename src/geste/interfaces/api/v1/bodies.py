"""Bodies: reads the JSON of a request strictly and says where it breaks."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from itertools import islice

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from geste.core import limits
from geste.core.findings import NOWHERE, Finding, finding
from geste.interfaces.api.v1.problems import Refused

# A body without a type is taken for what it must be.
TYPES = ("application/json", "")
PATH_CHARACTERS = 200
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def json_body(request: HttpRequest) -> object:
    """Return the JSON value a request carries.

    Raises:
        Refused: it is called something else, too long, not UTF-8 or not JSON, or holds characters nobody can keep; the
            finding names the place.
    """
    if request.content_type not in TYPES:
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "body.not_json")
    value = _parsed(_read(request))
    if unkeepable := tuple(islice(_unkeepable(value), limits.FINDINGS)):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", unkeepable)
    return value


def _read(request: HttpRequest) -> bytes:
    try:
        body = request.body
    except RequestDataTooBig as error:
        raise _too_long() from error
    if len(body) > limits.REQUEST_BYTES:
        raise _too_long()
    return body


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _unreadable("input.not_utf8", error.start + 1) from error
    except json.JSONDecodeError as error:
        raise _unreadable("input.not_json", error.colno, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable("input.not_json", 1) from error


def _unkeepable(body: object) -> Iterator[Finding]:
    """Yield a finding for each text with a NUL or half a surrogate pair: JSON spells them, databases keep neither."""
    waiting: list[tuple[str, object]] = [("", body)]
    while waiting:
        path, value = waiting.pop()
        parts = _parts(value, path)
        texts = (value,) if isinstance(value, str) else value if isinstance(value, dict) else ()
        if not all(_is_keepable(text) for text in texts):
            yield finding("source.control_character", NOWHERE, path=path)
        waiting.extend(part for part in parts if _is_keepable(part[0]))


def _parts(value: object, path: str) -> list[tuple[str, object]]:
    """The values inside a value, each with its path."""
    if isinstance(value, dict):
        return [(f"{path}.{name}"[:PATH_CHARACTERS] if path else name[:PATH_CHARACTERS], value[name]) for name in value]
    if isinstance(value, list):
        return [(f"{path}[{index}]"[:PATH_CHARACTERS], inner) for index, inner in enumerate(value)]
    return []


def _is_keepable(text: str) -> bool:
    return UNKEEPABLE.search(text) is None


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _too_long() -> Refused:
    found = finding("input.too_long", NOWHERE, path="", limit=limits.REQUEST_BYTES)
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "input.refused", (found,))


def _unreadable(code: str, column: int, *, line: int = 1) -> Refused:
    found = finding(code, NOWHERE, path="", line=line, column=column)
    return Refused(HTTPStatus.BAD_REQUEST, "input.refused", (found,))
