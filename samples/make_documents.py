"""Writes samples/documents/*.pdf and samples/expected/*.jsonl from samples/content: `python -m samples.make_documents`.

The same content gives the same bytes on every run.
"""

import argparse
from pathlib import Path

from samples.content import HERE, read_reports, read_states
from samples.report_pages import write_report


def file_name(symbol: str) -> str:
    """ "A/HRC/910/1/Add.1" → "A_HRC_910_1_Add.1"."""
    return symbol.replace("/", "_")


def main() -> None:
    """Write all documents and expected records under one folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--to", type=Path, default=HERE, help="folder that gets documents/ and expected/")
    folder = parser.parse_args().to
    documents = folder / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for report in read_reports(read_states()):
        pages = write_report(report, documents / f"{file_name(report.symbol)}.pdf")
        print(report.symbol, pages)


if __name__ == "__main__":
    main()
