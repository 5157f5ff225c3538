"""Opening: each story has a folder of its own, is told there once, and never mixes with anything else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from geste.config.commands import demo
from geste.config.demonstration import DATABASE, FolderTaken, Story, claim, keep
from geste.demo.names import HOTEL, SEED, SHOP


def test_a_new_folder_waits_for_its_story(tmp_path: Path) -> None:
    home = tmp_path / "demo" / "shop"

    assert [claim(home, Story(SHOP)), claim(home, Story(SHOP))] == [False, False]


def test_a_story_told_to_its_end_is_not_told_again(tmp_path: Path) -> None:
    keep(tmp_path, Story(SHOP, 7), is_told=True)

    assert claim(tmp_path, Story(SHOP, 7)) is True


@pytest.mark.parametrize(("name", "seed"), [(SHOP, SEED), (HOTEL, 7)])
def test_another_company_or_seed_needs_another_folder(tmp_path: Path, name: str, seed: int) -> None:
    claim(tmp_path, Story(HOTEL))

    with pytest.raises(FolderTaken) as refused:
        claim(tmp_path, Story(name, seed))

    assert str(refused.value) == (
        f"{tmp_path} holds hotel with seed {SEED}, not {name} with seed {seed}. Choose another folder with --data."
    )


def test_an_organisations_own_data_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"")

    done = CliRunner().invoke(demo, ["shop", "--data", str(tmp_path), "--port", "0"])

    assert done.exit_code == 1
    assert done.output == f"Error: {tmp_path} holds data of its own. Choose another folder with --data.\n"
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]


def test_each_story_has_a_folder_of_its_own_by_itself() -> None:
    assert [story.folder for story in (Story(), Story(SHOP), Story(SHOP, 7))] == ["hotel", "shop", "shop-seed-7"]


def test_a_company_nobody_knows_is_refused_with_the_names_of_the_three() -> None:
    done = CliRunner().invoke(demo, ["bakery"])

    assert done.exit_code == 2
    assert "'bakery' is not one of 'hotel', 'shop', 'contact_centre'" in done.output
