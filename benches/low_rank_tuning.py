"""What learning a change of low rank takes (models/encoders/low_rank_changes.py): the layers, and how fast they
learn."""

import numpy as np
import torch
from torch import Tensor, nn

from models.encoders.low_rank_changes import Changes
from models.encoders.text_encoder import Vectors

INSIDE = "0.auto_model"
"""Where the layers are in a model of sentence-transformers."""
WARM_UP = 0.06
"""Share of the steps in which the learning rate grows; in the others it falls to 0."""


class ChangedLayer(nn.Module):  # type: ignore[misc]
    """A linear layer with a change of low rank."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        """The change is none at first."""
        super().__init__()
        self.layer = layer
        self.inputs = nn.Parameter(torch.randn(layer.in_features, rank) / layer.in_features**0.5)
        self.outputs = nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, values: Tensor) -> Tensor:
        """The layer's answer and the change's."""
        return self.layer(values) + (values @ self.inputs) @ self.outputs.T


def changed_layers(inside: nn.Module, rank: int, first: int = 0) -> dict[str, ChangedLayer]:
    """Put a change to every linear layer of a network's blocks from the `first` on, and hold all else; by name."""
    for each in inside.parameters():
        each.requires_grad_(False)
    linear = [
        name
        for name, each in inside.named_modules()
        if isinstance(each, nn.Linear) and name.startswith("encoder.layer.") and int(name.split(".")[2]) >= first
    ]
    changed = {name: ChangedLayer(inside.get_submodule(name), rank) for name in linear}
    for name, layer in changed.items():
        parent, _, child = name.rpartition(".")
        setattr(inside.get_submodule(parent), child, layer)
    return changed


def learnt_by(layers: dict[str, ChangedLayer]) -> list[nn.Parameter]:
    """What is learnt."""
    return [each for layer in layers.values() for each in (layer.inputs, layer.outputs)]


def changes_of(layers: dict[str, ChangedLayer]) -> Changes:
    """What was learnt, as arrays."""
    return {name: (_array(layer.outputs), _array(layer.inputs)) for name, layer in layers.items()}


def share_of_rate(done: float) -> float:
    """How much of the learning rate holds after that share of the steps."""
    return min(done / WARM_UP, (1 - done) / (1 - WARM_UP))


def _array(values: Tensor) -> Vectors:
    return np.asarray(values.detach().numpy(), dtype=np.float32)
