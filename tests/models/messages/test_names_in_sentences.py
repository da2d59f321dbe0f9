"""Names of States in sentences: articles, contractions, elisions, gender."""

import re

import pytest
from babel.messages.pofile import read_po

from models.messages.message import Message, StateName
from models.messages.names_in_sentences import InForms, StateInSentence, in_english
from models.reviews.states import StateTable, short_names_in
from tests.paths import REPOSITORY

BARE_BEHIND_A_PREPOSITION = {
    "fr": r"(?:\b(?:à|de|par|pour|sur|en|avec|envers) |d’)%\({}\)s",
    "es": r"\b(?:a|de|por|para|sobre|en|con|ante) %\({}\)s",
}


@pytest.mark.parametrize(
    ("code", "language", "forms"),
    [
        ("SVN", "fr", ("la Slovénie", "à la Slovénie", "de la Slovénie")),
        ("CHL", "fr", ("le Chili", "au Chili", "du Chili")),
        ("UGA", "fr", ("l’Ouganda", "à l’Ouganda", "de l’Ouganda")),  # elided
        ("PHL", "fr", ("les Philippines", "aux Philippines", "des Philippines")),
        ("CUB", "fr", ("Cuba", "à Cuba", "de Cuba")),  # no article
        ("OMN", "fr", ("Oman", "à Oman", "d’Oman")),  # a vowel, and no article
        ("HTI", "fr", ("Haïti", "à Haïti", "d’Haïti")),  # a silent h
        ("IRN", "fr", ("la République islamique d’Iran", "à la République islamique d’Iran", None)),  # turned round
        ("BRA", "es", ("el Brasil", "al Brasil", "del Brasil")),
        ("USA", "es", ("los Estados Unidos de América", "a los Estados Unidos de América", None)),
        ("SLV", "es", ("El Salvador", "a El Salvador", "de El Salvador")),  # its article is part of the name
        ("BOL", "es", ("el Estado Plurinacional de Bolivia", "al Estado Plurinacional de Bolivia", None)),
        ("KEN", "es", ("Kenya", "a Kenya", "de Kenya")),
        ("IRQ", "ar", ("العراق", "للعراق", "العراق")),
        ("SVN", "ar", ("سلوفينيا", "لسلوفينيا", "سلوفينيا")),
    ],
)
def test_a_name_takes_the_form_that_its_place_needs(
    code: str, language: str, forms: tuple[str, str, str | None]
) -> None:
    name = StateInSentence(code, language, short_names_in(language)[code])
    found = (name.form("the"), name.form("to"), name.form("of"))
    assert [made for made, form in zip(found, forms, strict=True) if form] == [form for form in forms if form]


def test_an_arabic_prefix_is_not_joined_to_a_name_in_latin_letters() -> None:
    assert StateInSentence("XYZ", "ar", "Tavurin").form("to") == "لـ Tavurin"


def test_a_verb_agrees_with_the_state_in_arabic() -> None:
    assert StateInSentence("SVN", "ar", "سلوفينيا").form("أوصت|أوصى") == "أوصت"
    assert StateInSentence("MAR", "ar", "المغرب").form("أوصت|أوصى") == "أوصى"


@pytest.mark.parametrize(
    ("code", "language", "verb"),
    [
        ("SVN", "fr", "a appuyé"),
        ("CUB", "fr", "a appuyé"),
        ("USA", "fr", "ont appuyé"),
        ("BHS", "es", "apoyaron"),
        ("USA", "es", "apoyaron"),
        ("PHL", "es", "apoyó"),
    ],
)
def test_a_verb_agrees_with_a_state_whose_name_is_a_plural(code: str, language: str, verb: str) -> None:
    verbs = "a appuyé|ont appuyé" if language == "fr" else "apoyó|apoyaron"
    assert StateInSentence(code, language, short_names_in(language)[code]).form(verbs) == verb


def test_a_form_begins_a_sentence() -> None:
    assert StateInSentence("CHL", "fr", "Chili").form("To") == "Au Chili"
    assert StateInSentence("PHL", "en", "Philippines").form("The") == "The Philippines"


@pytest.mark.parametrize(
    ("code", "printed", "in_a_sentence"),
    [
        ("CZE", "Czech Republic", "the Czech Republic"),
        ("CZE", "Czechia", "Czechia"),
        ("MKD", "the former Yugoslav Republic of Macedonia", "the former Yugoslav Republic of Macedonia"),
        ("RUS", "Russian Federation", "the Russian Federation"),
        ("RUS", "Russia", "Russia"),
        ("GMB", "The Gambia", "the Gambia"),
        ("PHL", "Philippines (the)", "the Philippines"),
    ],
)
def test_a_printed_name_takes_the_article_of_its_own(code: str, printed: str, in_a_sentence: str) -> None:
    assert StateInSentence(code, "en", printed).form("the") == in_a_sentence


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(KeyError):
        StateInSentence("CHL", "fr", "Chili").form("towards")


def test_a_state_that_no_table_knows_takes_no_article() -> None:
    assert StateInSentence("XAA", "fr", "Norlande").form("to") == "à Norlande"


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("Recommendations to %(state)s", "Recommendations to %(state:the)s"),
        ("%(state)s in the review", "%(state:The)s in the review"),
        ("In %(year)s, %(states)s recommended:", None),
        ("%(state)s, UPR %(review)s (%(states)s)", "%(state)s, UPR %(review:the)s (%(states)s)"),
        ("States to approach: %(state)s", "States to approach: %(state)s"),
        ("Done. %(state)s was there", "Done. %(state:The)s was there"),
    ],
)
def test_english_sees_where_a_name_takes_its_article(message: str, asking: str | None) -> None:
    if asking is not None:
        assert in_english(message) == asking
    values = {"state": "-", "year": "-", "review": "-", "states": StateName("PHL", "Philippines")}
    written = str(Message(message, **values))
    assert ("the Philippines recommended" in written) == ("recommended" in message)


def test_values_that_are_no_states_stay() -> None:
    values = InForms({"count": 3, "state": "all"}, lambda value, form: value)
    assert [values["count:the"], values["state"]] == [3, "all"]


def test_all_member_states_have_an_article_or_need_none() -> None:
    """French has two dozen States without an article; a table that lost its rows would have more."""
    french = short_names_in("fr")
    bare = {
        state.code
        for state in StateTable.built_in()
        if state.code in french
        and StateInSentence(state.code, "fr", french[state.code]).form("the") == french[state.code]
    }
    assert {"CUB", "ISR", "MCO"} <= bare
    assert len(bare) < 30


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_translation_puts_a_bare_name_behind_a_preposition(language: str) -> None:
    places = ("state", "under_review", "own")
    bare = re.compile(BARE_BEHIND_A_PREPOSITION[language].format(f"(?:{'|'.join(places)})"), re.I)
    path = REPOSITORY / "web" / "translations" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    forms = [
        form
        for message in messages
        for form in (message.string if isinstance(message.string, tuple | list) else (message.string,))
    ]
    assert [form for form in forms if bare.search(form)] == []
