"""Write models/encoders/networks/*.onnx anew: the networks of the encoders as transformers defines them, no weights.

`make networks` runs it, with PyTorch's exporter; users need neither that nor the package onnx. The weights are those
that their authors published, whose digest is checked; models/encoders/network.py hands them over by these names.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from models.encoders import eight_bits, multilingual_e5
from models.encoders.network import FOLDER

OWN_OPERATORS = "com.microsoft"
"""Of ONNX Runtime."""
OPERATORS = 17
"""Version of the standard's operators: the first with normalising as one of them."""
_MIDDLE = onnx.helper.make_tensor("middle", onnx.TensorProto.UINT8, [], [eight_bits.MIDDLE])
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

    def __init__(self, config: Any, layers: range) -> None:
        """Of the layers named alone, with weights by chance, so that no two are taken for one."""
        super().__init__()
        kind = MPNetModel if isinstance(config, MPNetConfig) else BertModel
        self.model = kind(config, add_pooling_layer=False).eval()
        for number in set(range(config.num_hidden_layers)) - set(layers):
            self.model.encoder.layer[number] = PassedOn()
        if 0 not in layers:
            self.model.embeddings = AsGiven()
        for weights in self.model.parameters():
            nn.init.normal_(weights)

    def forward(self, pieces: Tensor, is_piece: Tensor) -> Tensor:
        """Of (texts, pieces, width) and (texts, pieces)."""
        return self.model(inputs_embeds=pieces, attention_mask=is_piece).last_hidden_state


class PassedOn(nn.Module):  # type: ignore[misc]
    """Stands for a layer that is in another graph."""

    def forward(self, read: Tensor, *_arguments: Any, **_named: Any) -> tuple[Tensor]:
        """What it is given, as a layer gives it."""
        return (read,)


class AsGiven(nn.Module):  # type: ignore[misc]
    """Stands for what comes before the layers, in another graph."""

    def forward(self, inputs_embeds: Tensor, **_named: Any) -> Tensor:
        """What it is given."""
        return inputs_embeds


