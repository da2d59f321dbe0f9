"""What an index holds, for `upr info`."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from indexer.datamodel.kept_sentences import sentence_from_text
from indexer.describe.conflicts import conflicts_in_words, conflicts_of_reviews
from indexer.describe.next_documents import missing_documents, reviews_without_mid_term_report
from indexer.report.report import StateCount, count_by_state, table_of_counts
from indexer.write.previous_snapshot import open_catalogue
from models.files.digests import sha256_of_file
from models.index_database.address import IndexPlace
from models.index_folder.catalogue_schema import Query
from models.index_folder.controlled_columns import check_columns
from models.index_folder.discrepancies import stored_discrepancies
from models.index_folder.folder import (
    CATALOGUE,
    MANIFEST,
    Manifest,
    check_before_opening,
    current_snapshot,
    damaged_index,
    read_manifest,
    rebuild,
    vectors_made,
)
from models.messages.message import Message
from models.messages.printable import one_line
from models.messages.spoken import said, said_decimal, spoken, why_it_failed
from models.records.discrepancies import discrepancy_in_words
from models.records.documents import DocumentKind

MISSING_SHOWN = 20
_COPIES = """
SELECT copy.name, copy.symbol, copy.date, document.name FROM copy JOIN document ON document.digest = used
ORDER BY copy.symbol, copy.name
"""
_REVIEWS = "SELECT count(DISTINCT review) FROM recommendation"
_KINDS = "SELECT kind, count(*) FROM document GROUP BY kind ORDER BY kind"


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
        raise damaged_index(str(folder), why_it_failed(error), rebuild(folder)) from error
    made = {} if manifest.has_vectors else {"vectors_made": vectors_made(folder)}
    return {"manifest_sha256": sha256_of_file(snapshot / MANIFEST), **made, **facts}


def describe(manifest: Manifest, size: int, query: Query) -> dict[str, Any]:
    """What an index holds, wherever it is; `size` is what its files take, in bytes.

    Raises:
        IndexFolderError: something in it cannot be read.
    """
    check_columns(query)
    today = datetime.now(UTC).date()
    ((reviews,),) = query(_REVIEWS)
    return {
        "built": manifest.built,
        "format_version": manifest.format_version,
        "encoder": manifest.encoder,
        "vector_space": asdict(manifest.vector_space),
        "other_languages": manifest.other_languages,
        "bytes": size,
        "counts": manifest.counts,
        "documents_by_kind": {DocumentKind(kind): count for kind, count in query(_KINDS)},
        "reviews_with_recommendations": reviews,
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
        "skipped": _skipped(query),
    }


def description_as_text(description: dict[str, Any], place: IndexPlace) -> str:
    """The facts on an index as `upr info` prints them."""
    return "\n".join(_lines(description, place))


def _copies(query: Query) -> list[dict[str, Any]]:
    """The files that have the symbol of a document and differ from it, and which file is used."""
    return [{"name": name, "symbol": symbol, "date": day, "used": used} for name, symbol, day, used in query(_COPIES)]


def _skipped(query: Query) -> list[str]:
    """Why files were skipped, in the order of their names."""
    reasons = [(name, sentence_from_text(reason)) for name, reason in query("SELECT name, reason FROM skipped")]
    return [reason for _, reason in sorted(reasons)]


def _conflict_lines(description: dict[str, Any]) -> Iterator[str]:
    for copy in description["copies"]:
        name, used = one_line(copy["name"]), one_line(copy["used"])
        yield said(
            "check %(name)s: it has the symbol %(symbol)s and differs from %(used)s, which is used",
            name=name,
            symbol=copy["symbol"],
            used=used,
        )
    for review, conflicts in description["conflicts"].items():
        for words in conflicts_in_words(conflicts):
            yield said("conflict %(review)s: %(words)s", review=review, words=one_line(words))


def _lines(description: dict[str, Any], place: IndexPlace) -> Iterator[str]:
    yield said(
        "built %(day)s, %(megabytes)s MB",
        day=description["built"],
        megabytes=said_decimal(description["bytes"] / 1e6, 1),
    )
    if "manifest_sha256" in description:
        digest = description["manifest_sha256"]
        yield said(
            "sha256 of manifest.json %(digest)s (compare it with what the giver of an index names)", digest=digest
        )
    yield said(
        "encoder %(encoder)s, %(dimensions)s dimensions",
        encoder=description["encoder"],
        dimensions=str(description["vector_space"]["dimension"]),
    )
    if "vectors_made" in description:
        texts = description["counts"]["text_rows"]
        yield said(
            "vectors are being made: %(made)s of %(count)s texts (docs/index-folder.md)",
            made=description["vectors_made"],
            count=texts,
        )
    yield said(
        "%(documents)s documents, %(reviews)s reviews with %(recommendations)s recommendations, %(observations)s "
        "observations, %(reported)s reported paragraphs; %(skipped)s files skipped, %(copies)s copies",
        **description["counts"] | {"reviews": description["reviews_with_recommendations"]},
    )
    kinds = {kind.rules.name: count for kind, count in description["documents_by_kind"].items()}
    positions = {Message(position): count for position, count in description["positions"].items()}
    for counts in filter(None, (kinds, positions)):
        yield ", ".join(said("%(count)s %(what)s", count=count, what=spoken(what)) for what, count in counts.items())
    yield ""
    yield from table_of_counts(tuple(StateCount(**count) for count in description["recommendations"]))
    for review, sentences in description["discrepancies"].items():
        yield said(
            "check %(review)s: %(sentences)s", review=review, sentences=" ".join(map(one_line, map(spoken, sentences)))
        )
    yield from _conflict_lines(description)
    yield from _missing_lines(description, place)
    if description["skipped"]:
        yield ""
    for reason in description["skipped"]:
        yield said("skipped: %(reason)s", reason=one_line(spoken(reason)))


def _missing_lines(description: dict[str, Any], place: IndexPlace) -> Iterator[str]:
    missing = description["without_next_documents"]
    if missing:
        yield ""
        wanted = f"--missing --index {place}" if isinstance(place, Path) else "--state CODE"
        yield said(
            "To see what happened since, add the documents before the next review: `%(command)s` fetches them from the "
            "UN, after asking you.",
            command=f"upr fetch documents {wanted}",
        )
    for documents in missing[:MISSING_SHOWN]:
        yield said("on %(review)s: %(documents)s", review=documents["review"], documents=documents["named"])
    if len(missing) > MISSING_SHOWN:
        yield said("… and on %(count)s more: --json names all.", count=len(missing) - MISSING_SHOWN)
    without = description["without_mid_term_report"]
    if without:
        reviews = ", ".join(without[:MISSING_SHOWN])
        if len(without) > MISSING_SHOWN:
            reviews = said("%(listed)s and %(count)s more", listed=reviews, count=len(without) - MISSING_SHOWN)
        yield said("no mid-term report indexed on %(reviews)s", reviews=reviews)
