"""Keep answers: what the owner has typed in the first run, right or wrong, until the house is founded."""

from collections.abc import Mapping

from django.db import transaction

from geste.apps.people.selectors import is_founded
from geste.apps.people.services.open_first_run import AlreadyFounded, hold_founding


@transaction.atomic(durable=True)
def keep_answers(*, answers: Mapping[str, str | None]) -> dict[str, str]:
    """Put answers beside those there are, and return them all. None takes back what was said.

    Raises:
        AlreadyFounded: there are people here.
    """
    founding = hold_founding()
    if is_founded():
        raise AlreadyFounded

    together = {**founding.answers, **answers}
    founding.answers = {name: text for name, text in together.items() if text is not None}
    founding.save()
    return dict(founding.answers)
