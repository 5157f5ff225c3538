"""Wire: a way between the house and its database that can be slow, stand still, lose answers, break and be gone."""

import random
import socket
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count

from tests.environment.postgresql import free_port

CHUNK = 65_536
TCP_REPAIR = 19
LINGER_NOT = b"\x01\x00\x00\x00\x00\x00\x00\x00"
"""For SO_LINGER: closing breaks the connection off, without a farewell."""
FORTH, BACK = "forth", "back"
WORST, WORST_OF = "left behind", 30


def may_leave_behind() -> bool:
    """Whether connections can be taken away without the other side hearing of it: root may, as a rule."""
    with socket.socket() as probe, suppress(OSError):
        probe.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
        return True
    return False


class Wire:
    """Carries bytes to a port and back over connections of its own, as long as nobody troubles it."""

    def __init__(self, to: int) -> None:
        self.port, self._to = free_port(), to
        self._passes = {FORTH: threading.Event(), BACK: threading.Event()}
        self._delay = 0.0
        self._ends: dict[socket.socket, socket.socket] = {}
        self._lock, self._made = threading.Lock(), count()
        self._open()
        for passes in self._passes.values():
            passes.set()

    def trouble(self, chance: random.Random) -> str:
        """Make some trouble of some length, mend it, and return what it was. The first of each thirty is the worst."""
        troubles: dict[str, Callable[[float], None]] = {
            "slow": self._slow,
            "still": lambda seconds: self._stop(seconds, FORTH, BACK),
            "still, then broken": lambda seconds: self._stop(seconds, FORTH, BACK, then=self._break),
            "answers lost": lambda seconds: self._stop(seconds, BACK, then=self._break),
            "questions lost": lambda seconds: self._stop(seconds, FORTH, then=self._break),
            "broken": lambda _: self._break(),
            "gone": self._vanish,
        }
        what, seconds = chance.choice(sorted(troubles)), chance.uniform(0.05, 0.8)
        if next(self._made) % WORST_OF == 0 and may_leave_behind():
            # What is written takes long meanwhile: somebody is in the middle of it when it breaks off.
            self._slow(seconds, then=self._leave_behind)
            return WORST
        troubles[what](seconds)
        return what

    def close(self) -> None:
        """Break everything and carry nothing more."""
        self._listening.close()
        for passes in self._passes.values():
            passes.set()
        self._break()

    def _slow(self, seconds: float, then: Callable[[], None] = lambda: None) -> None:
        self._delay = 0.02
        time.sleep(seconds)
        then()
        self._delay = 0.0

    def _stop(self, seconds: float, *ways: str, then: Callable[[], None] = lambda: None) -> None:
        for way in ways:
            self._passes[way].clear()
        time.sleep(seconds)
        then()
        for way in ways:
            self._passes[way].set()

    def _break(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, {}
        self._cut([*ends, *ends.values()])

    def _leave_behind(self) -> None:
        """Break off what leads to the house, and do not tell the database: as if this machine had lost its current."""
        with self._lock:
            ends, self._ends = self._ends, {}
        for there in ends.values():
            there.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
        self._cut([*ends, *ends.values()])

    def _cut(self, ends: Iterable[socket.socket]) -> None:
        for end in ends:
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
                # Whoever waits to read from it wakes up; closing alone would let them sleep.
                end.shutdown(socket.SHUT_RD)
            end.close()

    def _vanish(self, seconds: float) -> None:
        self._listening.close()
        self._break()
        time.sleep(seconds)
        self._open()

    def _open(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, args=(self._listening,), daemon=True).start()

    def _listen(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _ = listening.accept()
                there = socket.create_connection(("127.0.0.1", self._to))
                with self._lock:
                    self._ends[here] = there
                for way, one, other in ((FORTH, here, there), (BACK, there, here)):
                    threading.Thread(target=self._carry, args=(way, one, other), daemon=True).start()

    def _carry(self, way: str, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while chunk := one.recv(CHUNK):
                self._passes[way].wait()
                time.sleep(self._delay)
                other.sendall(chunk)
        with self._lock:
            self._ends.pop(one, None), self._ends.pop(other, None)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
