"""The crosswalk: what belongs to an issue in the words of others, one relation a row of crosswalk.csv.

An issue is one of UPR Info's 54 labels, or a topic that has none but is a theme of the Universal Human Rights Index.
Related are the articles that treaty bodies watch over, clusters of reports on the Convention on the Rights of the
Child, themes and affected persons of the Index, and targets of the Sustainable Development Goals. Each row says where
it comes from; docs/crosswalk.md tells how the table was made.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from models.files.package_tables import table_rows


class RelationKind(StrEnum):
    """What an issue is related to."""

    COVERS = "covers"
    """What UPR Info's coders count to the issue."""
    TREATY = "treaty"
    """An article of the treaty that a treaty body watches over."""
    CRC_CLUSTER = "crc-cluster"
    """A cluster of reports to the Committee on the Rights of the Child."""
    THEME = "uhri-theme"
    PERSONS = "persons"
    """Affected persons, as the Universal Human Rights Index labels them."""
    TARGET = "sdg"
    """A target of the Sustainable Development Goals."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of the table."""

    issue: str
    """"" for a theme that belongs to no issue."""
    kind: RelationKind
    value: str
    """The label; the code of a models.vocabularies.treaty_bodies.TreatyBody; the number of a target ("16.3")."""
    detail: str
    """The article's number; for themes and persons the lists in which the label was seen."""
    source: str
    """Where the relation comes from; for a theme that belongs to no issue, why."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue with all that is related to it."""

    name: str
    """A label of UPR Info's, or the name of a topic."""
    is_label: bool
    """Whether it is a label of UPR Info's."""
    relations: tuple[Relation, ...]

    @property
    def slug(self) -> str:
        """The issue in an address ("womens-rights")."""
        return issue_slug(self.name)

    def of_kind(self, kind: str) -> tuple[Relation, ...]:
        """The relations of one kind."""
        return tuple(relation for relation in self.relations if relation.kind == kind)

    @property
    def articles(self) -> dict[str, tuple[int, ...]]:
        """The articles concerned, by code of the treaty body."""
        found: dict[str, tuple[int, ...]] = {}
        for relation in self.of_kind(RelationKind.TREATY):
            found[relation.value] = (*found.get(relation.value, ()), int(relation.detail))
        return found


TOPICS = ("Older persons", "Statelessness", "Climate change", "Business and human rights", "Privacy")
"""Issues without a label of UPR Info's."""
LISTS = ("2014", "2019", "current")
"""Those in which labels were seen, as the table names them, the latest last: OHCHR's of two years, the Index's own."""
CATCH_ALL = ("General", "Other")
"""Labels of what fits no other: two texts that have one need not have anything in common."""


@cache
def issues() -> Mapping[str, Issue]:
    """All issues by name: UPR Info's labels in the order of the alphabet, then the topics."""
    rows: dict[str, list[Relation]] = {}
    for relation in _relations():
        rows.setdefault(relation.issue, []).append(relation)
    names = sorted(rows.keys() - {"", *TOPICS}, key=str.casefold)
    return {name: Issue(name, name not in TOPICS, tuple(rows[name])) for name in (*names, *TOPICS)}


@cache
def unmapped_themes() -> tuple[Relation, ...]:
    """The themes that belong to no issue, each with the reason."""
    return tuple(relation for relation in _relations() if not relation.issue)


@cache
def issues_by_theme() -> Mapping[str, tuple[str, ...]]:
    """The issues that each theme belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for relation in _relations():
        if relation.kind is RelationKind.THEME and relation.issue:
            found[relation.value] = (*found.get(relation.value, ()), relation.issue)
    return found


def current_name(scheme: str, printed: str) -> str:
    """A theme or affected persons as the latest list writes them that has them; as printed where that is not certain.

    Certain is what differs in capitals, spaces, punctuation, "and" and "&", or in an added "- general" alone.
    """
    return _current_names(scheme).get(_plain(printed), printed)


@cache
def _current_names(scheme: str) -> Mapping[str, str]:
    kind = {"uhri": RelationKind.THEME, "uhri-persons": RelationKind.PERSONS}.get(scheme)
    of_kind = [one for one in _relations() if one.kind is kind]
    return {_plain(one.value): one.value for seen in LISTS for one in of_kind if seen in one.detail.split("; ")}


def _plain(label: str) -> str:
    words = [word for word in re.findall(r"\w+", label.casefold()) if word != "and"]
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "general" else words)


def themes_of_labels(labels: Iterable[str]) -> frozenset[str]:
    """The themes that belong to labels of UPR Info's; none for those that gather what fits no other."""
    return frozenset(
        relation.value
        for label in labels
        if label in issues() and label not in CATCH_ALL
        for relation in issues()[label].of_kind(RelationKind.THEME)
    )


@cache
def article_subjects() -> Mapping[tuple[str, int], str]:
    """What each article of the table is about, in a few words, by code of the treaty body and number."""
    return {
        (row["body"], int(row["article"])): row["subject"]
        for row in table_rows("models.vocabularies", "treaty_articles.csv")
    }


@cache
def target_subjects() -> Mapping[str, str]:
    """What each target of the table is about, in a few words."""
    return {row["target"]: row["subject"] for row in table_rows("models.vocabularies", "sdg_targets.csv")}


def issue_slug(name: str) -> str:
    """A name in an address: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@cache
def _relations() -> tuple[Relation, ...]:
    return tuple(
        Relation(row["issue"], RelationKind(row["kind"]), row["value"], row["detail"], row["source"])
        for row in table_rows("models.vocabularies", "crosswalk.csv")
    )
