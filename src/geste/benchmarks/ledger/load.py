"""Load: many connections that send one request after the other and read every answer, in a process of their own."""

import asyncio
import json
import subprocess
import sys
from itertools import count
from time import monotonic

from geste.benchmarks.ledger.house import TOKEN, wish
from geste.benchmarks.ledger.rate import Rate

CONNECTIONS = 64


async def _one(port: int, numbers: "count[int]", gestures: tuple[str, ...], until: float, each: int) -> list[float]:
    """Send requests over one connection until the time is over, and return how long each waited."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    waits = []
    while (begun := monotonic()) < until:
        writer.write(
            _single(next(numbers), gestures) if each == 1 else _batch([next(numbers) for _ in range(each)], gestures)
        )
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n", 1)[0])
        body = await reader.readexactly(length)
        assert head.startswith((b"HTTP/1.1 201", b"HTTP/1.1 200")), head + body
        assert each == 1 or body.count(b'"status": 201') == each, body[:2000]
        waits.append(monotonic() - begun)
    writer.close()
    return waits


def _single(number: int, gestures: tuple[str, ...]) -> bytes:
    case, body = wish(number, gestures)
    return _request(f"/api/v1/cases/M-{case}/gestures", json.dumps(body))


def _batch(numbers: list[int], gestures: tuple[str, ...]) -> bytes:
    items = [{"case": f"M-{case}", **body} for case, body in (wish(number, gestures) for number in numbers)]
    return _request("/api/v1/gestures/batch", json.dumps({"gestures": items}))


def _request(address: str, body: str) -> bytes:
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode("ascii")


async def _all(port: int, first: int, seconds: float, each: int, connections: int) -> tuple[Rate, int]:
    numbers = count(first)
    until = monotonic() + seconds
    told = await asyncio.gather(
        *(_one(port, numbers, ("one", "two", "three"), until, each) for _ in range(connections))
    )
    return Rate.of([wait for waits in told for wait in waits], seconds, each=each), next(numbers) - first


def load(port: int, first: int, seconds: float, *, each: int = 1, connections: int = CONNECTIONS) -> tuple[Rate, int]:
    """Return the rate at which a server gives, and how many numbers were used from `first` on."""
    words = [str(value) for value in (port, first, seconds, each, connections)]
    told = subprocess.run([sys.executable, "-m", __name__, *words], stdout=subprocess.PIPE, text=True, check=True)
    per_second, p50, p99, used = json.loads(told.stdout)
    return Rate(per_second, p50, p99), used


if __name__ == "__main__":
    asked = [float(word) for word in sys.argv[1:]]
    rate, used = asyncio.run(_all(int(asked[0]), int(asked[1]), asked[2], int(asked[3]), int(asked[4])))
    sys.stdout.write(json.dumps([rate.per_second, rate.p50, rate.p99, used]))
