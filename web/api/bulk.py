"""Everything that the index holds, or all on one State, as one file: GET /api/v1/export?format=jsonl&state=SVN.

It is no operation of web/api/routes.py, whose answers are JSON objects; web/api/document.py describes it beside these.
"""

from collections.abc import Iterator
from threading import Lock

from flask import Blueprint, Response, request

from web.api.operations import blamed_on, question_in_address
from web.api.questions import ExportQuestion
from web.files.bulk import BULK_FORMATS, everything
from web.site.language import gettext
from web.site.refuse_when_busy import SLOW_READER, come_back_later
from web.site.served_index import built_on, served_index

bulk_files = Blueprint("bulk", __name__, url_prefix="/api/v1")

BYTES_AT_ONCE = 65_536


@bulk_files.get("/export")
def download() -> Response:
    """All records of the index or of one State as one file.

    It is written while it is sent, one at a time. Its last lines, of the kind "not indexed", say what is left out.
    """
    asked = question_in_address(ExportQuestion)
    state = _code_of(asked.state) if asked.state else None
    records = everything(served_index(), state)
    kind = BULK_FORMATS[asked.format]
    response = Response(mimetype=kind.mimetype)
    if request.method != "HEAD":
        turn = _Turn.taken()
        request.environ.get(SLOW_READER, lambda: None)()
        response = Response(_in_blocks(kind.write(records), turn), mimetype=kind.mimetype)
        response.call_on_close(turn.end)
    name = f"upr-{state or 'all'}-{built_on().isoformat()}.{asked.format}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _code_of(state: str) -> str:
    with blamed_on("state"):
        return served_index().state(state).code


class _Turn:
    """The right to send a file, which one answer has at a time."""

    _one_at_a_time = Lock()

    def __init__(self) -> None:
        self._has_ended = False

    @classmethod
    def taken(cls) -> "_Turn":
        """Take it, or tell this request to come back later."""
        if not cls._one_at_a_time.acquire(blocking=False):
            come_back_later(gettext("Too many people are asking at this moment. Try again in a few seconds."))
        return cls()

    def end(self) -> None:
        """Give it back; where that was done, nothing."""
        if not self._has_ended:
            self._has_ended = True
            self._one_at_a_time.release()


def _in_blocks(parts: Iterator[bytes], turn: _Turn) -> Iterator[bytes]:
    """Bytes in larger pieces than they are made in: each piece is handed to the server by itself."""
    block = bytearray()
    try:
        for part in parts:
            block += part
            if len(block) >= BYTES_AT_ONCE:
                yield bytes(block)
                block.clear()
        yield bytes(block)
    finally:
        turn.end()
