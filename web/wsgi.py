"""The application for a WSGI server, with the settings of the environment."""

from web.production_server import prepared_app
from web.site.settings import Settings

app = prepared_app(Settings.from_environment())
