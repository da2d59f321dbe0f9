"""What an answer says.

The rule that every position rests on: a State supports a recommendation only where its support is clear, that is not
denied, not left open and not qualified. Whatever else is an answer is noted.
"""

from indexer.extract.positions.phrases import position_phrases, qualifier_alone
from models.records.answers import Answer, join_answers
from models.records.enums import Position


def read_answer(text: str, language: str = "en", *, of_record: bool = False) -> Answer | None:
    """The answer that a label, an item, a sentence, a table cell or a heading gives; None where it gives none.

    One that supports and refuses at once does each to a part.

    Args:
        text: the words, without the number and the recommendation where these stand apart.
        language: ISO 639-1 code of the document.
        of_record: whether it stands in a list or table of the answers given, to which none follows.
    """
    phrases = position_phrases(text, language)
    if phrases:
        return join_answers((phrase.answer for phrase in phrases), on_parts=True, of_record=of_record)
    qualified = qualifier_alone(text, language)
    return Answer(Position.NOTED, text.strip(" \t\n.:;,()"), qualified) if qualified else None
