"""Kept: a form that came too late waits on its page, as it was filled in, until it is sent again."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.urls import reverse

KEPT = "kept-form"
# The part of an address that says whose page its forms belong to, and that page.
PAGES = {"reference": "web:case", "draft": "web:draft"}
# Pages that are their own form's address, by name.
ALONE = frozenset({"new-case"})
COUNTER = "web:counter"
# What is given or asked at the counter; what cannot wait, like taking back, is not kept.
AT_COUNTER = frozenset({"counter-give", "counter-verdict"})
# Enough for every form of the page, little enough for strangers to fill nobody's disk.
CHARACTERS = {"reference": 20_000, "draft": 250_000, "new-case": 20_000, "counter": 20_000}


@dataclass(frozen=True, slots=True)
class KeptForm:
    """What was sent, and the name of the address it was sent to; refused where it stood, or come too late."""

    name: str
    typed: QueryDict
    is_refused: bool = False


def keep_form(request: HttpRequest, *, is_refused: bool = False) -> bool:
    """Keep what a form sent, in the session of this browser: for who is signed in, or for who will be.

    Only forms of a case, a draft, a new case or the counter are kept, and none longer than any of ours; returns whether
    it was. One that is refused goes back to its page, which shows it as it was filled in beside the reason.
    """
    match = request.resolver_match
    named = _named_in(request)
    # A live verdict is asked with the whole card as it is filled in.
    sent = request.GET if match is not None and match.url_name == "verdict" else request.POST
    typed = sent.copy()
    typed.pop("csrfmiddlewaretoken", None)
    text = typed.urlencode()
    if match is None or named is None or not 0 < len(text) <= CHARACTERS[named]:
        return False
    request.session[KEPT] = {"page": page_of(request), "name": match.url_name, "typed": text, "refused": is_refused}
    return True


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that was kept for this page, once."""
    kept = request.session.get(KEPT)
    if kept is None or kept["page"] != request.path:
        return None
    del request.session[KEPT]
    return KeptForm(kept["name"], QueryDict(kept["typed"]), is_refused=kept.get("refused", False))


def is_form_kept(request: HttpRequest) -> bool:
    """Return whether a form waits in this browser."""
    return KEPT in request.session


def page_of(request: HttpRequest) -> str:
    """Return the page that a form or a fragment belongs to: a case, a draft, a new case, the counter, or all cases."""
    match, named = request.resolver_match, _named_in(request)
    if match is not None and match.view_name.startswith(COUNTER):
        return reverse(COUNTER)
    if match is None or named is None:
        return reverse("web:queue")
    if named in ALONE:
        return reverse(f"web:{named}")
    return reverse(PAGES[named], args=[match.kwargs[named]])


def _named_in(request: HttpRequest) -> str | None:
    """The part of the address that names a page whose forms are kept."""
    match = request.resolver_match
    if match is None:
        return None
    if match.url_name in ALONE:
        return match.url_name
    if match.url_name in AT_COUNTER:
        return "counter"
    return next((name for name in PAGES if name in match.kwargs), None)
