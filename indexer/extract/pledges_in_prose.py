"""The sentences of a paragraph in which a State pledges something, by UPR Info's method.

Only words that record a pledge count: "pledged to", "undertook to", "committed itself to", "made a commitment to
submit", "promised that", "would submit a midterm report". A State that "is committed to", "remains committed to" or
"reiterated its commitment to" something describes what it stands for, and that is no pledge; nor is what it pledged as
a candidate for a seat, nor a plan that it "would continue".
"""

import re
from collections.abc import Iterator

from indexer.extract.positions.prose import sentences
from models.languages.read_languages import any_language

_PLEDGE = re.compile(any_language(lambda words: words.pledges.spoken), re.I)
_NONE = re.compile(any_language(lambda words: words.pledges.unspoken), re.I)
_STANDS_FOR = re.compile(any_language(lambda words: words.pledges.stands_for), re.I)
_RECORDED = re.compile(any_language(lambda words: words.pledges.recorded), re.I)


def recorded_pledges_in(text: str) -> tuple[str, ...]:
    """Those that are called a pledge, for documents in which "undertook" and "promised" mostly tell of measures."""
    return tuple(filter(_RECORDED.search, pledges_in(text))) if _RECORDED.search(text) else ()


def pledges_in(text: str) -> Iterator[str]:
    """The sentences of a paragraph that pledge something."""
    return (each for each in sentences(text) if _PLEDGE.search(_STANDS_FOR.sub("", each)) and not _NONE.search(each))
