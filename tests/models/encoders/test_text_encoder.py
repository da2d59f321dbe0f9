"""Encoders: unit vectors, progress told, nothing downloaded, weights checked."""

from pathlib import Path

import numpy as np
import pytest

from models.encoders.load_encoder import load_encoder
from models.encoders.model_files import LIGHT_MODEL, PUBLISHED_WEIGHTS, checked_folder
from models.encoders.text_encoder import TextEncoder, light_space
from models.errors import EncoderError

TEXTS = ["End child marriage in rural areas", "", "Stop child marriage", "Ratify the Convention " * 60, "ß", "Ж"]


@pytest.fixture(
    scope="module", params=[pytest.param("letters"), pytest.param("all-MiniLM-L6-v2", marks=pytest.mark.encoder)]
)
def encoder(request: pytest.FixtureRequest) -> TextEncoder:
    return load_encoder(request.param)


def test_vectors_are_of_unit_length_in_the_order_of_the_texts(encoder: TextEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.space.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    one_by_one = np.vstack([encoder.encode([text]) for text in TEXTS])
    assert np.allclose(vectors, one_by_one, atol=1e-5)


def test_no_texts_give_no_vectors(encoder: TextEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.space.dimension)


def test_texts_that_share_words_are_near(encoder: TextEncoder) -> None:
    marriage, same, tax = encoder.encode([TEXTS[0], TEXTS[2], "Publish the budget of the tax office"])
    assert marriage @ same > 0.5 > marriage @ tax


def test_progress_counts_every_text(encoder: TextEncoder) -> None:
    done: list[int] = []
    encoder.encode(TEXTS, done.append)
    assert sum(done) == len(TEXTS)


@pytest.mark.encoder
def test_default_encoder_is_the_published_one() -> None:
    space = load_encoder().space
    assert space == light_space()
    assert space.chain[0] == ("all-MiniLM-L6-v2", PUBLISHED_WEIGHTS["all-MiniLM-L6-v2"])


def test_changed_weights_are_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PUBLISHED_WEIGHTS, LIGHT_MODEL, "0" * 64)
    with pytest.raises(EncoderError, match="pip install --force-reinstall"):
        load_encoder()


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no-such-model", "../no-such-model", ""])
def test_a_model_that_is_not_here_is_a_clear_error(name: str) -> None:
    with pytest.raises(EncoderError, match="nothing is downloaded"):
        load_encoder(name)


@pytest.mark.encoder
def test_a_folder_that_is_no_model_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(tmp_path))


@pytest.mark.encoder
def test_published_weights_are_known_under_any_path(tmp_path: Path) -> None:
    assert load_encoder(str(_model_at(tmp_path / "renamed", own_weights=False))).space == light_space()


def _model_at(folder: Path, own_weights: bool) -> Path:
    """The default model in another folder, as it was published or with one weight changed."""
    published = checked_folder(LIGHT_MODEL)
    folder.mkdir()
    for path in published.iterdir():
        (folder / path.name).symlink_to(path)
    if own_weights:
        weights = bytearray((published / "model.safetensors").read_bytes())
        weights[-4:] = bytes(4)
        (folder / "model.safetensors").unlink()
        (folder / "model.safetensors").write_bytes(weights)
    return folder
