"""How often an issue is cut into its words."""

from collections import Counter

import pytest

from models.texts import words
from search import IssueQuestion, SearchIndex

ISSUE = "Prison guards beat detainees until they confess"


@pytest.mark.parametrize("text", [ISSUE, "Early Marriage"], ids=["a sentence", "a heading, read in small letters"])
def test_an_issue_is_cut_once_into_its_words(index: SearchIndex, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    cut: Counter[str] = Counter()
    pattern = words.WORDS

    class Counted:
        def finditer(self, whole: str) -> object:
            cut[whole] += 1
            return pattern.finditer(whole)

    index.match(IssueQuestion(text))
    monkeypatch.setattr(words, "WORDS", Counted())
    index.match(IssueQuestion(text))
    # Once to read it; and the encoder, which takes texts whole, asks which abbreviations it spells out.
    assert cut[text] == 2
