"""Teach multilingual-e5-small where the English encoders put the same; write e5_changes.npz and its maps.

    python -m benches.fit_e5_changes

A student learns to put a text in any language where its teachers put its English twin (N. Reimers and I. Gurevych,
"Making Monolingual Sentence Embeddings Multilingual using Knowledge Distillation", 2020). Changes of low rank to its
last layers, and a map from what it then says into each space:

- `e5`, into the space of each published model: where that model puts the English text;
- `taught`, into each too: where the mean of a text's sentences lies as the encoder of issues of that space reads them
  (models/encoders/load_encoder.py). Into that of the accurate model it is learnt afterwards, the layers staying: half
  of it a ridge regression, half a map that orders other texts as the teacher does.

Read are example issues, stories and their requests in English; stories told again in other languages
(field_retellings.tsv; of field_stories.tsv those of the split "fit" alone); and sentences and headings of daily life
(parallel_sentences.tsv). What the layers below say of each text is computed once. No judgment is used. On two
quiet processors it takes some twenty minutes, most of them for what the teachers say.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from benches.field_order import FIELD_STORIES, RETELLINGS
from benches.fit_example_issues import TABLE as ISSUES
from benches.fit_example_issues import example_issues_of
from benches.fit_languages import STORIES, distilled, kept, ridge
from benches.low_rank_tuning import changed_layers, changes_of, learnt_by, share_of_rate
from models.encoders.load_encoder import load_document_encoder, load_issue_encoder
from models.encoders.low_rank_changes import pack
from models.encoders.model_files import ACCURATE_MODEL, LIGHT_MODEL
from models.encoders.multilingual_e5 import FIRST_CHANGED, PROJECT, QUESTION, RANK, PackedE5, is_installed, packed_e5
from models.encoders.multilingual_encoder import ACCURATE_MAPS, E5_CHANGES, MAPS
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import mean_direction
from models.texts.sentences import sentences_of
from models.texts.words import ENGLISH
from models.vocabularies.spelled_out import spelled_out

BENCHES = Path(__file__).parent
ENCODERS = BENCHES.parent / "models" / "encoders"
PARALLEL = BENCHES / "parallel_sentences.tsv"
STEPS, BATCH, LONGEST = 400, 32, 96
"""Of a text so many pieces are learnt from."""
RATE, RATE_OF_MAPS, DECAY = 1e-3, 5e-4, 0.01
TEMPERATURE, NEARNESS_WEIGHT, SAMPLE = 0.05, 2.0, 768
SHARES = {"told": 0.25, "requests": 0.15, "retold": 0.45, "sentences": 0.15}
"""Of a batch, by kind of text."""
COUNTS = {"told": 5.0, "requests": 1.0, "retold": 5.0, "sentences": 3.0}
"""Of a text, where the maps begin: by ridge regression."""
AFTERWARDS = "accurate, taught"
"""The map that is learnt when the layers are."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, and the English one that the teachers read."""

    kind: str
    """Of SHARES."""
    text: str
    english: str


def lessons() -> Iterator[Lesson]:
    """All that is learnt from."""
    twins = dict[str, str]()
    for before, path in (("s{:03d}", STORIES), ("i{:04d}", ISSUES)):
        told, requests = example_issues_of(path.read_text(encoding="utf-8").splitlines())
        twins |= {before.format(number): text for number, text in enumerate(told, 1)}
        yield from (Lesson("requests", of_issue[0], of_issue[0]) for of_issue in requests)
    yield from (Lesson("told", text, text) for text in twins.values())
    for number, *_, split, text in _rows(FIELD_STORIES):
        if split == "fit":
            twins[number] = text
    for number, _, text in _rows(RETELLINGS):
        if number in twins:
            yield Lesson("retold", text, twins[number])
    for english, *others in _rows(PARALLEL)[1:]:
        yield from (Lesson("sentences", text, english) for text in (english, *others) if text)


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def teachers() -> Mapping[str, Callable[[Sequence[str]], Vectors]]:
    """By name of a map, what its end is learnt from."""
    light, accurate = map(load_document_encoder, (LIGHT_MODEL, ACCURATE_MODEL))
    return {
        "light": light.encode,
        "accurate": accurate.encode,
        "taught": partial(told, LIGHT_MODEL),
        AFTERWARDS: partial(told, ACCURATE_MODEL),
    }


