"""The figures of a match are those of the match that is shipped."""

import pytest

from benches.match_figures import FIGURES, digest_of_ranking
from models.encoders.model_files import ACCURATE_MODEL, LIGHT_MODEL


@pytest.mark.parametrize("model", [LIGHT_MODEL, ACCURATE_MODEL])
def test_figures_were_written_since_matching_changed(model: str) -> None:
    page = (FIGURES / f"{model}.md").read_text(encoding="utf-8")
    assert digest_of_ranking() in page, "matching has changed: run `make bench-match` with an index of each model"
