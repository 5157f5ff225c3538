"""Running: how the house is opened. Prepares the data directory and the database, and serves.

Call `prepare`, or what prepares a demonstration, once, before anything else of Django is used in the process: options
are read from the environment when settings are first imported.
"""

import os
import secrets
import socket
import stat
import threading
import time
from contextlib import closing
from pathlib import Path

LOOPBACK = "127.0.0.1"
EVERY_INTERFACE = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104 - names what it means, and listens nowhere
TARGET = "geste.config.wsgi:application"
POLL_SECONDS = 0.05
THREADS = 64
"""Most of them wait for the writer: what they hand in meanwhile is what it commits in one go (ADR 0022)."""


def prepare(data_dir: Path | None = None) -> Path:
    """Make the data directory, its key and an up-to-date database, and return the directory.

    Raises:
        DurabilityRefused: the database may lose what it has confirmed.
        OfAnotherVersion: no step leads from its tables to ours.
    """
    if data_dir is not None:
        os.environ["GESTE_DATA_DIR"] = str(data_dir)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    home = furnish()

    import django
    from django.core.management import call_command

    from geste.config.durability import ensure_durable
    from geste.config.lineage import ensure_going_on

    django.setup()
    ensure_durable()
    ensure_going_on()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    return home


def serve(host: str = LOOPBACK, port: int = 8000, told: str = "") -> None:
    """Serve pages and API until stopped, and print `told` when visitors can come.

    Everything was prepared before in this process.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from geste.config.apart import working_apart
    from geste.config.beside import begin_apart

    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        # It would warn of more threads than processors at every start. Here most of them wait, on purpose.
        log_level=LogLevels.error,
    )
    # No other thread may be at work here: two processes are made by copying this one (see `beside`).
    with working_apart(begin_apart):
        threading.Thread(target=_tell_when_open, args=(host, port, told), daemon=True).start()
        server.serve()


def _tell_when_open(host: str, port: int, told: str) -> None:
    while not is_open(host, port):
        time.sleep(POLL_SECONDS)
    print(told, flush=True)  # noqa: T201 - what the operator waits for


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


def furnish() -> Path:
    """Make the data directory and the keys that sign sessions and receipts, private to whoever runs Geste."""
    from geste.config.keyring import make_key
    from geste.config.options import Options

    options = Options.from_environment(os.environ)
    options.data_dir.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    (options.data_dir / "static").mkdir(exist_ok=True)
    make_key(options.receipt_key_file)
    try:
        key_file = os.open(options.secret_key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except FileExistsError:
        return options.data_dir
    with os.fdopen(key_file, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return options.data_dir
