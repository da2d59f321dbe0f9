"""What somebody can send to a site to stop it, sent to one that runs: it answers all the while, and stays small.

`make attack` runs this with the tests of what an attack on files and indexes could do.
"""

import io
import json
import os
import re
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event, Thread

import openpyxl
import pytest

from tests.web.server_process import Server, started

__all__ = ["started"]

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc"),
]

SECONDS_TO_ANSWER = 1.0
"""In which /healthz answers at every moment, beside what it takes on this machine when nothing else is asked."""
MOST_MEMORY = 1_200_000_000
"""Bytes that a process of the site takes."""
MARK, LOW_MARK = "\u0301", "\u0323"


class Watch:
    """How long /healthz took, and how much memory the processes of a site, over a while."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._ended = Event()
        self.slowest = 0.0
        self.largest = 0

    def __enter__(self) -> "Watch":
        self.usual = max(self._asked() for _ in range(20))
        self._threads = [Thread(target=self._ask), Thread(target=self._weigh)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_of_error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _asked(self) -> float:
        began = time.monotonic()
        assert self._server.ask("GET", "/healthz").status == 200
        return time.monotonic() - began

    def _ask(self) -> None:
        while not self._ended.wait(0.1):
            try:
                self.slowest = max(self.slowest, self._asked())
            except OSError:
                self.slowest = 1_000.0

    def _weigh(self) -> None:
        while not self._ended.wait(0.05):
            self.largest = max([self.largest, *map(memory_of, processes_of(self._server.process.pid))])


def processes_of(first: int) -> list[int]:
    """The numbers of a process and of all that it started."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
    found = [first]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def memory_of(process: int) -> int:
    """Bytes of memory that a process holds."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def far_cells(sheets: int) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    for _ in range(sheets):
        book.create_sheet()["BL20000"] = "x"
    book.save(content)
    return content.getvalue()


def zipped(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_rels_", "_rels/.rels"), held)
    return content.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def word(body: str, before: str = "", relations: str = "") -> bytes:
    """A Word file with this XML in its body."""
    content, types = io.BytesIO(), f"{PACKAGE}/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    related = f'<Relationships xmlns="{PACKAGE}/relationships">'
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        target = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        archive.writestr("_rels/.rels", related + target)
        archive.writestr("word/_rels/document.xml.rels", f"{related}{relations}</Relationships>")
        document = f'{before}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return content.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha ha ">'
    + "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 10))
    + "]>"
)
TABLE, ENDS = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
SUBMISSIONS: dict[str, Callable[[], bytes]] = {
    "a flood of spaces": lambda: ("1. x" + " " * 2_000 + "z").encode(),
    "many floods of spaces": lambda: ("1. x" + " " * 9_000 + "z\n").encode() * 100,
    "marks without end": lambda: f"1. a{(MARK + LOW_MARK) * 60_000}".encode(),
    "one endless paragraph": lambda: b"recommend that " * 600_000,
    "many paragraphs": lambda: b"1. a.\n" * 1_000_000,
    "brackets": lambda: b"1. (" * 500_000,
    "Word: entities": lambda: word(paragraph("&j;"), LAUGHS),
    "Word: tables in tables": lambda: word(TABLE * 20_000 + paragraph("x") + ENDS * 20_000),
    "Word: one endless paragraph": lambda: word(paragraph("and we recommend that the State, " * 1_000_000)),
    "Word: a bomb": lambda: word(paragraph("x" * 400_000_000)),
    "PDF: nothing but its beginning": lambda: b"%PDF-1.7\n" + b"1 0 obj << /A " * 500_000,
    "PDF: arrays in arrays": lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 2_000_000,
}
PLANS: dict[str, Callable[[], bytes]] = {
    "50 sheets with a cell far down": lambda: far_cells(50),
    "30 sheets with a cell far down": lambda: far_cells(30),
    "JSON: lists in lists": lambda: b'{"plan": ' + b"[" * 5_000_000,
    "JSON: empty objects": lambda: b'{"plan": [' + b"{}," * 3_000_000 + b"{}]}",
    "JSON: one long number": lambda: b'{"plan": ' + b"9" * 9_000_000 + b"}",
    "a bomb": lambda: zipped(**{"xl__workbook_xml": b"<a>" * 100_000_000}),
}
"""Files by what is the matter with them, made when they are sent: a process that only collects tests needs none."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = Server(UPR_PLANS=str(tmp_path_factory.mktemp("kept") / "plans.sqlite"))
    yield served
    if served.process.poll() is None:
        os.killpg(served.process.pid, signal.SIGKILL)


def sent(server: Server, path: str, content: bytes, **fields: str) -> int:
    """The status of the answer to a form with a file."""
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()
    ]
    start = "".join(parts) + '--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
    body = start.encode() + content + b"\r\n--b--\r\n"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with server.connect() as connection:
        connection.settimeout(90)
        connection.sendall(head.encode() + body)
        return int(connection.recv(65536).split(b" ")[1])


