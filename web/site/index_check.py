"""What is told while the files of a large index are still being checked for damage."""

from flask import request

from web.site.language import gettext
from web.site.refuse_when_busy import come_back_later
from web.site.served_index import served_index

_BLUEPRINTS_OF_PROGRAMS = ("api", "api_before_versions")


def refuse_unchecked_to_programs_and_files() -> None:
    """Before each request: neither a program nor who keeps a file would see a warning on a page."""
    for_keeping = (request.endpoint or "").endswith(".download") or request.blueprint in _BLUEPRINTS_OF_PROGRAMS
    if for_keeping and served_index().unchecked:
        come_back_later(gettext("The index is still being checked for damage. Try again in a minute."))
