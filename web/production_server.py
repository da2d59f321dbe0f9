"""Serving the site for real: gunicorn, or the threaded server of werkzeug where gunicorn does not run (Windows)."""

import sys
from importlib.util import find_spec
from typing import Any

from flask import Flask

from models.errors import UprError
from models.index_folder.folder import current_snapshot, read_manifest
from web.application import create_app
from web.site.served_index import INDEX
from web.site.settings import Settings


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve the site until the process is told to end.

    Raises:
        IndexFolderError: there is no usable index in the settings' folder.
    """
    read_manifest(current_snapshot(settings.index))
    if find_spec("gunicorn") is None or sys.platform == "win32":
        _serve_with_werkzeug(settings, host, port)
    else:
        _serve_with_gunicorn(settings, host, port)


def prepared_app(settings: Settings) -> Flask:
    """The site with its encoder loaded, so that nobody waits for that at the first question.

    Raises:
        UprError: the index or its encoder cannot be used on this machine.
    """
    app = create_app(settings)
    app.extensions[INDEX].prepare()
    return app


def _serve_with_gunicorn(settings: Settings, host: str, port: int) -> None:
    from gunicorn.app.base import Application
    from gunicorn.arbiter import Arbiter

    class SiteServer(Application):  # type: ignore[misc] # gunicorn has no types
        """Gunicorn with our settings instead of a command line."""

        def load_config(self) -> None:
            self.load_config_from_module_name_or_filename("python:web.gunicorn_settings")
            self.cfg.set("bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
            self.cfg.set("proc_name", "upr serve")

        def load(self) -> Any:
            """The application, in a worker; one that cannot start says why and stops the server."""
            try:
                return prepared_app(settings)
            except UprError as error:
                print(f"Error: {error}", file=sys.stderr)
                sys.exit(Arbiter.WORKER_BOOT_ERROR)

    SiteServer(prog="upr serve").run()


def _serve_with_werkzeug(settings: Settings, host: str, port: int) -> None:
    from werkzeug.serving import WSGIRequestHandler, run_simple

    class QuietHandler(WSGIRequestHandler):
        """Logs no request: an access log says who reads what."""

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Nothing."""

    run_simple(host, port, prepared_app(settings), threaded=True, request_handler=QuietHandler)
