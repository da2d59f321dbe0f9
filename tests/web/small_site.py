"""The site over the small index, as gunicorn imports it."""

from tests.web.small_index import SmallIndex
from web.application import create_app
from web.site.settings import Settings

app = create_app(Settings(), SmallIndex())
