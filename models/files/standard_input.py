"""What is given to a command on standard input, where its argument is a dash."""

import sys

from models.errors import UnusableBatch
from models.files.batch_files import MOST_BYTES
from models.files.text_encodings import WINDOWS, decoded
from models.messages.printable import one_line
from models.messages.spoken import saying, spoken


def standard_input() -> str:
    """All of it as text, with the line ends and encodings of any system.

    Raises:
        UnusableBatch: it is no text, or too large.
    """
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnusableBatch(
            saying("Standard input is larger than %(most)s MB: give less of it.", most=MOST_BYTES // 1_000_000)
        )
    text, encoding = decoded(content) or (None, None)
    if text is None:
        raise UnusableBatch(saying("Standard input is no text that is read: give text in UTF-8."))
    if encoding == WINDOWS:
        remark = saying(
            "Standard input is not in UTF-8 and was read as Windows-1252: where letters are wrong, give it in UTF-8."
        )
        print(one_line(spoken(remark)), file=sys.stderr)
    return text
