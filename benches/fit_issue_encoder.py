"""Teach the query's side of the default encoder how people tell an issue; write models/encoders/issue_encoder.npz.

    python -m benches.fit_issue_encoder TABLE

Stories (example_issues.tsv, example_stories.tsv) come with requests in the words of recommendations. The vectors of
texts stay as they are; the vector of a story learns to lie where the texts lie that its requests are near to, among the
real recommendations of TABLE (UPR Info's), which so serve as hard negatives (K. Wang et al., "GPL: Generative Pseudo
Labeling for Unsupervised Domain Adaptation of Dense Retrieval", 2022). Three losses are summed:

- real texts: cross-entropy of softmax(cosine with the story / LEARNT) to softmax(nearness to the requests / TAUGHT);
- requests: that of its own among those of all stories, less those near to its own;
- texts themselves, as queries, keep their vectors: names and topics are understood well already.

Some stories of one sentence are read together with another on the same thing, for people write several sentences.
No judged issue has a part in it. Takes half an hour on one processor.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benches.coded_texts import coded_texts
from benches.fit_example_issues import TABLE as STORIES
from benches.fit_example_issues import example_issues_of
from benches.low_rank_tuning import INSIDE, changed_layers, changes_of, learnt_by, share_of_rate
from models.encoders.issue_encoder import CHANGES
from models.encoders.load_encoder import load_encoder
from models.encoders.low_rank_changes import pack
from models.encoders.sentence_encoder import SentenceEncoder, load_sentence_encoder
from models.encoders.text_encoder import Vectors
from models.vocabularies.spelled_out import spelled_out

ROOT = Path(__file__).resolve().parent.parent
LONG_STORIES = ROOT / "benches" / "example_stories.tsv"
ALL_SESSIONS = range(1, 55)
RANK = 16
ROUNDS = 6
BATCH = 32
LEARNING_RATE = 1e-3
DECAY = 0.01
LONGEST = 160
"""Tokens of a story that are learnt from."""
SOFTNESS = 0.05
"""Of the maximum over the requests of a story."""
TAUGHT, LEARNT = 0.04, 0.05
REQUESTS_WEIGHT, KEPT_WEIGHT = 0.5, 3.0
TOGETHER = 0.4
"""Share of the stories of one sentence that are read with another."""
NEAR_STORIES = 8
NEAR_REQUEST = 0.7
"""Cosine from which a request of another story may be meant too."""
KEPT = 8
"""Texts of a batch that keep their vectors."""
LONGEST_KEPT = 40
"""Words of these."""


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What is learnt from, as vectors of the default encoder."""

    stories: list[str]
    short: int
    """How many of them, the first, are of one sentence."""
    requests: Vectors
    """(requests, dimension)"""
    is_own: NDArray[np.bool_]
    """(stories, requests)"""
    near_stories: NDArray[np.intp]
    """(short stories, NEAR_STORIES): those whose requests lie nearest to its own."""
    texts: list[str]
    vectors: Vectors
    """(texts, dimension)"""
    nearness: Vectors
    """(stories, texts): of each text to the requests of a story."""


def read_lessons(table: Path) -> Lessons:
    """Embed all that is learnt from: ten minutes."""
    encoder = load_encoder()
    told = [example_issues_of(path.read_text(encoding="utf-8").splitlines()) for path in (STORIES, LONG_STORIES)]
    stories = [spelled_out(story) for of_file, _ in told for story in of_file]
    of_stories = [requests for _, of_file in told for requests in of_file]
    requests = encoder.encode([request for of_story in of_stories for request in of_story])
    is_own = np.zeros((len(stories), len(requests)), dtype=bool)
    firsts = np.cumsum([0, *map(len, of_stories)])
    for story, (first, last) in enumerate(pairwise(firsts)):
        is_own[story, first:last] = True
    texts = [each.text for each in coded_texts(table, ALL_SESSIONS)]
    vectors = encoder.encode(texts)
    soft = [np.exp((requests[own] @ vectors.T) / SOFTNESS).mean(axis=0) for own in is_own]
    short = len(told[0][0])
    centres = np.array([requests[own].mean(axis=0) for own in is_own[:short]])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    cosines = centres @ centres.T
    np.fill_diagonal(cosines, -1)
    return Lessons(
        stories,
        short,
        requests,
        is_own,
        np.argsort(-cosines, axis=1)[:, :NEAR_STORIES],
        texts,
        vectors,
        (np.log(soft) * SOFTNESS).astype(np.float32),
    )


