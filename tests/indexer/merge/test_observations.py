"""A paragraph of a treaty body is one observation, whoever gives it."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.observations import merge_observations
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Label, Observation, ObservationKind, Origin, Place

SYMBOL = "CRC/C/SVN/CO/900"
CONCERN, RECOMMENDATION, BOTH, OTHER = (
    ObservationKind.CONCERN,
    ObservationKind.RECOMMENDATION,
    ObservationKind.BOTH,
    ObservationKind.OTHER,
)
ROADS, HUTS = Label("uhri", "Roads", Origin.SOURCE), Label("uhri", "Huts", Origin.SOURCE)
PRINTED = Observation("SVN", "CRC", Place(SYMBOL, "7", 3), "Huts", CONCERN, "The roads are steep.", date(2020, 1, 2))
OF_INDEX = Observation("SVN", "CRC", Place(SYMBOL, "7", None), "", RECOMMENDATION, "Level the roads.", labels=(ROADS,))


def document(*observations: Observation, digest: str = "z") -> DocumentExtract:
    identity = DocumentIdentity(SYMBOL, DocumentKind.CONCLUDING_OBSERVATIONS, "en", "SVN")
    return DocumentExtract(digest, digest, identity, observations=observations)


def export(*observations: Observation, digest: str = "a") -> DocumentExtract:
    identity = DocumentIdentity("Universal Human Rights Index", DocumentKind.RIGHTS_INDEX_EXPORT, "en")
    return DocumentExtract(digest, digest, identity, observations=observations)


def test_the_document_s_words_win_and_all_labels_are_kept() -> None:
    again = replace(OF_INDEX, labels=(HUTS, ROADS))
    for sources in permutations([document(PRINTED), export(OF_INDEX), export(again, digest="b")]):
        assert merge_observations(sources) == (replace(PRINTED, labels=(ROADS, HUTS)),)


def test_what_the_document_lacks_is_taken_from_the_export() -> None:
    bare = replace(PRINTED, heading="", date=None)
    full = replace(OF_INDEX, heading="Roads", date=date(2020, 3, 4), labels=())
    assert merge_observations([document(bare), export(full)]) == (
        replace(bare, heading="Roads", date=date(2020, 3, 4)),
    )


def test_records_of_one_paragraph_in_exports_are_brought_together() -> None:
    rest = replace(OF_INDEX, text="Mend the huts.", kind=CONCERN, labels=(HUTS,))
    repeated = replace(OF_INDEX, text="Level", labels=())
    (merged,) = merge_observations([export(OF_INDEX, repeated, rest)])
    assert (merged.text, merged.kind) == ("Level the roads.\nMend the huts.", BOTH)
    assert merged.labels == (ROADS, HUTS)


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        pytest.param(OTHER, OTHER, OTHER, id="neither says"),
        pytest.param(OTHER, CONCERN, CONCERN, id="one says"),
        pytest.param(RECOMMENDATION, RECOMMENDATION, RECOMMENDATION, id="both say the same"),
        pytest.param(CONCERN, RECOMMENDATION, BOTH, id="they differ"),
    ],
)
def test_the_kind_of_two_records(first: ObservationKind, second: ObservationKind, merged: ObservationKind) -> None:
    observations = replace(OF_INDEX, kind=first), replace(OF_INDEX, kind=second)
    assert [record.kind for record in merge_observations([export(*observations)])] == [merged]


def test_observations_stand_by_document_and_number() -> None:
    places = [Place("B", "2", 1), Place("B", None, 1), Place("A", "10", 1), Place("A", "9", 1)]
    records = [replace(PRINTED, place=place) for place in places]
    ordered = [(record.place.symbol, record.place.paragraph) for record in merge_observations([document(*records)])]
    assert ordered == [("A", "9"), ("A", "10"), ("B", None), ("B", "2")]
