"""`upr serve` over the small index: `python -m tests.web.small_site --port 8000`, with the options of `upr serve`.

SECONDS_PER_MATCH in the environment makes each answer to an issue take so long.
"""

import os
import sys
import time
from types import SimpleNamespace

from flask import Flask

from tests.web.small_index import SmallIndex
from web import production_server
from web.application import create_app
from web.command_line import main
from web.site.settings import Settings


class SlowIndex(SmallIndex):
    def match(self, question):
        time.sleep(float(os.environ.get("SECONDS_PER_MATCH", "0")))
        return super().match(question)


def small_app(settings: Settings) -> Flask:
    return create_app(settings, SlowIndex())


production_server.current_snapshot = lambda folder: folder
production_server.read_manifest = lambda snapshot: SimpleNamespace(vector_space=SimpleNamespace(id="letters"))
production_server.prepared_app = small_app

if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
