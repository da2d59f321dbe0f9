"""A comment that refers on is followed to what the State says there, each paragraph once, and never to a guess."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Place, Recommendation, Response, StatedAnswers
from search import KeywordQuestion, SearchIndex, open_index
from search.answer.as_json import hit_as_json
from search.answer.referred_comments import referred_comments
from tests.search.invented_index import Request, build, records_of, symbol_of

REPORT = symbol_of("XAA", 20)
ADDENDUM = f"{REPORT}/Add.1"
COMMENTS = {
    "100.1": "Oaks are planted.",
    "100.2": "See recommendation 1.",
    "100.3": "See recommendations 100.1, 4 and 2.",
    "100.4": "Harbours are open. See also recommendation 3.",
    "100.5": "See recommendation 6.",
    "100.6": "See recommendation 5.",
    "100.7": "See recommendation 99.",
    "100.8": "See recommendations 10–11.",
    "100.9": "See recommendation 12.",
    "100.10": "Ferries sail.",
    "100.11": "Ferries sail.",
    "100.12": "Trees grow.",
    "101.12": "Roads are mended.",
}


def _records() -> list[Recommendation]:
    requests = [Request(f"Do thing number {number} for the girls", by=("XAB",)) for number in range(len(COMMENTS))]
    return [
        replace(record, place=replace(record.place, paragraph=paragraph))
        for record, paragraph in zip(records_of(requests), COMMENTS, strict=True)
    ]


def _addendum() -> DocumentExtract:
    """A comment on each number, the like in one paragraph."""
    paragraphs = {
        comment: Place(ADDENDUM, str(place), 2) for place, comment in enumerate(dict.fromkeys(COMMENTS.values()), 1)
    }
    responses = [
        Response(paragraphs[comment], REPORT, number, None, "", comment, paragraphs[comment])
        for number, comment in COMMENTS.items()
    ]
    identity = DocumentIdentity(ADDENDUM, DocumentKind.ADDENDUM, "en", "XAA")
    return DocumentExtract("addendum.pdf", "0" * 64, identity, answers=StatedAnswers(tuple(responses)))


@pytest.fixture(scope="module")
def referring(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("referring"), [*_records(), _addendum()]))


@pytest.mark.parametrize(
    ("paragraph", "followed"),
    [
        pytest.param("100.1", [], id="refers to nothing"),
        pytest.param("100.2", [(["100.1"], "Oaks are planted.")], id="bare number of the only list that has it"),
        pytest.param(
            "100.3",
            [
                (["100.1"], "Oaks are planted."),
                (["100.4"], "Harbours are open. See also recommendation 3."),
                (["100.2"], "See recommendation 1."),
            ],
            id="several, in the order named, each once",
        ),
        pytest.param(
            "100.4",
            [
                (["100.3"], "See recommendations 100.1, 4 and 2."),
                (["100.1"], "Oaks are planted."),
                (["100.2"], "See recommendation 1."),
            ],
            id="on to what is referred to there",
        ),
        pytest.param("100.5", [(["100.6"], "See recommendation 5.")], id="a loop ends where it began"),
        pytest.param("100.7", [], id="no such number"),
        pytest.param("100.8", [(["100.10", "100.11"], "Ferries sail.")], id="one comment on several"),
        pytest.param("100.9", [], id="a number of two lists"),
    ],
)
def test_a_reference_is_followed(
    referring: SearchIndex, paragraph: str, followed: Sequence[tuple[list[str], str]]
) -> None:
    record = referring.record(f"XAA-20-{paragraph}-1")

    found = referred_comments(referring.snapshot.connection, record)

    assert [(list(each.paragraphs), each.comment) for each in found] == list(followed)
    assert record.comment == COMMENTS[paragraph]


def test_each_has_its_own_source(referring: SearchIndex) -> None:
    (referred,) = referred_comments(referring.snapshot.connection, referring.record("XAA-20-100.2-1"))

    assert referred.place == Place(ADDENDUM, "1", 2)


def test_hits_carry_what_their_comments_refer_to(referring: SearchIndex) -> None:
    hits = {hit.record.place.paragraph: hit for hit in referring.find(KeywordQuestion("girls", limit=100)).hits}

    assert hit_as_json(hits["100.2"])["referred_comments"] == [
        {
            "records": ["XAA-20-100.1-1"],
            "paragraphs": ["100.1"],
            "comment": "Oaks are planted.",
            "comment_source": {"symbol": ADDENDUM, "paragraph": "1", "page": 2},
        }
    ]
    assert hit_as_json(hits["100.1"])["referred_comments"] == []
