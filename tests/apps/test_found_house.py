"""Founding a house: all at once or not at all, and once, however many are at the door."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from geste.apps.charters.first_charter import Answers, AnswersRefused, Member, first_charter, slips_in, trade_charter
from geste.apps.charters.models import CharterText, Signature
from geste.apps.charters.presets import preset_names
from geste.apps.charters.services.found_house import AlreadyFounded, found_house
from geste.apps.people.models import Founding, User
from geste.apps.people.services.enter_first_run import enter_first_run
from geste.apps.people.services.keep_answers import keep_answers
from geste.apps.people.services.open_first_run import open_first_run
from geste.core.charter.formatter import format_charter
from geste.core.charter.reading import read_charter
from tests.make import NOW, make_user

SECRET = "a-secret-nobody-guesses"
ANSWERS = Answers(
    owner="Sophie Martin",
    business="Chez Sophie",
    time_zone="Europe/Paris",
    vision="Nobody leaves us angry.",
    trade="bakery",
    currency="EUR",
    case_cap="60",
    trust_line="10",
)


@pytest.mark.django_db
def test_a_house_is_founded_once() -> None:
    owner = found_house(answers=ANSWERS, now=NOW)

    assert (owner.role, owner.is_steward) == ("owner", True)
    with pytest.raises(AlreadyFounded):
        found_house(answers=ANSWERS, now=NOW)
    with pytest.raises(AlreadyFounded):
        keep_answers(answers={"vision": "Another."})
    assert (User.objects.count(), CharterText.objects.count(), Signature.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_browsers_found_one_house() -> None:
    both, ended = Barrier(2), []

    def move_in(name: str) -> Callable[[], None]:
        def try_it() -> None:
            both.wait()
            try:
                found_house(answers=Answers(**{**vars_of(ANSWERS), "owner": name}), now=NOW)
                ended.append("moved in")
            except AlreadyFounded:
                ended.append("too late")
            finally:
                connection.close()

        return try_it

    threads = [Thread(target=move_in(name)) for name in ("Sophie", "Lucie")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ended) == ["moved in", "too late"]
    assert (User.objects.count(), CharterText.objects.count()) == (1, 1)


def vars_of(answers: Answers) -> dict[str, Any]:
    return {name: getattr(answers, name) for name in Answers.__dataclass_fields__}


@pytest.mark.django_db
def test_nothing_is_half_founded() -> None:
    wrong = Answers(**{**vars_of(ANSWERS), "case_cap": "lots"})

    with pytest.raises(AnswersRefused) as refused:
        found_house(answers=wrong, now=NOW)

    assert list(refused.value.slips) == ["case_cap"]
    assert (User.objects.count(), CharterText.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_the_link_opens_once_and_not_for_ever() -> None:
    hour = timedelta(hours=1)
    open_first_run(secret=SECRET, expires_at=NOW + hour)

    assert not enter_first_run(secret="", now=NOW)
    assert not enter_first_run(secret=SECRET, now=NOW + hour)
    assert enter_first_run(secret=SECRET, now=NOW)
    assert not enter_first_run(secret=SECRET, now=NOW)
    assert Founding.objects.get().digest == ""


@pytest.mark.django_db
def test_people_make_a_house() -> None:
    make_user()

    with pytest.raises(AlreadyFounded):
        open_first_run(secret=SECRET, expires_at=NOW)


@pytest.mark.item("S0.48")
@pytest.mark.parametrize("trade", preset_names())
def test_every_trade_makes_a_sound_charter_with_nobody_elses_name_in_it(trade: str) -> None:
    charter = first_charter(Answers(**{**vars_of(ANSWERS), "trade": trade}), now=NOW)

    text = format_charter(charter)
    assert read_charter(text).findings == ()
    strangers = {name for signed in trade_charter(trade).signed_by for name in signed.split()}
    assert [name for name in strangers if name in text] == []
    assert charter.effective.isoformat() == "2026-05-13"


def test_names_are_told_apart_whatever_their_case() -> None:
    team = (Member("Karim", "counter"), Member(" karim", "baker"), Member("SOPHIE  martin", "baker"), Member("", ""))
    slips = slips_in(Answers(**{**vars_of(ANSWERS), "team": team}))

    assert sorted(slips) == ["name-1", "name-2", "name-3"]
