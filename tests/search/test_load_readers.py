"""What is loaded before processes are forked is shared: a child loads nothing of it for itself."""

import subprocess
import sys

import pytest

from tests.paths import REPOSITORY

MOST_MEGABYTES = 60
"""That a child may take to read a text in French; the encoder alone has more than 100."""
CHILD = """
import os
from pathlib import Path
from models.encoders.multilingual_encoder import load_multilingual_encoder, maps_into
from models.encoders.text_encoder import light_space
from search import load_readers

def own():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) // 1024

load_readers("all-MiniLM-L6-v2", other_languages=True)
if not os.fork():
    before = own()
    load_multilingual_encoder(maps_into(light_space())).encode(["les filles quittent les salles de classe"])
    print(own() - before, flush=True)
    os._exit(0)
os.wait()
"""


@pytest.mark.encoder
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_encoder_for_other_languages_is_shared_with_children():
    told = subprocess.run([sys.executable, "-c", CHILD], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert int(told.stdout) < MOST_MEGABYTES
