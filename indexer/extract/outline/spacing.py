"""White space of a document: what parts its paragraphs, measured once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from indexer.extract.thresholds import LEAST_LEADING, PARTED, SHARE_OF_PITCH, SHARE_OF_RIGHT, USUAL_SIZE, WIDEST_LEADING
from models.records.documents import Line


@dataclass(frozen=True, slots=True)
class Spacing:
    """What is usual in a document, in points."""

    size: float
    """Of the type."""
    pitch: float
    """From line to line of a paragraph."""
    right: float
    """Where full lines end."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Spacing":
        """Measure lines; tables, whose rows would shift what is usual, are left out by the caller."""
        size = median([line.size for line in lines] or [USUAL_SIZE])
        rights = sorted(line.right for line in lines)
        return cls(size, _pitch(lines, size), rights[-1 - len(rights) // SHARE_OF_RIGHT] if rights else 0.0)

    def parts(self, before: Line, line: Line, distance: float = PARTED) -> bool:
        """Whether white space parts a line from the one before on its page; larger type is set wider.

        Lines of a text without type are never parted: nothing is known of where they stand.
        """
        if not line.size or before.page != line.page:
            return False
        of_larger_type = max(1.0, min(before.size, line.size) / self.size)
        return line.top - before.top > distance * self.pitch * of_larger_type

    def begins_block(self, before: Line, line: Line) -> bool:
        """Whether a line stands in another block: parted, on another page, or beside or above the one before."""
        return before.page != line.page or line.top < before.top or self.parts(before, line)


def _pitch(lines: Sequence[Line], size: float) -> float:
    """The distance of two lines of a paragraph: the lower quintile, and never that of two paragraphs."""
    steps = [after.top - before.top for before, after in pairwise(lines) if before.page == after.page]
    steps = sorted(step for step in steps if step > LEAST_LEADING * size)
    widest = WIDEST_LEADING * size
    return min(steps[len(steps) // SHARE_OF_PITCH], widest) if steps else widest
