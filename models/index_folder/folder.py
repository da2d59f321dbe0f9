"""What an index folder holds, and how it is trusted.

    index/CURRENT                     name of the snapshot in use and sha256 of its manifest, replaced atomically
    index/<snapshot>/manifest.json    see Manifest
    index/<snapshot>/catalogue.sqlite see models.index_folder.catalogue_schema
    index/<snapshot>/lexical/         see models.index_folder.lexical_folder
    index/<snapshot>/vectors.npy      float32, unit length, one row per text row
    index/<snapshot>/rounded_vectors.npy, rounding_factors.npy
                                      the same rounded to whole numbers from -127 to 127, and the factor of each row
    index/<snapshot>/columns/         see models.index_folder.entry_columns
    index/vectors-made.txt            while the first vectors are made: of how many texts they are there

Where a first run has many texts to embed, its first snapshot has no vectors (see Manifest.has_vectors). A snapshot is
never changed once CURRENT names it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from models.encoders.calibration import Calibration, calibration_from
from models.encoders.text_encoder import Chain, VectorSpace
from models.errors import IndexFolderError, LaterFormat
from models.files.digests import sha256_of_file
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.messages.message import Message
from models.messages.spoken import saying

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
CATALOGUE = "catalogue.sqlite"
LEXICAL = "lexical"
VECTORS = "vectors.npy"
ROUNDED_VECTORS = "rounded_vectors.npy"
ROUNDING_FACTORS = "rounding_factors.npy"
VECTORS_MADE = "vectors-made.txt"
SNAPSHOT_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{6}")
"""Time of the build, and a part that makes it unlike any other."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a snapshot as it was written."""

    size: int
    """In bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot is made of."""

    format_version: int
    built: str
    """Time of the build, ISO 8601, UTC."""
    encoder: str
    """The encoder's name or path as it was given: what search loads when nothing else is asked for."""
    vector_space: VectorSpace
    counts: dict[str, int]
    """documents, reviews, recommendations, observations, entries, texts, text_rows, skipped."""
    sources: dict[str, str]
    """sha256 of each document read → its file name."""
    files: dict[str, FileRecord]
    """Path inside the snapshot, with "/" → size and digest; every file but the manifest."""
    other_languages: Chain = ()
    """How texts in other languages than English came into the vector space (models.encoders.other_languages); empty
    where its encoder read them itself, as in the indexes of earlier versions."""
    calibration: Calibration | None = None
    """The numbers of the vector space that were given for this index; None: those that come with the program, if it has
    any of this encoder."""

    @property
    def has_vectors(self) -> bool:
        """Whether texts can be compared by meaning; not while the first vectors of an index are being made."""
        return VECTORS in self.files


def has_index(folder: Path) -> bool:
    """Whether the folder holds an index, be it damaged."""
    return (folder / CURRENT).exists()


def named_in_current(folder: Path) -> tuple[str | None, str]:
    """The name of the snapshot in use, None where there is no index, and the sha256 of its manifest; "" where it was
    made before that was written."""
    try:
        name, _, digest = (folder / CURRENT).read_text(encoding="utf-8").strip().partition(" ")
    except (OSError, UnicodeDecodeError):
        return None, ""
    return name, digest


def current_snapshot(folder: Path) -> Path:
    """The snapshot in use.

    Raises:
        IndexFolderError: there is no index in the folder, or CURRENT names no snapshot of it.
    """
    name, _ = named_in_current(folder)
    if name is None:
        raise IndexFolderError(
            Message(
                "There is no index in %(folder)s: build one with `upr index PATH --to %(folder)s`.", folder=str(folder)
            )
        )
    snapshot = folder / name
    if not SNAPSHOT_NAME.fullmatch(name) or not snapshot.is_dir():
        raise _not_as_written(CURRENT, str(folder), rebuild(folder))
    return snapshot


