"""Records that somebody chose, of whatever kind, as they are in the index today."""

from dataclasses import dataclass

from models.records.records import Commitment, Observation, Recommendation
from search.datamodel.progress import ReportedText

ChosenRecord = Recommendation | Commitment | Observation | ReportedText


@dataclass(frozen=True, slots=True)
class ChosenEntry:
    """What an id given once stands for today."""

    asked_for: str
    """The id as it was chosen."""
    id: str
    """What the record is called today; `asked_for` where the index has none."""
    kind: str
    """"recommendation", "commitment", "observation" or "report"; "" where the index has no record."""
    state: str | None
    """Code of the State that it is about; None of a general comment."""
    record: ChosenRecord | None
    """None: the documents indexed do not hold it, or no longer."""
    withdrawn: bool = False
    """Whether the index gave the id once."""