def export(config: Any, layers: range | None = None) -> onnx.ModelProto:
    """The graph of a network or of some of its layers, whose weights are to be given beside it."""
    pieces, is_piece = torch.randn(2, 3, config.hidden_size), torch.ones(2, 3, dtype=torch.long)
    axes = {name: {0: "texts", 1: "positions"} for name in ("pieces", "is_piece", "read")}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "network.onnx"
        torch.onnx.export(
            Reading(config, layers or range(config.num_hidden_layers)),
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
    """The graph with each array of weights named as it was published, and given beside it."""
    for weights in model.graph.initializer:
        weights.CopyFrom(_given(weights.name, weights.data_type, weights.dims))
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


Made = tuple[list[Any], list[Any]]
"""Nodes of a graph, and the arrays that they ask for."""


def in_eight_bits(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with the products of models.encoders.eight_bits, whose arrays are given as it makes them."""
    return _with_products(model, eight_bits.is_packed, _eight_bits)


def in_four_bits(model: onnx.ModelProto, first_changed: int, rank: int) -> onnx.ModelProto:
    """The graph with layers as models.encoders.multilingual_e5 gives them, and changes of a rank to those from one on.

    What is multiplied stays in float32 (`accuracy_level` 1): vectors are those of the weights unpacked.
    """

    def product(node: Any, name: str, outputs: int, inputs: int) -> Made:
        layer, factor = name.removesuffix(".weight"), name + eight_bits.FACTOR
        is_changed = int(layer.split(".")[2]) >= first_changed
        stored = [f"{layer}.stored"] if is_changed else node.output
        settings: dict[str, Any] = {
            "K": inputs,
            "N": outputs,
            "bits": 4,
            "block_size": multilingual_e5.BLOCK,
            "accuracy_level": 1,
        }
        read = [node.input[0], name, factor]
        nodes = [onnx.helper.make_node("MatMulNBits", read, stored, domain=OWN_OPERATORS, **settings)]
        blocks = inputs // multilingual_e5.BLOCK
        arrays = [
            _given(name, onnx.TensorProto.UINT8, (outputs, blocks, multilingual_e5.BLOCK // 2)),
            _given(factor, onnx.TensorProto.FLOAT, (outputs, blocks)),
        ]
        if is_changed:
            narrow, change = [f"{layer}.narrow"], [f"{layer}.change"]
            nodes.append(onnx.helper.make_node("MatMul", [node.input[0], f"{layer}.inputs"], narrow))
            nodes.append(onnx.helper.make_node("MatMul", [*narrow, f"{layer}.outputs"], change))
            nodes.append(onnx.helper.make_node("Add", [*stored, *change], node.output))
            arrays.append(_given(f"{layer}.inputs", onnx.TensorProto.FLOAT, (inputs, rank)))
            arrays.append(_given(f"{layer}.outputs", onnx.TensorProto.FLOAT, (rank, outputs)))
        return nodes, arrays

    return _with_products(model, lambda name: name.startswith("encoder.") and "LayerNorm" not in name, product)


def _with_products(
    model: onnx.ModelProto, is_packed: Callable[[str], bool], product: Callable[[Any, str, int, int], Made]
) -> onnx.ModelProto:
    """The graph with other products for the layers whose weights are packed."""
    sizes = {weights.name: tuple(weights.dims) for weights in model.graph.initializer}
    turned = {node.output[0]: node.input[0] for node in model.graph.node if node.op_type == "Transpose"}
    packed = {name for name in turned.values() if name in sizes and is_packed(name)}
    arrays = [array for array in model.graph.initializer if array.name not in packed]
    nodes: list[onnx.NodeProto] = []
    for node in model.graph.node:
        name = turned.get(node.input[1], "") if node.op_type == "MatMul" else ""
        if name in packed:
            added, beside = product(node, name, *sizes[name])
            nodes, arrays = [*nodes, *added], [*arrays, *beside]
        elif turned.get(node.output[0], "") not in packed:
            nodes.append(node)
    graph = onnx.helper.make_graph(nodes, "packed", model.graph.input, model.graph.output, arrays)
    opsets = [*model.opset_import, onnx.helper.make_opsetid(OWN_OPERATORS, 1)]
    return onnx.helper.make_model(graph, opset_imports=opsets, ir_version=model.ir_version)


def _eight_bits(node: Any, name: str, outputs: int, inputs: int) -> Made:
    """ONNX Runtime's own operators for a layer, and the arrays that they ask for."""
    factor, smaller = name + eight_bits.FACTOR, name + eight_bits.SMALLER
    if eight_bits.is_in_blocks(name):
        blocks = inputs // eight_bits.BLOCK
        settings: dict[str, Any] = {
            "K": inputs,
            "N": outputs,
            "bits": 8,
            "block_size": eight_bits.BLOCK,
            "accuracy_level": 4,
        }
        read = [node.input[0], name, factor]
        product = onnx.helper.make_node("MatMulNBits", read, node.output, domain=OWN_OPERATORS, **settings)
        numbers = _given(name, onnx.TensorProto.UINT8, (outputs, blocks, eight_bits.BLOCK))
        return [product], [numbers, _given(factor, onnx.TensorProto.FLOAT, (outputs, blocks))]
    made_smaller = onnx.helper.make_node("Mul", [node.input[0], smaller], [f"{name}.read"])
    middle = onnx.helper.make_node("Constant", [], [f"{name}.middle"], value=_MIDDLE)
    read = [f"{name}.read", name, factor, f"{name}.middle"]
    product = onnx.helper.make_node("DynamicQuantizeMatMul", read, node.output, domain=OWN_OPERATORS)
    beside = [(factor, (outputs,)), (smaller, (inputs,))]
    arrays = [_given(each, onnx.TensorProto.FLOAT, shape) for each, shape in beside]
    return [made_smaller, middle, product], [_given(name, onnx.TensorProto.UINT8, (inputs, outputs)), *arrays]


def _given(name: str, kind: int, shape: Sequence[int]) -> Any:
    """An array that is given beside the graph."""
    array = onnx.TensorProto(name=name, data_type=kind, dims=shape, data_location=onnx.TensorProto.EXTERNAL)
    array.external_data.add(key="location", value="memory")
    return array


def _published(name: str) -> str:
    return re.sub(r"^model\.", "", name)


if __name__ == "__main__":
    for name, config in _CONFIGURATIONS.items():
        graph = export(config)
        if name == multilingual_e5.NAME:
            graph = in_four_bits(graph, multilingual_e5.FIRST_CHANGED, multilingual_e5.RANK)
        onnx.save(graph, str(FOLDER / f"{name}.onnx"))
    for layers in (eight_bits.SHARED, eight_bits.TAUGHT):
        graph = in_eight_bits(export(_CONFIGURATIONS["all-mpnet-base-v2"], layers))
        onnx.save(graph, str(FOLDER / f"{eight_bits.name_of(layers)}.onnx"))
