"""What gunicorn reads (`gunicorn --config python:web.gunicorn_settings web.wsgi:app`), also for `upr serve`.

Each worker opens the index itself: the catalogue's connection and the encoder's threads do not survive a fork,
and the vectors are a mapped file, whose pages workers share all the same. Gunicorn takes the port from PORT and the
number of workers from WEB_CONCURRENCY.
"""

from web.site.settings import Settings

worker_class = "gthread"
threads = Settings.from_environment().threads
timeout = 120
"""Seconds: loading the sentence encoder on a slow machine takes some."""
access_log_format = "%(m)s %(U)s %(s)s %(L)ss"
"""For operators who turn the access log on: no network address, no query string, no referrer, no browser."""
control_socket_disable = True
