"""Trial: builds the wheel, installs it where nothing else is, and lets it run the demonstration's own check."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import prepare


def installed_in(folder: Path) -> Path:
    """Install the wheel with its pinned dependencies into an environment of its own, and return its programs."""
    built = [sys.executable, "-m", "flit_core.wheel", "--outdir", str(folder), str(prepare.ROOT)]
    subprocess.run(built, cwd=prepare.ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    prepare.make_environment(environment)
    uv = Path(sys.executable).with_name("uv")
    found = uv if uv.exists() else None
    prepare.install(environment, found, "--require-hashes", "-r", str(prepare.requirements_of("runtime")))
    prepare.install(environment, found, "--no-deps", str(wheel))
    return environment / "bin"


def main() -> int:
    """Return the exit status of the installed `geste demo --check`."""
    with TemporaryDirectory(prefix="geste-trial-") as name:
        folder = Path(name)
        programs = installed_in(folder)
        surroundings = {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "GESTE_DATA_DIR": str(folder / "data"),
            "LANG": "C.UTF-8",
        }
        return subprocess.run(
            [programs / "geste", "demo", "--check"], cwd=folder, env=surroundings, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
