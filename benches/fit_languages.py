"""Write models/map_to_english.npz anew: `make fit-languages`.

    python -m benches.fit_languages TABLE [OUT]

TABLE is UPR Info's recommendations.csv. Both encoders read its distinct English texts, and short cuttings of them that
are as long as a topic: u in the multilingual encoder's space, v in that of the texts. Two linear maps are learnt and
averaged, because they err differently:

- The first makes a mapped text's similarities to a sample of all texts those that v has: it minimises the
  Kullback-Leibler divergence of softmax(sim / 0.05), as in G. Hinton et al., "Distilling the Knowledge in a Neural
  Network", 2015, starting from ridge regression of v on u.
- The second is the transpose of the ridge regression of u on v: what is near to a text in the first space is near in
  the second, as far as v tells u.

No issue and no judgment is used, and no text in another language. The digest that is printed at the end belongs into
models/multilingual_encoder.py. It takes some ten minutes on two cores; vectors stay in build/languages.
"""

import csv
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from models.multilingual_encoder import MAP, load_raw_encoder
from models.text_encoder import load_encoder

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "languages"
TOGETHER = 256
CUTTINGS = 9_000
CUTTING_WORDS = (1, 2, 2, 3, 3, 4, 5, 6, 8)
RIDGE_FORWARD, RIDGE_BACK = 3.0, 1.0
STEPS, BATCH, SAMPLE = 600, 192, 2_048
HIGHEST_RATE = 1e-3
TEMPERATURE = 0.05
SEED = 0

Floats = NDArray[np.float32]
Affine = tuple[Floats, Floats]
"""Weight (512, 384) and bias (384,)."""


def read_texts(table: Path) -> list[str]:
    """The distinct texts of the table, and cuttings of them."""
    with table.open(encoding="utf-8", newline="") as lines:
        texts = list(dict.fromkeys(row["Text"].strip() for row in csv.DictReader(lines) if row["Text"].strip()))
    dice, cuttings = np.random.default_rng(SEED), set[str]()
    while len(cuttings) < CUTTINGS:
        words, length = texts[dice.integers(len(texts))].split(), int(dice.choice(CUTTING_WORDS))
        start = int(dice.integers(max(1, len(words) - length)))
        cuttings.add(" ".join(words[start : start + length]).strip(" ,.;:()"))
    return texts + sorted(filter(None, cuttings))


def kept(name: str, texts: Sequence[str], encode: Callable[[Sequence[str]], Floats]) -> Floats:
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


def ridge(source: Floats, target: Floats, penalty: float) -> Floats:
    """The weights of a ridge regression of `target` on `source`, both taken from their means."""
    centred = source - source.mean(axis=0)
    square = centred.T @ centred + penalty * np.eye(centred.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(square, centred.T @ (target - target.mean(axis=0))), dtype=np.float32)


def distilled(source: Floats, target: Floats) -> Affine:
    """The first map."""
    dice = torch.Generator().manual_seed(SEED)
    mean = source.mean(axis=0)
    inputs, wanted = torch.tensor(source - mean), torch.tensor(target)
    weight = torch.tensor(ridge(source, target, RIDGE_FORWARD), requires_grad=True)
    bias = torch.tensor(0.3 * target.mean(axis=0), requires_grad=True)
    optimiser = torch.optim.AdamW([weight, bias], weight_decay=0)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, HIGHEST_RATE, total_steps=STEPS, pct_start=0.1)
    for _ in range(STEPS):
        batch = torch.randint(len(inputs), (BATCH,), generator=dice)
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


def average(maps: Sequence[Affine], source: Floats) -> Affine:
    """One map that gives each the same say: their outputs are brought to a mean length of 1 on the source."""
    lengths = [float(np.linalg.norm(source @ weight + bias, axis=1).mean()) for weight, bias in maps]
    weights = [weight / length for (weight, _), length in zip(maps, lengths, strict=True)]
    biases = [bias / length for (_, bias), length in zip(maps, lengths, strict=True)]
    return np.mean(weights, axis=0), np.mean(biases, axis=0)


def main() -> None:
    """Fit the map and write it."""
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "models" / MAP
    texts = read_texts(Path(sys.argv[1]))
    source = kept("multilingual", texts, load_raw_encoder().encode)
    target = kept("english", texts, load_encoder().encode)
    back = ridge(target, source, RIDGE_BACK).T
    weight, bias = average([distilled(source, target), (back, np.zeros(len(back[0]), dtype=np.float32))], source)
    np.savez_compressed(out, weight=weight.astype(np.float16), bias=bias.astype(np.float16))
    print(f"{out}: MAP_DIGEST = {sha256(out.read_bytes()).hexdigest()!r}")


if __name__ == "__main__":
    main()
