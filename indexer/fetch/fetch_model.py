"""A language model from the server where their authors publish them: weights, vocabulary and settings, no programs.

The server's list of the files of a model is asked for first, then each file that sentence-transformers needs. Weights
are taken in the format of safetensors alone, which holds numbers and nothing that could run; the digest that the list
gives for a large file is compared with what came.
"""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from indexer.fetch.sources import SOURCES, filled
from indexer.fetch.wanted_file import Content, WantedFile
from models.errors import FetchError
from models.messages.spoken import saying

LIST = ".list.json"
WITHOUT_OWNER = "sentence-transformers"
"""Whose a model is that is named without its owner."""
_NAME = re.compile(r"(?:[A-Za-z0-9_][\w.-]*/)?[A-Za-z0-9_][\w.-]*", re.ASCII)
_KEPT = re.compile(r"(?:\d_[A-Za-z]+/)?[A-Za-z0-9_][\w.-]*\.(?:json|txt|model|safetensors)", re.ASCII)
_MOST_FILES = 40


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


def list_of_files(name: str) -> WantedFile:
    """What says which files a model has."""
    return WantedFile(
        name=LIST,
        title=saying("the list of files of %(name)s", name=name),
        addresses=_addresses("/api/models/{name}/tree/main?recursive=true", name=name),
        content=Content.JSON,
        bytes=SOURCES.models.bytes,
        published_at=_page(name),
        changes=True,
    )


def files_listed(name: str, listing: Path) -> list[WantedFile]:
    """The files to fetch, by the list; each has its path in the folder of the model ("1_Pooling/config.json").

    Raises:
        FetchError: it is no list of files, or the model has no weights that can be taken.
    """
    try:
        entries = [entry for entry in json.loads(listing.read_bytes()) if _KEPT.fullmatch(entry["path"])]
        files = [_file(name, entry) for entry in entries if entry["type"] == "file"]
    except (KeyError, TypeError, ValueError) as error:
        raise FetchError(
            saying(
                "What the server says of %(name)s is no list of files: look at %(page)s.", name=name, page=_page(name)
            )
        ) from error
    if not any(file.name.endswith(".safetensors") for file in files) or len(files) > _MOST_FILES:
        raise FetchError(
            saying(
                "%(name)s has no weights in the format of safetensors, and no other is taken: choose another.",
                name=name,
            )
        )
    return files


def put_in_place(files: Sequence[WantedFile], fetched: Path, folder: Path) -> None:
    """Make the folder into which files were fetched that of the model, without what else is in it."""
    names = {file.name for file in files}
    for path in fetched.rglob("*"):
        if path.is_file() and path.relative_to(fetched).as_posix() not in names:
            path.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    fetched.rename(folder)


def _file(name: str, entry: dict[str, Any]) -> WantedFile:
    path = entry["path"]
    return WantedFile(
        name=path,
        title=f"{name}: {path}",
        addresses=_addresses("/{name}/resolve/main/{path}", name=name, path=path),
        content=Content.MODEL,
        bytes=int(entry["size"]),
        published_at=_page(name),
        sha256=str(entry["lfs"]["oid"]) if "lfs" in entry else "",
    )


def _addresses(place: str, **values: str) -> tuple[str, ...]:
    return tuple(filled(hub.rstrip("/") + place, **values) for hub in SOURCES.models.addresses_of())


def _page(name: str) -> str:
    return filled(SOURCES.models.page, name=name)
