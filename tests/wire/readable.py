"""Readable: the way through a line that the quick way must not differ from, put together from its readable parts."""

import json

from geste.core.charter.reading import read_charter
from geste.core.decision.outputs import as_json
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.decision.request import Request


def engine(text: str) -> PreparedCharter:
    """Return the charter of a text, ready to decide."""
    reading = read_charter(text)
    assert reading.charter is not None, reading.findings
    return prepare(reading.charter)


def readable_request(prepared: PreparedCharter, line: bytes) -> Request | None:
    """Return the request in a line, or None if it is refused."""
    try:
        return prepared.read(json.loads(line.decode("utf-8"), parse_constant=_refuse))
    except (ValueError, RecursionError):
        return None


def readable_answer(prepared: PreparedCharter, line: bytes, *, options: bool = True) -> bytes | None:
    """Return the answer to a line as `geste decide` has always written it, or None if the line is refused."""
    request = readable_request(prepared, line)
    if request is None:
        return None
    answer = prepared.answer(request)
    told = answer if options else answer._replace(options=())
    text = json.dumps(as_json(told, prepared.charter.currency), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _refuse(name: str) -> object:
    raise ValueError(name)
