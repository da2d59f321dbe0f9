"""Issues in other languages among English texts."""

from collections.abc import Sequence

import numpy as np
import pytest

from models.multilingual_encoder import MultilingualEncoder, load_multilingual_encoder
from models.text_encoder import TextEncoder, default_space, load_encoder
from search.match_other_languages import ComparedTexts, compare_texts, issue_vector
from search.query_encoder import mean_vector
from search.read_issue import IssueReading

TEXTS = (
    "Let fishermen put to sea again and sell what they catch",
    "Pay midwives in mountain villages a living wage",
    "Teach every child in its mother tongue in the first grades",
    "Close the quarries beside the river, which poison its water",
    "Give widows the land that their husbands tilled",
)
ALL_ROWS = np.ones(len(TEXTS), dtype=bool)
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


class Encoder:
    """Letters for English; no encoder for other languages."""

    def vector(self, text: str) -> np.ndarray:
        return mean_vector(load_encoder("letters").encode, text)

    def told(self, text: str) -> None:
        return None

    def multilingual(self) -> MultilingualEncoder | None:
        return None


def texts_at(rows: Sequence[int]) -> list[str]:
    return [TEXTS[row] for row in rows]


def reading(text: str, language: str, terms: str = "") -> IssueReading:
    return IssueReading(text, language, terms, terms or text, text)


def test_english_goes_to_the_encoder_of_the_texts() -> None:
    assert np.array_equal(issue_vector(Encoder(), reading(TEXTS[0], "en")), Encoder().vector(TEXTS[0]))


def test_english_terms_have_their_share_in_the_vector() -> None:
    alone = issue_vector(Encoder(), reading("pescadores", "es"))
    with_terms = issue_vector(Encoder(), reading("pescadores", "es", "fishermen"))
    term = Encoder().vector("fishermen")
    assert with_terms @ term > alone @ term
    assert np.linalg.norm(with_terms) == pytest.approx(1)


def test_nothing_is_compared_without_an_encoder_for_other_languages() -> None:
    near = np.zeros(len(TEXTS), dtype=np.float32)
    assert compare_texts(Encoder(), reading("pescadores", "es"), near, ALL_ROWS, texts_at) is None


def test_compared_texts_share_out_their_own_nearness() -> None:
    near = np.array([0.9, 0.5, 0.4, 0.3], dtype=np.float32)
    compared = ComparedTexts(np.array([1, 2, 3]), np.array([0.1, 0.2, 0.9], dtype=np.float32))
    ordered = compared.ordered(near)
    # 0.3 + 0.9 > 0.5 + 0.1 = 0.4 + 0.2; of equals the nearer keeps its place
    assert ordered.tolist() == pytest.approx([0.9, 0.4, 0.3, 0.5])
    assert sorted(ordered) == sorted(near)


def test_the_closest_texts_draw_the_vector() -> None:
    vectors = np.eye(3, dtype=np.float32)
    compared = ComparedTexts(np.array([1, 2]), np.array([0.9, 0.1], dtype=np.float32))
    drawn = compared.drawn(vectors[0], vectors)
    assert drawn[0] > drawn[1] > drawn[2]
    assert np.linalg.norm(drawn) == pytest.approx(1)


@pytest.fixture(scope="module")
def multilingual() -> MultilingualEncoder:
    return load_multilingual_encoder()


@pytest.mark.encoder
@pytest.mark.parametrize("language", ISSUES)
def test_every_language_finds_the_english_text(
    multilingual: MultilingualEncoder, sentence_encoder: TextEncoder, language: str
) -> None:
    encoder = sentence_encoder
    assert encoder.space == default_space()

    class Both:
        def vector(self, text: str) -> np.ndarray:
            return mean_vector(encoder.encode, text)

        def told(self, text: str) -> None:
            return None

        def multilingual(self) -> MultilingualEncoder:
            return multilingual

    issue = reading(ISSUES[language], language)
    near = encoder.encode(TEXTS) @ issue_vector(Both(), issue)
    assert near.argmax() == 0
    compared = compare_texts(Both(), issue, near, ALL_ROWS, texts_at)
    assert compared is not None
    assert compared.ordered(near).argmax() == 0
    assert compared.rows[compared.closeness.argmax()] == 0
    others = compare_texts(Both(), issue, near, np.arange(len(TEXTS)) > 0, texts_at)
    assert others is not None
    assert 0 not in others.rows


@pytest.mark.encoder
def test_hostile_texts_are_encoded(multilingual: MultilingualEncoder) -> None:
    for text in ("", "\ud800", "\x00", "a" * 1_000, "\u202e" * 50, "💣" * 200, "ا ّ" * 300):
        assert np.isfinite(multilingual.mapped(multilingual.encode([text])[0])).all()
