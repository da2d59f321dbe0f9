"""The semantic retriever: cosines between a query's vector and the vectors of all texts."""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """One cosine per text row; both sides have unit length, so that the product is the cosine."""
    return vectors @ query
