"""Teach the query's side of a published encoder how people tell an issue; write models/encoders/issue_encoder*.npz.

    python -m benches.fit_issue_encoder INDEX

INDEX is an index of everything in ../shared/data, made with the encoder that is taught. Stories (example_issues.tsv,
example_stories.tsv) come with requests in the words of recommendations; the accurate encoder learns from those of
field_stories.tsv of the split "fit" too, whose requests are real recommendations that were graded. The vectors of texts
stay as they are; the vector of a story learns to lie where the texts lie that its requests are near to, among the
recommendations of the index, which so serve as hard negatives (K. Wang et al., "GPL: Generative Pseudo Labeling for
Unsupervised Domain Adaptation of Dense Retrieval", 2022). Four losses are summed:

- real texts: cross-entropy of softmax(cosine with the story / LEARNT) to softmax(nearness to the requests / TAUGHT);
- requests: that of its own among those of all stories, less those near to its own;
- grades: that of the texts graded for a story to the shares of their grades;
- texts themselves, as queries, keep their vectors: names and topics are understood well already.

A story is read as a whole or as the mean of its sentences, as questions are. Some of one sentence are read together
with another on the same thing, for people write several. Of the accurate encoder the last four layers learn. No judged
issue has a part in it. Takes half an hour of two quiet processors.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benches.field_order import FIELD_STORIES, GRADES, ON_ISSUE, numbers_of
from benches.fit_example_issues import TABLE as STORIES
from benches.fit_example_issues import example_issues_of
from benches.indexed_texts import IndexedTexts
from benches.low_rank_tuning import INSIDE, changed_layers, changes_of, learnt_by, share_of_rate
from benches.retrieval import read_grades
from models.encoders.load_encoder import TAUGHT_FILES
from models.encoders.low_rank_changes import pack
from models.encoders.model_files import ACCURATE_MODEL, LIGHT_MODEL
from models.encoders.sentence_encoder import SentenceEncoder, load_sentence_encoder
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import units
from models.texts.sentences import sentences_of
from models.vocabularies.spelled_out import spelled_out
from search.snapshot.snapshot import Snapshot, open_snapshot

ROOT = Path(__file__).resolve().parent.parent
LONG_STORIES = ROOT / "benches" / "example_stories.tsv"
FIRST_LAYER = {LIGHT_MODEL: 0, ACCURATE_MODEL: 8}
"""That learns, with those after it."""
RANK, ROUNDS, BATCH = 16, 8, 32
LEARNING_RATE, DECAY = 1e-3, 0.01
LONGEST = 160
"""Tokens of a story that are learnt from."""
SOFTNESS = 0.05
"""Of the maximum over the requests of a story."""
TAUGHT, LEARNT = 0.04, 0.05
REQUESTS_WEIGHT, GRADES_WEIGHT, KEPT_WEIGHT = 0.5, 2.0, 3.0
SHARES_OF_GRADES = (0.0, 0.35, 1.0)
"""What a text of grade 0, 1 and 2 is worth beside the others of its story."""
TOGETHER, BY_SENTENCE = 0.3, 0.5
"""Shares of the stories of one sentence that are read with another, and of the longer ones read sentence by
sentence."""
NEAR_STORIES = 8
NEAR_REQUEST = 0.7
"""Cosine from which a request of another story may be meant too."""
KEPT, LONGEST_KEPT = 8, 40
"""Texts of a batch that keep their vectors, and the most words of one."""


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """What is told, and where it belongs."""

    text: str
    nearness: Vectors
    """(texts): of each to its requests."""
    own: NDArray[np.intp]
    """Its places among the requests of all stories; none where real texts were graded."""
    graded: tuple[NDArray[np.intp], Vectors] | None = None
    """Places of texts, and the share of each."""


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What is learnt from, as vectors of the encoder that is taught."""

    stories: list[Story]
    near: NDArray[np.intp]
    """(stories of one sentence, which come first; NEAR_STORIES): those whose requests lie nearest to its own."""
    requests: Tensor
    """(requests, dimension)"""
    texts: tuple[str, ...]
    vectors: Tensor
    """(texts, dimension)"""


