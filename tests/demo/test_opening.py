"""Opening: each story has a folder of its own, is told there once, and never mixes with anything else."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from geste.apps.execution.models import Commitment
from geste.apps.execution.services.promise import promise_waiting
from geste.config.commands import demo
from geste.config.demonstration import DATABASE, STORY, FolderTaken, Story, claim, keep
from geste.demo.company import life_of
from geste.demo.hotel import HOTEL as HARBOUR
from geste.demo.moving import moved
from geste.demo.names import HOTEL, SEED, SHOP
from geste.demo.telling import tell
from tests.make import NOW


def test_a_new_folder_waits_for_its_story(tmp_path: Path) -> None:
    home = tmp_path / "demo" / "shop"

    assert [claim(home, Story(SHOP)).is_told, claim(home, Story(SHOP)).is_told] == [False, False]


def test_a_story_told_to_its_end_is_not_told_again(tmp_path: Path) -> None:
    keep(tmp_path, Story(SHOP, 7), is_told=True)

    assert claim(tmp_path, Story(SHOP, 7)).is_told


def test_a_story_goes_on_to_the_end_it_was_begun_with(tmp_path: Path) -> None:
    keep(tmp_path, Story(SHOP, ends=date(2027, 2, 28)), is_told=False)

    assert claim(tmp_path, Story(SHOP)).story.ends == date(2027, 2, 28)


@pytest.mark.parametrize(("name", "seed"), [(SHOP, SEED), (HOTEL, 7)])
def test_another_company_or_seed_needs_another_folder(tmp_path: Path, name: str, seed: int) -> None:
    claim(tmp_path, Story(HOTEL))

    with pytest.raises(FolderTaken) as refused:
        claim(tmp_path, Story(name, seed))

    assert str(refused.value) == (
        f"{tmp_path} holds hotel with seed {SEED}, not {name} with seed {seed}. Choose another folder with --data."
    )


def test_another_length_needs_another_folder_too(tmp_path: Path) -> None:
    claim(tmp_path, Story(HOTEL, weeks=52))

    with pytest.raises(FolderTaken, match=f"holds hotel with seed {SEED} and 52 weeks, not hotel with seed {SEED}\\."):
        claim(tmp_path, Story(HOTEL))


def test_a_folder_from_before_lengths_were_chosen_holds_twelve_weeks(tmp_path: Path) -> None:
    (tmp_path / STORY).write_text('{"company": "shop", "seed": 7, "told": true}', encoding="utf-8")

    claimed = claim(tmp_path, Story(SHOP, 7))

    assert claimed.is_told
    assert claimed.story.ends is None


@pytest.mark.parametrize("weeks", ["0", "105"])
def test_a_life_lasts_from_one_week_to_two_years(weeks: str) -> None:
    done = CliRunner().invoke(demo, ["--weeks", weeks])

    assert done.exit_code == 2
    assert f"Invalid value for '--weeks': {weeks} is not in the range 1<=x<=104." in done.output


def test_an_organisations_own_data_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"")

    done = CliRunner().invoke(demo, ["shop", "--data", str(tmp_path), "--port", "0"])

    assert done.exit_code == 1
    assert done.output == f"Error: {tmp_path} holds data of its own. Choose another folder with --data.\n"
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]


def test_each_story_has_a_folder_of_its_own_by_itself() -> None:
    stories = (Story(), Story(SHOP), Story(SHOP, 7), Story(SHOP, weeks=52), Story(SHOP, 7, 1))

    assert [story.folder for story in stories] == [
        *("hotel", "shop", "shop-seed-7", "shop-52-weeks", "shop-seed-7-1-weeks")
    ]


def test_a_company_nobody_knows_is_refused_with_the_names_of_the_three() -> None:
    done = CliRunner().invoke(demo, ["bakery"])

    assert done.exit_code == 2
    assert "'bakery' is not one of 'hotel', 'shop', 'contact_centre'" in done.output


@pytest.mark.django_db
def test_what_was_given_on_the_last_day_still_waits_for_somebodys_hands() -> None:
    told = moved(HARBOUR, ends=date(2026, 7, 31))
    tell(told, life_of(told, weeks=2))
    last_day = datetime(2026, 7, 31, tzinfo=ZoneInfo("Australia/Sydney"))

    promise_waiting(now=NOW + timedelta(days=365), done_before=last_day)

    waiting = Commitment.objects.filter(state="waiting")
    assert waiting.count() > 0
    assert {(row.connector, row.reason, row.ended_at, row.done_entry_id) for row in waiting} == {
        ("manual", "by_hand", None, None)
    }
    assert min(row.promised_at for row in waiting) >= last_day
    done = list(Commitment.objects.exclude(state="waiting").select_related("done_entry"))
    assert {row.state for row in done} == {"confirmed"}
    assert all(row.ended_at == row.promised_at for row in done)
    assert max(row.promised_at for row in done if row.operation == "by_hand") < last_day
    assert all(row.done_entry.occurred_at == row.promised_at for row in done if row.done_entry is not None)