class Lesson:
    """One batch."""

    def __init__(self, lessons: Lessons, rows: Sequence[int], chance: np.random.Generator) -> None:
        """Draw which stories are read together with which, and which texts keep their vectors."""
        told, near, own = [], [], []
        for row in rows:
            story, nearness, is_own = lessons.stories[row], lessons.nearness[row], lessons.is_own[row]
            if row < lessons.short and chance.random() < TOGETHER:
                other = int(chance.choice(lessons.near_stories[row]))
                pair = [_as_sentence(lessons.stories[each]) for each in chance.permutation([row, other])]
                story = " ".join(pair)
                nearness = np.maximum(nearness, lessons.nearness[other])
                is_own = is_own | lessons.is_own[other]
            told.append(story)
            near.append(nearness)
            own.append(is_own)
        short_texts = [row for row, text in enumerate(lessons.texts) if len(text.split()) <= LONGEST_KEPT]
        kept = chance.choice(short_texts, KEPT, replace=False)
        self.read = [*told, *(spelled_out(lessons.texts[row]) for row in kept)]
        self._vectors = torch.from_numpy(lessons.vectors[kept])
        self._taught = functional.softmax(torch.from_numpy(np.array(near)) / TAUGHT, dim=1)
        self._own = torch.from_numpy(np.array(own))

    def loss(self, read: Tensor, texts: Tensor, requests: Tensor) -> Tensor:
        """The summed losses of the unit vectors of what was read."""
        stories, kept = read[: len(self._own)], read[len(self._own) :]
        of_texts = -(self._taught * functional.log_softmax(stories @ texts.T / LEARNT, dim=1)).sum(dim=1).mean()
        meant = torch.stack([(requests @ requests[own].T).amax(dim=1) > NEAR_REQUEST for own in self._own])
        logits = (stories @ requests.T / LEARNT).masked_fill(meant & ~self._own, -1e4)
        shares = self._own.float() / self._own.sum(dim=1, keepdim=True)
        of_requests = -(shares * functional.log_softmax(logits, dim=1)).sum(dim=1).mean()
        of_kept = (1 - (kept * self._vectors).sum(dim=1)).mean()
        return of_texts + REQUESTS_WEIGHT * of_requests + KEPT_WEIGHT * of_kept


def _as_sentence(story: str) -> str:
    return story if story[-1] in ".!?" else f"{story}."


def fit(lessons: Lessons, encoder: SentenceEncoder) -> None:
    """Learn, and write the file."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    layers = changed_layers(encoder.model.get_submodule(INSIDE), RANK)
    learnt = learnt_by(layers)
    steps = ROUNDS * (len(lessons.stories) // BATCH)
    optimizer = torch.optim.AdamW(learnt, lr=LEARNING_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(min(step / steps, 1)))
    texts, requests = torch.from_numpy(lessons.vectors), torch.from_numpy(lessons.requests)
    encoder.model.train()
    for _ in range(ROUNDS):
        order = chance.permutation(len(lessons.stories))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            lesson = Lesson(lessons, order[start : start + BATCH].tolist(), chance)
            loss = lesson.loss(_read(encoder.model, lesson.read), texts, requests)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            schedule.step()
    np.savez_compressed(ROOT / "models" / "encoders" / CHANGES, **pack(changes_of(layers)))  # type: ignore[arg-type]


def _read(model: nn.Module, texts: list[str]) -> Tensor:
    """(texts, dimension): their unit vectors."""
    tokens = model.tokenizer(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return functional.normalize(model(dict(tokens))["sentence_embedding"].float(), dim=1)


def main() -> None:
    """Read, learn and write."""
    fit(read_lessons(Path(sys.argv[1])), load_sentence_encoder())


if __name__ == "__main__":
    main()
