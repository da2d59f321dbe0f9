"""Published models give what sentence-transformers gives with the same files; a question loads no PyTorch."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.encoders.load_encoder import load_encoder
from models.encoders.model_files import ACCURATE_MODEL, folder_on_this_machine
from models.encoders.published_encoder import published_encoder
from models.encoders.sentence_encoder import load_sentence_encoder
from tests.models.encoders.test_minilm_encoder import TEXTS
from tests.needs_mpnet import needs_mpnet
from tests.search.invented_index import Request, build

pytestmark = pytest.mark.encoder
LARGE = {"torch", "transformers", "sentence_transformers", "onnx", "huggingface_hub"}


@needs_mpnet
@pytest.mark.accurate
def test_the_accurate_model_has_one_space_by_both() -> None:
    by_runtime, by_library = published_encoder(ACCURATE_MODEL, exact=True), load_sentence_encoder(ACCURATE_MODEL, "cpu")
    assert by_runtime is not None
    question = load_encoder(ACCURATE_MODEL)
    assert question.space.chain[0] == by_library.space.chain[0]
    assert by_runtime.space.chain[0] == by_library.space.chain[0]
    assert (by_runtime.space.dimension, by_runtime.space.id) == (768, "all-mpnet-base-v2")
    texts = [text for text in TEXTS if "(" not in text]  # abbreviations would be spelled out by one of them
    cosines = (by_runtime.encode(texts) * by_library.encode(texts)).sum(axis=1)
    assert cosines.min() > 0.99999
    questions = [text for text in texts if 2 < len(text.split()) < 100]
    near = (question.encode(questions) * by_library.encode(questions)).sum(axis=1)
    assert 0.99 < near.min() < near.max() < 0.99999  # in eight bits


@needs_mpnet
@pytest.mark.accurate
def test_a_path_with_published_weights_is_the_published_model(tmp_path: Path) -> None:
    (tmp_path / "renamed").symlink_to(folder_on_this_machine(ACCURATE_MODEL))
    encoder = published_encoder(str(tmp_path / "renamed"), exact=False)
    assert encoder is not None
    assert encoder.space.id == "all-mpnet-base-v2"


@pytest.mark.parametrize("name", ["", "letters", "no-such-model", "tests"])
def test_any_other_name_is_none_of_them(name: str) -> None:
    assert published_encoder(name, exact=True) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "encoder",
    ["all-MiniLM-L6-v2", pytest.param("all-mpnet-base-v2", marks=[needs_mpnet, pytest.mark.accurate])],
    ids=["light", "accurate"],
)
def test_a_question_is_answered_without_pytorch(tmp_path: Path, encoder: str) -> None:
    folder = build(tmp_path, [Request("Let fishermen put to sea again"), Request("Pay midwives a wage")], encoder)
    code = (
        "import sys; from search import IssueQuestion, open_index; from pathlib import Path\n"
        "index = open_index(Path(sys.argv[1]))\n"
        "for text in ('Fishermen are kept from the sea', 'Les pêcheurs ne peuvent plus sortir en mer'):\n"
        "    assert index.match(IssueQuestion(text, own_state='XAA', all_own=True)).hits\n"
        f"print(sorted(sys.modules.keys() & {LARGE!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout) == ("", "[]\n")
