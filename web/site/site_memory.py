"""What a site keeps in memory, for all of its processes."""

import secrets
from dataclasses import dataclass
from typing import Self

from web.site.kept_questions import CiphertextStore, MemoryStore


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """Stores of ciphertext, and the secret by which the site knows its own forms."""

    questions: CiphertextStore
    lists: CiphertextStore
    """Lists of chosen records: apart, so that many questions push out no list."""
    form_secret: bytes

    @classmethod
    def of_this_process(cls, seconds: float) -> Self:
        """Empty stores in the memory of this process, which forget so many `seconds` after the last use."""
        return cls(MemoryStore(seconds), MemoryStore(seconds), secrets.token_bytes(32))
