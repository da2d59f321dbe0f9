"""Words of sources between quotation marks."""

from search import Quotation
from web.site.language import gettext


def in_marks(quotation: Quotation) -> str:
    """Words of a source between the quotation marks of the page's language."""
    return gettext("“%(words)s”", words=quotation.words.strip())
