"""The query's side of the default encoder: it has learnt how people tell an issue.

"Officers shoot young men, and mothers find them in the mortuary" lies far from "Investigate extrajudicial killings". So
the layers of the default encoder have changes of low rank (models/encoders/low_rank_changes.py), by which a story comes
to lie where the recommendations on it are; texts of recommendations themselves keep their vectors. Only the side of the
query changes, and no index has to be made anew. benches/fit_issue_encoder.py learns them.
"""

from importlib import resources

import numpy as np

from models.encoders.low_rank_changes import unpack
from models.encoders.minilm_encoder import load_minilm
from models.encoders.text_encoder import SpellingEncoder, TextEncoder
from models.once import once

CHANGES = "issue_encoder.npz"


@once
def load_issue_encoder() -> TextEncoder:
    """An encoder of issues into the space of the default encoder, loaded once.

    Raises:
        EncoderError: the default encoder is not installed.
    """
    with (
        resources.files("models.encoders").joinpath(CHANGES).open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return SpellingEncoder(load_minilm(unpack(stored)))
