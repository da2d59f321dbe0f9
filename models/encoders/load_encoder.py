"""Which encoder is loaded, and by what it is run.

all-MiniLM-L6-v2, the light model, is in every install; all-mpnet-base-v2, the accurate one, is that of an install which
has it. Both are loaded from disk and checked against the published weights; nothing is downloaded. A question is read
by ONNX Runtime (models/encoders/published_encoder.py), so that no PyTorch is loaded for it; the texts of an index by
sentence-transformers, where it is installed, and so by a graphics card (models/encoders/sentence_encoder.py), which
runs any other model too.

The query's side of the published encoders has learnt how people tell an issue. "Officers shoot young men, and mothers
find them in the mortuary" lies far from "Investigate extrajudicial killings". So the layers of an encoder have changes
of low rank (models/encoders/low_rank_changes.py), by which a story comes to lie where the recommendations on it are;
texts of recommendations themselves keep their vectors, and no index has to be made anew. benches/fit_issue_encoder.py
learns them.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from models.encoders.low_rank_changes import Changes, unpack
from models.encoders.model_files import (
    ACCURATE_MODEL,
    LIGHT_MODEL,
    PUBLISHED_WEIGHTS,
    folder_on_this_machine,
    learnt_arrays,
)
from models.encoders.own_encoder import OWN_ENCODER, own_encoder
from models.encoders.published_encoder import load_published, published_encoder
from models.encoders.sentence_encoder import load_sentence_encoder
from models.encoders.text_encoder import TEST_ENCODER, LetterEncoder, SpellingEncoder, TextEncoder, VectorSpace
from models.errors import EncoderError
from models.messages.spoken import saying
from models.once import once

TAUGHT_FILES: Mapping[str, str] = {LIGHT_MODEL: "issue_encoder.npz", ACCURATE_MODEL: "issue_encoder_accurate.npz"}
"""What each encoder has learnt, by its name."""


def usual_encoder() -> str:
    """The model that a new index has where none is named: the accurate one, where it is on this machine."""
    return LIGHT_MODEL if folder_on_this_machine(ACCURATE_MODEL) is None else ACCURATE_MODEL


def load_encoder(name: str = LIGHT_MODEL, digest: str | None = None) -> TextEncoder:
    """The encoder of that name, for questions: a published model, `letters`, or a sentence-transformers model by name
    or path.

    It reads texts with their abbreviations in words. Nothing is downloaded: a model by name must be on this machine
    already. The files of one that is not published are compared with a `digest` before anything of it is loaded.

    Raises:
        EncoderError: there is no such model here, or it cannot be loaded.
    """
    if name == TEST_ENCODER:
        return SpellingEncoder(LetterEncoder())
    return SpellingEncoder(published_encoder(name, exact=False) or load_sentence_encoder(name, digest=digest))


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
        return load_encoder(space.id)
    own = own_encoder()
    if own and name != TEST_ENCODER and Path(own).expanduser().is_dir():
        return SpellingEncoder(load_sentence_encoder(own, digest=space.chain[0][1]))
    return load_encoder(checked_name(index, name), space.chain[0][1])


@once
def load_issue_encoder(name: str = LIGHT_MODEL) -> TextEncoder:
    """What reads issues into the space of the published encoder of that name, loaded once.

    Raises:
        EncoderError: that encoder is not on this machine.
    """
    return SpellingEncoder(load_published(name, taught_changes(name), exact=False))


def taught_changes(name: str) -> Changes:
    """What the layers of a published encoder have learnt."""
    return unpack(learnt_arrays(TAUGHT_FILES[name]))


def checked_name(index: str, name: str) -> str:
    """The encoder that an index names, if it is no path.

    Raises:
        EncoderError: no model of that name is known here.
    """
    if name == TEST_ENCODER or name in PUBLISHED_WEIGHTS or folder_on_this_machine(name):
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
    if name == TEST_ENCODER or (device is None and name == LIGHT_MODEL):
        return load_encoder(name)
    by_library = device is not None or find_spec("sentence_transformers") is not None
    encoder = None if by_library else published_encoder(name, exact=True)
    return SpellingEncoder(encoder or load_sentence_encoder(name, device))
