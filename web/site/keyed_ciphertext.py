"""What only the holder of a key can find and read: a digest to keep it under, and a cipher, both of the key.

Digests of a long random key for two purposes tell nothing of each other or of the key (RFC 5869 calls this expansion).
"""

import base64
from hashlib import sha256

from cryptography.fernet import Fernet


def name_of(purpose: str, key: str) -> bytes:
    """The digest (32 bytes) under which something is kept for a purpose."""
    return _digest(purpose, key)


def cipher_of(purpose: str, key: str) -> Fernet:
    """The cipher for a purpose."""
    return Fernet(base64.urlsafe_b64encode(_digest(f"{purpose} cipher", key)))


def _digest(purpose: str, key: str) -> bytes:
    return sha256(f"{purpose}:{key}".encode()).digest()
