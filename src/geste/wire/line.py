"""Line: answers lines of JSON by one prepared charter, or hands back those that only the readable reader can judge."""

import msgspec

from geste.core.decision.decision import Answer
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Request
from geste.wire.amounts import Unreadable
from geste.wire.reader import reader_of
from geste.wire.shape import shape_of
from geste.wire.writer import Writer


class Wire:
    """The quick way through one prepared charter. It keeps no state between lines but text it has written before.

    What it answers is byte for byte what `json.dumps(as_json(...), ensure_ascii=False)` makes of the answer to what
    `json.loads` and `read_request` make of the line. It never takes in what they would refuse.
    """

    def __init__(self, prepared: PreparedCharter) -> None:
        self._prepared = prepared
        shape = shape_of(prepared.plan, prepared.layout)
        self._decoded = msgspec.json.Decoder(shape.request.record).decode
        self._read = reader_of(prepared.plan, prepared.layout, shape)
        self._writer = Writer(prepared.plan)

    def read(self, line: bytes) -> Request | None:
        """Return the request a line spells, or None: then `read_request` knows whether it is one, or what is wrong."""
        try:
            return self._read(self._decoded(line))
        except (msgspec.MsgspecError, UnicodeDecodeError, Unreadable):
            return None

    def write(self, answer: Answer) -> bytes:
        """Return an answer as JSON."""
        return self._writer.answer(answer).encode()

    def decide(self, line: bytes) -> bytes | None:
        """Return the answer to the proposal in a line, without options, or None where `read` gives none."""
        request = self.read(line)
        if request is None:
            return None
        decision = None if request.proposal is None else self._prepared.decide(request)
        return self._writer.parts(request.id, decision, ()).encode()

    def answer(self, line: bytes) -> bytes | None:
        """Return the answer to a line, options and all, or None where `read` gives none."""
        request = self.read(line)
        return None if request is None else self.write(self._prepared.answer(request))
