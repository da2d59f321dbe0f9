"""Look at a Word or Excel file before a library unpacks it.

Such a file is a zip archive. A small one can unpack to many gigabytes, so sizes are added up first; Python's zipfile
never unpacks more of a member than the size it declares.
"""

import zipfile
from pathlib import Path

from models.errors import UnreadableDocument

MAX_MEMBERS = 10_000
_OLD_OFFICE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of a file of Office 2003 and before, and of any Office file that a password protects."""


def check_office_file(path: Path, main_part: str, max_unpacked_bytes: int) -> None:
    """Make sure that `path` is a zip archive that holds `main_part` ("word/document.xml") and unpacks to no more.

    Raises:
        UnreadableDocument: it is not, or it is protected by a password.
    """
    with path.open("rb") as file:
        if file.read(len(_OLD_OFFICE_MAGIC)) == _OLD_OFFICE_MAGIC:
            raise UnreadableDocument(
                f"{path.name} is protected by a password or saved in an old format: open it in Word or Excel "
                "and save it without a password as .docx or .xlsx."
            )
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OverflowError) as error:
        raise UnreadableDocument(f"{path.name} is damaged or not a .docx or .xlsx file: get it again.") from error
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > max_unpacked_bytes:
        raise UnreadableDocument(
            f"{path.name} would unpack to more than {max_unpacked_bytes // 1_000_000} MB: split it."
        )
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableDocument(f"{path.name} is encrypted: save it without a password.")
    if main_part not in {member.filename for member in members}:
        raise UnreadableDocument(f"{path.name} is damaged or of another kind than its name says: get it again.")
