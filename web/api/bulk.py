"""Everything that the index holds, or all on one State, as one file: GET /api/v1/export?format=jsonl&state=SVN."""

from collections.abc import Iterator
from threading import Lock

from flask import Blueprint, Response, request

from models.errors import UnknownState
from web.downloads.bulk import BULK_FORMATS, everything
from web.site.error_pages import RefusedField
from web.site.language import gettext
from web.site.refuse_when_busy import SLOW_READER, come_back_later
from web.site.served_index import built_on, served_index

bulk_files = Blueprint("bulk", __name__, url_prefix="/api/v1")

PARAMETERS = ("format", "state")
BYTES_AT_ONCE = 65_536


@bulk_files.get("/export")
def download() -> Response:
    """The file; one at a time, for each takes a thread until its client has it."""
    for name in request.args:
        if name not in PARAMETERS:
            raise RefusedField(f"This address takes no parameter “{name[:40]}”.", name[:40])
    extension = request.args.get("format", "")
    if extension not in BULK_FORMATS:
        raise RefusedField(f"“format” must be one of {', '.join(BULK_FORMATS)}.", "format")
    state = _state()
    records = everything(served_index(), state)
    kind = BULK_FORMATS[extension]
    response = Response(mimetype=kind.mimetype)
    if request.method != "HEAD":
        turn = _Turn.taken()
        request.environ.get(SLOW_READER, lambda: None)()
        response = Response(_in_blocks(kind.write(records), turn), mimetype=kind.mimetype)
        response.call_on_close(turn.end)
    name = f"upr-{state or 'all'}-{built_on().isoformat()}.{extension}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _state() -> str | None:
    word = request.args.get("state")
    if word is None:
        return None
    try:
        return served_index().state(word).code
    except UnknownState as error:
        raise RefusedField(str(error), "state", "UnknownState") from error


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
    """The same bytes in larger pieces: each is handed to the server by itself."""
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
