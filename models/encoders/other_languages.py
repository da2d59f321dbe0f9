"""Texts in other languages than English, as vectors among those of the English texts.

    1. models.encoders.multilingual_encoder reads the text and maps it into the space of the English texts, which blurs.
    2. The English rights terms that a glossary knows for its words (models.vocabularies.rights_glossary) count beside
    its meaning. 3. The vector is drawn to the requests nearest to it (models.encoders.example_issues), so that it
    stands where the English
       encoder would put the same request.

Only a space that maps were learnt for can be reached so. The encoder of another space reads all texts itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

import numpy as np

from models.encoders.calibration import Calibration, known_calibration, needed, numbers_or
from models.encoders.example_issues import Neighbourhood, example_issues, file_of
from models.encoders.multilingual_encoder import load_multilingual_encoder, maps_into, multilingual_chain
from models.encoders.text_encoder import BATCH, Chain, TextEncoder, Vectors, VectorSpace
from models.encoders.unit_vectors import units
from models.texts.words import ENGLISH
from models.vocabularies.rights_glossary import english_terms

_MADE_BY = (
    "encoders/other_languages.py",
    "vocabularies/inflection.py",
    "vocabularies/rights_glossary.py",
    "vocabularies/rights_terms.csv",
    "encoders/example_issues.py",
    "encoders/unit_vectors.py",
)
"""Files of models that the vectors depend on, beside encoder, map and numbers."""


@dataclass(frozen=True, slots=True)
class OtherLanguages:
    """How a text's own vector is led to where the English encoder would put it."""

    meaning: float
    """What it counts beside that of its English terms, 0 to 1."""
    requests: float
    """What the nearest requests count at most."""


UNCALIBRATED = OtherLanguages(meaning=0.8, requests=0.5)


def numbers_of(calibration: Calibration | None) -> OtherLanguages:
    """Those of a vector space.

    Raises:
        CalibrationError: they are not such as are read here.
    """
    return numbers_or(calibration, "texts in other languages", OtherLanguages, UNCALIBRATED)


@cache
def chain_into(space: VectorSpace) -> Chain:
    """How a text in another language becomes a vector of this space; empty where the space's own encoder reads it."""
    maps = maps_into(space)
    if maps is None:
        return ()
    names = (*_MADE_BY, f"encoders/{file_of(space)}")
    files = ((name, sha256(resources.files("models").joinpath(name).read_bytes()).hexdigest()) for name in names)
    calibration = needed(known_calibration(space))
    numbers = calibration.numbers("neighbourhood", Neighbourhood), numbers_of(calibration)
    return (*multilingual_chain(maps), *files, ("numbers", sha256(repr(numbers).encode()).hexdigest()))


def space_from(language: str, space: VectorSpace, chain: Chain) -> VectorSpace:
    """The space of English texts as texts in a language come into it; by no chain its own encoder reads them.

    The vectors lie among those of English texts; the name keeps apart what was made in another way.
    """
    if language == ENGLISH or not chain:
        return space
    return VectorSpace(f"{space.id} from {language}", chain, space.dimension)


def encoder_of(language: str, english: TextEncoder) -> TextEncoder:
    """What encodes texts in a language into the space of the `english` encoder.

    Raises:
        EncoderError: the encoder for other languages cannot be loaded.
    """
    maps = maps_into(english.space)
    return english if language == ENGLISH or maps is None else OtherLanguageEncoder(language, english, maps)


class OtherLanguageEncoder:
    """Encodes texts in one other language into the space of the English texts."""

    def __init__(self, language: str, english: TextEncoder, maps: str) -> None:
        """`language` is an ISO 639-1 code, `english` the encoder of the English texts, with the maps into its space."""
        self._language = language
        self._english = english
        self._multilingual = load_multilingual_encoder(maps)
        self._numbers = numbers_of(known_calibration(english.space))
        self.space = space_from(language, english.space, chain_into(english.space))

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension)."""
        vectors = np.empty((len(texts), self.space.dimension), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            vectors[start : start + BATCH] = self._vectors(batch)
            if on_progress is not None:
                on_progress(len(batch))
        return vectors

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        vectors = self._multilingual.encode(texts)
        terms = {row: words for row, text in enumerate(texts) if (words := english_terms(text, self._language))}
        if terms:
            rows = list(terms)
            vectors[rows] = with_terms(vectors[rows], self._english.encode(list(terms.values())), self._numbers)
        examples = example_issues(self._english.space)
        return (
            vectors
            if examples is None
            else np.stack([examples.expanded_by_requests(row, self._numbers.requests) for row in vectors])
        )


def with_terms(own: Vectors, terms: Vectors, numbers: OtherLanguages) -> Vectors:
    """Unit vectors (..., dimension) of texts by their own meaning and by that of their English terms."""
    return units(numbers.meaning * own + (1 - numbers.meaning) * terms)
