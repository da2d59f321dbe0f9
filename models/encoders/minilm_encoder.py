"""all-MiniLM-L6-v2, the light model, with changes to its layers: a BERT of six layers, which every install has."""

from models.encoders.low_rank_changes import Changes
from models.encoders.model_files import MINILM, checked_folder
from models.encoders.published_encoder import PublishedEncoder
from models.encoders.text_encoder import published_space


def load_minilm(changes: Changes | None = None) -> PublishedEncoder:
    """The encoder, with changes to its layers if they are given; it keeps the name of its space.

    Raises:
        EncoderError: its weights are not installed, or are others than those published.
    """
    return PublishedEncoder(checked_folder(MINILM), published_space(MINILM), changes)
