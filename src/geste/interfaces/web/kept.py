"""Kept: a form sent by somebody whose session had ended waits until they have signed in again."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.urls import reverse

KEPT = "kept-form"
# Enough for every form of the desk, little enough for strangers to fill nobody's disk.
CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class KeptForm:
    """What was sent, and the name of the address it was sent to."""

    name: str
    typed: QueryDict


def keep_form(request: HttpRequest) -> None:
    """Keep what a form sent, in the session of whoever will sign in with this browser."""
    if request.method != "POST" or request.resolver_match is None:
        return
    typed = request.POST.copy()
    typed.pop("csrfmiddlewaretoken", None)
    text = typed.urlencode()
    if len(text) <= CHARACTERS:
        request.session[KEPT] = {"page": page_of(request), "name": request.resolver_match.url_name, "typed": text}


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that was kept for this page, once."""
    kept = request.session.get(KEPT)
    if kept is None or kept["page"] != request.path:
        return None
    del request.session[KEPT]
    return KeptForm(kept["name"], QueryDict(kept["typed"]))


def page_of(request: HttpRequest) -> str:
    """Return the page that a form or a fragment belongs to: its case, or else the list of cases."""
    match = request.resolver_match
    if match is not None and "reference" in match.kwargs:
        return reverse("web:case", args=[match.kwargs["reference"]])
    return reverse("web:queue")
