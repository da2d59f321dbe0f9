"""What is given to a command on standard input, where its argument is a dash."""

import sys

from models.files.batch_files import read_text
from models.messages.printable import one_line
from models.messages.spoken import said, spoken


def standard_input() -> str:
    """All of it as text, with the line ends and encodings of any system.

    Raises:
        UnusableBatch: it is no text, or too large.
    """
    text, remarks = read_text(said("Standard input"), sys.stdin.buffer)
    for remark in remarks:
        print(one_line(spoken(remark)), file=sys.stderr)
    return text
