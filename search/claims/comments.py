"""What is said of a State's comment: on the very recommendation, on a list that holds it, or none."""

from models.messages import Message, StateName
from models.records.records import Recommendation
from search.claims.basis import Claim, RestsOn

COMMENT = Message("The State’s comment")
COMMENT_ON_LIST = Message("The State’s comment on a list of recommendations, of which this is one")


def comment_claim(record: Recommendation, state: StateName | str) -> Claim:
    """What a comment is on, above its words; where there is none, that none was found in the documents indexed."""
    if record.comment:
        return Claim(COMMENT, RestsOn.FACT, record.comment_source)
    words = Message("%(state)s gave no comment on this recommendation in the documents indexed.", state=state)
    return Claim(words, RestsOn.FACT)
