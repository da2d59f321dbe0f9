"""How documents on the time since a review are read: what they give, in which time, and whether languages agree.

    python -m benches.read_reports FILE...

Prints for each file its paragraphs, numbers left out, distinct headings, stakeholders named and stated references, and
the processor's time beside that of pdfminer.six alone, which reads the same PDF to text. Of files of one symbol, which
are one document in several languages, it prints what differs.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from pdfminer.high_level import extract_text

from indexer.datamodel.document_extract import DocumentExtract
from indexer.sources.document import read_document
from models.records.reported import ReportedParagraph
from models.reviews.states import StateTable


def seconds_of_pdfminer(path: Path) -> float:
    """Seconds of the processor in which it makes text of a file."""
    started = time.process_time()
    extract_text(path)
    return time.process_time() - started


def summary(extract: DocumentExtract) -> str:
    """What one document gives, in a line."""
    reported = extract.reported
    numbers = [int(paragraph.place.paragraph or 0) for paragraph in reported]
    left_out = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    return (
        f"{extract.identity.symbol} ({extract.identity.kind}, {extract.identity.language}): "
        f"{len(reported)} paragraphs, "
        f"left out {left_out or 'none'}, {len({paragraph.headings for paragraph in reported})} headings, "
        f"{len({code for paragraph in reported for code, _ in paragraph.contributors})} stakeholders, "
        f"{sum(len(paragraph.references) for paragraph in reported)} references"
    )


def differences(one: DocumentExtract, other: DocumentExtract) -> str:
    """How many paragraphs two languages give alike: number, depth of headings, recommendations named."""
    first, second = _outline(one.reported), _outline(other.reported)
    alike = sum(second.get(number) == outline for number, outline in first.items())
    return f"{one.identity.language} and {other.identity.language}: {alike} of {len(first | second)} paragraphs alike"


def _outline(reported: tuple[ReportedParagraph, ...]) -> dict[str, tuple[int, list[str]]]:
    return {
        paragraph.place.paragraph or "": (
            len(paragraph.headings),
            [number for reference in paragraph.references for number in reference.numbers],
        )
        for paragraph in reported
    }


def main() -> None:
    """Read the files named on the command line and print."""
    states = StateTable.built_in()
    ours = theirs = 0.0
    by_symbol: dict[str, list[DocumentExtract]] = defaultdict(list)
    for path in map(Path, sys.argv[1:]):
        started = time.process_time()
        extract = read_document(path, path.name, states)
        took = time.process_time() - started
        if not isinstance(extract, DocumentExtract):
            continue
        by_symbol[extract.identity.symbol].append(extract)
        print(summary(extract))
        if path.suffix == ".pdf":
            ours, theirs = ours + took, theirs + seconds_of_pdfminer(path)
    for symbol, (one, *others) in by_symbol.items():
        for other in others:
            print(f"{symbol}, {differences(one, other)}")
    if theirs:
        print(f"PDFs read in {ours:.1f} s of the processor, {ours / theirs:.2f} times pdfminer's {theirs:.1f}")


if __name__ == "__main__":
    main()
