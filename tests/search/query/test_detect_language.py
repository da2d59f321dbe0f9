"""Which language an issue is written in."""

import inspect

import pytest

from benches.language_detection import GROUPS, read_texts
from models.errors import UnknownFilter
from search.query.detect_language import (
    READ_LANGUAGES,
    UNREAD_LANGUAGES,
    check_language,
    language_name,
    language_of,
    load_classifier,
)


@pytest.mark.parametrize(
    "text",
    [
        # names
        "OPCAT",
        "UNHCR",
        "LGBTI",
        "ILO 182",
        "A-status Paris Principles",
        "Hague Convention adoption",
        "Agreement on Privileges and Immunities",
        "Second Optional Protocol ICCPR",
        "article 14",
        "SVN-20-115.12-1",
        # topics
        "torture",
        "women",
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
def test_english(text: str) -> None:
    assert language_of(text) == "en"


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
    assert language_of(text) == language


FRENCH_STORY = (
    "Les pêcheurs de la lagune ont perdu leurs terrains au profit d'un port. On ne leur a rien demandé et rien payé. "
    "Ceux qui ont protesté ont été battus. Le tribunal a rejeté leur plainte. Ils dorment dans des abris de tôle."
)
ENGLISH_STORY = (
    "In the villages along the river, families were told to leave within a week. The Société nationale des eaux et "
    "forêts sent trucks, and men from the Brigade anti-criminalité watched while people carried out what they could. "
    "Aminata Traoré of the Ligue des droits de l'homme wrote to the mayor, but nobody answered her letter. "
)


def test_the_texts_of_an_index_have_no_say() -> None:
    # An index can hold every word of a French story: it was read as English then.
    assert "texts" not in inspect.signature(language_of).parameters


@pytest.mark.parametrize("times", [1, 2, 6])
def test_length_has_no_say(times: int) -> None:
    assert language_of(" ".join([FRENCH_STORY] * times)) == "fr"
    assert language_of(ENGLISH_STORY * times) == "en"  # six times: some 300 words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "les enfants mendient dans la rue et sont frappes", id="French without accents"),
        pytest.param("es", "los ninos trabajan en las minas y no van a la escuela", id="Spanish without accents"),
        pytest.param("pt", "AS CRIANÇAS TRABALHAM NAS MINAS", id="Portuguese in capitals"),
        pytest.param("en", "CHILDREN WORK IN THE MINES", id="English in capitals"),
        pytest.param("fr", "L'État n'a pas ratifié l'OPCAT (art. 17) malgré 3 recommandations.", id="abbreviations"),
        pytest.param("fr", "La loi sur les « foreign agents » oblige notre ONG à fermer.", id="English words in it"),
        pytest.param("ar", "قدمنا تقريرا إلى UPR عن نظام الكفالة", id="Latin letters in Arabic"),
        pytest.param("ja", "OPCAT未批准。女性議員は10%未満。", id="a headline: few kana"),
        pytest.param("en", "The Procuraduría de los Derechos Humanos closed its offices.", id="a Spanish name"),
        pytest.param("en", "Jornalistas e Defensores, a group in Maputo, was raided.", id="a name opens the sentence"),
        pytest.param("en", "Bidoon in Kuwait (عديمو الجنسية) get no papers for their children.", id="Arabic words"),
        pytest.param("ru", "МОТ № 189 не ратифицирована; ВИЧ: 2 из 5 без АРВ.", id="Cyrillic is never English"),
    ],
)
def test_texts_as_people_type_them(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        pytest.param("réfugiés", "fr", id="one word of the page's language"),
        pytest.param("femmes autochtones disparues", "fr", id="a heading"),
        pytest.param("prison overcrowding", "en", id="English all the same"),
        pytest.param("CEDAW", "en", id="an abbreviation"),
        pytest.param("الأطفال في السجون", "ar", id="a third language"),
    ],
)
def test_a_few_words_are_read_in_the_language_that_is_expected_where_they_may_be_in_it(text: str, read_as: str) -> None:
    assert language_of(text, expected="fr") == read_as


def test_what_is_expected_is_as_likely_as_english() -> None:
    # 3 * 0.5 of (3 * 0.5 + 3 * 0.5) is less than 0.6; 3 * 0.65 of 3 is more, and 0.65 of 0.65 + 3 * 0.35 is less.
    assert language_of("mais", lambda text: {"fr": 0.5, "en": 0.5}, expected="fr") == "en"
    assert language_of("mais", lambda text: {"fr": 0.65, "en": 0.35}, expected="fr") == "fr"
    assert language_of("mais", lambda text: {"fr": 0.65, "en": 0.35}) == "en"


@pytest.mark.parametrize("half", ["fit", "test"])
@pytest.mark.parametrize(
    ("kinds", "least"), [("sentences", 0.98), ("names", 0.98), ("short topics", 0.80), ("not read", 0.98)]
)
def test_the_texts_of_the_bench(half: str, kinds: str, least: float) -> None:
    texts = [written for written in read_texts() if written.half == half and written.kind in GROUPS[kinds]]
    right = sum(language_of(written.text) == written.language for written in texts)
    assert right >= least * len(texts)


def test_any_classifier_can_be_asked() -> None:
    # English weighs three times as much as French, which needs 0.6 of the whole: 0.8 / (0.8 + 3 * 0.2) is less.
    assert language_of("mais", lambda text: {"fr": 0.8, "en": 0.2}) == "en"
    assert language_of("mais", lambda text: {"fr": 0.9, "en": 0.1}) == "fr"
    # Swahili, which is not read, weighs a third of French, which then has 0.75 of the whole.
    assert language_of("mais", lambda text: {"sw": 0.5, "fr": 0.5}) == "fr"


def test_every_language_is_known_to_the_classifier() -> None:
    assert READ_LANGUAGES.keys() | UNREAD_LANGUAGES.keys() <= set(load_classifier().labels)
    assert not READ_LANGUAGES.keys() & UNREAD_LANGUAGES.keys()


def test_names_of_languages() -> None:
    assert language_name("fr") == "French"
    assert language_name("sw") == "Swahili"


def test_only_a_language_that_is_read_can_be_chosen() -> None:
    check_language(None)
    check_language("fr")
    with pytest.raises(UnknownFilter, match="Language: there is no “sw” here"):
        check_language("sw")


@pytest.mark.parametrize("text", ["ا" * 10_000, "a b" * 3_000, "\ud800", "\x00" * 50])
def test_any_text_can_be_read(text: str) -> None:
    assert language_of(text)