def quiet(watch: Watch) -> None:
    assert watch.slowest < SECONDS_TO_ANSWER + watch.usual
    assert watch.largest < MOST_MEMORY


@pytest.mark.parametrize("made", SUBMISSIONS.values(), ids=SUBMISSIONS)
def test_no_submission_holds_up_the_site(server: Server, made: Callable[[], bytes]) -> None:
    content = made()
    with Watch(server) as watch:
        assert sent(server, "/uptake", content, state="XAA") in (303, 400)
    quiet(watch)


@pytest.mark.parametrize("text", [SUBMISSIONS["a flood of spaces"](), SUBMISSIONS["marks without end"]()[:90_000]])
def test_no_text_that_is_pasted_holds_up_the_site(server: Server, text: bytes) -> None:
    with Watch(server) as watch:
        server.ask("POST", "/uptake", {"state": "XAA", "text": text.decode(errors="ignore")})
    quiet(watch)


@pytest.mark.parametrize("made", PLANS.values(), ids=PLANS)
def test_no_plan_holds_up_the_site(server: Server, made: Callable[[], bytes]) -> None:
    content = made()
    token = re.search(r'name="token" value="([^"]+)"', server.ask("GET", "/list").text)
    assert token
    with Watch(server) as watch:
        assert sent(server, "/plans/open", content, token=token[1]) == 400
    quiet(watch)


QUESTIONS = {
    "spaces": "girls" + " " * 100_000 + "z",
    "marks": "girls" + (MARK + LOW_MARK) * 10_000,
    "one word": "a" * 100_000,
    "brackets": "(" * 40_000,
    "stars": "a*" * 30_000,
    "quotes": '"a ' * 20_000,
    "symbols": "A/1-" * 20_000,
    "operators": "a OR NOT " * 11_000,
}


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("path", ["/match", "/find", "/lobby"])
def test_no_question_holds_up_the_site(server: Server, path: str, text: str) -> None:
    with Watch(server) as watch:
        assert server.ask("POST", path, {"text": text}).status in (200, 303, 400)
    quiet(watch)


@pytest.mark.parametrize("body", ["[" * 100_000, '{"filters":' * 10_000, '{"text": "' + "x" * 120_000 + '"}'])
def test_no_json_holds_up_the_site(server: Server, body: str) -> None:
    head = (
        f"POST /api/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    )
    with Watch(server) as watch:
        answer = server.send(f"{head}{len(body)}\r\nConnection: close\r\n\r\n{body}".encode())
    assert re.match(rb"HTTP/1\.1 (?:200|400|413) ", answer)
    quiet(watch)


def test_many_uploads_at_once_hold_up_nobody(server: Server) -> None:
    content = SUBMISSIONS["Word: one endless paragraph"]()
    with Watch(server) as watch, ExitStack() as sending:
        threads = [Thread(target=sent, args=(server, "/uptake", content), kwargs={"state": "XAA"}) for _ in range(8)]
        for thread in threads:
            thread.start()
            sending.callback(thread.join)
        assert server.ask("POST", "/match", {"text": "girls are married off"}).status == 200
    quiet(watch)


def test_no_word_file_asks_a_server(server: Server) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        outside = f'<Relationship Id="r9" Type="{OFFICE}/attachedTemplate" Target="{address}" TargetMode="External"/>'
        entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'
        for content in (word(paragraph("1. Open shelters."), relations=outside), word(paragraph("&x;"), entity)):
            sent(server, "/uptake", content, state="XAA")
            with pytest.raises(TimeoutError):
                listener.accept()


def test_the_site_ends_in_order_while_files_are_read_and_sent(started) -> None:
    server = started()
    export = server.connect()
    export.sendall(b"GET /api/v1/export?format=jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
    upload = Thread(target=lambda: suppressed(server), daemon=True)
    upload.start()
    time.sleep(1)
    readers = processes_of(server.process.pid)
    began = time.monotonic()
    code, printed = server.end()
    assert time.monotonic() - began < 15
    assert code == 0
    assert "Traceback" not in printed
    time.sleep(1)
    assert [process for process in readers if memory_of(process)] == []


def suppressed(server: Server) -> None:
    with suppress(OSError, IndexError, ValueError):
        sent(server, "/uptake", SUBMISSIONS["Word: one endless paragraph"](), state="XAA")


def test_json_of_all_attacks_is_small_enough_to_be_sent() -> None:
    """What is larger than 10 MB never comes to where it would do harm."""
    assert all(len(made()) < 10_000_000 for made in (*SUBMISSIONS.values(), *PLANS.values()))
    assert json.dumps(list(QUESTIONS.values()))
