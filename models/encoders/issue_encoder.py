"""The query's side of the published encoders: it has learnt how people tell an issue.

"Officers shoot young men, and mothers find them in the mortuary" lies far from "Investigate extrajudicial killings". So
the layers of an encoder have changes of low rank (models/encoders/low_rank_changes.py), by which a story comes to lie
where the recommendations on it are; texts of recommendations themselves keep their vectors. Only the side of the query
changes, and no index has to be made anew. benches/fit_issue_encoder.py learns them.
"""

from collections.abc import Mapping
from importlib import resources

import numpy as np

from models.encoders.low_rank_changes import Changes, unpack
from models.encoders.model_files import MINILM, MPNET
from models.encoders.published_encoder import PublishedEncoder, published_folder
from models.encoders.text_encoder import SpellingEncoder, TextEncoder, published_space
from models.once import once

CHANGES: Mapping[str, str] = {MINILM: "issue_encoder.npz", MPNET: "issue_encoder_accurate.npz"}
"""The file of each encoder that was taught, by its name."""


@once
def load_issue_encoder(name: str = MINILM) -> TextEncoder:
    """What reads issues into the space of the encoder of that name, loaded once.

    Raises:
        EncoderError: that encoder is not on this machine.
    """
    changes = changes_of(name)
    return SpellingEncoder(PublishedEncoder(published_folder(name), published_space(name), changes, exact=False))


def changes_of(name: str) -> Changes:
    """What the layers of the encoder of that name have learnt."""
    with (
        resources.files("models.encoders").joinpath(CHANGES[name]).open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return unpack(stored)
