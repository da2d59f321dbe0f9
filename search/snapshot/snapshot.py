"""One snapshot of an index, open for searching: nothing in it ever changes."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import known_calibration
from models.encoders.example_issues import example_issues
from models.encoders.text_encoder import TextEncoder
from models.index_database.address import IndexPlace
from models.index_folder.controlled_columns import check_columns
from models.index_folder.folder import Manifest, damaged_index
from models.messages.spoken import why_it_failed
from models.reviews.states import StateTable
from models.texts.words import ENGLISH
from search.catalogue.connection import CatalogueConnection
from search.catalogue.entries import Catalogue, load_catalogue
from search.catalogue.observations import Observations, observations_to
from search.catalogue.sponsorships import Sponsorships, sponsorships_of
from search.catalogue.states import known_states
from search.datamodel.answer import Overview, StateInIndex
from search.datamodel.states import ReviewedState
from search.lexical.index import LexicalIndex
from search.match.labels import labels_of_texts
from search.match.state import SearchedTexts
from search.rank.lines import RequestGroups
from search.semantic.encoder import QueryEncoder
from search.snapshot.describe import known_in_index, overview, reviewed_states
from search.store.index_at import index_at
from search.store.store import IndexAddress, Store


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot(SearchedTexts):
    """The open parts of a snapshot."""

    name: str
    store: Store
    manifest: Manifest
    states: StateTable
    """Every State that can be asked for, in the index or not."""
    catalogue: Catalogue
    sponsorships: Sponsorships
    grouping: RequestGroups
    connection: CatalogueConnection
    all_words: LexicalIndex
    """Of the texts in all languages: what keyword queries look in."""
    answerable_rows: NDArray[np.bool_]
    """The text rows of recommendations and commitments: an index may hold more paragraphs of documents before
    reviews."""
    general_comments: Observations
    states_in_index: tuple[StateInIndex, ...]
    reviewed_states: tuple[ReviewedState, ...]
    overview: Overview


def open_snapshot(
    place: IndexPlace | IndexAddress, encoder: TextEncoder | None, *, large_unchecked: bool = False
) -> Snapshot:
    """Open the snapshot in use of an index; with `large_unchecked`, what takes long to check is left to the caller.

    Raises:
        IndexFolderError: there is no index, or it is damaged or of another format.
        VectorSpaceMismatch: the given encoder does not map into the vector space of the index.
    """
    address = index_at(place)
    store = address.open(large_unchecked=large_unchecked)
    manifest, connection, vectors = store.manifest, store.catalogue, store.vectors
    query_encoder = QueryEncoder(str(address), manifest, encoder)
    try:
        check_columns(connection.rows)
        catalogue = load_catalogue(connection, store.columns)
        rows_of_wordings, _ = catalogue.further
        if len(vectors) <= max(catalogue.rows.max(initial=-1), rows_of_wordings.max(initial=-1)):
            raise ValueError("texts lack their vectors")
        used_rows = np.zeros(len(vectors), dtype=bool)
        used_rows[catalogue.rows[catalogue.answerable]] = True
        used_rows[rows_of_wordings] = True
        english_rows = np.zeros(len(vectors), dtype=bool)
        english_rows[catalogue.rows[catalogue.answerable & catalogue.fields["language"].holding([ENGLISH])]] = True
        english_words = LexicalIndex(store.words, english_rows)
        all_words = english_words if np.array_equal(english_rows, used_rows) else LexicalIndex(store.words, used_rows)
    except (sqlite3.DatabaseError, ValueError) as error:
        raise damaged_index(str(address), why_it_failed(error), address.rebuild()) from error
    states = known_states(catalogue.states.values())
    examples = example_issues(manifest.vector_space)
    labels = catalogue.fields["label"]
    return Snapshot(
        name=store.name,
        store=store,
        manifest=manifest,
        states=states,
        catalogue=catalogue,
        sponsorships=sponsorships_of(catalogue, states),
        grouping=RequestGroups(catalogue, connection),
        connection=connection,
        english_words=english_words,
        all_words=all_words,
        vectors=vectors,
        answerable_rows=used_rows,
        general_comments=observations_to(connection, None),
        encoder=query_encoder,
        calibration=manifest.calibration or known_calibration(manifest.vector_space),
        examples=examples,
        labels=labels_of_texts(examples.labels, labels, catalogue.rows, len(vectors))
        if examples and examples.labels
        else None,
        states_in_index=known_in_index(catalogue, connection),
        reviewed_states=reviewed_states(catalogue, connection, states),
        overview=overview(catalogue, connection, manifest),
    )
