"""What an entry says, as the catalogue keeps it: JSON by the names of models.records.

Text and language, labels, kind of action and wordings in further languages stand in columns and tables of their own,
and what is as it usually is (`composed`, no comment) is left out.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.json import JsonConverter, make_converter

from models.errors import IndexFolderError
from models.index_folder.folder import CATALOGUE, damaged_part
from models.records.records import Commitment, Observation, Place, Recommendation
from models.records.reported import ReportedParagraph

KINDS: Mapping[str, type["Record"]] = {
    "recommendation": Recommendation,
    "commitment": Commitment,
    "observation": Observation,
    "report": ReportedParagraph,
}
"""By what the catalogue calls them."""
Record = Recommendation | Commitment | Observation | ReportedParagraph
Kind = TypeVar("Kind", bound=Record)
_ELSEWHERE = ("text", "language", "labels", "action", "wordings", "discrepancies")


def _converter() -> JsonConverter:
    converter = make_converter(omit_if_default=True)
    # Which documents are drafts is told once for all places.
    converter.register_unstructure_hook(Place, make_dict_unstructure_fn(Place, converter, draft=override(omit=True)))
    for kind in KINDS.values():
        elsewhere: dict[str, Any] = {
            name: override(omit=True) for name in _ELSEWHERE if name in kind.__dataclass_fields__
        }
        hook = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **elsewhere)
        converter.register_unstructure_hook(kind, hook)
    return converter


_CONVERTER = _converter()


def record_as_text(record: Record) -> str:
    """The JSON of an entry."""
    return str(_CONVERTER.dumps(record, ensure_ascii=False))


def record_from_text(kind: type[Kind], stored: str, **elsewhere: object) -> Kind:
    """The record of `record_as_text`; `elsewhere` is what columns and tables of their own say, as JSON would.

    Raises:
        IndexFolderError: it is none: the index is damaged, or made to attack.
    """
    try:
        return _CONVERTER.structure(json.loads(stored) | elsewhere, kind)
    except (BaseValidationError, RecursionError, TypeError, ValueError) as error:
        raise IndexFolderError(damaged_part(CATALOGUE, "an entry cannot be read")) from error
