"""What stands beside a State to approach, over real reports: its own words, and nothing that it did not say."""

import pytest

from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index
from search import LobbyingQuestion, SearchIndex, open_index
from search.claims.approach import TO_READ, parts_of
from search.lobbying.text import lobbying_list_as_text
from tests.paths import SHARED

REPORTS = [SHARED / "working_group_reports" / f"{name}.pdf" for name in ("namibia2011", "kenya2010")]
LOVE_BETWEEN_MEN = "Sex between men is still a crime and gay men are beaten up by the police."
KILLINGS = "Police shoot young men in the slums at night and no officer is ever tried."

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.long,
    pytest.mark.encoder,
    pytest.mark.skipif(not REPORTS[0].is_file(), reason=f"the reports are not at {REPORTS[0].parent}"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("approach") / "index"
    build_index(Sources(tuple(REPORTS), None, 1), folder)
    return open_index(folder)


def quoted(index: SearchIndex, state: str, issue: str) -> dict[str, tuple[str, bool]]:
    """By State: the id of the recommendation beside it, and whether it is said to be read first."""
    listed = index.lobby(LobbyingQuestion(state, issue))
    to_read = {target.state.code for heading, part in parts_of(listed, "said") if heading == TO_READ for target in part}
    return {target.state.code: (target.nearest.record.id, target.state.code in to_read) for target in listed.targets}


def test_who_spoke_on_another_thing_is_to_read_with_its_words_and_who_spoke_on_it_stands_first(
    index: SearchIndex,
) -> None:
    """Portugal recommended to revoke the law (99.1); Lesotho's only recommendation to Namibia is on other violence."""
    listed = index.lobby(LobbyingQuestion("NAM", LOVE_BETWEEN_MEN))
    first = [target.state.code for target in listed.in_order("said")[:3]]
    assert set(first) == {"ESP", "FRA", "PRT"}
    beside = quoted(index, "NAM", LOVE_BETWEEN_MEN)
    assert beside["PRT"] == ("NAM-10-99.1-1", False)
    assert beside.get("LSO", ("NAM-10-96.15-1", True)) == ("NAM-10-96.15-1", True)


def test_of_nobody_it_is_said_that_it_asked(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("NAM", LOVE_BETWEEN_MEN))
    for order in ("said", "likely"):
        words = lobbying_list_as_text(listed, order, {}, 100, 100).lower()
        for never in ("asked", "made none", "times", "points"):
            assert never not in words.replace("sometimes", "")


def test_what_was_made_to_another_state_is_quoted_and_not_denied(index: SearchIndex) -> None:
    """Austria recommended to Kenya to prosecute police violence: that stands beside Austria in a list for Namibia."""
    record_id, _ = quoted(index, "NAM", KILLINGS)["AUT"]
    assert record_id == "KEN-8-101.73-1"
