"""Kept: a form that came too late waits on its page, as it was filled in, until it is sent again."""

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


def keep_form(request: HttpRequest) -> bool:
    """Keep what a form sent, in the session of this browser: for who is signed in, or for who will be.

    Only forms of a case are kept, and none that is longer than any of ours; returns whether this one was.
    """
    match = request.resolver_match
    # A live verdict is asked with the whole card as it is filled in.
    sent = request.GET if match is not None and match.url_name == "verdict" else request.POST
    typed = sent.copy()
    typed.pop("csrfmiddlewaretoken", None)
    text = typed.urlencode()
    if match is None or "reference" not in match.kwargs or not 0 < len(text) <= CHARACTERS:
        return False
    request.session[KEPT] = {"page": page_of(request), "name": match.url_name, "typed": text}
    return True


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that was kept for this page, once."""
    kept = request.session.get(KEPT)
    if kept is None or kept["page"] != request.path:
        return None
    del request.session[KEPT]
    return KeptForm(kept["name"], QueryDict(kept["typed"]))


def is_form_kept(request: HttpRequest) -> bool:
    """Return whether a form waits in this browser."""
    return KEPT in request.session


def page_of(request: HttpRequest) -> str:
    """Return the page that a form or a fragment belongs to: its case, or else the list of cases."""
    match = request.resolver_match
    if match is not None and "reference" in match.kwargs:
        return reverse("web:case", args=[match.kwargs["reference"]])
    return reverse("web:queue")
