"""A network run by ONNX Runtime: what transformers computes with the same weights; the graphs that are shipped."""

from pathlib import Path

import numpy as np
import onnx
import pytest

from models.encoders.network import FOLDER, Network

pytestmark = pytest.mark.encoder

PIECES, WIDTH = 40, 24
TEXTS = [[3, 9, 27], [5], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [11, 12], [39] * 12, [2, 2]]
"""Without 1, which is padding to MPNet."""
SMALL = {"hidden_size": WIDTH, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 56}
SMALL |= {"vocab_size": PIECES, "max_position_embeddings": 16, "initializer_range": 0.5}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["Bert", "MPNet"])
def test_each_text_has_the_mean_of_the_last_layer_over_its_pieces(kind: str) -> None:
    # Not at the top: every process that collects tests would load them.
    import torch
    import transformers

    from tools.export_networks import export

    torch.manual_seed(0)
    config = getattr(transformers, f"{kind}Config")(**SMALL, attn_implementation="eager")
    model = getattr(transformers, f"{kind}Model")(config, add_pooling_layer=False).eval()
    for name, weights in model.named_parameters():
        if "LayerNorm" in name or name.endswith("bias"):
            torch.nn.init.normal_(weights, 0.5)
    arrays = {name: weights.detach().numpy() for name, weights in model.named_parameters()}
    of_pieces = arrays.pop("embeddings.word_embeddings.weight")
    network = Network(export(config).SerializeToString(), arrays)
    done: list[int] = []
    found = network.vectors(TEXTS, of_pieces.__getitem__, done.append)
    with torch.inference_mode():
        read = [model(torch.tensor([text])).last_hidden_state[0].mean(0).numpy() for text in TEXTS]
    np.testing.assert_allclose(found, [mean / np.linalg.norm(mean) for mean in read], atol=2e-6)
    assert sum(done) == len(TEXTS)
    assert network.vectors([], of_pieces.__getitem__).shape == (0, WIDTH)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.onnx")), ids=lambda path: path.stem)
def test_the_graphs_shipped_hold_no_weights_and_name_them_as_published(path: Path) -> None:
    graph = onnx.load(path, load_external_data=False).graph
    names = {weights.name for weights in graph.initializer}
    assert path.stat().st_size < 250_000
    last = {"all-MiniLM-L6-v2": 5, "all-mpnet-base-v2.eight-bits.0-7": 7}.get(path.stem, 11)
    assert {f"encoder.layer.{last}.output.dense.{kind}" for kind in ("weight", "bias")} <= names
    assert not [name for name in names if not name.startswith(("embeddings.", "encoder."))]
    assert {weights.data_location for weights in graph.initializer} == {onnx.TensorProto.EXTERNAL}
