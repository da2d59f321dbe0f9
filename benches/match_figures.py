"""All figures of a match with one model, side by side: `make bench-match INDEX=FOLDER DATA=FOLDER`.

    python -m benches.match_figures INDEX DATA

INDEX is an index of everything in DATA. Each program below is run and what it prints is kept in docs/figures/, in a
page for the model of INDEX, with the digest of tests/search/golden/ranking.txt: tests/test_match_figures.py fails
where matching has changed since, so that no page tells of another match than the one that is shipped. An hour or two.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benches.own_state import BENCHES, JUDGED, QUERIES
from benches.short_asks import STORIES, STORIES_JUDGED
from models.files.digests import sha256_of_file
from models.index_folder.folder import current_snapshot, read_manifest

REPOSITORY = BENCHES.parent
FIGURES = REPOSITORY / "docs" / "figures"
RANKING = REPOSITORY / "tests" / "search" / "golden" / "ranking.txt"
HEADINGS, HEADINGS_JUDGED = BENCHES / "field_headings.tsv", BENCHES / "field_headings_judged.tsv"
FURTHER = BENCHES / "stories_in_further_languages.tsv"
"""Ten stories of QUERIES told again in Portuguese, Russian and Chinese."""
OF_DATA = ("own_state", "own_state_hard", "own_state_seen")
"""Folders of issues whose States were read whole."""


def programs(index: Path, data: Path, headings: Path) -> Iterator[tuple[str, list[str]]]:
    """What each program says, and its name with its arguments; `headings` is a file as own_state_queries.tsv is."""
    kept_apart = [str(data / folder / name) for folder in OF_DATA for name in ("queries.tsv", "judged.tsv")]
    ours = (QUERIES, JUDGED, FURTHER, JUDGED, STORIES, STORIES_JUDGED, headings, HEADINGS_JUDGED)
    yield "What the own State was told: the list", ["own_state", str(index), *map(str, ours), *kept_apart]
    yield "Field stories that report", ["field_order", str(index)]
    yield "Short asks", ["short_asks", str(index)]
    yield "Words of strength for other States", ["strengths_of_stories", "report", str(index)]
    yield "What each stage is worth", ["ablations", str(index), str(data)]


def write_headings(path: Path) -> None:
    """The headings that report, as own_state_queries.tsv has stories."""
    rows = (line.split("\t") for line in HEADINGS.read_text(encoding="utf-8").splitlines())
    lines = (
        "\t".join((query, state, language, text)) for query, state, split, language, text in rows if split == "report"
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def digest_of_ranking() -> str:
    """sha256 of the golden file that shows each change to matching."""
    return sha256_of_file(RANKING)


def main() -> None:
    """Write the page of the model."""
    index, data = (Path(argument).resolve() for argument in sys.argv[1:])
    model = read_manifest(current_snapshot(index)).vector_space.id
    parts = [
        f"# Figures of a match with {model}\n\nWritten by `make bench-match`; golden ranking {digest_of_ranking()}.\n"
    ]
    with TemporaryDirectory() as folder:
        write_headings(headings := Path(folder) / "headings that report.tsv")
        for title, (program, *arguments) in programs(index, data, headings):
            print(f"{program} …", file=sys.stderr, flush=True)
            command = [sys.executable, "-m", f"benches.{program}", *arguments]
            ran = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=True)
            said = re.sub(rf"(?:{folder}|{data}|{REPOSITORY})/", "", ran.stdout).rstrip()
            parts.append(f"## {title}\n\n`python -m benches.{program}`\n\n```text\n{said}\n```\n")
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / f"{model}.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
