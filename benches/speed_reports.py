"""Documents before reviews, made of recombined texts: what `benches.speed` adds to its table, to ask at full size.

Every review of the table from the second cycle on gets a national report, a compilation and a summary. A paragraph has
one to SENTENCES sentences, each a recombined text that no recommendation has. It names no recommendation, for those of
a table have no numbers.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import islice

from benches.speed_table import TWO_CYCLES, Originals
from indexer.datamodel.document_extract import DocumentExtract
from models.records.documents import PRE_SESSION_KINDS, DocumentIdentity
from models.records.records import Place
from models.records.reported import ReportedParagraph
from models.reviews.sessions import CYCLE_BY_LAST_SESSION
from models.reviews.states import StateTable

SENTENCES = 6
FIRST_CYCLE = min(CYCLE_BY_LAST_SESSION)
"""Its last session."""


def pre_session_documents(originals: Originals, length: int, paragraphs: int) -> Iterator[DocumentExtract]:
    """Documents with so many paragraphs in all, of texts behind the first `length` recombined ones."""
    reviews = _later_reviews(originals)
    sentences = sentences_behind(originals, length)
    draw = random.Random(paragraphs)  # noqa: S311
    of_each = -(-paragraphs // (len(reviews) * len(PRE_SESSION_KINDS)))
    for state, session in reviews:
        for number, kind in enumerate(PRE_SESSION_KINDS, 1):
            symbol = f"A/HRC/WG.6/{session}/{state}/{number}"
            reported = tuple(
                ReportedParagraph(
                    Place(symbol, str(place), 2 + place // 8),
                    " ".join(islice(sentences, draw.randint(1, SENTENCES))),
                    ("Rights", f"Section {place // 10}"),
                )
                for place in range(1, of_each + 1)
            )
            identity = DocumentIdentity(symbol, kind, "en", state, session, date(2008 + session // 3, 8, 1))
            digest = sha256(symbol.encode()).hexdigest()
            yield DocumentExtract(f"{symbol.replace('/', '_')}.pdf", digest, identity, reported=reported)


def sentences_behind(originals: Originals, length: int) -> Iterator[str]:
    """Recombined texts behind the first `length`, each as one sentence."""
    for made in islice(originals.recombined(), length, None):
        yield as_sentence(made.text)


def as_sentence(text: str) -> str:
    """A text with a capital and one full stop."""
    plain = text.replace(".", ",").replace(";", ",").replace("?", ",").replace("!", ",").rstrip(", ")
    return f"{plain[:1].upper()}{plain[1:]}."


def _later_reviews(originals: Originals) -> Sequence[tuple[str, int]]:
    """State and session of every review of the table from the second cycle on."""
    states = StateTable.built_in()
    reviews: set[tuple[str, int]] = set()
    for row in originals.rows:
        state, session = states.find(row["To"]), int(float(row["Session"]))
        if state:
            reviews.update((state.code, held) for held in (session, session + TWO_CYCLES) if held > FIRST_CYCLE)
    return sorted(reviews)
