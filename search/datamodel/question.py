"""What a user asks: a text, a State of their own, and filters, each value from a controlled list."""

from dataclasses import dataclass

MAX_TEXT_CHARACTERS = 10_000
LABEL_FIELDS = {"label": "upr-info", "theme": "uhri", "persons": "uhri-persons"}
"""Fields of `Filters` that are labels → their scheme (models.records.records.Label)."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Values of one field are alternatives (OR); fields add up (AND); an empty field does not filter."""

    under_review: tuple[str, ...] = ()
    """Codes of States under review."""
    recommending: tuple[str, ...] = ()
    """Codes of recommending States."""
    group: tuple[str, ...] = ()
    """Regional groups of the State under review."""
    cycle: tuple[int, ...] = ()
    """Cycles of the review, 1 to 4."""
    session: tuple[int, ...] = ()
    """Working Group sessions."""
    position: tuple[str, ...] = ()
    """"supported", "noted", "pending", "unknown"."""
    kind: tuple[str, ...] = ("recommendation",)
    """"recommendation", "commitment"; none: both."""
    language: tuple[str, ...] = ()
    """ISO 639-1 codes of the languages of the texts."""
    label: tuple[str, ...] = ()
    """UPR Info's issue labels, by a source or by the classifier."""
    theme: tuple[str, ...] = ()
    """Themes of the Universal Human Rights Index, by OHCHR's lists or by the Index."""
    persons: tuple[str, ...] = ()
    """Affected persons, by the same."""
    action_category: tuple[int, ...] = ()
    """UPR Info's action categories: 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific."""
