"""What the page on asking from another system sends is answered as it says, by the demonstration's hotel."""

import json
import re
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from geste.demo.hotel import HOTEL
from geste.demo.telling import tell
from tools import excerpts

PAGE = (Path(__file__).resolve().parents[2] / "docs/how-to/ask-from-another-system.md").read_text(encoding="utf-8")
ANYTHING = "…"


def like(found: Any, shown: Any) -> Any:
    """Return what was found with its parts replaced by `…` where the page shows that."""
    if shown == ANYTHING:
        return ANYTHING
    if isinstance(found, dict) and isinstance(shown, dict):
        return {name: like(value, shown.get(name)) for name, value in found.items()}
    if isinstance(found, list) and isinstance(shown, list) and len(found) == len(shown):
        return [like(one, other) for one, other in zip(found, shown, strict=True)]
    return found


def parts(text: str) -> tuple[str, dict[str, str], str]:
    """Return the first line, the headers and the body of a request or an answer."""
    head, _, body = text.partition("\n\n")
    first, *headers = head.splitlines()
    return first, dict(line.split(": ", 1) for line in headers), body


@pytest.mark.django_db(transaction=True)
def test_the_hotel_answers_as_the_page_says(client: Client) -> None:
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    tell(HOTEL)
    made: dict[str, Any] = {"print": lambda _: None}
    exec(excerpts.blocks(PAGE, "python")[0][1], made)
    asked, answered = excerpts.blocks(PAGE, "http request"), excerpts.blocks(PAGE, "http answer")
    assert len(asked) == len(answered) > 4

    for (_, request), (_, answer) in zip(asked, answered, strict=True):
        line, headers, body = parts(request)
        method, path = line.replace("DECISION", str(made.get("decision"))).split()
        sent = {name: value.replace("TOKEN", made["secret"]) for name, value in headers.items()}
        response = client.generic(method, path, body, content_type=sent.pop("Content-Type"), headers=sent)
        status, expected, shown = parts(answer)
        made["decision"] = response.json().get("decision")

        assert f"{response.status_code} {HTTPStatus(response.status_code).phrase}" == status
        assert response.headers["Content-Type"] == expected["Content-Type"]
        assert like(response.json(), json.loads(shown)) == json.loads(shown)


def test_the_page_does_not_name_a_secret() -> None:
    assert re.findall(r"Bearer (?!TOKEN|\$TOKEN)", PAGE) == []
