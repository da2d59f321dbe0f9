"""A language model from the server where their authors publish them: weights, vocabulary and settings, no programs.

The server's list of the files of a model is asked for first, then each file that sentence-transformers needs. Weights
are taken in the format of safetensors alone, which holds numbers and nothing that could run; the digest that the list
gives for a large file is compared with what came.
"""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.fetch.servers import SERVERS, filled
from indexer.fetch.wanted_file import Content, WantedFile
from models.errors import FetchError
from models.files.digests import sha256_of_file
from models.messages.spoken import saying

LIST = "list-of-files.json"
WITHOUT_OWNER = "sentence-transformers"
"""Whose a model is that is named without its owner."""
_NAME = re.compile(r"(?:[A-Za-z0-9_][\w.-]*/)?[A-Za-z0-9_][\w.-]*", re.ASCII)
_KEPT = re.compile(r"(?:\d_[A-Za-z]+/)?[A-Za-z0-9_][\w.-]*\.(?:json|txt|model|safetensors)", re.ASCII)
_MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    path: str
    """Within the folder of the model: "1_Pooling/config.json"."""
    wanted: WantedFile
    sha256: str
    """"" where the list gives none."""


def full_name(name: str) -> str:
    """The name of a model with its owner: "sentence-transformers/all-MiniLM-L12-v2" for the last part alone.

    Raises:
        FetchError: it is none.
    """
    if not _NAME.fullmatch(name):
        raise FetchError(
            saying("“%(name)s” is no name of a model: give it as its page does, like all-MiniLM-L12-v2.", name=name)
        )
    return name if "/" in name else f"{WITHOUT_OWNER}/{name}"


def list_of_files(name: str, hub: str) -> WantedFile:
    """What says which files a model has."""
    address = filled(hub + "/api/models/{name}/tree/main?recursive=true", name=name)
    return WantedFile(
        LIST,
        saying("the list of files of %(name)s", name=name),
        (address,),
        Content.JSON,
        10_000,
        _page(name),
        changes=True,
    )


def files_listed(name: str, hub: str, listing: Path) -> list[ModelFile]:
    """The files to fetch, by the list.

    Raises:
        FetchError: it is no list of files, or the model has no weights that can be taken.
    """
    try:
        entries = [entry for entry in json.loads(listing.read_bytes()) if _KEPT.fullmatch(entry["path"])]
        files = [_file(name, hub, entry) for entry in entries if entry["type"] == "file"]
    except (KeyError, TypeError, ValueError) as error:
        raise FetchError(
            saying(
                "What %(hub)s says of %(name)s is no list of files: look at %(page)s.",
                hub=hub,
                name=name,
                page=_page(name),
            )
        ) from error
    if not any(file.path.endswith(".safetensors") for file in files) or len(files) > _MOST_FILES:
        raise FetchError(
            saying(
                "%(name)s has no weights in the format of safetensors, and no other is taken: choose another.",
                name=name,
            )
        )
    return files


def put_together(files: Sequence[ModelFile], fetched: Path, folder: Path) -> None:
    """Make the folder of a model of the files fetched, which go.

    Raises:
        FetchError: a file is another one than the list said; nothing is left of it.
    """
    for file in files:
        came = fetched / file.wanted.name
        if file.sha256 and sha256_of_file(came) != file.sha256:
            shutil.rmtree(fetched)
            raise FetchError(
                saying("%(file)s is not the file that was listed, and was thrown away: try again.", file=file.path)
            )
    shutil.rmtree(folder, ignore_errors=True)
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        (fetched / file.wanted.name).rename(target)
    shutil.rmtree(fetched)


def _file(name: str, hub: str, entry: dict[str, object]) -> ModelFile:
    path, lfs = str(entry["path"]), entry.get("lfs")
    address = filled(hub + "/{name}/resolve/main/{path}", name=name, path=path)
    size = int(str(entry["size"]))
    wanted = WantedFile(path.replace("/", "--"), f"{name}: {path}", (address,), Content.MODEL, size, _page(name))
    return ModelFile(path, wanted, str(lfs["oid"]) if isinstance(lfs, dict) else "")


def _page(name: str) -> str:
    return f"{SERVERS.model_hub}/{name}"
