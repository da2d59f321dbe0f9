"""Record → index → record: nothing is lost or changed on the way."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.merge.review import merge_documents
from models.encoders.load_encoder import load_encoder
from models.records.enums import Position
from models.records.records import Conflict, Place, Recommendation, Sponsor
from search import open_index
from tests.invented_records import TODAY, build_small_index, documents_of, recommendation

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
PLACES = st.builds(Place, st.just("A/HRC/928/15/Add.1"), st.none() | WORDS, st.none() | st.integers(1, 900))
SPONSORS = st.lists(st.builds(Sponsor, st.sampled_from(["FRA", "CIV", "VAT", "PSE"]), WORDS), max_size=3).map(tuple)
CONFLICTS = st.lists(st.builds(Conflict, PLACES, st.sampled_from(Position), WORDS), max_size=2).map(tuple)


@st.composite
def recommendations(draw: st.DrawFn, number: int) -> Recommendation:
    """A record with anything that documents may print."""
    commented = draw(st.booleans())
    text = draw(WORDS)
    return replace(
        recommendation(text, f"100.{number}", state=draw(st.sampled_from(["SVN", "TUR"]))),
        quoted=draw(WORDS),
        printed_number=draw(st.just("") | WORDS),
        composed=draw(st.booleans()),
        sponsors=draw(SPONSORS),
        interim_position=draw(st.sampled_from(Position)),
        language=["en", "fr", "ar"][len(text) % 3],  # the catalogue knows one language for each text
        comment=draw(WORDS) if commented else None,
        comment_source=draw(PLACES) if commented else None,
        list_comment=draw(WORDS) if commented else None,
        list_comment_source=draw(PLACES) if commented else None,
        conflicts=draw(CONFLICTS),
    )


@given(st.integers(1, 8).flatmap(lambda size: st.tuples(*(recommendations(number) for number in range(size)))))
@settings(max_examples=15)
def test_record_is_equal_after_indexing(records: tuple[Recommendation, ...]) -> None:
    with TemporaryDirectory() as folder:
        build_small_index(Path(folder), records)
        index = open_index(Path(folder), load_encoder("letters"))
        expected = merge_documents(documents_of(records), TODAY).recommendations
        assert len(expected) == len(records)
        for record in expected:
            assert index.record(record.id) == record
