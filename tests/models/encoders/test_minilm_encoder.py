"""The default encoder gives what sentence-transformers gives with the same files, changed or not."""

import numpy as np
import pytest

from models.encoders.low_rank_changes import Changes
from models.encoders.model_files import LIGHT_MODEL
from models.encoders.published_encoder import PublishedEncoder, load_published
from models.encoders.sentence_encoder import SentenceEncoder, load_sentence_encoder

pytestmark = pytest.mark.encoder

LAYER = "encoder.layer.5.output.dense"
TEXTS = [
    "End child marriage in rural areas",
    "Ratify the Optional Protocol to the Convention against Torture and set up a body that visits prisons (OPCAT)",
    "Let fishermen put to sea again, and sell what they catch. " * 40,
    "Étendre l'accès à l'éducation des filles",
    "Обеспечить доступ к образованию",
    "确保女童接受教育",
    "a" * 3_000,
    "💣 tab\tand\u202e \x00 no character",
    "ß",
    " ",
    "",
]


@pytest.fixture(scope="module")
def published() -> SentenceEncoder:
    return load_sentence_encoder()


@pytest.fixture(scope="module")
def plain() -> PublishedEncoder:
    return load_published(LIGHT_MODEL)


def test_both_map_into_one_space(plain: PublishedEncoder, published: SentenceEncoder) -> None:
    assert plain.space == published.space
    cosines = (plain.encode(TEXTS) * published.encode(TEXTS)).sum(axis=1)
    assert cosines.min() > 0.99999


def test_changes_are_added_to_the_weights_of_their_layer(plain: PublishedEncoder) -> None:
    draw = np.random.default_rng(0)
    outputs, inputs = (0.2 * draw.normal(size=(size, 4)).astype(np.float32) for size in (384, 1536))
    changes: Changes = {LAYER: (outputs, inputs)}
    changed = load_published(LIGHT_MODEL, changes).encode(TEXTS)
    model = load_sentence_encoder()
    weights = model.model.get_parameter(f"0.auto_model.{LAYER}.weight")
    weights.data += weights.data.new_tensor(outputs @ inputs.T)
    assert (changed * model.encode(TEXTS)).sum(axis=1).min() > 0.99999
    assert (changed * plain.encode(TEXTS)).sum(axis=1).max() < 0.999


def test_half_a_surrogate_pair_is_no_error(plain: PublishedEncoder) -> None:
    assert np.isfinite(plain.encode(["\ud800", "a \udfff b"])).all()
