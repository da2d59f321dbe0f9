"""In the place of vectors while the first run over an index makes them: whoever compares by meaning is told so."""

from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from models.errors import VectorsNotMade
from models.index_folder.folder import vectors_made
from models.messages.message import Message


class VectorsBeingMade:
    """Text rows without vectors: no comparison is answered, so that none is taken for one that found nothing."""

    def __init__(self, folder: Path, texts: int) -> None:
        """`folder` is that of the index, which says how far the run has come."""
        self._folder = folder
        self._texts = texts

    def __len__(self) -> int:
        return self._texts

    def __getitem__(self, _rows: NDArray[np.integer] | int) -> Vectors:
        self._refuse()

    def nearest(self, _query: Vectors, _rows: NDArray[np.integer], _count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Raises VectorsNotMade."""
        self._refuse()

    def cosines(self, _query: Vectors, _floor: Vectors, _best_of: NDArray[np.bool_] | None = None) -> Vectors:
        """Raises VectorsNotMade."""
        self._refuse()

    def how_far(self) -> Message:
        """How many vectors are there, and what can be done meanwhile."""
        return Message(
            "Texts are being prepared for matching by meaning: %(made)s of %(texts)s are done. It is not ready yet; "
            "keywords, States and records are. If `upr index` was interrupted, run the same command again.",
            made=vectors_made(self._folder),
            texts=self._texts,
        )

    def _refuse(self) -> NoReturn:
        raise VectorsNotMade(self.how_far())
