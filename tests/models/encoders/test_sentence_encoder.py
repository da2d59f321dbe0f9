"""Where sentence-transformers embeds: on the best device that there is, or on the one that is named."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from models.encoders import sentence_encoder
from models.encoders.sentence_encoder import SentenceEncoder, device_for, load_sentence_encoder
from models.encoders.text_encoder import VectorSpace
from models.errors import EncoderError


def torch_with(cards: int = 0, apple: bool = False) -> Any:
    """What PyTorch says of a machine."""
    return SimpleNamespace(
        cuda=SimpleNamespace(is_available=lambda: cards > 0, device_count=lambda: cards),
        backends=SimpleNamespace(mps=SimpleNamespace(is_available=lambda: apple)),
    )


@pytest.mark.parametrize(
    ("machine", "asked", "chosen"),
    [
        pytest.param(torch_with(), None, "cpu", id="a processor alone"),
        pytest.param(torch_with(cards=1), None, "cuda", id="a graphics card"),
        pytest.param(torch_with(apple=True), None, "mps", id="Apple's"),
        pytest.param(torch_with(cards=2), "cuda:1", "cuda:1", id="the second card"),
        pytest.param(torch_with(cards=1), "cpu", "cpu", id="the processor beside a card"),
        pytest.param(torch_with(apple=True), "mps", "mps", id="Apple's by name"),
    ],
)
def test_a_device_is_found_or_named(machine: Any, asked: str | None, chosen: str) -> None:
    assert device_for(asked, machine) == chosen


@pytest.mark.parametrize(
    ("machine", "asked", "there"),
    [
        (torch_with(), "cuda", "there is cpu;"),
        (torch_with(cards=1), "cuda:1", "there is cuda, cpu;"),
        (torch_with(cards=1), "cuda:one", "there is cuda, cpu;"),
        (torch_with(apple=True), "cuda", "there is mps, cpu;"),
        (torch_with(), "toaster", "there is cpu;"),
        (torch_with(), "", "there is cpu;"),
    ],
)
def test_a_device_that_is_not_there_is_told_with_those_that_are(machine: Any, asked: str, there: str) -> None:
    with pytest.raises(EncoderError, match=there):
        device_for(asked, machine)


class Model:
    """Stands for a model of sentence-transformers on a device."""

    def __init__(self, device: str) -> None:
        self.device = SimpleNamespace(type=device)
        self.batches: list[list[str]] = []

    def encode(self, texts: list[str], batch_size: int, **_settings: Any) -> np.ndarray:
        assert len(texts) <= batch_size
        self.batches.append(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


@pytest.mark.parametrize(("device", "sizes"), [("cpu", [64, 64, 2]), ("cuda", [130]), ("mps", [130])])
def test_texts_go_through_by_their_length_with_progress(device: str, sizes: list[int]) -> None:
    texts = ["x" * (number * 37 % 130) for number in range(130)]
    model, done = Model(device), []
    vectors = SentenceEncoder(model, VectorSpace("any", (), 2)).encode(texts, done.append)  # type: ignore[arg-type]
    assert done == [len(batch) for batch in model.batches] == sizes
    lengths = [len(text) for batch in model.batches for text in batch]
    assert lengths == sorted(lengths, reverse=True)
    assert vectors[:, 0].tolist() == [len(text) for text in texts]


def test_without_the_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_encoder, "find_spec", lambda name: None)
    with pytest.raises(EncoderError, match=r"needs sentence-transformers, which is not installed: run `.+pip install"):
        load_sentence_encoder("my-model")


@pytest.mark.slow
def test_models_of_one_name_that_differ_in_a_byte_have_spaces_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sentence_transformers")
    model = SimpleNamespace(encode=lambda texts: np.zeros((len(texts), 4)), device=SimpleNamespace(type="cpu"))
    monkeypatch.setattr(sentence_encoder, "_load_model", lambda *_: model)
    spaces = []
    for place, weights in (("one", b"0"), ("copy", b"0"), ("other", b"1")):
        folder = tmp_path / place / "harbours"
        (folder / "layer").mkdir(parents=True)
        (folder / "layer" / "weights.bin").write_bytes(weights)
        spaces.append(load_sentence_encoder(str(folder), "cpu").space)
    assert {space.id for space in spaces} == {"harbours"}
    assert spaces[0] == spaces[1] != spaces[2]
