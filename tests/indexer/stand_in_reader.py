"""A reader for tests: text files with one ask a line, and files that misbehave.

SVN 20 2015-01-01
100.1 FRA,BEL supported Abolish the death penalty
"""

import errno
import os
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from models.errors import UnreadableDocument
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.invented_records import recommendation


def read_requests(path: Path, name: str, states: StateTable) -> DocumentExtract:
    """Read a file of requests, or misbehave as its first line says."""
    head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    misbehave(head, name)
    if head == "surrogate":
        head, lines = "SVN 20 2015-01-01", ["100.1 FRA supported Half a character: \ud83d"]
    state, session, issued = head.split()
    clauses: dict[str, int] = {}
    records: list[Recommendation] = []
    for line in lines:
        paragraph, sponsors, position, text = line.split(maxsplit=3)
        clauses[paragraph] = clauses.get(paragraph, 0) + 1
        records.append(
            recommendation(
                text,
                paragraph,
                clauses[paragraph],
                state=states[state].code,
                session=int(session),
                sponsors=sponsors.split(","),
                position=Position(position),
            )
        )
    symbol = recommendation("", state=state, session=int(session)).place.symbol
    identity = DocumentIdentity(
        symbol, DocumentKind.WORKING_GROUP_REPORT, "en", state, int(session), date.fromisoformat(issued)
    )
    return DocumentExtract(name, sha256(path.read_bytes()).hexdigest(), identity, tuple(records))


def misbehave(how: str, name: str) -> None:
    """Do what hostile and damaged files make readers do."""
    match how:
        case "damaged":
            raise UnreadableDocument(f"{name} is damaged: get it again.")
        case "hang":
            time.sleep(600)
        case "crash":
            os.abort()
        case "exit":
            os._exit(3)
        case "bug":
            raise KeyError("obj")
        case "huge":
            bytearray(2**40)
        case "deep":
            misbehave(how, name)
        case "short of memory":
            try:
                raise MemoryError
            except MemoryError as error:
                raise UnreadableDocument(f"{name} is damaged: get it again.") from error
        case "bad disk":
            try:
                raise OSError(errno.EIO, "Input/output error")
            except OSError as error:
                raise UnreadableDocument(f"{name} cannot be opened.") from error
