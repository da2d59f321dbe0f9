"""Texts in other languages among the vectors of English ones."""

import numpy as np
import pytest

from benches.texts_in_other_languages import invented_requests
from models.encoders import other_languages
from models.encoders.load_encoder import load_encoder
from models.encoders.model_files import ACCURATE_MODEL
from models.encoders.multilingual_encoder import MAPS, multilingual_chain
from models.encoders.other_languages import OtherLanguages, chain_into, encoder_of, with_terms
from models.encoders.text_encoder import TextEncoder, accurate_space, light_space
from models.texts.words import ENGLISH
from tests.needs_mpnet import needs_mpnet

LANGUAGES = ("ar", "es", "fr", "ru", "zh")


def test_the_encoder_of_another_space_reads_all_texts_itself() -> None:
    letters = load_encoder("letters")
    assert chain_into(letters.space) == ()
    assert encoder_of("fr", letters) is letters


def test_each_space_has_a_way_of_its_own() -> None:
    light, accurate = dict(chain_into(light_space())), dict(chain_into(accurate_space()))
    assert {"maps_to_english_accurate.npz", "encoders/example_issues_accurate.npz"} <= set(accurate) - set(light)
    assert {"maps_to_english.npz", "encoders/example_issues.npz"} <= set(light) - set(accurate)


@needs_mpnet
@pytest.mark.accurate
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ask_stands_beside_the_same_ask_in_english_in_the_accurate_space(language: str) -> None:
    asks_beside_english(load_encoder(ACCURATE_MODEL), language)


def test_terms_have_their_share() -> None:
    own, terms = np.eye(2, dtype=np.float32)
    mixed = with_terms(own, terms, OtherLanguages(meaning=0.75, requests=0.0))
    assert np.linalg.norm(mixed) == pytest.approx(1)
    assert mixed[0] / mixed[1] == pytest.approx(3)


@pytest.fixture(scope="module")
def english(sentence_encoder: TextEncoder) -> TextEncoder:
    return sentence_encoder


@pytest.mark.encoder
def test_english_texts_are_read_by_the_english_encoder(english: TextEncoder) -> None:
    assert encoder_of(ENGLISH, english) is english


@pytest.mark.encoder
def test_the_chain_names_the_encoders_and_the_space_is_called_otherwise(english: TextEncoder) -> None:
    assert chain_into(english.space)[: len(multilingual_chain(MAPS))] == multilingual_chain(MAPS)
    french = encoder_of("fr", english).space
    assert french.chain == chain_into(english.space)
    assert french != english.space
    assert french != encoder_of("es", english).space


@pytest.mark.encoder
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ask_stands_beside_the_same_ask_in_english(english: TextEncoder, language: str) -> None:
    asks_beside_english(english, language)


def asks_beside_english(english: TextEncoder, language: str) -> None:
    requests = [put.text for put in invented_requests() if put.language == language]
    in_english = english.encode([put.text for put in invented_requests() if put.language == ENGLISH])
    vectors = encoder_of(language, english).encode(requests)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    cosines = vectors @ in_english.T
    assert (cosines.argmax(axis=1) == np.arange(len(requests))).sum() >= len(requests) - 1
    assert cosines.diagonal().mean() > 0.7
    as_if_english = (english.encode(requests) @ in_english.T).diagonal()
    assert (cosines.diagonal() > as_if_english).all()


@pytest.mark.encoder
def test_each_text_has_the_vector_that_it_has_alone(english: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_languages, "BATCH", 8)
    requests = [put.text for put in invented_requests() if put.language == "ru"]
    done: list[int] = []
    encoder = encoder_of("ru", english)
    together = encoder.encode(requests, done.append)
    assert sum(done) == len(requests)
    assert np.allclose(together[-1], encoder.encode(requests[-1:])[0], atol=1e-5)


@pytest.mark.encoder
def test_no_text_and_no_letter_are_no_error(english: TextEncoder) -> None:
    encoder = encoder_of("zh", english)
    assert encoder.encode([]).shape == (0, english.space.dimension)
    assert np.isfinite(encoder.encode(["", "…", "\ud800"])).all()
