"""What a site keeps in memory, for all of its processes."""

import secrets
from dataclasses import dataclass, replace
from typing import Self

from models.index_database.address import DatabaseAddress
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

    def with_database(self, address: DatabaseAddress, seconds: float) -> Self:
        """Stores in a database, for several machines; this memory is used while it cannot be reached.

        Raises:
            IndexDatabaseError: it cannot be reached now, or was not made by this program.
        """
        from web.site.kept_in_database import KeptInDatabase, form_secret

        return replace(
            self,
            questions=KeptInDatabase(address, "kept_question", seconds, self.questions),
            lists=KeptInDatabase(address, "kept_list", seconds, self.lists),
            form_secret=form_secret(address),
        )
