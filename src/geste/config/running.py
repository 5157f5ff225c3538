"""Running: how the house is opened. Prepares the data directory and the database, and serves.

Call one of the `prepare` functions once, before anything else of Django is used in the process: options are read from
the environment when settings are first imported.
"""

import os
import secrets
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

LOOPBACK = "127.0.0.1"
TARGET = "geste.config.wsgi:application"
LINK_LIFE = timedelta(days=1)
PATIENCE_SECONDS = 60
POLL_SECONDS = 0.05
DEMO_FOLDER = "demo"


@dataclass(frozen=True, slots=True)
class DemoStart:
    """A demonstration ready to be served: the path that signs its visitor in, once."""

    path: str
    person: str


def prepare(data_dir: Path | None = None) -> Path:
    """Make the data directory, its key and an up-to-date database, and return the directory."""
    if data_dir is not None:
        os.environ["GESTE_DATA_DIR"] = str(data_dir)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    home = furnish()

    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    return home


def prepare_demo(data_dir: Path | None = None) -> DemoStart:
    """Prepare a demonstration in `data_dir`, or in a folder of its own, and return how to enter it.

    What earlier visitors did there stays. Each call makes a new link, and only the newest visitor's link is told.
    """
    from geste.config.options import Options

    os.environ["GESTE_DEMO"] = "yes"
    # Never into the organisation's own database, whatever the environment names.
    for variable in ("GESTE_DATABASE_URL", "DATABASE_URL"):
        os.environ.pop(variable, None)
    prepare(data_dir or Options.from_environment(os.environ).data_dir / DEMO_FOLDER)

    from django.urls import reverse
    from django.utils import timezone

    from geste.apps.people.services.make_sign_in_link import make_sign_in_link
    from geste.demo.hotel import HOTEL
    from geste.demo.telling import tell

    person = tell(HOTEL)
    secret = secrets.token_urlsafe(18)
    make_sign_in_link(user=person, secret=secret, expires_at=timezone.now() + LINK_LIFE)
    return DemoStart(reverse("web:demo-enter", args=[secret]), person.display_name)


def serve(host: str = LOOPBACK, port: int = 8000, told: str = "") -> None:
    """Serve pages and API until stopped, and print `told` when visitors can come.

    `prepare` or `prepare_demo` was called before in this process.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
    )
    threading.Thread(target=_tell_when_open, args=(host, port, told), daemon=True).start()
    server.serve()


def _tell_when_open(host: str, port: int, told: str) -> None:
    while not is_open(host, port):
        time.sleep(POLL_SECONDS)
    print(told, flush=True)  # noqa: T201 - what the operator waits for


def check_demo() -> int:
    """Start the demonstration in a folder of its own, decide one case over HTTP; return 0 if that worked, else 1."""
    from geste.config.demo_check import CheckFailed, visit

    with tempfile.TemporaryDirectory(prefix="geste-demo-") as folder:
        start = prepare_demo(Path(folder))
        port = free_port()
        server = subprocess.Popen([sys.executable, "-c", f"from geste.config.running import serve; serve(port={port})"])
        try:
            wait_until_open(port, server)
            visit(f"http://{LOOPBACK}:{port}", start.path)
        except CheckFailed as failed:
            sys.stderr.write(f"{failed}\n")
            return 1
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)
    return 0


def free_port(host: str = LOOPBACK) -> int:
    """Return a port nobody listens on."""
    with _socket_for(host) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def is_open(host: str, port: int) -> bool:
    """Return whether somebody answers at a port. An address that means every interface is asked on this machine."""
    with _socket_for(host) as probe:
        return probe.connect_ex((host, port)) == 0


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Return whether nobody listens on a port. The server would share one silently, and visitors find either house."""
    with _socket_for(host) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _socket_for(host: str) -> "closing[socket.socket]":
    """Return a socket of the host's own family."""
    family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    return closing(socket.socket(family))


def wait_until_open(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens on `port`.

    Raises:
        CheckFailed: nobody does in time, or the server has ended.
    """
    from geste.config.demo_check import CheckFailed

    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if is_open(LOOPBACK, port):
            return
        time.sleep(POLL_SECONDS)
    raise CheckFailed("the server did not start")


def furnish() -> Path:
    """Make the data directory and the key that signs sessions, both private to whoever runs Geste."""
    from geste.config.options import Options

    options = Options.from_environment(os.environ)
    options.data_dir.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    (options.data_dir / "static").mkdir(exist_ok=True)
    try:
        key_file = os.open(options.secret_key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except FileExistsError:
        return options.data_dir
    with os.fdopen(key_file, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return options.data_dir
