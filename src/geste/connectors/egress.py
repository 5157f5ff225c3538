"""Egress: the one way from here to an address somebody typed. It leads to the public network, on few ports, once."""

import http.client
import ipaddress
import re
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

PORTS: Final = frozenset({443, 8443})
MOST_BYTES: Final = 64 * 1024
SECONDS: Final = 20.0
HOST: Final = re.compile(r"(?=.{1,253}$)([a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
NEVER_IN_A_URL: Final = re.compile(r"[\x00-\x20\x7f\\]")
# Addresses that carry another one inside: what looks public may lead into the house.
_WRAPPERS: Final = ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
EMBEDDING: Final = tuple(ipaddress.ip_network(wrapper) for wrapper in _WRAPPERS)

Resolve = Callable[[str, int], Iterable[str]]
Allow = Callable[[str], bool]


class AddressRefused(Exception):
    """We do not call there; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL leads: the name, the port, and what to ask for there."""

    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class Replied:
    """What came back: the status and at most 64 kB of the rest."""

    status: int
    body: bytes


def place_of(url: str, *, ports: frozenset[int] = PORTS) -> Place:
    """Return where a URL leads, as far as its spelling tells.

    Raises:
        AddressRefused: it is no plain https address of a public name or number on a port we call.
    """
    if not url.isascii() or NEVER_IN_A_URL.search(url) or len(url) > MOST_BYTES:
        raise AddressRefused("address.malformed")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip(".").lower(), parts.port or 443
    except ValueError as error:
        raise AddressRefused("address.malformed") from error
    if parts.scheme != "https":
        raise AddressRefused("address.not_https")
    if "@" in parts.netloc or parts.fragment:
        raise AddressRefused("address.malformed")
    if port not in ports:
        raise AddressRefused("address.port")
    if not is_number(host) and HOST.fullmatch(host) is None:
        raise AddressRefused("address.malformed")
    path = parts.path or "/"
    return Place(host, port, f"{path}?{parts.query}" if parts.query else path)


def is_number(host: str) -> bool:
    """Return whether a host is an address in its one usual spelling."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Return whether an address belongs to the public network, whatever it is wrapped in."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        if number.ipv4_mapped is not None:
            return is_public(str(number.ipv4_mapped))
        if any(number in net for net in EMBEDDING):
            return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """Return every address a name has."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Egress:
    """Calls public addresses. A name is resolved once, and the very address that was looked at is the one called."""

    resolve: Resolve = resolve
    is_allowed: Allow = is_public
    ports: frozenset[int] = PORTS
    seconds: float = SECONDS
    context: ssl.SSLContext | None = None

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Replied:
        """Post `body` to a URL. A redirection is an answer like any other: it is not followed.

        Raises:
            AddressRefused: we do not call there.
            OSError: nobody answered, or not in time.
        """
        place = place_of(url, ports=self.ports)
        connection = _To(place, self._address_of(place), self.seconds, self.context or ssl.create_default_context())
        try:
            connection.request("POST", place.path, body, dict(headers))
            response = connection.getresponse()
            return Replied(response.status, response.read(MOST_BYTES))
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()

    def _address_of(self, place: Place) -> str:
        addresses = [place.host] if is_number(place.host) else list(self.resolve(place.host, place.port))
        if not addresses:
            raise AddressRefused("address.unknown")
        # One private address among public ones is refused as well: nobody knows which one would be called.
        if not all(self.is_allowed(address) for address in addresses):
            raise AddressRefused("address.private")
        return addresses[0]


class _To(http.client.HTTPSConnection):
    """A connection to one address that was looked at, speaking to the name it stands for."""

    def __init__(self, place: Place, address: str, seconds: float, context: ssl.SSLContext) -> None:
        super().__init__(place.host, place.port, timeout=seconds, context=context)
        self._place, self._address, self._seconds, self._tls = place, address, seconds, context

    def connect(self) -> None:
        """Open the connection, never through a proxy and never by asking for the name again."""
        plain = socket.create_connection((self._address, self._place.port), self._seconds)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self._place.host)
