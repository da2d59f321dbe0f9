"""Run `upr extract --json` over a folder of real Working Group reports and print what its scores say.

`python benches/extraction.py REPORTS SCORES [--only WORDS] [--jobs 2]`: REPORTS holds the PDFs and index.csv, which
names them; SCORES holds score_extraction.py and score_anchors.py, which compare the records with a table made by hand
and with the text that pdftotext gives. The records stay in build/predictions, one file for each report.
"""

import argparse
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import monotonic

REPOSITORY = Path(__file__).resolve().parent.parent
UPR = Path(sys.executable).with_name("upr")
SECONDS_PER_REPORT = 300


def extract(report: Path, predictions: Path) -> str | None:
    """Write the records of a report into `predictions`; return what went wrong, if anything did."""
    command = [str(UPR), "extract", "--json", "--jobs", "1", str(report)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_PER_REPORT)
    (predictions / f"{report.stem}.jsonl").write_text(run.stdout, encoding="utf-8")
    return run.stderr.strip() or f"exit code {run.returncode}" if run.returncode else None


def extract_all(reports: list[Path], predictions: Path, jobs: int) -> None:
    """Extract every report, `jobs` at once, and print which failed and how long it took."""
    started = monotonic()
    with ThreadPoolExecutor(jobs) as pool:
        problems = list(pool.map(partial(extract, predictions=predictions), reports))
    for report, problem in zip(reports, problems, strict=True):
        if problem:
            print(f"{report.name}: {problem}")
    failed = len(list(filter(None, problems)))
    print(f"{len(reports)} reports, {failed} failed, {monotonic() - started:.0f} s with {jobs} at once")


def score(script: Path, reports: Path, predictions: Path, only: str) -> None:
    """Print what one of the scores says about the records."""
    print(f"\n{script.name}", flush=True)
    options = {"--reports": reports, "--predictions": predictions, "--only": only}
    words = [str(word) for option in options.items() for word in option]
    subprocess.run([sys.executable, str(script), *words], check=True)


def main() -> None:
    """Read the command line, extract, and score with the scripts that are there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--only", default="", help="reports whose file name holds these letters")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    reports = sorted(path for path in arguments.reports.glob("*.pdf") if arguments.only in path.name)
    if not reports:
        parser.error(f"there is no such report in {arguments.reports}: name the folder, as in REPORTS=~/reports.")
    predictions = REPOSITORY / "build" / "predictions"
    predictions.mkdir(parents=True, exist_ok=True)
    extract_all(reports, predictions, arguments.jobs)
    for name, needed in (("score_extraction.py", None), ("score_anchors.py", "pdftotext")):
        script = arguments.scores / name
        if not script.is_file():
            print(f"{name} is not in {arguments.scores}: no score.")
        elif needed and not shutil.which(needed):
            print(f"{name} needs {needed} (Debian: poppler-utils): no score.")
        else:
            score(script, arguments.reports, predictions, arguments.only)


if __name__ == "__main__":
    main()
