"""Served: the house as everybody runs it, `geste serve`, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

PATIENCE_SECONDS = 60


@contextmanager
def served(home: str, surroundings: Mapping[str, str]) -> Iterator[int]:
    """Serve a house that is furnished, for as long as the block lasts, and yield the port."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-c", "from geste.interfaces.cli.main import main; main()"]
    process = subprocess.Popen(
        [*command, "serve", "--data", home, "--port", str(port)],
        env={**os.environ, **surroundings},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_until_open(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_until_open(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the house did not open")