def read_lessons(snapshot: Snapshot) -> Lessons:
    """Embed what stories ask for: minutes."""
    indexed = IndexedTexts(snapshot)
    vectors = snapshot.vectors[indexed.rows]
    files = [example_issues_of(path.read_text(encoding="utf-8").splitlines()) for path in (STORIES, LONG_STORIES)]
    told = [(text, asked) for texts, of_texts in files for text, asked in zip(texts, of_texts, strict=True)]
    requests = snapshot.encoder.vectors([request for _, asked in told for request in asked])
    ends = np.cumsum([0, *(len(asked) for _, asked in told)])
    places = [np.arange(first, last) for first, last in pairwise(ends)]
    stories = [
        Story(spelled_out(text), nearness(requests[own], vectors), own)
        for (text, _), own in zip(told, places, strict=True)
    ]
    if snapshot.manifest.encoder == ACCURATE_MODEL:
        stories += graded_stories(snapshot, indexed.rows, vectors)
    short = len(files[0][0])
    centres = units(np.array([requests[own].mean(axis=0) for own in places[:short]]))
    cosines = centres @ centres.T
    np.fill_diagonal(cosines, -1)
    near = np.argsort(-cosines, axis=1)[:, :NEAR_STORIES]
    return Lessons(stories, near, torch.from_numpy(requests), indexed.texts, torch.from_numpy(vectors))


def graded_stories(snapshot: Snapshot, rows: NDArray[np.int32], vectors: Vectors) -> Iterator[Story]:
    """The stories of the split "fit" for which a text of the index is on the issue."""
    grades = read_grades(GRADES)
    for line in FIELD_STORIES.read_text(encoding="utf-8").splitlines():
        number, *_, split, text = line.split("\t")
        graded = dict(_places(snapshot, rows, grades[number])) if split == "fit" else {}
        on_issue = [place for place, grade in graded.items() if grade == ON_ISSUE]
        if on_issue:
            shares = np.array([SHARES_OF_GRADES[grade] for grade in graded.values()], dtype=np.float32)
            yield Story(
                spelled_out(text),
                nearness(vectors[on_issue], vectors),
                np.array([], dtype=np.intp),
                (np.array(list(graded)), shares / shares.sum()),
            )


