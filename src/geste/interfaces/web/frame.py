"""Frame: what every page shows around its content."""

from django.conf import settings
from django.http import HttpRequest

from geste.apps.charters.selectors import charter_to_show
from geste.apps.people.models import User
from geste.apps.people.selectors import colleagues
from geste.interfaces.web.speech import language, role_words
from geste.interfaces.web.visitor import now


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the language choice and, in a demonstration, whose shoes one may step into."""
    user = getattr(request, "user", None)
    is_demo = settings.GESTE.demo
    return {
        "page_language": language(),
        "languages": settings.LANGUAGES,
        "here": request.get_full_path(),
        "is_demo": is_demo,
        "people": _people() if is_demo and isinstance(user, User) else (),
    }


def _people() -> list[tuple[str, str]]:
    """Sign-in names, and whose they are."""
    charter = charter_to_show(at=now()).charter
    named = [(person, role_words(charter, person.role)) for person in colleagues()]
    return [(person.username, f"{person.display_name} · {role}") for person, role in named]