def told(encoder: str, texts: Sequence[str]) -> Vectors:
    """(texts, dimension): the means of their sentences by the encoder of issues of a model."""
    issues = load_issue_encoder(encoder)
    return np.array([mean_direction(issues.encode(sentences_of(spelled_out(text)) or [text])) for text in texts])


class Student:
    """The network, of which the last layers learn."""

    def __init__(self, packed: PackedE5) -> None:
        """With no change yet."""
        shape = packed.shape
        config = BertConfig(
            vocab_size=2,
            hidden_size=shape.width,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            intermediate_size=shape.inner_width,
            max_position_embeddings=shape.positions,
        )
        self._packed = packed
        self._model = BertModel(config, add_pooling_layer=False).eval()
        weights = {name: torch.from_numpy(packed.array(name)) for name in packed.names()}
        self._model.load_state_dict(weights, strict=False)
        self.layers = changed_layers(self._model, RANK, FIRST_CHANGED)

    def below(self, text: str) -> Vectors:
        """(pieces, width): what the layers that stay say of a text."""
        pieces = self._packed.vectors_of(np.array(self._packed.numbers_of(QUESTION + text)[:LONGEST]))
        with torch.no_grad():
            read = self._model.embeddings(inputs_embeds=torch.from_numpy(pieces)[None])
            for layer in self._model.encoder.layer[:FIRST_CHANGED]:
                read = layer(read)
        return np.asarray(read[0].numpy())

    def vectors(self, below: Sequence[Vectors]) -> Tensor:
        """(texts, width): unit vectors from what the layers below say."""
        read = nn.utils.rnn.pad_sequence([torch.from_numpy(each) for each in below], batch_first=True)
        is_piece = nn.utils.rnn.pad_sequence([torch.ones(len(each)) for each in below], batch_first=True)
        for layer in self._model.encoder.layer[FIRST_CHANGED:]:
            read = layer(read, is_piece[:, None, None].bool())
        return functional.normalize((read * is_piece[..., None]).sum(dim=1), dim=1)


class Maps(nn.Module):  # type: ignore[misc]
    """From the student's vectors into each space."""

    def __init__(self, first: Mapping[str, tuple[Vectors, Vectors]]) -> None:
        """Weights and biases to begin with."""
        super().__init__()
        self.weights = nn.ParameterDict({name: torch.from_numpy(weight) for name, (weight, _) in first.items()})
        self.biases = nn.ParameterDict({name: torch.from_numpy(bias) for name, (_, bias) in first.items()})

    def affine(self) -> dict[str, tuple[Vectors, Vectors]]:
        """The weights and biases."""
        return {
            name: (weight.detach().numpy(), self.biases[name].detach().numpy()) for name, weight in self.weights.items()
        }

    def mapped(self, name: str, vectors: Tensor) -> Tensor:
        """Unit vectors in a space."""
        return functional.normalize(vectors @ self.weights[name] + self.biases[name], dim=1)


def loss_of(found: Tensor, wanted: Tensor, others: Tensor) -> Tensor:
    """How far texts are from where the teacher puts them, and how else they order all others."""
    among = torch.cat([others, wanted])
    order = functional.kl_div(
        functional.log_softmax(found @ among.T / TEMPERATURE, dim=1),
        functional.softmax(wanted @ among.T / TEMPERATURE, dim=1),
        reduction="batchmean",
    )
    return order + NEARNESS_WEIGHT * (1 - (found * wanted).sum(dim=1)).mean()


