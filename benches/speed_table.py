"""A table in the form of UPR Info's, of any length, made of a real one: its sentences and States put together anew.

A text is the first half of one of the table's texts and the second half of another that has a label in common with
it; no text occurs twice, but in SAID_AGAIN of the rows a second State says the text of the row before. Reviews are
the table's own, and the same States again 26 sessions later, so that there are four cycles. The same table and length
always give the same rows.

Embedding 270,000 texts takes the better part of an hour, so benches do without: `RecombinedVectors` gives a text the
normalised mean of the vectors of the two texts it was made of, and a little noise. Timings do not depend on what
vectors mean; how many texts are "on an issue" does a little.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.generate_table import HEADER
from models.encoders.text_encoder import TextEncoder

BUILD = Path(__file__).resolve().parent.parent / "build" / "speed"
SAID_AGAIN = 0.03
TWO_CYCLES = 26
"""Sessions from a review in cycle 1 or 2 to one in cycle 3 or 4."""
NOISE = 0.2
"""Length of the noise beside a mean of unit length."""


@dataclass(frozen=True, slots=True)
class Recombined:
    """One text and the numbers of the originals that its halves are from."""

    text: str
    first: int
    second: int


class Originals:
    """The distinct texts of UPR Info's table, with a row of each."""

    def __init__(self, path: Path) -> None:
        """Read the table."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = {" ".join(row["Text"].split()): row for row in csv.DictReader(file)}
        self.texts = tuple(rows)
        self.rows = tuple(rows.values())
        self._halves = [_halves(text) for text in self.texts]
        self._with_label: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            self._with_label[_label(row)].append(number)

    def recombined(self) -> Iterator[Recombined]:
        """Texts without end, each of them once."""
        draw, made = random.Random(0), set()  # noqa: S311
        while True:
            for first in draw.sample(range(len(self.rows)), len(self.rows)):
                second = draw.choice(self._with_label[_label(self.rows[first])])
                text = f"{self._halves[first][0]} {self._halves[second][1]}"
                if text not in made:
                    made.add(text)
                    yield Recombined(text, first, second)


def _label(row: dict[str, str]) -> str:
    return row["Issue"].partition(",")[0].strip()


def _halves(text: str) -> tuple[str, str]:
    words = text.split()
    middle = len(words) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def write_table(originals: Originals, length: int, path: Path) -> None:
    """Write the rows of `length` texts."""
    draw = random.Random(length)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number, made in enumerate(islice(originals.recombined(), length)):
            row, later = originals.rows[made.first], number // len(originals.rows) % 2
            session = int(row["Session"]) + TWO_CYCLES * later
            response, action, issue = row["Response"], row["Action"], row["Issue"]
            for _ in range(1 + (draw.random() < SAID_AGAIN)):
                sender = draw.choice(originals.rows)["From"]
                writer.writerow((row["To"], "", "", made.text, sender, "", "", response, action, issue, session))


class RecombinedVectors:
    """An encoder that knows the vectors of recombined texts; others it embeds for real.

    A text of several sentences has the vector of its first one, with other noise.
    """

    def __init__(self, originals: Originals, length: int, encoder: TextEncoder) -> None:
        """Know the first `length` texts; the originals are embedded once and kept in build/speed."""
        self._originals = originals
        self._encoder = encoder
        self.space = self._encoder.space
        self._of_originals = vectors_of(originals.texts, self._encoder)
        self._made = {made.text: (made.first, made.second) for made in islice(originals.recombined(), length)}
        self._draw = np.random.default_rng(0)

    def know_sentences(self, sentences: Iterable[str], length: int) -> None:
        """Know sentences made of the recombined texts behind the first `length`, and texts of several of them."""
        made = islice(self._originals.recombined(), length, None)
        self._made.update(
            (sentence, (each.first, each.second)) for sentence, each in zip(sentences, made, strict=False)
        )

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Unit vectors."""
        first = [text if text in self._made else f"{text.partition('. ')[0].rstrip('.')}." for text in texts]
        if not all(text in self._made for text in first):
            return self._encoder.encode(texts, on_progress)
        halves = np.array([self._made[text] for text in first])
        vectors = unit(self._of_originals[halves[:, 0]] + self._of_originals[halves[:, 1]])
        noise = self._draw.standard_normal(vectors.shape, dtype=np.float32)
        if on_progress is not None:
            on_progress(len(texts))
        return unit(vectors + np.float32(NOISE) * unit(noise))


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of unit length."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def vectors_of(texts: Sequence[str], encoder: TextEncoder) -> NDArray[np.float32]:
    """The vectors of texts, embedded once for each list of texts and encoder."""
    digest = sha256("\n".join([repr(encoder.space), *texts]).encode()).hexdigest()[:16]
    path = BUILD / f"vectors-{digest}.npy"
    if not path.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        np.save(path, encoder.encode(texts))
    return np.asarray(np.load(path))
