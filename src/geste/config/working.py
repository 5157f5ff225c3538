"""Working: what happens behind the desks. Hands news on, carries out what was promised, looks again where it must.

Several may work side by side on PostgreSQL. On the embedded database one thread beside the server is enough.
"""

import logging
import random
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geste.apps.execution.ports import Connectors
    from geste.apps.execution.services.carry_out import Door

logger = logging.getLogger(__name__)

POLL_SECONDS: Final = 0.5
PAUSE_SECONDS: Final = 5.0
"""How long a worker waits when nothing is due, and when the database cannot be used."""
ROOM, MOST_ROOM_SECONDS = 4, 0.1
"""How long others may write on the embedded database between two pieces of work: so many times as long as one took."""
AT_ONCE: Final = 20
"""Calls to the outside before news is handed on again."""
LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Nothing that one could take for something else when a code is read aloud."""
CODE_GROUPS: Final = 3

Chore = Callable[[], int]


def new_code() -> str:
    """Return a voucher's code nobody can guess: `K7QM-3XWB-9TFA`."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(CODE_GROUPS))


def chores(connectors: "Connectors", door: "Door") -> Sequence[Chore]:
    """Return everything a worker does over and over; each says how much there was to do."""
    from geste.apps.audit.services.include_leaves import include_leaves
    from geste.apps.base.services.hand_on_events import hand_on_events
    from geste.apps.execution.services.carry_out import carry_out
    from geste.apps.execution.services.receive_news import match_parked_news
    from geste.apps.gestures.services.turn_envelopes import turn_envelopes
    from geste.apps.hops.services.answer_hop import notice_silences
    from geste.apps.notices.services.send_letter import begin_friday
    from geste.apps.notices.services.tell_of_decisions import tell_words_owed
    from geste.apps.reviews.services.draw_samples import draw_samples
    from geste.flow import FLOW

    return (
        include_leaves,
        lambda: turn_envelopes(now=door.clock()),
        lambda: notice_silences(now=door.clock()),
        lambda: hand_on_events(flow=FLOW, now=door.clock()),
        lambda: draw_samples(now=door.clock()),
        lambda: tell_words_owed(now=door.clock()),
        lambda: begin_friday(now=door.clock()),
        lambda: match_parked_news(now=door.clock()),
        lambda: carry_out(connectors=connectors, door=door, at_most=AT_ONCE),
    )


def a_door() -> "Door":
    """Return the time and the chance of this machine."""
    from django.utils import timezone

    from geste.apps.execution.services.carry_out import Door

    return Door(clock=timezone.localtime, chance=random.random, new_code=new_code)


def house_chores() -> Sequence[Chore]:
    """Return the chores of this installation.

    Raises:
        NotInstalled: a key of Stripe is set and its library is not there.
    """
    from django.conf import settings

    from geste.config.connecting import connectors_of
    from geste.config.letters import can_write, write_to_stewards
    from geste.config.notice_letters import can_write_to_people, write_to_people

    door, options = a_door(), settings.GESTE
    doing = [*chores(connectors_of(options, master=settings.SECRET_KEY), door)]
    if can_write(options):
        doing.append(lambda: write_to_stewards(options, now=door.clock()))
    if can_write_to_people(options):
        doing.append(lambda: write_to_people(options, now=door.clock()))
    return doing


def work(doing: Sequence[Chore], stop: threading.Event) -> None:
    """Do the chores until asked to stop. A call that is under way is finished first.

    A database that cannot be used for a while is waited for; whatever else breaks is logged and tried again.
    """
    from django.db import connection

    rounds = Rounds(doing)
    # A server lets several write at a time, and has nothing to set here.
    connection.coming = GivingWay()  # type: ignore[attr-defined]
    while not stop.is_set():
        pause = rounds.turn()
        if pause:
            stop.wait(pause)
    del connection.coming  # type: ignore[attr-defined]
    connection.close()


class GivingWay:
    """Leaves others four times as long as one piece of work took before it begins the next.

    On the embedded database one may write at a time. Everybody has their turn (see `sqlite3.gate`); the work behind the
    desks can wait longer than a person.
    """

    def __init__(
        self, pause: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pause, self._clock = pause, clock
        self._begun_at = clock()

    def __enter__(self) -> None:
        """Come to the gate."""
        self._pause(min(ROOM * (self._clock() - self._begun_at), MOST_ROOM_SECONDS))

    def __exit__(self, *_: object) -> None:
        """Begin."""
        self._begun_at = self._clock()


class Rounds:
    """The chores, done one after the other, again and again. That money stands still is said once for each stop."""

    def __init__(self, doing: Sequence[Chore]) -> None:
        self._doing = doing
        self._is_stopped = False

    def turn(self) -> float:
        """Do every chore once, and return how long to wait before the next turn."""
        from django.db import connection

        from geste.apps.audit.standstills import MoneyStopped

        done, stopped = 0, False
        try:
            for chore in self._doing:
                try:
                    done += chore()
                except MoneyStopped:
                    stopped = True
        except Exception:
            logger.exception("The worker goes on in %d seconds.", PAUSE_SECONDS)
            connection.close()
            return PAUSE_SECONDS
        self._say(stopped=stopped)
        if stopped:
            return PAUSE_SECONDS
        return 0.0 if done else POLL_SECONDS

    def _say(self, *, stopped: bool) -> None:
        if stopped and not self._is_stopped:
            logger.warning("Money stands still: nothing is carried out until that is mended. geste doctor says more.")
        self._is_stopped = stopped