def fit(given: Sequence[Lesson], wanted: Mapping[str, Vectors], student: Student) -> Maps:
    """Learn the changes and the maps; `wanted` has a row for each lesson."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    below = [student.below(lesson.text) for lesson in given]
    with torch.no_grad():
        unchanged = np.concatenate([student.vectors([each]).numpy() for each in below])
    counts = np.array([COUNTS[lesson.kind] for lesson in given], dtype=np.float32)
    together = {name: vectors for name, vectors in wanted.items() if name != AFTERWARDS}
    maps = Maps({name: ridge(unchanged, vectors, counts) for name, vectors in together.items()})
    ends = {name: torch.from_numpy(vectors) for name, vectors in together.items()}
    learnt = learnt_by(student.layers)
    groups = [{"params": learnt, "lr": RATE}, {"params": list(maps.parameters()), "lr": RATE_OF_MAPS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(min(step / STEPS, 1)))
    rows = {kind: np.flatnonzero([lesson.kind == kind for lesson in given]) for kind in SHARES}
    for _ in range(STEPS):
        kinds = chance.choice(list(SHARES), BATCH, p=list(SHARES.values()))
        batch = np.array([chance.choice(rows[kind]) for kind in kinds])
        others = chance.choice(rows["requests"], SAMPLE)
        vectors = student.vectors([below[row] for row in batch])
        losses = [loss_of(maps.mapped(name, vectors), end[batch], end[others]) for name, end in ends.items()]
        optimizer.zero_grad()
        torch.stack(losses).sum().backward()
        nn.utils.clip_grad_norm_([*learnt, *maps.parameters()], 1.0)
        optimizer.step()
        schedule.step()
    with torch.no_grad():
        changed = np.concatenate([student.vectors([each]).numpy() for each in below])
    return Maps({**maps.affine(), AFTERWARDS: halves(changed, wanted[AFTERWARDS], counts)})


def halves(source: Vectors, target: Vectors, counts: Vectors) -> tuple[Vectors, Vectors]:
    """The weight and bias of the mean of two maps, each of which gives vectors of a mean length of 1."""
    found = []
    for weight, bias in (ridge(source, target, counts), distilled(source, target, counts)):
        length = float(np.linalg.norm(source @ weight + bias, axis=1).mean())
        found.append((weight / length, bias / length))
    (first, first_bias), (second, second_bias) = found
    return np.asarray((first + second) / 2, dtype=np.float32), np.asarray((first_bias + second_bias) / 2, np.float32)


def write(student: Student, maps: Maps) -> None:
    """The files, beside the maps of the other encoder."""
    _save(ENCODERS / E5_CHANGES, pack(changes_of(student.layers)))
    for path, names in (
        (ENCODERS / MAPS, {"e5": "light", "taught": "taught"}),
        (ENCODERS / ACCURATE_MAPS, {"e5": "accurate", "taught": AFTERWARDS}),
    ):
        with np.load(path) as stored:
            arrays: dict[str, Any] = {name: stored[name] for name in stored.files}
        for name, space in names.items():
            for kind, learnt in (("weight", maps.weights), ("bias", maps.biases)):
                arrays[f"{name}_{kind}"] = learnt[space].detach().numpy().astype(np.float16)
        _save(path, arrays)


def _save(path: Path, arrays: Mapping[str, Any]) -> None:
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Read, learn and write."""
    if not is_installed():
        raise SystemExit(f"Run `pip install {PROJECT}` first.")
    packed = packed_e5()
    given = list(lessons())
    english = sorted({lesson.english for lesson in given})
    rows = np.searchsorted(english, [lesson.english for lesson in given])
    wanted = {name: kept(f"{name} {ENGLISH}", english, read)[rows] for name, read in teachers().items()}
    student = Student(packed)
    write(student, fit(given, wanted, student))


if __name__ == "__main__":
    main()
