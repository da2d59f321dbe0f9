"""What an index holds, for `upr info`."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from indexer.runs.conflicts import conflicts_in_words, conflicts_of_reviews
from indexer.runs.next_documents import missing_documents, reviews_without_mid_term_report
from indexer.runs.report import StateCount, count_by_state, table_of_counts
from indexer.write.previous_snapshot import open_catalogue
from models.digests import sha256_of_file
from models.errors import IndexFolderError
from models.index_database.address import IndexPlace
from models.index_folder.catalogue_schema import Query
from models.index_folder.discrepancies import stored_discrepancies
from models.index_folder.folder import (
    CATALOGUE,
    MANIFEST,
    Manifest,
    check_before_opening,
    current_snapshot,
    read_manifest,
    rebuild,
    vectors_made,
)
from models.printable import one_line
from models.records.discrepancies import discrepancy_in_words

MISSING_SHOWN = 20
_COPIES = """
SELECT copy.name, copy.symbol, copy.date, document.name FROM copy JOIN document ON document.digest = used
ORDER BY copy.symbol, copy.name
"""


def describe_index(folder: Path) -> dict[str, Any]:
    """The facts as plain data: `upr info --json` prints them.

    Raises:
        IndexFolderError: there is no index in the folder, or it is damaged.
    """
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    check_before_opening(snapshot, manifest)
    size = sum(record.size for record in manifest.files.values())
    try:
        with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
            facts = describe(manifest, size, catalogue.execute)
    except sqlite3.DatabaseError as error:
        raise IndexFolderError(f"The index in {folder} is damaged: {error}. {rebuild(folder)}") from error
    made = {} if manifest.has_vectors else {"vectors_made": vectors_made(folder)}
    return {"manifest_sha256": sha256_of_file(snapshot / MANIFEST), **made, **facts}


def describe(manifest: Manifest, size: int, query: Query) -> dict[str, Any]:
    """The same of an index wherever it is, which takes so many bytes."""
    today = datetime.now(UTC).date()
    return {
        "built": manifest.built,
        "format_version": manifest.format_version,
        "encoder": manifest.encoder,
        "vector_space": asdict(manifest.vector_space),
        "other_languages": manifest.other_languages,
        "bytes": size,
        "counts": manifest.counts,
        "documents_by_kind": dict(query("SELECT kind, count(*) FROM document GROUP BY kind ORDER BY kind")),
        "positions": dict(query("SELECT position, count(*) FROM recommendation GROUP BY position ORDER BY position")),
        "discrepancies": {
            review: [discrepancy_in_words(discrepancy) for discrepancy in of_review]
            for review, of_review in stored_discrepancies(query).items()
        },
        "copies": _copies(query),
        "conflicts": conflicts_of_reviews(query),
        "recommendations": [asdict(count) for count in count_by_state(query)],
        "without_next_documents": [asdict(missing) for missing in missing_documents(query, today)],
        "without_mid_term_report": reviews_without_mid_term_report(query),
        "skipped": [reason for (reason,) in query("SELECT reason FROM skipped ORDER BY name, reason")],
    }


def description_as_text(description: dict[str, Any], place: IndexPlace) -> str:
    """The facts on an index as `upr info` prints them."""
    return "\n".join(_lines(description, place))


def _copies(query: Query) -> list[dict[str, Any]]:
    """The files that have the symbol of a document and differ from it, and which file is used."""
    return [{"name": name, "symbol": symbol, "date": day, "used": used} for name, symbol, day, used in query(_COPIES)]


def _conflict_lines(description: dict[str, Any]) -> Iterator[str]:
    for copy in description["copies"]:
        name, used = one_line(copy["name"]), one_line(copy["used"])
        yield f"check {name}: it has the symbol {copy['symbol']} and differs from {used}, which is used"
    for review, conflicts in description["conflicts"].items():
        yield from (f"conflict {review}: {one_line(words)}" for words in conflicts_in_words(conflicts))


def _lines(description: dict[str, Any], place: IndexPlace) -> Iterator[str]:
    yield f"built {description['built']}, {description['bytes'] / 1e6:,.1f} MB"
    if "manifest_sha256" in description:
        digest = description["manifest_sha256"]
        yield f"sha256 of manifest.json {digest} (compare it with what the giver of an index names)"
    yield f"encoder {description['encoder']}, {description['vector_space']['dimension']} dimensions"
    if "vectors_made" in description:
        texts = description["counts"]["text_rows"]
        yield f"vectors are being made: {description['vectors_made']:,} of {texts:,} texts (docs/index-folder.md)"
    for name in ("counts", "documents_by_kind", "positions"):
        if description[name]:
            yield ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in description[name].items())
    yield ""
    yield from table_of_counts(tuple(StateCount(**count) for count in description["recommendations"]))
    for review, sentences in description["discrepancies"].items():
        yield f"check {review}: {' '.join(map(one_line, sentences))}"
    yield from _conflict_lines(description)
    missing = description["without_next_documents"]
    if missing:
        yield ""
        wanted = f"--missing --index {place}" if isinstance(place, Path) else "--state CODE"
        yield (
            f"To see what happened since, add the documents before the next review: `upr fetch documents {wanted}` "
            "fetches them from the UN, after asking you."
        )
    for documents in missing[:MISSING_SHOWN]:
        yield f"on {documents['review']}: {documents['named']}"
    if len(missing) > MISSING_SHOWN:
        yield f"… and on {len(missing) - MISSING_SHOWN:,} more: --json names all."
    without = description["without_mid_term_report"]
    if without:
        reviews = ", ".join(without[:MISSING_SHOWN])
        more = f" and {len(without) - MISSING_SHOWN:,} more" if len(without) > MISSING_SHOWN else ""
        yield f"no mid-term report indexed on {reviews}{more}"
    if description["skipped"]:
        yield ""
    for reason in description["skipped"]:
        yield f"skipped: {one_line(reason)}"
