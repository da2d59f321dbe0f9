"""Papers as Word documents, each a file of its own, in one ZIP file.

They are put together in memory, and the ZIP file says nothing of when.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from web.papers.paper import Paper
from web.papers.write_document import write_document

ZIP = "zip"
MOST_FILES = 250
"""More than there are States: a plan that somebody changed may name any number."""


def write_files(papers: Iterable[tuple[str, Paper]]) -> bytes:
    """The ZIP file of some papers, each with the name of its file."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, paper in islice(papers, MOST_FILES):
            # a ZipInfo says no day, and lets nobody else read what is taken out
            archive.writestr(ZipInfo(name), write_document(paper), ZIP_DEFLATED)
    return target.getvalue()
