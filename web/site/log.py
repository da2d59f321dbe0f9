"""The log of a site: each line with time and level, and of one kind of failure a few lines a minute.

What stands in a line is decided where it is written (web/site/error_pages.py, web/bounded_server.py): no word of a
request and no address.
"""

import logging
import sys
import time
from collections.abc import Callable
from threading import Lock

SECONDS = 60.0
MOST_LINES = 3
"""Of one kind in so many seconds: an outage fails every request in the same place."""
FORMAT = "%(asctime)s %(levelname)s %(message)s"
TIME = "%Y-%m-%dT%H:%M:%S%z"


class FewOfAKind(logging.Filter):
    """Lets MOST_LINES lines of one kind pass in SECONDS; the first after that says how many were left out.

    A kind is a line of code with the level and the failure that it names first ("DatabaseUnreachable: …").
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing was logged yet."""
        super().__init__()
        self._clock = clock
        self._lock = Lock()
        self._since: dict[tuple[object, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is written."""
        kind = (
            record.pathname,
            record.lineno,
            record.levelno,
            str(record.args[0]) if isinstance(record.args, tuple) and record.args else "",
        )
        now = self._clock()
        with self._lock:
            began, lines = self._since.get(kind, (now, 0))
            left_out = 0
            if now - began >= SECONDS:
                left_out, began, lines = max(0, lines - MOST_LINES), now, 0
            self._since[kind] = (began, lines + 1)
        if left_out:
            record.msg = f"{record.msg} ({left_out} more like this were left out)"
        return lines < MOST_LINES


def log_to_stderr() -> None:
    """Write the log of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT, TIME))
    handler.addFilter(FewOfAKind())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
