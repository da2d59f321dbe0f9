"""Results, files and citations name States in the forms that a translation asks for, also where nothing is found."""

import ast

import pytest
from flask.testing import FlaskClient

from tests.web.test_quotations import modules


@pytest.mark.parametrize("code", ["/fr", "/es", "/ar"])
@pytest.mark.parametrize("path", ["/match", "/find"])
@pytest.mark.parametrize("text", ["girls", "zeppelins"])
def test_states_stand_in_their_forms_in_results_and_files(client: FlaskClient, code: str, path: str, text: str) -> None:
    form = {"text": text} | ({"state": "XAB"} if path == "/match" else {})
    assert client.post(f"{code}{path}", data=form).status_code == 200
    for kind in ("csv", "xlsx", "docx"):
        assert client.post(f"{code}{path}/download", data={**form, "format": kind}).status_code == 200


def test_no_message_is_filled_in_without_the_forms_of_states() -> None:
    """A translation asks for forms of a State ("%(state:to)s"), which a plain mapping lacks."""
    found = [
        f"{file.name}:{node.lineno}"
        for file, tree in modules("web")
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Dict)
    ]
    assert found == []
