"""What a few documents hold, without an index: read, joined review by review, in the order they were given."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.told import Told
from indexer.gather.source_files import SourceFile, find_source_files, with_told
from indexer.gather.workers import read_documents
from indexer.merge.copies import Candidate, choose_documents, contents_of, copy_in_words
from indexer.merge.observations import merge_observations
from indexer.merge.review import merge_documents
from indexer.progress import Progress, silent
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
    """Files that say the same as one that is used, or bear a date to come."""


def extract_files(
    paths: Iterable[Path],
    states_csv: Path | None,
    jobs: int,
    progress: Progress = silent,
    told: Told | None = None,
) -> ExtractedRecords:
    """Read files and folders; each file in a process of its own, with limits on time and memory.

    `told` says of which review those files are that do not say it themselves.
    """
    found = [with_told(file, told) for file in find_source_files(paths)]
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
    today = datetime.now(UTC).date()
    candidates = [Candidate(document.digest, document.name, document.identity, True) for document in in_order]
    choice = choose_documents(candidates, today, cache(lambda digest: contents_of([extract[digest]])))
    used = {candidate.digest for candidate in choice.used}
    documents = [document for document in in_order if document.digest in used]
    copies = [replace(extract[digest], copy_of=used) for digest, used in choice.used_instead.items()]
    merged = merge_documents([*documents, *copies], today)
    return ExtractedRecords(
        recommendations=merged.recommendations,
        commitments=merged.commitments,
        responses=tuple(response for document in documents for response in document.answers.responses),
        observations=merge_observations(documents),
        reported=tuple(paragraph for document in documents for paragraph in document.reported),
        warnings=(*(copy_in_words(copy) for copy in choice.copies), *merged.warnings),
        failed=tuple(failed),
        left_out=choice.left_out,
    )
