"""Ports: what the house lends audit: keys to sign with, and chance. Configuration keeps them (`settings.KEYRING`)."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings

from geste.core.log.checkpoint import Sign


class KeyMissing(Exception):
    """The key that signs for this house cannot be found; `key_id` says which. Nothing is decided without it."""

    def __init__(self, key_id: str) -> None:
        super().__init__(key_id)
        self.key_id = key_id


@dataclass(frozen=True, slots=True)
class Signer:
    """A key to sign with: what everybody may know of it, and the signing itself."""

    public: bytes
    sign: Sign


class Keyring(Protocol):
    """Keys of this house. Secret bytes never leave it."""

    def current(self) -> Signer:
        """Return the key a new log begins with; it is made if there is none yet."""

    def signer(self, key_id: str) -> Signer:
        """Return the key with this id.

        Raises:
            KeyMissing: it is not here.
        """

    def successor(self) -> Signer:
        """Return the key that is to follow the current one; it is made if there is none yet."""

    def succeed(self) -> None:
        """Put the successor in the place of the current key, of which nothing is kept."""

    def chance(self, count: int) -> bytes:
        """Return so many bytes that nobody can foresee."""


def keyring() -> Keyring:
    """Return the keyring of this house."""
    found: Keyring = settings.KEYRING
    return found
