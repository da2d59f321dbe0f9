"""The tuned encoder: what is added to the default one, how its file keeps it, and what comes of it."""

import numpy as np
import pytest

from indexer.classify.tuned_encoder import TunedEncoder, Tuning, pack, tuned_encoder, unpack
from indexer.classify.tuned_encoder import tuning as built_in_tuning
from models.encoders.text_encoder import TextEncoder
from models.records.enums import ACTION_CATEGORIES

LAYER = "encoder.layer.5.output.dense"
OUTPUTS, INPUTS, RANK = 384, 1536, 4
LABELS = ("Bridges", "Ferries", "Quays")
TEXTS = ["Ratify the Convention against Torture", "Build schools", "Let judges visit prisons without notice"]


def tuning(size: float = 0.1) -> Tuning:
    """Changes of one layer, and layers over the vectors, drawn by chance."""
    draw = np.random.default_rng(0)

    def drawn(*shape: int) -> np.ndarray:
        return (size * draw.normal(size=shape)).astype(np.float32)

    changes = {LAYER: (drawn(OUTPUTS, RANK), drawn(INPUTS, RANK))}
    return Tuning(changes, LABELS, drawn(OUTPUTS + 1, len(LABELS)), drawn(OUTPUTS + 1, len(ACTION_CATEGORIES)))


def test_a_stored_tuning_is_nearly_the_same() -> None:
    first = tuning()
    again = unpack(pack(first))
    assert list(again.changes) == [LAYER]
    assert again.labels == LABELS
    for kept, given in zip(again.changes[LAYER], first.changes[LAYER], strict=True):
        np.testing.assert_allclose(kept, given, atol=np.abs(given).max() / 200)
    np.testing.assert_allclose(again.issues, first.issues, atol=1e-3)
    np.testing.assert_allclose(again.actions, first.actions, atol=1e-3)


@pytest.mark.encoder
def test_without_changes_the_layers_read_the_vectors_of_the_default_encoder(sentence_encoder: TextEncoder) -> None:
    given = tuning()
    logits = TunedEncoder(Tuning({}, LABELS, given.issues, given.actions)).logits(TEXTS)
    vectors = sentence_encoder.encode(TEXTS)
    np.testing.assert_allclose(logits.issues, vectors @ given.issues[:-1] + given.issues[-1], atol=1e-5)
    np.testing.assert_allclose(logits.actions, vectors @ given.actions[:-1] + given.actions[-1], atol=1e-5)


@pytest.mark.encoder
def test_changes_of_a_layer_change_what_it_says() -> None:
    given = tuning()
    plain = TunedEncoder(Tuning({}, LABELS, given.issues, given.actions)).logits(TEXTS)
    assert np.abs(TunedEncoder(given).logits(TEXTS).issues - plain.issues).max() > 0.01


@pytest.mark.encoder
def test_texts_are_counted_as_they_are_read() -> None:
    read: list[int] = []
    tuned_encoder().logits(TEXTS, read.append)
    assert sum(read) == len(TEXTS)


@pytest.mark.encoder
def test_the_one_of_the_program_knows_all_labels_and_categories() -> None:
    logits = tuned_encoder().logits(TEXTS)
    labels = built_in_tuning().labels
    assert len(labels) == 54
    assert logits.issues.shape == (len(TEXTS), len(labels))
    assert logits.actions.shape == (len(TEXTS), len(ACTION_CATEGORIES))
    instruments, torture = map(labels.index, ("International instruments", "Torture and other CID treatment"))
    assert logits.issues[0, instruments] > 0 > logits.issues[1, torture]
    assert tuple(ACTION_CATEGORIES)[logits.actions[0].argmax()] == 5
