"""Write the maps of the universal sentence encoder anew, models/encoders/maps_to_english*.npz: `make fit-languages`.

    python -m benches.fit_languages CORPUS [OUT] [--encoder NAME]

CORPUS has lines of an id and a text, with a tab between. The universal sentence encoder and that of the English texts
read the same English texts: example issues and stories with their requests (example_issues.tsv, example_stories.tsv,
all invented), texts of the corpus, and short cuttings of those that are as long as a topic. The told ones count more,
as issues are told like them. With u a text's vector in an encoder's own space and v in that of the English texts, a
linear map makes a mapped text's similarities to a sample of all texts those that v has: it minimises the
Kullback-Leibler divergence of softmax(sim / 0.05), as in G. Hinton et al., "Distilling the Knowledge in a
Neural Network", 2015,
starting from ridge regression of v on u.

No judged issue and no judgment is used, and no text in another language. What was learnt for multilingual-e5-small
(benches/fit_e5_changes.py) stays in the file. It takes some ten minutes on two quiet cores; vectors stay in
build/languages.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from benches.fit_example_issues import TABLE as ISSUES
from benches.fit_example_issues import example_issues_of
from benches.retrieval import read_pairs
from models.encoders.load_encoder import load_document_encoder
from models.encoders.model_files import LEARNT, LIGHT_MODEL, learnt_arrays
from models.encoders.multilingual_encoder import maps_into
from models.encoders.text_encoder import Vectors
from models.encoders.universal_sentence_encoder import load_universal_sentence_encoder

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "benches" / "example_stories.tsv"
BUILD = ROOT / "build" / "languages"
TOGETHER = 256
CORPUS_TEXTS, CUTTINGS = 9_000, 2_000
LONGEST = 260
"""Characters of a text of the corpus."""
CUTTING_WORDS = (1, 2, 2, 3, 3, 4, 5, 6, 8)
TOLD_WEIGHT = 20
"""Of a example issue or story, beside 1 of every other text."""
RIDGE = 3.0
STEPS, BATCH, SAMPLE = 500, 192, 1_024
HIGHEST_RATE = 1e-3
TEMPERATURE = 0.05
SEED = 0

Affine = tuple[Vectors, Vectors]
"""Weight (width, dimension) and bias (dimension)."""


def read_told() -> tuple[list[str], list[str]]:
    """The example issues and stories, and the requests of all of them."""
    told, requests = list[str](), list[str]()
    for path in (ISSUES, STORIES):
        issues, of_issues = example_issues_of(path.read_text(encoding="utf-8").splitlines())
        told += issues
        requests += [request for of_issue in of_issues for request in of_issue]
    return told, requests


def read_corpus(path: Path) -> list[str]:
    """Some of the texts of the corpus, and cuttings of them."""
    texts = [text for text in read_pairs(path).values() if len(text) < LONGEST]
    dice, cuttings = np.random.default_rng(SEED), set[str]()
    some = dice.permutation(len(texts))[:CORPUS_TEXTS]
    while len(cuttings) < CUTTINGS:
        words, length = texts[dice.integers(len(texts))].split(), int(dice.choice(CUTTING_WORDS))
        start = int(dice.integers(max(1, len(words) - length)))
        cuttings.add(" ".join(words[start : start + length]).strip(" ,.;:()"))
    return [texts[place] for place in some] + sorted(filter(None, cuttings))


def kept(name: str, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
    """The vectors of the texts, made once; long and short texts do not share a batch."""
    digest = sha256("\n".join(texts).encode()).hexdigest()
    path = BUILD / f"{name}-{digest[:16]}.npy"
    if not path.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        parts = [order[start : start + TOGETHER] for start in range(0, len(order), TOGETHER)]
        encoded = np.concatenate([encode([texts[place] for place in part]) for part in parts])
        vectors = np.empty_like(encoded)
        vectors[order] = encoded
        np.save(path, vectors)
    return np.asarray(np.load(path))


def ridge(source: Vectors, target: Vectors, counts: Vectors) -> Affine:
    """A ridge regression of `target` on `source`, each row counted so often."""
    mean, wanted = (np.average(rows, axis=0, weights=counts).astype(np.float32) for rows in (source, target))
    centred, roots = source - mean, np.sqrt(counts)[:, np.newaxis]
    square = (centred * roots).T @ (centred * roots) + RIDGE * np.eye(centred.shape[1], dtype=np.float32)
    weight = np.linalg.solve(square, (centred * roots).T @ ((target - wanted) * roots)).astype(np.float32)
    return weight, (0.3 * wanted - mean @ weight).astype(np.float32)


def distilled(source: Vectors, target: Vectors, counts: Vectors) -> Affine:
    """The map of an encoder."""
    dice = torch.Generator().manual_seed(SEED)
    mean = source.mean(axis=0)
    first_weight, first_bias = ridge(source, target, counts)
    inputs, wanted, often = torch.tensor(source - mean), torch.tensor(target), torch.tensor(counts)
    weight = torch.tensor(first_weight, requires_grad=True)
    bias = torch.tensor(first_bias + mean @ first_weight, requires_grad=True)
    optimiser = torch.optim.AdamW([weight, bias], weight_decay=0)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, HIGHEST_RATE, total_steps=STEPS, pct_start=0.1)
    for _ in range(STEPS):
        batch = torch.multinomial(often, BATCH, replacement=True, generator=dice)
        others = torch.cat([wanted[batch], wanted[torch.randint(len(wanted), (SAMPLE,), generator=dice)]])
        mapped = functional.normalize(inputs[batch] @ weight + bias, dim=1)
        loss = functional.kl_div(
            functional.log_softmax(mapped @ others.T / TEMPERATURE, dim=1),
            functional.softmax(wanted[batch] @ others.T / TEMPERATURE, dim=1),
            reduction="batchmean",
        )
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rate.step()
    learnt = weight.detach().numpy()
    return learnt, bias.detach().numpy() - mean @ learnt


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--encoder", default=LIGHT_MODEL, help="into whose space (default: %(default)s)")
    return parser.parse_args()


def main() -> None:
    """Fit the maps and write them."""
    arguments = read_arguments()
    english = load_document_encoder(arguments.encoder)
    maps = maps_into(english.space)
    if maps is None:
        sys.exit("Only published encoders have maps.")
    out = arguments.out or LEARNT / maps
    told, requests = read_told()
    texts = [*told, *requests, *read_corpus(arguments.corpus)]
    counts = np.array([TOLD_WEIGHT] * len(told) + [1] * (len(texts) - len(told)), dtype=np.float32)
    target = kept(english.space.id, texts, english.encode)
    weight, bias = distilled(kept("use", texts, load_universal_sentence_encoder()), target, counts)
    arrays: dict[str, Any] = learnt_arrays(maps) | {
        "use_weight": weight.astype(np.float16),
        "use_bias": bias.astype(np.float16),
    }
    np.savez_compressed(out, **arrays)


if __name__ == "__main__":
    main()
