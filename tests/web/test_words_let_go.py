"""What is left in memory of a search that was deleted: nothing that the program could still read.

In a process of its own, every object is looked at that the garbage collector knows, and what each of them holds.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import REPOSITORY
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build

LOOK = '''
import gc
import sys
from pathlib import Path

from tests.web.own_forms import send
from search import open_index
from web.application import create_app
from web.site.settings import Settings

MARKER = "".join(map(chr, (84, 97, 114, 110, 98, 114, 105, 100, 103, 101)))
FOLDED = (MARKER, MARKER.lower())


def holders():
    """The types of what holds a text with the marker."""
    gc.collect()
    found = []
    for known in gc.get_objects():
        for held in gc.get_referents(known):
            if not isinstance(held, str | bytes) or held is MARKER or known is FOLDED or held is FOLDED[1]:
                continue
            text = held if isinstance(held, str) else held.decode("latin-1")
            if any(word in text for word in FOLDED):
                found.append(f"{type(known).__name__}: {text[:60]!r}")
    return found


def ask(client, path, form):
    answer = client.post(path, data=form, headers={"Sec-Fetch-Site": "same-origin"})
    page = client.get(answer.location)
    assert page.status_code == 200 and MARKER in page.get_data(as_text=True)
    return answer.location.partition("?")[0]


app = create_app(Settings(), open_index(Path(sys.argv[1])))
client = app.test_client()
addresses = [
    ask(client, "/match", {"text": f"Girls near {MARKER} are married off", "state": "XAA"}),
    ask(client, "/find", {"text": f"girls OR {MARKER} OR \\"{MARKER} school\\" OR {MARKER}*"}),
    ask(client, "/find", {"text": f"girls AND state:{MARKER}"}),
    ask(client, "/match", {"text": f"Girls near {MARKER} are married off", "state": "XAA", "to": "approach"}),
    ask(client, "/match", {"text": f"Girls near {MARKER} are married off", "state": "XAA", "to": "reported"}),
]
before = len(holders())
for address in addresses:
    assert client.post(f"{address}/delete", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
print(before)
print(*holders(), sep="\\n")
'''


@pytest.mark.processes
def test_no_object_holds_a_word_of_a_deleted_search(tmp_path: Path) -> None:
    folder = build(tmp_path / "index", REQUESTS)
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder)], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    before, *after = done.stdout.splitlines()
    assert int(before) > 0, "words are kept for the next question: this test would see them"
    assert [line for line in after if line] == []
