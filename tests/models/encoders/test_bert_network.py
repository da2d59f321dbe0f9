"""A BERT run by ONNX Runtime: what the model library of sentence-transformers computes with the same weights."""

import numpy as np
import pytest

from models.encoders.bert_network import BertNetwork, BertShape

pytestmark = pytest.mark.encoder

PIECES, WIDTH = 40, 24
TEXTS = [[3, 9, 27], [5], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12], [39] * 16, [0, 0]]


def test_each_text_has_the_mean_of_the_last_layer_over_its_pieces() -> None:
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=PIECES,
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=3,
        intermediate_size=56,
        max_position_embeddings=16,
        initializer_range=0.5,
    )
    model = BertModel(config, add_pooling_layer=False).eval()
    for name, weights in model.named_parameters():
        if "LayerNorm" in name or name.endswith("bias"):
            torch.nn.init.normal_(weights, 0.5)
    arrays = {name: weights.detach().numpy() for name, weights in model.named_parameters()}
    network = BertNetwork(BertShape(WIDTH, layers=2, heads=3, inner_width=56), arrays.__getitem__)
    done: list[int] = []
    found = network.vectors(TEXTS, arrays["embeddings.word_embeddings.weight"].__getitem__, done.append)
    with torch.inference_mode():
        read = [model(torch.tensor([text])).last_hidden_state[0].mean(0).numpy() for text in TEXTS]
    np.testing.assert_allclose(found, [mean / np.linalg.norm(mean) for mean in read], atol=2e-6)
    assert sum(done) == len(TEXTS)


def test_no_text_is_no_error() -> None:
    def weights(name: str) -> np.ndarray:
        sizes = {"embeddings.position_embeddings.weight": 64, "embeddings.token_type_embeddings.weight": 8}
        return np.zeros(sizes.get(name, 4), dtype=np.float32)

    network = BertNetwork(BertShape(width=4, layers=0, heads=1, inner_width=8), weights)
    assert network.vectors([], lambda _numbers: np.zeros((0, 4), dtype=np.float32)).shape == (0, 4)
