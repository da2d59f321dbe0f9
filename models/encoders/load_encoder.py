"""Which encoder is loaded, and by what it is run.

all-MiniLM-L6-v2, the light model, is in every install; all-mpnet-base-v2, the accurate one, is that of an install which
has it. Both are loaded from disk and checked against the published weights; nothing is downloaded. A question is read
by ONNX Runtime (models/encoders/published_encoder.py), so that no PyTorch is loaded for it; the texts of an index by
sentence-transformers, where it is installed, and so by a graphics card (models/encoders/sentence_encoder.py), which
runs any other model too.
"""

from importlib.util import find_spec

from models.encoders.model_files import folder_on_this_machine
from models.encoders.published_encoder import published_encoder
from models.encoders.sentence_encoder import load_sentence_encoder
from models.encoders.text_encoder import (
    ACCURATE_ENCODER,
    DEFAULT_ENCODER,
    TEST_ENCODER,
    LetterEncoder,
    SpellingEncoder,
    TextEncoder,
)


def usual_encoder() -> str:
    """The model that a new index has where none is named: the accurate one, where it is on this machine."""
    return DEFAULT_ENCODER if folder_on_this_machine(ACCURATE_ENCODER) is None else ACCURATE_ENCODER


def load_encoder(name: str = DEFAULT_ENCODER) -> TextEncoder:
    """The encoder of that name, for questions: a published model, `letters`, or a sentence-transformers model by name
    or path.

    It reads texts with their abbreviations in words. Nothing is downloaded: a model by name must be on this machine
    already.

    Raises:
        EncoderError: there is no such model here, or it cannot be loaded.
    """
    if name == TEST_ENCODER:
        return SpellingEncoder(LetterEncoder())
    return SpellingEncoder(published_encoder(name, exact=False) or load_sentence_encoder(name))


def load_document_encoder(name: str, device: str | None = None) -> TextEncoder:
    """The encoder of that name, for the many texts of an index: by sentence-transformers where it is installed, on the
    `device` named or the best that there is (models.encoders.sentence_encoder).

    The light model is as fast by ONNX Runtime on a processor, and is run by it unless a device is named.
    Raises: as `load_encoder`; EncoderError too, where there is no such device.
    """
    by_runtime = name == TEST_ENCODER or (device is None and name == DEFAULT_ENCODER)
    installed = find_spec("sentence_transformers") is not None
    if by_runtime:
        return load_encoder(name)
    by_runtime = device is None and not installed
    encoder = published_encoder(name, exact=True) if by_runtime else None
    return SpellingEncoder(encoder or load_sentence_encoder(name, device))
