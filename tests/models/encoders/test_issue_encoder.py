"""The encoder that has learnt how people tell an issue."""

import numpy as np
import pytest

from models.encoders.load_encoder import load_encoder, load_issue_encoder
from models.encoders.model_files import ACCURATE_MODEL, LIGHT_MODEL
from models.encoders.text_encoder import TextEncoder
from tests.needs_mpnet import needs_mpnet

pytestmark = pytest.mark.encoder

STORIES = [
    (
        "The ferryman says the new warden sleeps at the depot, and my uncle has been in there since the rains. He "
        "shares a mat with five men and drinks from the drain.",
        "Improve the conditions of detention and reduce overcrowding in prisons",
        "Protect the rivers and improve the safety of ferries",
    ),
    (
        "My niece was fourteen when the neighbour paid two cows for her. Her teacher came to ask, and was laughed at.",
        "Raise the minimum age of marriage to 18 and enforce it",
        "Improve the training and the salaries of teachers",
    ),
    (
        "We print a small weekly. Since the story on the mayor's brother we have been in court every month, and the "
        "printer will not take our job any more.",
        "Decriminalise defamation and protect journalists from harassment",
        "Ensure that courts have enough staff to try cases without delay",
    ),
]
REQUESTS = [
    "Ratify the Optional Protocol to the Convention against Torture",
    "Strengthen the independence of the judiciary",
    "Provide free primary education to all children",
]


@pytest.fixture(
    scope="module", params=[LIGHT_MODEL, pytest.param(ACCURATE_MODEL, marks=[needs_mpnet, pytest.mark.accurate])]
)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def plain(name: str) -> TextEncoder:
    return load_encoder(name)


@pytest.fixture(scope="module")
def taught(name: str) -> TextEncoder:
    return load_issue_encoder(name)


def test_it_encodes_into_the_space_of_the_encoder_that_was_taught(plain: TextEncoder, taught: TextEncoder) -> None:
    assert taught.space == plain.space


@pytest.mark.parametrize(("story", "on_issue", "on_detail"), STORIES, ids=["prison", "marriage", "press"])
def test_a_story_lies_nearer_to_what_it_is_about(
    plain: TextEncoder, taught: TextEncoder, story: str, on_issue: str, on_detail: str
) -> None:
    wanted, beside = plain.encode([on_issue, on_detail])
    before, after = plain.encode([story])[0], taught.encode([story])[0]
    assert after @ wanted > before @ wanted
    assert after @ wanted > after @ beside
    assert after @ wanted - after @ beside > before @ wanted - before @ beside


def test_what_recommendations_say_is_read_as_before(plain: TextEncoder, taught: TextEncoder) -> None:
    cosines = (plain.encode(REQUESTS) * taught.encode(REQUESTS)).sum(axis=1)
    assert np.all(cosines > 0.9)
