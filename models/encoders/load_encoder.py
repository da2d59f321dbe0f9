"""Which encoder is loaded, and by what it is run.

all-MiniLM-L6-v2, the light model, is in every install; all-mpnet-base-v2, the accurate one, is that of an install which
has it. Both are loaded from disk and checked against the published weights; nothing is downloaded. A question is read
by ONNX Runtime (models/encoders/published_encoder.py), so that no PyTorch is loaded for it; the texts of an index by
sentence-transformers, where it is installed, and so by a graphics card (models/encoders/sentence_encoder.py), which
runs any other model too.
"""

from importlib.util import find_spec
from pathlib import Path

from models.encoders.model_files import PUBLISHED_WEIGHTS, folder_on_this_machine
from models.encoders.own_encoder import OWN_ENCODER, own_encoder
from models.encoders.published_encoder import PublishedEncoder, published_encoder, published_folder
from models.encoders.sentence_encoder import is_known_by_name, load_sentence_encoder
from models.encoders.text_encoder import (
    ACCURATE_ENCODER,
    DEFAULT_ENCODER,
    TEST_ENCODER,
    LetterEncoder,
    SpellingEncoder,
    TextEncoder,
    VectorSpace,
    published_space,
)
from models.errors import EncoderError
from models.messages.spoken import saying


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


def load_encoder_of_index(index: str, name: str, space: VectorSpace) -> TextEncoder:
    """The encoder that an index names: a published model, `letters`, or one that this user fetched under that name.

    A path comes from the user alone (`OWN_ENCODER`): a stranger's index could name a folder with programs in it. The
    files of a model that is not published are compared with the index before anything of it is loaded.

    Args:
        index: where the index is, for messages.
        name: the encoder that its manifest names.
        space: the space of its vectors.

    Raises:
        EncoderError: it is named by a path, is not on this machine, or is another model than that of the index.
    """
    if space.chain[0] == (space.id, PUBLISHED_WEIGHTS.get(space.id)):
        folder, as_printed = published_folder(space.id), published_space(space.id)
        return SpellingEncoder(PublishedEncoder(folder, as_printed, exact=False))
    own = own_encoder()
    if own and name != TEST_ENCODER and Path(own).expanduser().is_dir():
        return SpellingEncoder(load_sentence_encoder(own, model=space.chain[0]))
    name = checked_name(index, name)
    if name == TEST_ENCODER or name in PUBLISHED_WEIGHTS:
        return load_encoder(name)
    return SpellingEncoder(load_sentence_encoder(name, by_name=True, model=space.chain[0]))


def checked_name(index: str, name: str) -> str:
    """The encoder that an index names, if it is no path.

    Raises:
        EncoderError: no model of that name is known here.
    """
    if name == TEST_ENCODER or name in PUBLISHED_WEIGHTS or is_known_by_name(name):
        return name
    raise EncoderError(
        saying(
            "The index in %(index)s was made with the encoder %(name)s, which is not among the models of this machine, "
            "and a path is not taken from an index: if that folder is yours and you trust it, say so with `--encoder "
            "%(name)s` or %(setting)s.",
            index=index,
            name=name,
            setting=OWN_ENCODER,
        )
    )


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
