"""The position of a State under review on a recommendation.

A State under review cannot reject a recommendation: it supports it, or it notes it.
"""

from enum import StrEnum


class Position(StrEnum):
    """The four positions that records and pages use; never "accepted", "rejected" or "refused"."""

    SUPPORTED = "supported"
    NOTED = "noted"
    PENDING = "pending"
    """The report announces a later answer, and the review is not adopted yet."""
    UNKNOWN = "unknown"
    """The review is adopted, but no answer stands in the documents indexed. Never counted as noted."""
