"""Tune the default encoder to UPR Info's coding (indexer/classify/tuned_encoder.py).

To every linear layer a change of low rank is learnt, together with one linear layer over the sentence vector: issue
labels by logistic loss, action categories by the loss of the softmax, some rounds over the texts in batches of like
length. The weights of the encoder itself stay as they are.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benches.coded_texts import CodedText, action_matrix, label_matrix
from benches.low_rank_tuning import INSIDE, changed_layers, changes_of, learnt_by, share_of_rate
from indexer.classify.tuned_encoder import Tuning
from models.encoders.sentence_encoder import load_sentence_encoder
from models.encoders.text_encoder import Vectors
from models.records.enums import ACTION_CATEGORIES

RANK = 32
ROUNDS = 5
BATCH = 32
LEARNING_RATE = 1e-3
DECAY = 0.01
SCALE = 10.0
"""Sentence vectors are of unit length: what multiplies them before the linear layer, so that it learns fast enough."""
ACTIONS = len(ACTION_CATEGORIES)
LONGEST = 128
"""Tokens of a text that are learnt from."""


def fit_tuning(texts: Sequence[CodedText], labels: tuple[str, ...], counts: Vectors) -> Tuning:
    """Learn from texts; `counts` (texts, 1) says how much each counts. Takes minutes."""
    torch.manual_seed(0)
    encoder = load_sentence_encoder()
    model, changed = encoder.model, changed_layers(encoder.model.get_submodule(INSIDE), RANK)
    targets = torch.from_numpy((np.hstack([label_matrix(texts, labels), action_matrix(texts)]) + 1) / 2)
    heads = nn.Linear(model.encode(["a"]).shape[1], targets.shape[1])
    with torch.no_grad():
        heads.weight.zero_()
        shares = targets.mean(dim=0).clamp(1e-4, 1 - 1e-4)
        heads.bias.copy_(torch.log(shares / (1 - shares)))
    learnt = [*heads.parameters(), *learnt_by(changed)]
    batches = list(_batches([each.text for each in texts]))
    optimizer = torch.optim.AdamW(learnt, lr=LEARNING_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step / len(batches)))
    weights = torch.from_numpy(counts[:, 0])
    model.train()
    for batch in batches:
        loss = (weights[batch] * _losses(model, heads, [texts[row].text for row in batch], targets[batch])).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        schedule.step()
    layers = np.vstack([heads.weight.detach().numpy().T * SCALE, heads.bias.detach().numpy()])
    return Tuning(
        changes=changes_of(changed),
        labels=labels,
        issues=layers[:, : len(labels)],
        actions=layers[:, len(labels) :],
    )


def _losses(model: nn.Module, heads: nn.Linear, texts: list[str], targets: Tensor) -> Tensor:
    """(texts): the loss of each."""
    tokens = model.tokenizer(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = functional.normalize(model(dict(tokens))["sentence_embedding"].float(), dim=1)
    logits = heads(vectors * SCALE)
    labels = logits.shape[1] - ACTIONS
    of_labels = functional.binary_cross_entropy_with_logits(logits[:, :labels], targets[:, :labels], reduction="none")
    of_actions = functional.cross_entropy(logits[:, labels:], targets[:, labels:], reduction="none")
    return of_labels.sum(dim=1) + of_actions


def _batches(texts: Sequence[str]) -> Iterator[NDArray[np.int64]]:
    """Rows of texts, ROUNDS times over all of them: a batch has texts of like length, and comes at any time."""
    chance = np.random.default_rng(0)
    lengths = np.array([len(text) for text in texts])
    for _ in range(ROUNDS):
        order = np.argsort(lengths * chance.uniform(0.9, 1.1, len(texts)), kind="stable")
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        yield from (batches[place] for place in chance.permutation(len(batches)))
