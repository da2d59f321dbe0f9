"""Writes samples/documents/*.pdf and samples/expected/*.jsonl from samples/content: `python -m samples.make_documents`.

The same content gives the same bytes on every run.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from samples.addendum_pages import write_addendum
from samples.content import HERE, Report, read_reports, read_states
from samples.expected_records import Record, expected_commitments, expected_recommendations, expected_responses
from samples.national_report_pages import write_national_report
from samples.report_pages import write_report


def file_name(symbol: str) -> str:
    """ "A/HRC/910/1/Add.1" → "A_HRC_910_1_Add.1"."""
    return symbol.replace("/", "_")


def write_documents(folder: Path) -> None:
    """Write documents/ and expected/ under a folder."""
    for name in ("documents", "expected"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for report in read_reports(read_states()):
        _write_review(report, folder)


def _write_review(report: Report, folder: Path) -> None:
    pages = write_report(report, _document(folder, report.symbol))
    _write_records(expected_recommendations(report, pages), folder, report.symbol)
    pages = write_addendum(report, _document(folder, report.addendum_symbol))
    _write_records(expected_responses(report, pages), folder, report.addendum_symbol)
    if national := report.raw.get("national_report"):
        pages = write_national_report(report, _document(folder, national["symbol"]))
        _write_records(expected_commitments(report, pages), folder, national["symbol"])


def _document(folder: Path, symbol: str) -> Path:
    return folder / "documents" / f"{file_name(symbol)}.pdf"


def _write_records(records: Sequence[Record], folder: Path, symbol: str) -> None:
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    (folder / "expected" / f"{file_name(symbol)}.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--to", type=Path, default=HERE, help="folder that gets documents/ and expected/")
    write_documents(parser.parse_args().to)


if __name__ == "__main__":
    main()
