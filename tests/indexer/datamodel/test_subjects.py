"""What extracts and merges are of, as text and as a value."""

import pytest

from indexer.datamodel.subjects import Aspect, Subject


@pytest.mark.parametrize(
    ("text", "name", "aspect"),
    [
        ("NAM-24", "NAM-24", Aspect.RECORDS),
        ("A/HRC/48/4", "A/HRC/48/4", Aspect.RECORDS),
        ("NAM-24/reported", "NAM-24", Aspect.REPORTED),
        ("NAM/observations", "NAM", Aspect.OBSERVATIONS),
        ("/observations", "", Aspect.OBSERVATIONS),  # general comments speak to all States
        ("", "", Aspect.RECORDS),
    ],
)
def test_a_subject_is_read_as_it_was_written(text: str, name: str, aspect: Aspect) -> None:
    assert Subject.read(text) == Subject(name, aspect)
    assert str(Subject(name, aspect)) == text
