"""What a few documents hold, without an index: read, joined review by review, in the order they were given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.packed_extract import PackedExtract
from indexer.merge.latest_issue import candidate_of, choose_documents
from indexer.merge.observations import merge_observations
from indexer.merge.review import merge_documents
from indexer.progress import Progress, silent
from indexer.runs.source_files import SourceFile, find_source_files
from indexer.runs.workers import read_documents
from models.records.records import Commitment, Observation, Recommendation, Response
from models.records.reported import ReportedParagraph


@dataclass(frozen=True, slots=True)
class ExtractedRecords:
    """The records of some files, and the files that gave none."""

    recommendations: tuple[Recommendation, ...]
    commitments: tuple[Commitment, ...]
    responses: tuple[Response, ...]
    """The single answers of the documents, before they were joined."""
    observations: tuple[Observation, ...]
    reported: tuple[ReportedParagraph, ...]
    """What documents before a review report."""
    warnings: tuple[str, ...]
    """What in the documents could not be used or did not fit, one sentence each."""
    failed: tuple[SkippedFile, ...]
    """Files that could not be read or recognised."""
    left_out: tuple[SkippedFile, ...]
    """Other issues of documents that are used."""


def extract_files(
    paths: Iterable[Path], states_csv: Path | None, jobs: int, progress: Progress = silent
) -> ExtractedRecords:
    """Read files and folders; each file in a process of its own, with limits on time and memory."""
    found = list(find_source_files(paths))
    files = {file.digest: file for file in found if isinstance(file, SourceFile)}
    failed = [file for file in found if isinstance(file, SkippedFile)]
    extract: dict[str, DocumentExtract] = {}
    with progress("Reading files", len(files)) as advance:
        for outcome in read_documents(list(files.values()), states_csv, jobs):
            if isinstance(outcome, SkippedFile):
                failed.append(outcome)
            else:
                extract[outcome.digest] = outcome.whole() if isinstance(outcome, PackedExtract) else outcome
            advance(1)
    in_order = [extract[digest] for digest in files if digest in extract]
    chosen, left_out = choose_documents(map(candidate_of, in_order))
    used = {candidate.digest for candidate in chosen}
    documents = [document for document in in_order if document.digest in used]
    merged = merge_documents(documents, datetime.now(UTC).date())
    return ExtractedRecords(
        recommendations=merged.recommendations,
        commitments=merged.commitments,
        responses=tuple(response for document in documents for response in document.answers.responses),
        observations=merge_observations(documents),
        reported=tuple(paragraph for document in documents for paragraph in document.reported),
        warnings=merged.warnings,
        failed=tuple(failed),
        left_out=tuple(left_out),
    )
