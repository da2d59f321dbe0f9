"""Which language an issue is written in."""

from dataclasses import dataclass, field

import pytest

from models.errors import UnknownFilter
from models.lexical_schema import words_of
from search.issue_language import (
    MANY_TEXTS,
    READ_LANGUAGES,
    UNREAD_LANGUAGES,
    check_language,
    language_name,
    language_of,
    load_classifier,
)

ENGLISH_WORDS = """
accused adoption against agreement article basin beating before boys by cages caste change child children climate
conditions convention death declaration de detention disability domestic education elderly end expression family
food for freedom from genital girls hate hunger immunities impunity in indigenous international islands justice
juvenile kafala land language law marriage maternal migrants minorities mortality national no of on orientation
penalty peoples persons police principles prison privileges protocol racism ratification reprisals right rights roma
rules school sexual speech stateless status statute sterilisation the to torture transitional treaty under unions
opcat violence water who women workers year abolish convict
"""


@dataclass(frozen=True)
class Texts:
    """Texts that hold ENGLISH_WORDS."""

    text_count: int
    known: frozenset[str] = field(default_factory=lambda: frozenset(word.stem for word in words_of(ENGLISH_WORDS)))

    def frequency(self, stem: str) -> int:
        return int(stem in self.known)


LARGE, SMALL = Texts(MANY_TEXTS), Texts(100)


@pytest.mark.parametrize("texts", [LARGE, SMALL], ids=["large index", "small index"])
@pytest.mark.parametrize(
    "text",
    [
        # names
        "OPCAT",
        "opcat",
        "CEDAW",
        "ICRMW",
        "UNHCR",
        "NHRI",
        "LGBTI",
        "ILO Convention No. 169",
        "ILO 182",
        "Istanbul Protocol",
        "Rome Statute",
        "A-status Paris Principles",
        "Palermo Protocol",
        "Bangkok Rules",
        "Nelson Mandela Rules",
        "Kampala Convention",
        "Beijing Rules",
        "Durban Declaration",
        "Yogyakarta Principles",
        "Hague Convention adoption",
        "Agreement on Privileges and Immunities",
        "Second Optional Protocol ICCPR",
        "article 14",
        "A/HRC/28/15",
        "SVN-20-115.12-1",
        "Sami",
        "Adivasi",
        "Timor-Leste",
        # topics
        "torture",
        "women",
        "prison conditions",
        "juvenile justice",
        "conditions of detention",
        "kafala",
        "caste",
        "racism",
        "female genital mutilation",
        "ratification Rome Statute",
        # sentences, also with words of another language in them
        "Rape in marriage is not a crime.",
        "Girls are cut before the talibés come home, and no marabout was ever tried.",
        "The Ley de Amnistía still protects those who tortured our parents.",
        "WOMEN CANNOT INHERIT LAND",
        # nothing to tell a language by
        "",
        "!?",
        "12",
        "\u200e",
    ],
)
def test_english(text: str, texts: Texts) -> None:
    assert language_of(text, texts) == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "mariage des enfants"),
        ("fr", "peine de mort"),
        ("fr", "Les pêcheurs de la lagune ne peuvent plus vendre leur poisson."),
        ("fr", "Le Protocole d'Istanbul n'est pas appliqué par la police."),
        ("es", "libertad de expresión"),
        ("es", "En los cuarteles se obliga a los niños a llevar armas."),
        ("ar", "عقوبة الإعدام"),
        ("ar", "يُمنع العمال من تكوين نقابات مستقلة"),
        ("ru", "детский брак"),
        ("ru", "Рыбакам запрещают выходить в море."),
        ("zh", "死刑"),
        ("zh", "工會被禁止，罷工者被解僱。"),  # in the characters of Taiwan
        ("de", "Kinderarbeit"),
        ("de", "Fischer dürfen nicht mehr aufs Meer hinaus."),
        ("it", "I pescatori non possono più uscire in mare."),
        ("ja", "漁師たちは海に出ることを禁じられている。"),
        ("ko", "어부들은 바다에 나갈 수 없다."),
        ("nl", "Vissers mogen de zee niet meer op."),
        ("pl", "Rybakom nie wolno wypływać w morze."),
        ("pt", "Os pescadores já não podem sair para o mar."),
        ("th", "ชาวประมงออกทะเลไม่ได้"),
        ("tr", "Balıkçıların denize açılması yasak."),
        # not read, and told apart
        ("sw", "Wavuvi hawaruhusiwi kwenda baharini."),
        ("id", "Nelayan dilarang melaut oleh polisi."),
        ("hi", "मछुआरों को समुद्र में जाने से रोका जाता है।"),
        ("uk", "Рибалкам забороняють виходити в море, і ніхто їх не захищає."),
        ("fa", "به ماهیگیران اجازه رفتن به دریا داده نمی‌شود."),
        ("vi", "Ngư dân không được phép ra khơi."),
    ],
)
def test_other_languages(language: str, text: str) -> None:
    assert language_of(text, LARGE) == language_of(text, SMALL) == language


def test_words_of_the_texts_speak_for_english() -> None:
    text = "conditions de detention"
    assert language_of(text, LARGE) == "en"
    assert language_of(text, Texts(100, frozenset())) == "fr"


def test_every_language_is_known_to_the_classifier() -> None:
    assert READ_LANGUAGES.keys() | UNREAD_LANGUAGES.keys() <= set(load_classifier().labels)
    assert not READ_LANGUAGES.keys() & UNREAD_LANGUAGES.keys()


def test_names_of_languages() -> None:
    assert language_name("fr") == "French"
    assert language_name("sw") == "Swahili"


def test_only_a_language_that_is_read_can_be_chosen() -> None:
    check_language(None)
    check_language("fr")
    with pytest.raises(UnknownFilter, match="“sw” is no language"):
        check_language("sw")


@pytest.mark.parametrize("text", ["ا" * 10_000, "a b" * 3_000, "\ud800", "\x00" * 50])
def test_any_text_can_be_read(text: str) -> None:
    assert language_of(text, LARGE)
