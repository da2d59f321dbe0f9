"""Write models/encoders/networks/*.onnx anew: the networks of the encoders as transformers defines them, no weights.

`make networks` runs it, with PyTorch's exporter; users need neither that nor the package onnx. The weights are those
that their authors published, whose digest is checked; models/encoders/network.py hands them over by these names.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from models.encoders.network import FOLDER

OPERATORS = 17
"""Version of the standard's operators: the first with normalising as one of them."""
_MINILM = {"hidden_size": 384, "num_attention_heads": 12, "intermediate_size": 1536, "max_position_embeddings": 512}
_MPNET = {"hidden_size": 768, "num_attention_heads": 12, "intermediate_size": 3072, "max_position_embeddings": 514}
_WRITTEN_OUT: dict[str, Any] = {"vocab_size": 2, "attn_implementation": "eager"}
"""Vectors of pieces come from outside; what PyTorch computes in one step has no operator."""
_CONFIGURATIONS = {
    "all-MiniLM-L6-v2": BertConfig(**_MINILM, num_hidden_layers=6, **_WRITTEN_OUT),
    "multilingual-e5-small": BertConfig(**_MINILM, num_hidden_layers=12, **_WRITTEN_OUT),
    "all-mpnet-base-v2": MPNetConfig(**_MPNET, num_hidden_layers=12, layer_norm_eps=1e-5, **_WRITTEN_OUT),
}


class Reading(nn.Module):  # type: ignore[misc]
    """From vectors of pieces to what the last layer says of each."""

    def __init__(self, config: Any) -> None:
        """With weights by chance, so that no two are taken for one."""
        super().__init__()
        kind = MPNetModel if isinstance(config, MPNetConfig) else BertModel
        self.model = kind(config, add_pooling_layer=False).eval()
        for weights in self.model.parameters():
            nn.init.normal_(weights)

    def forward(self, pieces: Tensor, is_piece: Tensor) -> Tensor:
        """Of (texts, pieces, width) and (texts, pieces)."""
        return self.model(inputs_embeds=pieces, attention_mask=is_piece).last_hidden_state


def export(config: Any) -> onnx.ModelProto:
    """The graph of a network, whose weights are to be given beside it."""
    pieces, is_piece = torch.randn(2, 3, config.hidden_size), torch.ones(2, 3, dtype=torch.long)
    axes = {name: {0: "texts", 1: "positions"} for name in ("pieces", "is_piece", "read")}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "network.onnx"
        torch.onnx.export(
            Reading(config),
            (pieces, is_piece),
            path,
            input_names=["pieces", "is_piece"],
            output_names=["read"],
            dynamic_axes=axes,
            opset_version=OPERATORS,
            do_constant_folding=False,  # it would keep what is transposed, under names of its own
            dynamo=False,
        )
        return without_weights(onnx.load(path))


def without_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same with each array of weights named as it was published, and given beside the graph."""
    for weights in model.graph.initializer:
        weights.CopyFrom(onnx.TensorProto(name=weights.name, data_type=weights.data_type, dims=weights.dims))
        weights.data_location = onnx.TensorProto.EXTERNAL
        weights.external_data.add(key="location", value="memory")
    for node in model.graph.node:
        node.ClearField("doc_string")
        node.ClearField("name")
    for named in (*model.graph.initializer, *model.graph.node):
        for field in ("input", "output"):
            names = getattr(named, field, [])
            names[:] = [_published(name) for name in names]
        if isinstance(named, onnx.TensorProto):
            named.name = _published(named.name)
    return model


def _published(name: str) -> str:
    return re.sub(r"^model\.", "", name)


if __name__ == "__main__":
    for name, config in _CONFIGURATIONS.items():
        onnx.save(export(config), str(FOLDER / f"{name}.onnx"))
