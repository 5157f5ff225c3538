"""Egress: no address somebody typed leads into the house, however it is spelled, resolved or redirected."""

import select
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from geste.connectors.egress import AddressRefused, Egress, is_public, place_of
from tests.connectors.listener import NAME, Listening, listening

SPELLED_WRONG = [
    ("http://example.org/", "address.not_https"),
    ("ftp://example.org/", "address.not_https"),
    ("file:///etc/passwd", "address.not_https"),
    ("gopher://example.org/", "address.not_https"),
    ("//example.org/", "address.not_https"),
    ("example.org", "address.not_https"),
    ("https:///path", "address.malformed"),
    ("https://user@example.org/", "address.malformed"),
    ("https://user:word@example.org/", "address.malformed"),
    ("https://example.org@127.0.0.1/", "address.malformed"),
    ("https://example.org/#part", "address.malformed"),
    ("https://exa mple.org/", "address.malformed"),
    ("https://example.org\\@127.0.0.1/", "address.malformed"),
    ("https://example.org/\r\nHost: inside", "address.malformed"),
    ("https://example.org\t/", "address.malformed"),
    ("https://exämple.org/", "address.malformed"),
    ("https://①②⑦.0.0.1/", "address.malformed"),
    ("https://127。0。0。1/", "address.malformed"),
    ("https://2130706433/", "address.malformed"),
    ("https://0x7f000001/", "address.malformed"),
    ("https://0x7f.0.0.1/", "address.malformed"),
    ("https://0177.0.0.1/", "address.malformed"),
    ("https://127.1/", "address.malformed"),
    ("https://127.0.0.1.:443/x y", "address.malformed"),
    ("https://localhost/", "address.malformed"),
    ("https://intranet/", "address.malformed"),
    ("https://[::1/", "address.malformed"),
    ("https://example.org:x/", "address.malformed"),
    ("https://example.org:99999/", "address.malformed"),
    ("https://example.org:22/", "address.port"),
    ("https://example.org:80/", "address.port"),
    ("https://example.org:5432/", "address.port"),
    ("https://-example.org/", "address.malformed"),
    ("https://exa_mple..org/", "address.malformed"),
]
PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "ff0e::1",
]


@pytest.mark.parametrize(("url", "code"), SPELLED_WRONG)
def test_what_is_spelled_wrong_is_not_even_looked_up(url: str, code: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        place_of(url)
    assert refused.value.code == code


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_what_is_public_is_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    egress = Egress(resolve=lambda *_: [address])

    with pytest.raises(AddressRefused, match=r"address\.private"):
        egress.post("https://looks.example.org/", b"", {})


def test_one_private_address_among_public_ones_is_enough() -> None:
    egress = Egress(resolve=lambda *_: ["1.1.1.1", "10.0.0.1"])

    with pytest.raises(AddressRefused, match=r"address\.private"):
        egress.post("https://mixed.example.org/", b"", {})


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/meta-data/"])
def test_a_number_is_looked_at_like_a_name(url: str) -> None:
    with pytest.raises(AddressRefused, match=r"address\.private"):
        Egress().post(url, b"", {})


@pytest.fixture
def listener() -> Iterator[Listening]:
    with listening() as listener:
        yield listener


def leading_to(listener: Listening) -> Egress:
    """Return a way out that takes the loopback listener for public."""
    return Egress(
        resolve=lambda *_: ["127.0.0.1"],
        is_allowed=lambda address: address == "127.0.0.1",
        ports=frozenset({listener.port}),
        seconds=2,
        context=listener.trusted(),
    )


def test_the_address_that_was_looked_at_is_the_one_called(listener: Listening) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    egress = Egress(
        resolve=rebinding,
        is_allowed=lambda address: address == "127.0.0.1",
        ports=frozenset({listener.port}),
        context=listener.trusted(),
    )
    replied = egress.post(f"https://hooks.example.org:{listener.port}/in?x=1", b"body", {"x-a": "b"})

    assert (replied.status, asked) == (200, ["hooks.example.org"])
    assert [(it.path, it.host, it.body) for it in listener.heard] == [
        ("/in?x=1", f"hooks.example.org:{listener.port}", b"body")
    ]


def test_a_name_that_changes_its_mind_leads_nowhere_else(listener: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["127.0.0.1"])

    def nameserver(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        address = next(answers, "127.0.0.2") if host == NAME else host
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port))]

    with socket.create_server(("127.0.0.2", listener.port)) as inside:
        monkeypatch.setattr(socket, "getaddrinfo", nameserver)
        egress = Egress(
            is_allowed=lambda address: address == "127.0.0.1",
            ports=frozenset({listener.port}),
            seconds=1,
            context=listener.trusted(),
        )
        with suppress(OSError):
            egress.post(f"https://{NAME}:{listener.port}/", b"body", {})
        visited, _, _ = select.select([inside], [], [], 0)

    assert visited == []
    assert [it.host for it in listener.heard] == [f"{NAME}:{listener.port}"]


def test_a_redirection_is_not_followed(listener: Listening) -> None:
    listener.statuses = [302]

    replied = leading_to(listener).post(f"https://hooks.example.org:{listener.port}/", b"", {})

    assert (replied.status, len(listener.heard)) == (302, 1)


def test_a_certificate_for_another_name_is_refused(listener: Listening) -> None:
    with pytest.raises(ssl.SSLError):
        leading_to(listener).post(f"https://other.example.net:{listener.port}/", b"", {})
    assert listener.heard == []


@pytest.mark.parametrize("fault", ["drop", "slow"])
def test_no_answer_is_an_error_of_the_line(listener: Listening, fault: str) -> None:
    listener.statuses = [fault]
    egress = leading_to(listener)

    with pytest.raises(OSError, match=r".*"):
        Egress(
            resolve=egress.resolve,
            is_allowed=egress.is_allowed,
            ports=egress.ports,
            seconds=0.3,
            context=egress.context,
        ).post(f"https://hooks.example.org:{listener.port}/", b"", {})


def test_no_more_than_64_kilobytes_are_read(listener: Listening) -> None:
    listener.answer = b"x" * 100_000

    replied = leading_to(listener).post(f"https://hooks.example.org:{listener.port}/", b"", {})

    assert len(replied.body) == 65_536


def test_a_name_nobody_has_is_an_error_of_the_line() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    calls: list[Callable[[], object]] = [lambda: Egress(resolve=nobody).post("https://example.org/", b"", {})]
    with pytest.raises(OSError, match="no such name"):
        calls[0]()
    with pytest.raises(AddressRefused, match=r"address\.unknown"):
        Egress(resolve=lambda *_: []).post("https://example.org/", b"", {})
