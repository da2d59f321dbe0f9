"""What is said of a file that cannot be read: one sentence for all that is mended in one way.

Several readers meet the same: which of their parsers stopped, and where, changes nothing that somebody can do.
"""

from models.messages.message import Message
from models.messages.spoken import saying, system_words


def damaged(name: str) -> Message:
    """Of a file that is broken, cut off, or whose content is of another kind than its name says."""
    return saying(
        "%(name)s is damaged or of another kind than its name says: get it again, or open it and save it anew.",
        name=name,
    )


def locked(name: str) -> Message:
    """Of an encrypted file; a password makes of a Word or Excel file what looks like one of an old format."""
    return saying(
        "%(name)s is protected by a password or in an old format: save it without a password, as .docx, .xlsx or PDF.",
        name=name,
    )


def too_large(name: str, most_bytes: int) -> Message:
    """Of a file with more bytes, or that would unpack to more."""
    return saying(
        "%(name)s is larger than %(most)s MB: split it, or save it without images.",
        name=name,
        most=most_bytes // 1_000_000,
    )


def too_many(name: str, most: int) -> Message:
    """Of a file that goes on for longer than any that is meant."""
    return saying("%(name)s has more than %(most)s pages, rows or records: split it.", name=name, most=most)


def too_much_work(name: str) -> Message:
    """Of a file that takes more time or memory than any of its kind, or ends the program that reads it."""
    return saying(
        "%(name)s takes more time or memory to read than any such file, and may be damaged: get or save another copy.",
        name=name,
    )


def empty(name: str) -> Message:
    """Of a file without a byte, or without a word."""
    return saying("%(name)s has no text: get it again, and check that it is the document you meant.", name=name)


def of_no_kind_read(name: str) -> Message:
    """Of a file in a format or encoding that no reader knows."""
    return saying(
        "%(name)s is of a kind that is not read: save it as .docx, .xlsx or PDF, or as .csv or text in UTF-8.",
        name=name,
    )


def cannot_be_opened(name: str, error: OSError) -> Message:
    """Of a file that the system does not let be read."""
    return saying(
        "%(name)s cannot be opened (%(reason)s): check that it exists and may be read.",
        name=name,
        reason=system_words(error.strerror),
    )
