"""Lines of the log: time, level, and few of a kind in an outage."""

import logging
import re
import subprocess
import sys

from tests.paths import REPOSITORY
from web.site.log import FewOfAKind

WRITTEN = """
import logging
from web.site.log import log_to_stderr
log_to_stderr()
for number in range(200):
    logging.getLogger("web.application").error("%s: %s", "DatabaseUnreachable", "no answer")
logging.getLogger("web.application").error("%s: %s", "IndexFolderError", "damaged")
logging.getLogger("web.application").info("nobody needs this")
"""


def test_lines_have_time_and_level_and_an_outage_has_few() -> None:
    ended = subprocess.run([sys.executable, "-c", WRITTEN], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    lines = ended.stderr.splitlines()
    assert len(lines) == 4
    for line, kind in zip(lines, ["DatabaseUnreachable"] * 3 + ["IndexFolderError"], strict=True):
        assert re.fullmatch(rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{{4}} ERROR {kind}: .+", line)


def test_how_many_were_left_out_is_told_with_the_next_one() -> None:
    now = [0.0]
    few = FewOfAKind(lambda: now[0])

    def passes() -> str | None:
        record = logging.LogRecord("site", logging.ERROR, "file.py", 7, "%s: %s", ("Kind", "words"), None)
        return record.getMessage() if few.filter(record) else None

    assert [passes() is not None for _ in range(10)] == [True] * 3 + [False] * 7
    now[0] = 61.0
    assert passes() == "Kind: words (7 more like this were left out)"
    assert passes() == "Kind: words"
