"""Which recommendations the documents before two real reviews name, against what a reader found in them."""

import csv
import re
from pathlib import Path

import pytest

from indexer.extract.reported.reported import reported_paragraphs
from indexer.extract.reports.recommendations import extract_recommendations
from indexer.merge.stated_links import ReportNumbers, basis_of, linked_paragraphs
from indexer.read.pdf import read_pdf
from indexer.recognise.document import recognise
from models.reviews.states import StateTable
from tests.paths import SHARED

SLOVENIA = SHARED / "slovenia"
STATES = StateTable.built_in()
Link = tuple[str, str, str]
"""Symbol, paragraph, number of the recommendation."""

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.slow,
    pytest.mark.skipif(not SLOVENIA.is_dir(), reason="needs the real documents of ../shared/data/slovenia"),
]


def links_found(report: Path, documents: list[Path]) -> set[Link]:
    read = read_pdf(report)
    identity = recognise(read, STATES)
    texts: dict[str, list[str]] = {}
    for record in extract_recommendations(read, identity, STATES):
        texts.setdefault(record.place.paragraph or "", []).append(record.text)
    numbers = ReportNumbers(identity.symbol, {paragraph: " ".join(words) for paragraph, words in texts.items()})
    found = set()
    for path in documents:
        document = read_pdf(path)
        paragraphs = list(reported_paragraphs(document, recognise(document, STATES)))
        basis = basis_of(paragraphs, numbers)
        for paragraph in paragraphs:
            for reference in paragraph.references:
                for number in linked_paragraphs(reference, numbers, basis):
                    found.add((paragraph.place.symbol, paragraph.place.paragraph or "", number))
    return found


def links_read(prefix: str) -> tuple[set[Link], set[Link]]:
    """What the reader found, and what a careful reader may keep or leave."""
    read, optional = set(), set()
    with (SLOVENIA / "progress_stated.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            symbol, paragraph, number = row["document_symbol"], row["paragraph"], row["recommendation_number"]
            if symbol.startswith(prefix):
                read.add((symbol, paragraph, number))
                if "sub-heading" in row["note"]:
                    optional.add((symbol, paragraph, number))
                if "exact extractor" in row["note"]:
                    optional |= {(symbol, paragraph, other) for other in re.findall(r"\d+\.\d+", row["note"])}
    return read - optional, optional


@pytest.mark.parametrize(
    ("report", "documents", "prefix", "at_least"),
    [
        pytest.param("cycle2/A_HRC_28_15.pdf", "cycle3/A_HRC_WG.6_34_SVN_*.pdf", "A/HRC/WG.6/34/", 3_500, id="third"),
        pytest.param("cycle1/A_HRC_14_15.pdf", "cycle2/A_HRC_WG.6_20_SVN_*.pdf", "A/HRC/WG.6/20/", 700, id="second"),
    ],
)
def test_stated_links(report: str, documents: str, prefix: str, at_least: int) -> None:
    read, optional = links_read(prefix)
    found = links_found(SLOVENIA / report, sorted(SLOVENIA.glob(documents))) - optional
    right = len(found & read)
    assert right >= at_least
    assert right / len(found) >= 0.98
    assert right / len(read) >= 0.98
