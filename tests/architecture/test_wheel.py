"""What is installed is what was written: pages, styles, words and types travel in the wheel, tests do not."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, ROOT, files_of_the_repository


@pytest.fixture(scope="module")
def names_in_wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "flit_core.wheel", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_everything_in_the_package_is_in_the_wheel(names_in_wheel: set[str]) -> None:
    package = [path for path in files_of_the_repository() if path.is_relative_to(PACKAGE)]

    assert package
    assert sorted({path.relative_to(PACKAGE.parent).as_posix() for path in package} - names_in_wheel) == []


def test_nothing_else_is_in_the_wheel(names_in_wheel: set[str]) -> None:
    tops = {Path(name).parts[0].split("-")[0] for name in names_in_wheel}

    assert tops == {"geste"}
    assert "geste/py.typed" in names_in_wheel