def _places(snapshot: Snapshot, rows: NDArray[np.int32], graded: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The place among the texts, and the grade, of each recommendation that the index holds."""
    for record, number in numbers_of(snapshot, graded).items():
        row = snapshot.catalogue.rows[number]
        place = int(np.searchsorted(rows, row))
        if place < len(rows) and rows[place] == row:
            yield place, graded[record]


def nearness(requests: Vectors, texts: Vectors) -> Vectors:
    """(texts): of each to requests, a soft maximum."""
    soft = np.exp((requests @ texts.T) / SOFTNESS).mean(axis=0)
    return np.asarray(np.log(soft) * SOFTNESS, dtype=np.float32)


class Lesson:
    """One batch."""

    def __init__(self, lessons: Lessons, rows: Sequence[int], chance: np.random.Generator) -> None:
        """Draw which stories are read together with which, and which texts keep their vectors."""
        self._stories = [lessons.stories[row] for row in rows]
        self._near = np.array([story.nearness for story in self._stories])
        self._own = np.zeros((len(rows), len(lessons.requests)), dtype=bool)
        self._ends, self.read = [0], list[str]()
        for place, (row, story) in enumerate(zip(rows, self._stories, strict=True)):
            self._own[place, story.own] = True
            told = [story.text]
            if row < len(lessons.near) and chance.random() < TOGETHER:
                other = lessons.stories[chance.choice(lessons.near[row])]
                told = [_as_sentence(story.text), _as_sentence(other.text)]
                chance.shuffle(told)
                self._near[place] = np.maximum(story.nearness, other.nearness)
                self._own[place, other.own] = True
            by_sentence = chance.random() < BY_SENTENCE
            self.read += sentences_of(" ".join(told)) if by_sentence else [" ".join(told)]
            self._ends.append(len(self.read))
        short_texts = [row for row, text in enumerate(lessons.texts) if len(text.split()) <= LONGEST_KEPT]
        kept = chance.choice(short_texts, KEPT, replace=False)
        self.read += [spelled_out(lessons.texts[row]) for row in kept]
        self._kept = lessons.vectors[kept]

    def loss(self, read: Tensor, lessons: Lessons) -> Tensor:
        """The summed losses of the unit vectors of what was read."""
        told = [read[first:last].mean(dim=0) for first, last in pairwise(self._ends)]
        stories = functional.normalize(torch.stack(told), dim=1)
        cosines = stories @ lessons.vectors.T
        taught = functional.softmax(torch.from_numpy(self._near) / TAUGHT, dim=1)
        of_texts = -(taught * functional.log_softmax(cosines / LEARNT, dim=1)).sum(dim=1).mean()
        of_kept = (1 - (read[self._ends[-1] :] * self._kept).sum(dim=1)).mean()
        return (
            of_texts
            + REQUESTS_WEIGHT * self._of_requests(stories, lessons.requests)
            + GRADES_WEIGHT * self._of_grades(cosines)
            + KEPT_WEIGHT * of_kept
        )

    def _of_requests(self, stories: Tensor, requests: Tensor) -> Tensor:
        """Of the stories that have some."""
        have = self._own.any(axis=1)
        own = torch.from_numpy(self._own[have])
        meant = torch.stack([(requests @ requests[each].T).amax(dim=1) > NEAR_REQUEST for each in own])
        logits = (stories[torch.from_numpy(have)] @ requests.T / LEARNT).masked_fill(meant & ~own, -1e4)
        shares = own.float() / own.sum(dim=1, keepdim=True)
        return -(shares * functional.log_softmax(logits, dim=1)).sum(dim=1).mean()

    def _of_grades(self, cosines: Tensor) -> Tensor:
        """The mean over the batch; 0 of a story without graded texts."""
        found = torch.zeros(())
        for story, near in zip(self._stories, cosines, strict=True):
            if story.graded is not None:
                places, shares = map(torch.from_numpy, story.graded)
                found = found - (shares * functional.log_softmax(near[places] / LEARNT, dim=0)).sum()
        return found / len(self._stories)


def _as_sentence(story: str) -> str:
    return story if story[-1] in ".!?" else f"{story}."


def fit(lessons: Lessons, encoder: SentenceEncoder, name: str) -> None:
    """Learn, and write the file."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    layers = changed_layers(encoder.model.get_submodule(INSIDE), RANK, FIRST_LAYER[name])
    reader, learnt = Reader(encoder.model, FIRST_LAYER[name]), learnt_by(layers)
    steps = ROUNDS * (len(lessons.stories) // BATCH)
    optimizer = torch.optim.AdamW(learnt, lr=LEARNING_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(min(step / steps, 1)))
    for _ in range(ROUNDS):
        order = chance.permutation(len(lessons.stories))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            lesson = Lesson(lessons, order[start : start + BATCH].tolist(), chance)
            loss = lesson.loss(reader(lesson.read), lessons)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            schedule.step()
    np.savez_compressed(ROOT / "models" / "encoders" / TAUGHT_FILES[name], **pack(changes_of(layers)))  # type: ignore[arg-type]


class Reader:
    """The encoder that learns; what the layers below those that learn say of a text is computed once."""

    def __init__(self, model: nn.Module, first: int) -> None:
        """Layers learn from the `first` on."""
        self._tokens, self._inside, self._first = model.tokenizer, model.get_submodule(INSIDE), first
        self._below = dict[str, Tensor]()

    def __call__(self, texts: list[str]) -> Tensor:
        """(texts, dimension): their unit vectors."""
        self._below |= self._read_below([text for text in texts if text not in self._below])
        below = [self._below[text] for text in texts]
        read = nn.utils.rnn.pad_sequence(below, batch_first=True)
        is_token = nn.utils.rnn.pad_sequence([torch.ones(len(each)) for each in below], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = self._through(slice(self._first, None), read, is_token).float()
        return functional.normalize((read * is_token[..., None]).sum(dim=1), dim=1)

    def _read_below(self, texts: list[str]) -> dict[str, Tensor]:
        """By text: (tokens, width)."""
        if not texts:
            return {}
        tokens = self._tokens(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        is_token = tokens["attention_mask"]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            read = self._through(slice(self._first), self._inside.embeddings(input_ids=tokens["input_ids"]), is_token)
        lengths = is_token.sum(dim=1).tolist()
        return {text: each[:length].bfloat16() for text, each, length in zip(texts, read, lengths, strict=True)}

    def _through(self, layers: slice, read: Tensor, is_token: Tensor) -> Tensor:
        """What some of the layers make of (texts, tokens, width)."""
        blocks = self._inside.encoder
        positions = (blocks.compute_position_bias(read),) if hasattr(blocks, "compute_position_bias") else ()
        passed = (1 - is_token[:, None, None, :].float()) * -1e4
        for layer in blocks.layer[layers]:
            found = layer(read, passed, *positions)
            read = found[0] if isinstance(found, tuple) else found
        return read


def main() -> None:
    """Read, learn and write."""
    snapshot = open_snapshot(Path(sys.argv[1]), None)
    name = snapshot.manifest.encoder
    fit(read_lessons(snapshot), load_sentence_encoder(name), name)


if __name__ == "__main__":
    main()
