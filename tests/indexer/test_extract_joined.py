"""`upr extract` over files of the invented sample: joined records, commitments, single answers."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from tests.paths import REPOSITORY
from web.command_line import main

SAMPLES = REPOSITORY / "samples"


def extract(*arguments: str) -> list[dict[str, object]]:
    ended = CliRunner().invoke(main, ["extract", "--json", "--states", str(SAMPLES / "states.csv"), *arguments])
    assert ended.exit_code == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.mark.slow
def test_files_of_one_review_are_joined_in_any_order() -> None:
    names = ("A_HRC_947_3", "A_HRC_947_3_Add.1", "A_HRC_WG.6_34_XBA_1")
    files = [str(SAMPLES / "documents" / f"{name}.pdf") for name in names]
    lines = extract(*files, "--parts")
    assert extract(*files[::-1]) == [line for line in lines if line["kind"] != "response"]
    kinds = Counter(str(line["kind"]) for line in lines)
    assert set(kinds) >= {"recommendation", "response"}
    answered = [line for line in lines if line["kind"] == "recommendation" and line["position"] == "supported"]
    assert {line["position_source"]["symbol"] for line in answered if line["position_source"]} >= {"A/HRC/947/3/Add.1"}  # type: ignore[index]
    (response, *_) = (line for line in lines if line["kind"] == "response")
    assert response["report"] == "A/HRC/947/3"
    (commitment, *_) = (line for line in lines if line["kind"] == "commitment")
    assert commitment["id"] == "XBA-34-c-A.HRC.WG.6.34.XBA.1-9(a)-1"
    assert [commitment[name] for name in ("symbol", "paragraph", "page")] == ["A/HRC/WG.6/34/XBA/1", "9(a)", 2]