def vectors_made(folder: Path) -> int:
    """Of how many texts the first run had made the vectors when it last said so."""
    try:
        return int((folder / VECTORS_MADE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def rebuild(folder: Path) -> str:
    """The next step for an index that cannot be used."""
    return saying("Build it anew with `upr index PATH --to %(folder)s --fresh`.", folder=str(folder))


def manifest_as_text(manifest: Manifest) -> str:
    """The text of manifest.json."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1)


def read_manifest(snapshot: Path, oldest: int = FORMAT_VERSION) -> Manifest:
    """The manifest of a snapshot whose format is this one, or an earlier one back to `oldest`.

    Raises:
        IndexFolderError: it is missing, damaged, or of another format; of a later one, a LaterFormat.
    """
    folder = snapshot.parent
    try:
        content = (snapshot / MANIFEST).read_bytes()
        text = content.decode()
    except (OSError, ValueError):
        content, text = b"", ""
    name, digest = named_in_current(folder)
    if digest and name == snapshot.name and content and sha256(content).hexdigest() != digest:
        raise _not_as_written(MANIFEST, str(folder), rebuild(folder))
    return manifest_from_text(text, str(folder), rebuild(folder), oldest)


def later_format(index: str, how_known: str) -> LaterFormat:
    """What is said of an index of a newer program: what to do with the program, and nothing to do with the index."""
    return LaterFormat(
        saying(
            "The index in %(index)s was made by a newer version of this program (%(how_known)s): install the "
            "newer program (docs/guides/updates-and-backups.md). The index was left as it is.",
            index=str(index),
            how_known=how_known,
        )
    )


def manifest_from_text(text: str, index: str, next_step: str, oldest: int = FORMAT_VERSION) -> Manifest:
    """A manifest from its JSON text; `index` and `next_step` are for the sentence that says what is wrong with it."""
    try:
        fields = json.loads(text)
        version = fields["format_version"]
        if oldest <= version <= FORMAT_VERSION:
            return _manifest(fields)
        is_later = version > FORMAT_VERSION
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _not_as_written(MANIFEST, index, next_step) from None
    if is_later:
        raise later_format(
            index,
            saying(
                "format %(version)s; this one reads format %(own_version)s",
                version=str(version),
                own_version=str(FORMAT_VERSION),
            ),
        )
    raise IndexFolderError(
        saying(
            "The index in %(index)s has format %(version)s, this program reads format %(own_version)s. %(next_step)s",
            index=str(index),
            version=str(version),
            own_version=str(FORMAT_VERSION),
            next_step=next_step,
        )
    )


def _check_kinds(fields: dict[str, Any]) -> None:
    """Refuse what no program of ours wrote, before anything is opened by it.

    Raises:
        TypeError: a text or a count is none.
    """
    texts = [fields[name] for name in ("built", "encoder")]
    counts = fields["counts"].values()
    if not all(isinstance(text, str) for text in texts) or not all(type(count) is int for count in counts):
        raise TypeError


def _manifest(fields: dict[str, Any]) -> Manifest:
    _check_kinds(fields)
    # A digest by which earlier versions knew whether words could be used again.
    fields.pop("analysis", None)
    space = fields["vector_space"]
    files = {path: FileRecord(**record) for path, record in fields["files"].items()}
    read = {
        "vector_space": VectorSpace(**{**space, "chain": _chain(space["chain"])}),
        "files": files,
        "other_languages": _chain(fields.get("other_languages", ())),
        "calibration": calibration_from(fields["calibration"]) if fields.get("calibration") else None,
    }
    return Manifest(**{**fields, **read})


def _chain(pairs: Iterable[tuple[str, str]]) -> Chain:
    return tuple((name, digest) for name, digest in pairs)


def file_records(snapshot: Path) -> dict[str, FileRecord]:
    """Size and digest of every file of a snapshot but the manifest."""
    files = sorted(path for path in snapshot.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {
        path.relative_to(snapshot).as_posix(): FileRecord(path.stat().st_size, sha256_of_file(path)) for path in files
    }


def check_before_opening(snapshot: Path, manifest: Manifest, *, every_digest: bool = True) -> None:
    """Check before anything of a snapshot is shown: every file has its size and digest, and the lexical folder no other
    file. Digests find damage and careless changes, not a forger, who would write a manifest to go with them.

    Without `every_digest`, only those of the lexical folder are compared now: a large index is opened meanwhile.

    Raises:
        IndexFolderError: a file is missing, cannot be read, of another size, changed or foreign.
    """
    for path, record in manifest.files.items():
        _check_file(snapshot, path, record, digest=every_digest or path.startswith(f"{LEXICAL}/"))
    foreign = set(_lexical_files(snapshot)) - set(manifest.files)
    if foreign:
        raise _not_as_written(min(foreign), str(snapshot.parent), rebuild(snapshot.parent))


def check_files(snapshot: Path, manifest: Manifest) -> None:
    """Thorough check: every file has its size and digest.

    Raises:
        IndexFolderError: a file is missing or changed.
    """
    for path, record in manifest.files.items():
        _check_file(snapshot, path, record, digest=True)


def _lexical_files(snapshot: Path) -> Iterator[str]:
    return (path.relative_to(snapshot).as_posix() for path in (snapshot / LEXICAL).rglob("*"))


def _check_file(snapshot: Path, path: str, record: FileRecord, *, digest: bool) -> None:
    file = snapshot / path
    try:
        is_as_written = file.stat().st_size == record.size and (not digest or sha256_of_file(file) == record.sha256)
    except OSError:
        is_as_written = False
    if not is_as_written:
        raise _not_as_written(path, str(snapshot.parent), rebuild(snapshot.parent))


def damaged_index(index: str, why: str, next_step: str) -> IndexFolderError:
    """The error of an index, in a folder or a database, that cannot be used as it is."""
    return IndexFolderError(
        saying("The index in %(index)s is damaged: %(why)s. %(next_step)s", index=index, why=why, next_step=next_step)
    )


def damaged_part(part: str, detail: str) -> Message:
    """That a part of an index is damaged; the detail helps who looks for the fault, and stays in English.

    Args:
        part: its name in an index folder.
        detail: what was found, or the words of a library.
    """
    return saying(
        "%(part)s is damaged (%(detail)s): build the index anew with `upr index PATH --to INDEX --fresh`.",
        part=part,
        detail=detail,
    )


def _not_as_written(file: str, index: str, next_step: str) -> IndexFolderError:
    return damaged_index(index, saying("%(file)s is missing, added or changed", file=file), next_step)
