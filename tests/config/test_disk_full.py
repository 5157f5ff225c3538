"""A disk that is full: what was confirmed stays, what cannot be written is answered with 503, and then it goes on."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.config.test_opening import PATIENCE_SECONDS, python

# The process may make no file larger than this: to SQLite that is a disk with so much room.
FULL = """
import json, os, resource, signal, sys
from pathlib import Path
from geste.config import running
home = running.prepare(Path(sys.argv[1]))
from django.test import Client
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.people.models import User
from tests.make import NOW, make_actor, make_case, make_charter
make_charter()
agent = make_actor()
make_api_token(user=User.objects.get(pk=agent.user_id), label="till", secret="nobody-guesses", now=NOW)
program = Client(headers={"authorization": "Bearer nobody-guesses", "host": "localhost"})
cases = [make_case(agent, facts={"stay": {"price": "390"}}).reference for _ in range(60)]

def give(number):
    body = {"key": f"intention-{number:04}", "gesture": "credit", "amount": "1"}
    answer = program.post(f"/api/v1/cases/{cases[number]}/gestures", json.dumps(body), content_type="application/json")
    return [body["key"], answer.status_code, answer.headers.get("Retry-After"), answer.content.decode()]

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = os.stat(home / "geste.sqlite3").st_size + 40_000
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
full = [give(number) for number in range(len(cases))]
read = program.get("/api/v1/charter").status_code
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
later = [give(number) for number in range(len(cases))]
print(json.dumps([full, read, later]))
"""


def test_a_full_disk_refuses_cleanly_and_loses_nothing(tmp_path: Path) -> None:
    with python(FULL, str(tmp_path)) as process:
        said, wrong = process.communicate(timeout=PATIENCE_SECONDS * 3)
    assert process.returncode == 0, wrong
    full, read, later = json.loads(said)

    statuses = [status for _, status, _, _ in full]
    assert set(statuses) == {201, 503}
    assert statuses[0] == 201
    refused = [(wait, json.loads(body)["code"]) for _, status, wait, body in full if status == 503]
    assert set(refused) == {("1", "server.cannot_write")}
    assert read == 200
    assert {status for _, status, _, _ in later} == {201}
    with closing(sqlite3.connect(tmp_path / "geste.sqlite3")) as opened:
        keys = {key for (key,) in opened.execute("SELECT key FROM gestures_gesture")}
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert keys == {key for key, *_ in later}
    # What was confirmed while the disk filled up is answered again in the same words.
    confirmed = [(key, body) for key, status, _, body in full if status == 201]
    assert confirmed == [(key, body) for key, _, _, body in later][: len(confirmed)]
