"""Ed25519: whether a signature is genuine. The only place below the doors that knows a library for it."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether `signature` over `message` was made with the key whose public part this is."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
