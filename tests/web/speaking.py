"""What the site writes in a language, without a page."""

from flask import Flask
from flask.ctx import RequestContext

from web.site.language import prepare_language
from web.site.language_prefix import LANGUAGE


def speaking(language: str) -> RequestContext:
    """Within it, all is written in the language."""
    app = Flask("speaking")
    prepare_language(app)
    return app.test_request_context(environ_overrides={LANGUAGE: language})
