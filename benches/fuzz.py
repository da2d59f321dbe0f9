"""Files that coverage leads to: `python -m benches.fuzz [READER…] --seconds 1800`; `make fuzz` runs it.

Each reader gets small files (tests/fuzz_corpus/, 5 KB at most) that atheris changes, keeping those that reach lines of
this program, pdfminer.six, python-docx or openpyxl that none reached before. What a reader may raise is an error of
ours, which says in one sentence what is wrong with the file; anything else, a run of more than half a minute of the
processor's time (so that other work on the machine makes no finding) and 2 GB of memory is a finding, kept in
build/fuzz. Of Word files and workbooks the part that holds the text is changed, and
packed anew each time: changes to an archive would mostly end at its check sums.

How many runs each reader had, and in how much of the processor's time, is printed. tests/test_fuzz_corpus.py runs the
corpus once, without atheris.
"""

import argparse
import re
import resource
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reviews.states import StateTable

REPOSITORY = Path(__file__).resolve().parent.parent
CORPUS = REPOSITORY / "tests" / "fuzz_corpus"
FINDINGS = REPOSITORY / "build" / "fuzz"
MOST_BYTES = 5_000
MOST_SECONDS = 7_200
MOST_OF_A_RUN = 30
_OF_SITE = ("search.query.parse", "web.plans.read_file")
WATCHED = ("indexer", "models", "web.plans", "search.query", "pdfminer", "docx", "openpyxl")


def document(suffix: str, content: bytes) -> None:
    """Read a document of the United Nations, a table or an export."""
    from indexer.sources.document import read_document
    from models.errors import DocumentError

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(content)
        with suppress(DocumentError):
            read_document(path, path.name, _states())


@cache
def _states() -> "StateTable":
    from models.reviews.states import StateTable

    return StateTable.built_in()


def part_of(suffix: str, name: str, content: bytes) -> None:
    """Read a Word file or workbook of which this is the part with the text."""
    document(suffix, packed(suffix, name, content))


def packed(suffix: str, name: str, content: bytes) -> bytes:
    """An archive as Word and Excel write them, the least that is opened, with this part."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for other, text in _PARTS[suffix].items():
            archive.writestr(other, text)
        archive.writestr(name, content)
    return file.getvalue()


_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument"


def _types(**parts: str) -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}+xml"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


_PARTS: Mapping[str, Mapping[str, str]] = {
    ".docx": {
        "[Content_Types].xml": _types(**{"/word/document.xml": f"{_MAIN}.wordprocessingml.document.main"}),
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
    },
    ".xlsx": {
        "[Content_Types].xml": _types(
            **{
                "/xl/workbook.xml": f"{_MAIN}.spreadsheetml.sheet.main",
                "/xl/worksheets/sheet1.xml": f"{_MAIN}.spreadsheetml.worksheet",
            }
        ),
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": (
            f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}">'
            '<sheets><sheet name="Sheet" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
    },
}


def plan(content: bytes) -> None:
    """Read a plan that is given back, as JSON."""
    from models.errors import UnusablePlan
    from models.plans.plan import Plan
    from web.plans.read_file import plan_of

    with suppress(UnusablePlan):
        plan_of(content, Plan(title="Plan"))


def plan_workbook(content: bytes) -> None:
    """Read a plan that is given back as a workbook, of which this is the first sheet."""
    plan(packed(".xlsx", "xl/worksheets/sheet1.xml", content))


def keywords(content: bytes) -> None:
    """Read keywords."""
    from search.query.parse import QuerySyntaxError, parse_query

    with suppress(QuerySyntaxError):
        parse_query(content.decode(errors="replace"))


READERS: Mapping[str, Callable[[bytes], None]] = {
    **{suffix[1:]: partial(document, suffix) for suffix in (".pdf", ".txt", ".csv", ".json", ".html")},
    "word": partial(part_of, ".docx", "word/document.xml"),
    "workbook": partial(part_of, ".xlsx", "xl/worksheets/sheet1.xml"),
    "plan": plan,
    "plan-workbook": plan_workbook,
    "keywords": keywords,
}


class TooSlow(BaseException):
    """A file that takes more of the processor's time than it may; no reader's `except Exception` stops it."""


def in_time(read: Callable[[bytes], None], content: bytes) -> None:
    """Read a file; `TooSlow` where that takes more than half a minute of the processor's time."""
    signal.signal(signal.SIGPROF, _too_slow)
    signal.setitimer(signal.ITIMER_PROF, MOST_OF_A_RUN)
    try:
        read(content)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(*_: object) -> None:
    raise TooSlow


def fuzz(reader: str, options: list[str]) -> None:
    """Let atheris change files for a reader; it ends this process."""
    import atheris

    with atheris.instrument_imports(include=list(WATCHED)):
        for name in ("docx", "openpyxl", "pdfminer.high_level", "indexer.sources.document", *_OF_SITE):
            import_module(name)
    atheris.Setup([reader, *options], partial(in_time, READERS[reader]))
    atheris.Fuzz()


def run(reader: str, seconds: int) -> bool:
    """Change files for a reader for so long, and print a line on it; whether something was found."""
    made = FINDINGS / reader
    (made / "corpus").mkdir(parents=True, exist_ok=True)
    options = [str(made / "corpus"), str(CORPUS / reader), f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}"]
    # The clock's limit is for what never gives the interpreter its turn, so that no signal of ours ends it.
    options += ["-timeout=600", "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={made}/"]
    command = [sys.executable, "-m", "benches.fuzz", "--child", reader, *options]
    log = made / "log.txt"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with log.open("w") as file:
        ended = subprocess.run(command, cwd=REPOSITORY, stdout=file, stderr=subprocess.STDOUT, check=False)
    said = log.read_text(errors="replace")
    runs = re.findall(r"number_of_executed_units: (\d+)", said) or re.findall(r"^#(\d+)", said, re.M) or ["0"]
    reached = re.findall(r"cov: (\d+)", said) or ["0"]
    found = f"found: see {log}" if ended.returncode else "nothing found"
    minutes = (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) / 60
    print(
        f"| {reader} | {minutes:.1f} | {int(runs[-1]):,} | {int(reached[0]):,} → {int(reached[-1]):,} | {found} |",
        flush=True,
    )
    return ended.returncode != 0


def main() -> None:
    """Change files for each reader, and print how many runs there were."""
    if sys.argv[1:2] == ["--child"]:
        fuzz(sys.argv[2], sys.argv[3:])
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", choices=[[], *READERS], metavar="READER", help=", ".join(READERS))
    parser.add_argument("--seconds", type=int, default=1_800, help="For each reader.")
    given = parser.parse_args()
    if not 0 < given.seconds <= MOST_SECONDS:
        parser.error(f"Between 1 and {MOST_SECONDS} seconds.")
    print("| reader | minutes of the processor | runs | places reached | |\n|---|---:|---:|---:|---|")
    found = [run(reader, given.seconds) for reader in given.readers or READERS]
    sys.exit(any(found))


if __name__ == "__main__":
    main()
