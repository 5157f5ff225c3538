"""Lock: write requirements/*.txt, every version pinned by hash and no address anywhere.

Runs inside the virtual environment (`make lock`), because it needs uv. Pins already in the files are kept;
`make lock UPGRADE=1` looks for newer ones.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"

# The widest set comes first; the narrower ones are held to the versions chosen there.
WIDEST = "bench"
SETS: dict[str, tuple[str, ...]] = {
    "bench": ("pyproject.toml", "--extra", "dev", "--extra", "bench"),
    "dev": ("pyproject.toml", "--extra", "dev"),
    "runtime": ("pyproject.toml",),
    "core": ("--group", "core"),
    "bootstrap": ("--group", "bootstrap"),
}
# One file serves every Python and platform we support; uv adds the markers.
SHAPE = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--no-header",
)


def write_lock(name: str, sources: tuple[str, ...], extra: tuple[str, ...]) -> None:
    """Resolve one set into `requirements/<name>.txt`."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    held = () if name == WIDEST else ("--constraint", f"requirements/{WIDEST}.txt")
    output = f"requirements/{name}.txt"
    subprocess.run(
        [uv, "pip", "compile", "--quiet", *SHAPE, *sources, *held, *extra, "-o", output], cwd=ROOT, check=True
    )


def main(arguments: list[str]) -> int:
    """Write every lock file; arguments are handed to uv (for example `--upgrade`)."""
    REQUIREMENTS.mkdir(exist_ok=True)
    for name, sources in SETS.items():
        write_lock(name, sources, tuple(arguments))
        print(f"requirements/{name}.txt written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
