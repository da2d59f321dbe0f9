"""Which texts are embedded by which encoder, and which vectors of an earlier run are used again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.runs.build_index import index_extracts
from indexer.write.check import problems_of
from indexer.write.previous_snapshot import open_catalogue
from models.encoders.load_encoder import load_encoder
from models.encoders.other_languages import space_from
from models.encoders.text_encoder import Chain, TextEncoder, Vectors, VectorSpace
from models.index_folder.folder import CATALOGUE, VECTORS, current_snapshot, read_manifest
from models.reviews.states import StateTable
from tests.forged_manifest import forge_manifest
from tests.invented_records import TODAY, documents_of, recommendation

DOGS, GOATS, SHEEP = "Feed the dogs", "Nourrir les chèvres", "Nourrir les moutons"


class Way:
    """A stand-in for models.encoders.other_languages: each language has a direction of its own, and each way into the
    space."""

    def __init__(self) -> None:
        self.chain: Chain = (("first map", "1"),)
        self.embedded: list[tuple[str, str]] = []

    def chain_into(self, _space: VectorSpace) -> Chain:
        return self.chain

    def encoder_of(self, language: str, english: TextEncoder) -> TextEncoder:
        way, chain = self, self.chain if language != "en" else english.space.chain

        class Encoder:
            space = space_from(language, english.space, chain)

            def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
                way.embedded += [(language, text) for text in texts]
                vectors = np.zeros((len(texts), self.space.dimension), dtype=np.float32)
                vectors[:, hash((language, chain)) % self.space.dimension] = 1
                return vectors

        return Encoder()

    def run(self, folder: Path, **languages: str) -> list[tuple[str, str]]:
        """Index the texts DOGS, GOATS and SHEEP that are given, in these languages; returns what was embedded."""
        self.embedded.clear()
        texts = {"dogs": DOGS, "goats": GOATS, "sheep": SHEEP}
        records = [
            replace(recommendation(texts[name], f"100.{number}"), language=language)
            for number, (name, language) in enumerate(languages.items(), 1)
        ]
        index_extracts(documents_of(records), folder, "letters", StateTable.built_in(), TODAY)
        assert list(problems_of(current_snapshot(folder))) == []
        self.assert_all_vectors_are_of_now(folder)
        return sorted(self.embedded)

    def assert_all_vectors_are_of_now(self, folder: Path) -> None:
        snapshot = current_snapshot(folder)
        vectors, english = np.load(snapshot / VECTORS), load_encoder("letters")
        found = open_catalogue(snapshot / CATALOGUE).execute(
            "SELECT row, text, language FROM text JOIN text_vector ON sha256 = text_sha256"
        )
        known = list(self.embedded)
        for row, text, language in found:
            assert np.array_equal(vectors[row], self.encoder_of(language, english).encode([text])[0]), text
        self.embedded = known


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> Way:
    way = Way()
    monkeypatch.setattr("indexer.write.vectors.chain_into", way.chain_into)
    monkeypatch.setattr("indexer.write.vectors.encoder_of", way.encoder_of)
    monkeypatch.setattr("indexer.runs.build_index.chain_into", way.chain_into)
    return way


def test_each_text_is_embedded_by_its_language_and_once(way: Way, tmp_path: Path) -> None:
    assert way.run(tmp_path, dogs="en", goats="fr") == [("en", DOGS), ("fr", GOATS)]
    assert way.run(tmp_path, dogs="en", goats="fr") == []
    assert way.run(tmp_path, dogs="en", goats="fr", sheep="fr") == [("fr", SHEEP)]
    assert read_manifest(current_snapshot(tmp_path)).other_languages == way.chain


def test_another_way_into_the_space_makes_anew_only_what_goes_it(way: Way, tmp_path: Path) -> None:
    way.run(tmp_path, dogs="en", goats="fr")
    way.chain = (("second map", "2"),)
    assert way.run(tmp_path, dogs="en", goats="fr", sheep="es") == [("es", SHEEP), ("fr", GOATS)]


def test_a_text_that_is_taken_for_one_of_another_language_is_embedded_anew(way: Way, tmp_path: Path) -> None:
    way.run(tmp_path, dogs="en", goats="en", sheep="fr")
    assert way.run(tmp_path, dogs="en", goats="fr", sheep="fr") == [("fr", GOATS)]
    assert way.run(tmp_path, dogs="en", goats="fr", sheep="en") == [("en", SHEEP)]


def test_an_index_of_an_earlier_version_has_read_all_texts_as_english(way: Way, tmp_path: Path) -> None:
    way.chain = ()
    way.run(tmp_path, dogs="en", goats="fr")
    manifest = current_snapshot(tmp_path) / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    assert '"other_languages": []' in text
    forge_manifest(manifest.parent, text.replace(',\n "other_languages": []', ""))
    assert read_manifest(current_snapshot(tmp_path)).other_languages == ()
    way.chain = (("first map", "1"),)
    assert way.run(tmp_path, dogs="en", goats="fr") == [("fr", GOATS)]
