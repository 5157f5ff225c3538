"""Members: reads the members of a JSON object that are texts, some of them words of a closed list; and its key."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from geste.apps.base.actor import Actor
from geste.apps.base.services.do_once import Once, done_before
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of
from geste.apps.gestures.proposals import fingerprint_of, require_key
from geste.core.findings import NOWHERE, Finding, finding, nearest
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.gestures import KEY_HEADER, REPLAYED_HEADER, as_json, with_key_of_header, wrong
from geste.interfaces.api.v1.problems import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a body may hold: members it must have, others it may have, and for some the words they can be."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    words: Mapping[str, Collection[str]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()

    def read(self, request: HttpRequest) -> dict[str, str]:
        """Return the texts of a body, with the key of the header; a flag that is set is a text too.

        Raises:
            Refused: a member is missing, unknown, of the wrong type, or no word of its closed list.
        """
        body = with_key_of_header(json_body(request), request.headers.get(KEY_HEADER, ""))
        if not isinstance(body, dict):
            raise _refused(wrong("", "object", body))
        given = {name: value for name, value in body.items() if value is not None}
        found = [finding("input.missing", NOWHERE, path=name) for name in self.required if name not in given]
        for name, value in given.items():
            found += self._mistakes(name, value)
        if found:
            raise _refused(*found)
        return {name: "yes" if value is True else value for name, value in given.items() if value is not False}

    def _mistakes(self, name: str, value: object) -> Iterator[Finding]:
        known = (*self.required, *self.optional, *self.flags)
        if name not in known:
            yield finding("input.not_known", NOWHERE, path=name[:200], word=name[:80], nearest=nearest(name, known))
        elif name in self.flags:
            if not isinstance(value, bool):
                yield wrong(name, "yes_no", value)
        elif not isinstance(value, str):
            yield wrong(name, "text", value)
        elif name in self.words and value not in [*self.words[name]]:
            near = nearest(value, [*self.words[name]])
            yield finding("word.not_listed", NOWHERE, path=name, word=value[:80], nearest=near)


def _refused(*found: Finding) -> Refused:
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", found)


def once_for(actor: Actor, route: str, body: Mapping[str, object], *, is_nobodys: bool = False) -> Once:
    """Return what is asked for under the key of a body.

    Raises:
        ProposalRefused: the key is malformed.
    """
    key = str(body["key"])
    require_key(key)
    rest = {name: value for name, value in body.items() if name != "key"}
    return Once(key=key, fingerprint=fingerprint_of(route, rest), used_by=None if is_nobodys else actor.user_id)


def is_repeat(once: Once) -> bool:
    """Return whether this was answered before.

    Raises:
        KeyReused: the key stands for something else.
    """
    return done_before(once) is not None


def answer(body: Mapping[str, object], status: HTTPStatus, *, is_replayed: bool) -> HttpResponse:
    """Return an answer, saying whether it was given before."""
    response = as_json(body, status)
    if is_replayed:
        response.headers[REPLAYED_HEADER] = "true"
    return response


def moment_in(case: Case, moment: datetime) -> str:
    """Return a moment by the clocks of the place of a case."""
    return moment.astimezone(moment_of(case, moment).tzinfo).isoformat(timespec="seconds")
