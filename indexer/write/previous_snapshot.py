"""What a build takes over from the snapshot before: texts read, ids given, vectors computed."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.datamodel.document_extract import SkippedFile
from indexer.datamodel.kept_sentences import sentence_from_text
from indexer.merge.stable_ids import Alias, KnownRequest, meaning_of, paragraph_in
from models.encoders.other_languages import space_from
from models.encoders.text_encoder import VectorSpace
from models.errors import IndexFolderError, LaterFormat
from models.index_folder.catalogue_schema import CARRIED_ON_SINCE, FIRST_MIGRATION, MIGRATIONS, TABLES_OF_TODAY
from models.index_folder.folder import (
    CATALOGUE,
    VECTORS,
    Manifest,
    check_files,
    current_snapshot,
    damaged_index,
    has_index,
    later_format,
    read_manifest,
    rebuild,
)
from models.index_folder.migrations import LaterVersion, migrate, version_of
from models.index_folder.stored_arrays import stored_array
from models.messages.spoken import why_it_failed
from models.reviews.states import State, StateKind

DOCUMENTS_KEPT = """
SELECT digest, name FROM document UNION SELECT digest, name FROM copy UNION SELECT digest, name FROM replaced_draft
"""


@dataclass(frozen=True, slots=True)
class PreviousSnapshot:
    """A snapshot whose files are as they were written, open for reading."""

    path: Path
    manifest: Manifest
    catalogue: sqlite3.Connection
    """Its catalogue with the tables of today: the snapshot's own, or a copy that was migrated."""

    def documents(self) -> dict[str, str]:
        """Digest → name of every document in use, and of the copies and replaced drafts kept beside them."""
        return dict(self.catalogue.execute(DOCUMENTS_KEPT))

    def replaced_drafts(self) -> set[tuple[str, str]]:
        """Digests of each draft that was replaced, and of the file that took its place."""
        return set(self.catalogue.execute("SELECT digest, used FROM replaced_draft"))

    def positions(self, review: str) -> dict[str, str]:
        """Id of each recommendation of a review → its position."""
        return dict(self.catalogue.execute("SELECT id, position FROM recommendation WHERE review = ?", [review]))

    def refused(self) -> Iterator[tuple[str | None, SkippedFile]]:
        """Files that gave nothing, each with the digest of the code that refused it (None: to be tried again)."""
        rows = self.catalogue.execute("SELECT reader, name, digest, reason FROM skipped ORDER BY rowid")
        for reader, name, digest, reason in rows:
            yield reader, SkippedFile(name, digest, sentence_from_text(reason), lasting=reader is not None)

    def reviews(self) -> set[str]:
        """Reviews to whose requests ids were given, also such as are withdrawn now."""
        given = "SELECT review FROM entry WHERE review IS NOT NULL UNION SELECT review FROM alias"
        return {review for (review,) in self.catalogue.execute(given)}

    def requests(self, review: str) -> list[KnownRequest]:
        """The recommendations and commitments of a review in catalogue order."""
        rows = self.catalogue.execute(
            "SELECT id, text, entry.source_language, group_concat(sponsor.state, ' ') FROM entry "
            "JOIN text ON sha256 = text_sha256 LEFT JOIN sponsor ON sponsor.recommendation = id "
            "WHERE entry.review = ? GROUP BY id ORDER BY number",
            [review],
        )
        wordings = self._wordings(review)
        return [
            _known_request(record_id, text, language, sponsors, wordings.get(record_id, {}))
            for record_id, text, language, sponsors in rows
        ]

    def _wordings(self, review: str) -> dict[str, dict[str, str]]:
        """Id of a record of a review → language → what it says in further languages."""
        found: dict[str, dict[str, str]] = {}
        rows = self.catalogue.execute(
            "SELECT record, wording.language, text FROM entry JOIN wording ON record = id "
            "JOIN text ON sha256 = wording.text_sha256 WHERE entry.review = ? ORDER BY record, wording.language",
            [review],
        )
        for record, language, text in rows:
            found.setdefault(record, {})[language] = text
        return found

    def aliases(self, review: str) -> list[Alias]:
        """The ids of a review that no record has."""
        rows = self.catalogue.execute("SELECT old_id, id, meaning FROM alias WHERE review = ?", [review])
        return [Alias(*row) for row in rows]

    def vectors(self, space: VectorSpace, language: str, digests: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Digest → vector of those texts in a language whose vectors in a space it has."""
        of_language = space_from(language, self.manifest.vector_space, self.manifest.other_languages)
        if not self.manifest.has_vectors or of_language != space:
            return {}
        # Mapped anew each time: what is mapped counts as memory.
        vectors = _vectors_of(self.path, self.manifest)
        rows = self.catalogue.execute(
            "SELECT text_sha256, row FROM text_vector JOIN text ON sha256 = text_sha256 WHERE language = ? "
            "AND row BETWEEN 0 AND ? AND text_sha256 IN (SELECT value FROM json_each(?))",
            [language, len(vectors) - 1, json.dumps(digests)],
        )
        return {digest: vectors[row].copy() for digest, row in rows}

    def states(self) -> dict[str, State]:
        """The States that occur in it, by code."""
        rows = self.catalogue.execute("SELECT code, name, kind, regional_group, invented FROM state")
        return {
            code: State(code, name, StateKind(kind), group, bool(invented))
            for code, name, kind, group, invented in rows
        }


@contextmanager
def open_previous(folder: Path, *, even_if_damaged: bool) -> Iterator[PreviousSnapshot | None]:
    """The snapshot in use; None where the folder holds no index, or a damaged one that may be replaced.

    Raises:
        IndexFolderError: it is damaged or of another format.
    """
    previous = _sound_snapshot(folder, even_if_damaged=even_if_damaged)
    if previous is None:
        yield None
        return
    with closing(previous.catalogue):
        yield previous


def _sound_snapshot(folder: Path, *, even_if_damaged: bool) -> PreviousSnapshot | None:
    """The snapshot in use, opened; None as `open_previous` says."""
    if not has_index(folder):
        return None
    try:
        path = current_snapshot(folder)
        manifest = read_manifest(path, CARRIED_ON_SINCE)
        check_files(path, manifest)
        if manifest.has_vectors:
            _vectors_of(path, manifest)
        return PreviousSnapshot(path, manifest, _with_tables_of_today(path / CATALOGUE))
    except LaterVersion as error:
        raise later_format(str(folder), error.args[0]) from error
    except LaterFormat:
        raise  # what a newer program made is never replaced: its ids would be lost
    except (sqlite3.Error, ValueError, IndexFolderError) as error:
        if even_if_damaged:
            return None
        if isinstance(error, IndexFolderError):
            raise
        raise damaged_index(str(folder), why_it_failed(error), rebuild(folder)) from error


def _with_tables_of_today(path: Path) -> sqlite3.Connection:
    """The catalogue itself where it has them, else a copy that was migrated: a snapshot itself is never changed."""
    catalogue = open_catalogue(path)
    if version_of(catalogue) == TABLES_OF_TODAY:
        return catalogue
    # A file without a name in SQLite's temporary folder, gone when it is closed.
    migrated = sqlite3.connect("")
    with closing(catalogue):
        catalogue.backup(migrated)
    migrate(migrated, MIGRATIONS, FIRST_MIGRATION)
    return migrated


def _vectors_of(snapshot: Path, manifest: Manifest) -> NDArray[np.float32]:
    """Those of a snapshot that has any.

    Raises:
        ValueError: the file holds none.
    """
    return stored_array(snapshot / VECTORS, np.float32, each=(manifest.vector_space.dimension,))


def open_catalogue(path: Path) -> sqlite3.Connection:
    """A catalogue that is complete, for reading only."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _known_request(
    record_id: str, text: str, language: str, sponsors: str | None, wordings: Mapping[str, str]
) -> KnownRequest:
    states = frozenset((sponsors or "").split())
    meaning = meaning_of(text, states)
    return KnownRequest(record_id, meaning, paragraph_in(record_id), text, states, language, wordings)
