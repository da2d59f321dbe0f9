"""What one document holds, before documents are merged: the unit that is stored and used again."""

from dataclasses import dataclass, field

from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import JsonConverter, make_converter

from indexer.datamodel.kept_sentences import as_kept, from_kept
from indexer.datamodel.requests import Correction
from indexer.datamodel.source_entries import ListedRecommendation, TableEntry
from models.records.documents import DocumentIdentity
from models.records.records import Commitment, Observation, Place, Recommendation, StatedAnswers
from models.records.reported import ReportedParagraph
from models.records.review_facts import ReviewFact


@dataclass(frozen=True, slots=True)
class DocumentExtract:
    """What one document holds, as the document alone gives it; or what it holds of one review (review_extracts.py)."""

    name: str
    """The file's path below the folder that was given, or its name."""
    digest: str
    """sha256 of the file's bytes, hexadecimal."""
    identity: DocumentIdentity
    recommendations: tuple[Recommendation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    answers: StatedAnswers = field(default_factory=StatedAnswers)
    """What it says on the recommendations of a Working Group report, its own or another."""
    listed: tuple[ListedRecommendation, ...] = ()
    """What a thematic list says."""
    entries: tuple[TableEntry, ...] = ()
    """What a table says."""
    observations: tuple[Observation, ...] = ()
    """What a treaty body says to States."""
    reported: tuple[ReportedParagraph, ...] = ()
    """What a document before a review says happened since the one before."""
    facts: tuple[ReviewFact, ...] = ()
    """What a Working Group report says of how the review was held."""
    corrections: tuple[Correction, ...] = ()
    """What a corrigendum puts in the place of recommendations."""
    warnings: tuple[str, ...] = ()
    """What in the document could not be used, one sentence each: rows left out, malformed numbers."""
    copy_of: str = ""
    """Name of the file that is used instead, where several have one symbol (indexer/merge/copies.py); "" for the one
    used. It is told when documents are chosen, and never stored."""


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that gave nothing to the index, and why."""

    name: str
    digest: str | None
    """None where the file could not be opened."""
    reason: str
    """One sentence with the next step."""
    lasting: bool = False
    """True where reading the same bytes with the same code again would end the same."""


def _converter() -> JsonConverter:
    """Extracts are stored with the names that their fields had first."""
    converter = make_converter()
    stored_name = override(
        rename="remarks",
        struct_hook=lambda kept, _type: tuple(map(from_kept, kept)),
        unstruct_hook=lambda sentences: [*map(as_kept, sentences)],
    )
    structure = make_dict_structure_fn(DocumentExtract, converter, warnings=stored_name)
    unstructure = make_dict_unstructure_fn(DocumentExtract, converter, warnings=stored_name)
    # Few documents are drafts, and places are many.
    converter.register_unstructure_hook(Place, make_dict_unstructure_fn(Place, converter, draft=override(omit=True)))
    converter.register_structure_hook(DocumentExtract, structure)
    converter.register_unstructure_hook(DocumentExtract, unstructure)
    return converter


_CONVERTER = _converter()


def extract_as_text(extract: DocumentExtract) -> str:
    """JSON of an extract."""
    return str(_CONVERTER.dumps(extract, ensure_ascii=False))


def identity_from_text(text: str) -> DocumentIdentity:
    """The identity in JSON of its own."""
    return _CONVERTER.loads(text, DocumentIdentity)


def extract_from_text(text: str) -> DocumentExtract:
    """The extract of `extract_as_text`."""
    return _CONVERTER.loads(text, DocumentExtract)
