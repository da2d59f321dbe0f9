"""A submission that a browser hands in, as a file or pasted: its asks. It stays in memory."""

from flask import request

from models.errors import UnreadableDocument
from search import Ask
from web.site.language import gettext
from web.site.request_in_memory import file_handed_in
from web.submissions.read_asks import asks_of_file, asks_of_text

MOST_PASTED = 100_000
"""Characters."""


def asks_handed_in() -> tuple[tuple[Ask, ...], str]:
    """The asks of the file or text of this request, or a sentence on what has to be mended."""
    content = file_handed_in()
    text = request.form.get("text", "")
    if not content and not text.strip():
        return (), gettext("Choose the file of your submission, or paste its text.")
    if len(text) > MOST_PASTED:
        return (), gettext("This text is longer than a submission: paste the part that holds what you ask for.")
    try:
        # The name of the file is nobody's business: what is said of it stands on the page alone.
        asks = asks_of_file("file", content) if content else asks_of_text(text)
    except UnreadableDocument:
        return (), gettext(
            "This file cannot be read. It may be damaged, too large, protected by a password, or a scan without text: "
            "save it as Word (.docx), PDF or text, or paste its text."
        )
    return asks, "" if asks else gettext("No ask was found in it: paste your asks, each in a line of its own.")
