"""Arrays of an index folder are numbers, or they are refused."""

from pathlib import Path

import numpy as np
import pytest

from models.index_folder.stored_arrays import stored_array


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rows.npy"


@pytest.mark.parametrize("rows", [[], [3], [1, 2, 3]], ids=len)
def test_numbers_are_read_as_they_were_written(path: Path, rows: list[int]) -> None:
    np.save(path, np.array(rows, dtype=np.int32))
    read = stored_array(path, np.int32)
    assert read.tolist() == rows
    assert type(read) is np.ndarray
    assert not read.flags.writeable


def test_vectors_have_their_length(path: Path) -> None:
    np.save(path, np.zeros((3, 4), dtype=np.float32))
    assert stored_array(path, np.float32, each=(4,)).shape == (3, 4)
    with pytest.raises(ValueError, match=r"rows\.npy is float32 \(3, 4\), not float32 \('any', 5\)"):
        stored_array(path, np.float32, each=(5,))


@pytest.mark.parametrize(
    "array",
    [np.zeros(2, np.float64), np.zeros(2, np.int64), np.zeros((2, 2), np.int32), np.int32(1), np.array(["a"])],
    ids=["floats", "longer numbers", "a table", "no array", "words"],
)
def test_other_arrays_are_refused(path: Path, array: np.ndarray) -> None:
    np.save(path, array)
    with pytest.raises(ValueError, match=r"rows\.npy is"):
        stored_array(path, np.int32)


HEADER = b"\x93NUMPY\x01\x00"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\x03\x04" + bytes(100), id="archive"),
        pytest.param(HEADER + b"\x10\x00" + b"{'descr': '<i4', ", id="header cut short"),
        pytest.param(HEADER + b"\x08\x00" + b"(((((((\n", id="header that is no expression"),
        pytest.param(
            HEADER + b"\x46\x00" + b"{'descr': '<i4', 'fortran_order': False, 'shape': (99999999999999,), }",
            id="more numbers than the file has",
        ),
    ],
)
def test_whatever_else_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"rows\.npy holds no array of numbers"):
        stored_array(path, np.int32)


def test_objects_are_never_made(path: Path, tmp_path: Path) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "ran",)

    np.save(path, np.array([Attack()], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="holds no array of numbers"):
        stored_array(path, np.int32)
    assert not (tmp_path / "ran").exists()


def test_a_file_that_is_missing(path: Path) -> None:
    with pytest.raises(ValueError, match="holds no array of numbers"):
        stored_array(path, np.int32)
