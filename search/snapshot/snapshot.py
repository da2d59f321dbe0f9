"""One snapshot of an index folder, open for searching: nothing in it ever changes."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.encoders.example_issues import ExampleIssues, example_issues
from models.encoders.text_encoder import TextEncoder
from models.errors import IndexFolderError
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    VECTORS,
    Manifest,
    check_before_opening,
    current_snapshot,
    read_manifest,
    rebuild,
)
from models.index_folder.stored_arrays import stored_array
from models.reviews.states import StateTable
from models.words import ENGLISH
from search.catalogue.connection import CatalogueConnection
from search.catalogue.load import Catalogue, load_catalogue
from search.catalogue.observations import Told, told
from search.catalogue.sponsorships import Sponsorships, sponsorships_of
from search.catalogue.states import known_states
from search.datamodel.answer import Overview, StateInIndex
from search.lexical.index import LexicalIndex
from search.match.labels import TextLabels, labels_of_texts
from search.rank.group import RequestGroups
from search.semantic.encoder import QueryEncoder
from search.semantic.vectors import Parts, parts_with
from search.snapshot.describe import known_in_index, overview

LARGE = 500_000_000
"""Bytes of an index whose digests take longer than who starts a site should wait: a second or two, and from a slow disk
a minute."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The open parts of a snapshot."""

    name: str
    checked: bool
    """Whether the digests of all its files were compared before it was opened."""
    manifest: Manifest
    states: StateTable
    """Every State that can be asked for, in the index or not."""
    catalogue: Catalogue
    sponsorships: Sponsorships
    grouping: RequestGroups
    connection: CatalogueConnection
    lexical: LexicalIndex
    """Of the English texts: the words of an issue are English, whatever its language (search.query.issue)."""
    words: LexicalIndex
    """Of the texts in all languages: what keyword queries look in."""
    vectors: NDArray[np.float32]
    """Memory-mapped, one unit vector per text row; workers of one machine share its pages."""
    answerable_parts: Parts
    """The parts of the vectors in which texts of recommendations and commitments are: an index may hold more
    paragraphs of documents before reviews."""
    general_comments: Told
    encoder: QueryEncoder
    examples: ExampleIssues | None
    """Example issues in the vector space of the index, if there are any."""
    labels: TextLabels | None
    """The issue labels of the texts; none where there are no example issues."""
    states_in_index: tuple[StateInIndex, ...]
    overview: Overview


def open_snapshot(folder: Path, encoder: TextEncoder | None, *, large_unchecked: bool = False) -> Snapshot:
    """Open the snapshot that CURRENT names, after checking its files; with `large_unchecked`, most files of a large one
    are left for the caller to check.

    Raises:
        IndexFolderError: there is no index in the folder, or it is damaged or of another format.
        VectorSpaceMismatch: the given encoder does not map into the vector space of the index.
    """
    path = current_snapshot(folder)
    manifest = read_manifest(path)
    checked = not large_unchecked or sum(record.size for record in manifest.files.values()) < LARGE
    check_before_opening(path, manifest, every_digest=checked)
    query_encoder = QueryEncoder(folder, manifest, encoder)
    connection = CatalogueConnection(path / CATALOGUE)
    try:
        catalogue = load_catalogue(connection)
        vectors = stored_array(path / VECTORS, np.float32, each=(manifest.vector_space.dimension,))
        if len(vectors) <= catalogue.rows.max(initial=-1):
            raise ValueError("texts lack their vectors")
        used_rows = np.zeros(len(vectors), dtype=bool)
        used_rows[catalogue.rows[catalogue.answerable]] = True
        english_rows = np.zeros(len(vectors), dtype=bool)
        english_rows[catalogue.rows[catalogue.answerable & catalogue.fields["language"].holding([ENGLISH])]] = True
        lexical = LexicalIndex(path / LEXICAL, english_rows)
        words = lexical if np.array_equal(english_rows, used_rows) else LexicalIndex(path / LEXICAL, used_rows)
    except (sqlite3.DatabaseError, ValueError) as error:
        raise IndexFolderError(f"The index in {folder} is damaged: {error}. {rebuild(folder)}") from error
    states = known_states(catalogue.states.values())
    examples = example_issues(manifest.vector_space)
    labels = catalogue.fields["label"]
    return Snapshot(
        name=path.name,
        checked=checked,
        manifest=manifest,
        states=states,
        catalogue=catalogue,
        sponsorships=sponsorships_of(catalogue, states),
        grouping=RequestGroups(catalogue, connection),
        connection=connection,
        lexical=lexical,
        words=words,
        vectors=vectors,
        answerable_parts=parts_with(used_rows),
        general_comments=told(connection, None),
        encoder=query_encoder,
        examples=examples,
        labels=labels_of_texts(examples.labels, labels, catalogue.rows, len(vectors)) if examples else None,
        states_in_index=known_in_index(catalogue, connection),
        overview=overview(catalogue, manifest),
    )
