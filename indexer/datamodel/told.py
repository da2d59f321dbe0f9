"""What a user says of a file that does not say it itself: of which review it is, and whether it is a draft."""

import re
from dataclasses import dataclass

from models.records.records import review_id


@dataclass(frozen=True, slots=True)
class Told:
    """What a user says of one file."""

    state: str
    """ISO 3166 alpha-3 code of the State under review."""
    session: int
    is_draft: bool | None = None
    """None where nothing is said of it."""

    @property
    def review(self) -> str:
        """ "SOM-52"."""
        return review_id(self.state, self.session)

    @property
    def as_text(self) -> str:
        """What `told_in` reads again."""
        kind = "" if self.is_draft is None else " draft" if self.is_draft else " report"
        return f"{self.review}{kind}"


_TOLD = re.compile(r"(?P<state>[A-Z]{3})-(?P<session>\d{1,2})(?: (?P<kind>draft|report))?")


def told_in(text: str) -> Told | None:
    """What `Told.as_text` wrote, or a review alone ("SOM-52"); None for anything else."""
    found = _TOLD.fullmatch(text.strip())
    if found is None:
        return None
    is_draft = None if found["kind"] is None else found["kind"] == "draft"
    return Told(found["state"], int(found["session"]), is_draft)
