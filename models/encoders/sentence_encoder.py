"""Models run by sentence-transformers: any by name or path, on a graphics card where there is one.

N. Reimers and I. Gurevych, "Sentence-BERT", 2019. In the full install alone; it brings PyTorch.
"""

import json
import os
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

import numpy as np

from models.encoders.model_files import (
    LIGHT_MODEL,
    PUBLISHED_WEIGHTS,
    checked_folder,
    folder_on_this_machine,
    published_name,
)
from models.encoders.text_encoder import Vectors, VectorSpace, published_space
from models.errors import EncoderError
from models.extras import line_to_add
from models.files.digests import sha256_of_file
from models.messages.spoken import saying

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MODULES = "modules.json"
_OWN_MODULE = re.compile(r"sentence_transformers(?:\.[a-z_]+)*\.(?:models|modules)(?:\.[A-Za-z_]+)*\.[A-Z]\w*")
"""The classes that a model may name: those of sentence-transformers."""
PROCESSOR = "cpu"
DEVICES = ("cuda", "mps", PROCESSOR)
"""A graphics card (NVIDIA's; AMD's under the same name), Apple's, the processor: the best first."""
TEXTS_AT_ONCE = {PROCESSOR: 64}
ON_A_CARD = 256
"""Texts of one call to the model, which are of about the same length; a card is idle with fewer."""


def load_sentence_encoder(
    name: str = LIGHT_MODEL, device: str | None = None, *, digest: str | None = None
) -> "SentenceEncoder":
    """A model by name or path, a published one too; a model of its own at each call.

    Args:
        name: of the model, or its path.
        device: where it runs; None for the best that there is.
        digest: that it must have, compared before anything of it is loaded.

    Raises:
        EncoderError: there is no such model or device here, it is another one, or it cannot be loaded.
    """
    if find_spec("sentence_transformers") is None:
        raise EncoderError(
            saying(
                "The encoder %(name)s needs sentence-transformers, which is not installed: run `%(command)s`, or "
                "leave the setting out to use %(usual)s.",
                name=repr(name),
                command=line_to_add("full"),
                usual=LIGHT_MODEL,
            )
        )
    folder = checked_folder(name) if name in PUBLISHED_WEIGHTS else folder_of(name)
    published = published_name(folder)
    space = published_space(published) if published else None
    own = space.chain[0] if space else (Path(name).name, _digest_of_model(folder))
    if digest is not None and own[1] != digest:
        raise EncoderError(
            saying(
                "The encoder in %(folder)s is not the one that the index was made with: its files differ, so nothing "
                "of it was loaded.",
                folder=str(folder),
            )
        )
    _refuse_programs(name, folder)
    tell_pytorch()
    import torch

    loaded = _load_model(name, folder, device_for(device, torch))
    return SentenceEncoder(loaded, space or VectorSpace(own[0], (own,), loaded.encode(["a"]).shape[1]))


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
        at_once = TEXTS_AT_ONCE.get(self.model.device.type, ON_A_CARD)
        for start in range(0, len(order), at_once):
            batch = order[start : start + at_once]
            vectors[batch] = self.model.encode(
                [texts[place] for place in batch],
                batch_size=at_once,
                show_progress_bar=False,
                convert_to_numpy=True,
                normalize_embeddings=True,
            )
            if on_progress is not None:
                on_progress(len(batch))
        return vectors


def device_for(asked: str | None, torch: Any) -> str:
    """Where a model runs: the device asked for ("cuda:1" is the second card), else the best that `torch` finds.

    Raises:
        EncoderError: there is no such device, or this build of PyTorch cannot use it.
    """
    is_there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), PROCESSOR: True}
    there = [name for name in DEVICES if is_there[name]]
    if asked is None:
        return there[0]
    kind, _, number = asked.partition(":")
    count = torch.cuda.device_count() if kind == "cuda" else 1
    if kind not in there or (number and not (number.isdecimal() and int(number) < count)):
        raise EncoderError(
            saying(
                "There is no device %(device)s that this build of PyTorch can use: there is %(devices)s; leave "
                "--device out to use the best of them.",
                device=repr(asked),
                devices=", ".join(there),
            )
        )
    return asked


def folder_of(name: str) -> Path:
    """The folder of a model by the name that it was fetched under, or by its path.

    Raises:
        EncoderError: there is none.
    """
    folder = folder_on_this_machine(name) or Path(name).expanduser()
    if name and folder.is_dir():
        return folder
    raise EncoderError(
        saying(
            "There is no encoder %(name)s on this machine, and nothing is downloaded: give the path of a "
            "sentence-transformers model, bring it with `upr fetch model`, or leave the setting out to use "
            "the usual one.",
            name=repr(name),
        )
    )


def _refuse_programs(name: str, folder: Path) -> None:
    """Refuse a model that names programs besides those of sentence-transformers: to load it would run them.

    Raises:
        EncoderError: its modules are others, or cannot be read.
    """
    try:
        modules = json.loads((folder / MODULES).read_text(encoding="utf-8")) if (folder / MODULES).is_file() else []
        kinds = [module["type"] for module in modules]
        configuration = folder / "config.json"
        asks_for_code = configuration.is_file() and "auto_map" in json.loads(configuration.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        kinds, asks_for_code = [""], False
    if asks_for_code or any(folder.rglob("*.py")) or not all(map(_OWN_MODULE.fullmatch, kinds)):
        raise EncoderError(
            saying(
                "The encoder %(name)s brings programs of its own, which are not run: use a model of the usual parts of "
                "sentence-transformers.",
                name=repr(name),
            )
        )


def _load_model(name: str, folder: Path, device: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    try:
        return SentenceTransformer(str(folder), local_files_only=True, device=device, trust_remote_code=False)
    # The library lets through whatever its own dependencies raise on a folder that is no model.
    except Exception as error:
        raise EncoderError(
            saying(
                "The encoder %(name)s cannot be loaded (%(error)s): give the path of a sentence-transformers "
                "model, or leave the setting out to use the usual one.",
                name=repr(name),
                error=type(error).__name__,
            )
        ) from error


def tell_pytorch() -> None:
    """Let PyTorch's threads without work sleep, and leave no folder behind; read when it is first imported.

    They would otherwise wait for the next texts at full speed, and take the processors from what follows: twice the
    time on two. For what it compiles, which is nothing here, it makes a folder among temporary files.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", gettempdir())


def _digest_of_model(folder: Path) -> str:
    """One digest over the names and bytes of all files of a model."""
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{sha256_of_file(path)}\0".encode())
    return whole.hexdigest()
