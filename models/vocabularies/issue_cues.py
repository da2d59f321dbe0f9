"""Words that point to issues: the share of recommendations with a word that people gave a label of UPR Info's.

The table issue_cues.csv is written by benches/issue_cues.py, which says how it is counted.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from models.files.package_tables import table_rows


def issue_profile(stems: Iterable[str]) -> dict[str, float]:
    """How much the words of a text point to each issue: the sum of their shares; issues without cues are left out."""
    profile: dict[str, float] = {}
    for stem in stems:
        for issue, share in _cues().get(stem, {}).items():
            profile[issue] = profile.get(issue, 0.0) + share
    return profile


@cache
def _cues() -> Mapping[str, Mapping[str, float]]:
    """Share by issue, by stem."""
    cues: dict[str, dict[str, float]] = {}
    for row in table_rows("models.vocabularies", "issue_cues.csv"):
        cues.setdefault(row["stem"], {})[row["issue"]] = float(row["share"])
    return cues
