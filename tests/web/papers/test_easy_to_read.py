"""The public summary is for people who have never heard of the Universal Periodic Review: its own sentences are easy.

The measure is LIX (C. H. Björnsson, Läsbarhet, 1968), made for comparing languages: words in a sentence and the share,
in hundreds, of words of more than six letters. Up to 30 is very easy, as books for children are; newspapers have 40 to
50.
"""

import re

import pytest
from babel.messages.pofile import read_po

from tests.paths import REPOSITORY

TRANSLATIONS = REPOSITORY / "web" / "translations"
WRITTEN_IN = "web/papers/templates/public_summary.txt"
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)")


def lix(text: str) -> float:
    words = _WORD.findall(text)
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def own_sentences(language: str) -> str:
    """What the paper says by itself, in the plural, with a short word for each value."""
    with (TRANSLATIONS / "messages.pot").open("rb") as file:
        ids = [message.id for message in read_po(file) if any(str(path) == WRITTEN_IN for path, _ in message.locations)]
    if language == "en":
        said = [words if isinstance(words, str) else words[-1] for words in ids]
    else:
        with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
            catalogue = read_po(file)
        translated = [catalogue[words if isinstance(words, str) else words[0]].string for words in ids]
        said = [words if isinstance(words, str) else words[-1] for words in translated]
    return " ".join(f"{re.sub(r'%[(][^)]*[)]s', 'it', words).rstrip('.: ')}." for words in said)


def test_the_measure_tells_hard_from_easy() -> None:
    assert lix("The cat sat. It was hot.") == 3
    assert lix("Implementation notwithstanding, stakeholders operationalise recommendations.") == 105


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_own_sentences_are_very_easy_to_read(language: str) -> None:
    text = own_sentences(language)
    assert len(_WORD.findall(text)) > 100
    assert lix(text) <= 30
