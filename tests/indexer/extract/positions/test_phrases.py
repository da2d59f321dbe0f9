"""The words of documents for a position, as supported, noted or pending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.phrases import position_phrases
from models.records.enums import Position, Qualified

SUPPORT = (
    "The recommendations enjoy the support of Freedonia",
    "Freedonia accepts the recommendation. The issue of ratifying",
    "Freedonia accepts the recommendation and notes that recommended activities have",
    "Freedonia accepts these recommendations as freedom of religion is",
    "The Government accepts this recommendation; it already acts",
    "The Government accepts the following recommendations 122.1, 122.12, 122.17-18",
    "Accepted",
    "Accepted recommendations",
    "Accepted recommendations that Freedonia considers already implemented or in process of implementation",
    "Les recommandations ci-après recueillent l'adhésion du Mali",
    "Le Gouvernement accepte les recommandations 1 à 8",
    "El Gobierno acepta las recomendaciones 1 a 8",
    "Las recomendaciones gozan del apoyo de Chile",
    "Accepted. The Government has ratified",
    "Malta supports.",
    "Recommendations 122.1, 122.2 and 122.97 are accepted.",
    "Egypt supports recommendation 12",
    "We support this recommendation.",
    "enjoys the support",
    "Freedonia also accepts recommendation on awareness-raising campaigns.",
    "The recommendation is accepted.",
    "Agreed.",
    "Support",
    "accepts",
    "Freedonia fully supports the recommendations",
    "Fully accepted",
    "Se aceptan las recomendaciones 1 y 2",
    "La République accepte.",
    "Support was expressed for recommendation 29",
    "The delegation also expressed its support for recommendation 22",
    "Recommendations 28, 30 and 31 were also supported",
    "Recommendations we support",
    "Accept to follow up.",
    "Accepted in full.",
    "Accepted because a bill is ready.",
    "Accepted by the Government.",
    "Acceptée dans son intégralité.",
    "Aceptada en su totalidad.",
)
NOT_SUPPORT = (
    "The recommendations enjoy the support of the Republic of Freedonia in part",
    "do not enjoy the support of China",
    "27 (b), (c) did not enjoy the support of China.",
    "Freedonia cannot accept the recommendation for the following reasons:",
    "Freedonia does not accept this recommendation, as it is incomprehensible",
    "Freedonia cannot, at this point in time, make a definitive statement.",
    "For the time being, the Government of the Republic of Freedonia notes recommendations 6–13, 17",
    "Noted",
    "Not Supported",
    "Partially accepted",
    "Accepted in part",
    "Accepted in principle",
    "Supported in part / noted in part",
    "Accepted-in-part",
    "Accepted-in-principle.",
    "Not accepted at this time.",
    "Cannot be accepted at present.",
    "Partially accept to follow up.",
    "Accepted on the basis that the law permits it.",
    "Rejected on constitutional grounds.",
    "Recommendations we do not support",
    "None of these recommendations is accepted.",
    "Non acceptée à ce stade.",
    "No aceptada en este momento.",
    "Noted recommendations",
    "Recommendations not accepted",
    "Recommendations which cannot be supported",
    "Rejected",
    "Takes note",
    "Les recommandations ne bénéficient pas de l'appui du Gouvernement",
    "Le Gouvernement rejette la recommandation",
    "La France n'accepte pas la recommandation",
    "Le Niger n'est pas en mesure d'accepter cette recommandation",
    "El Gobierno no acepta la recomendación",
    "Recomendaciones de las que se toma nota",
    "Recommandations dont il est pris note",
    "Recommendations 1, 2 and 3 are not accepted.",
    "Uzbekistan considers the recommendations contained in paragraphs 43(a), 44 as unacceptable",
    "accepts recommendation 122.5 in part",
    "Freedonia accepts the first part of recommendation 17, but found it difficult to accept the second part",
    "takes note of recommendations 5 and 6",
    "Malaysia notes those recommendations and will provide",
    "The Government is unable to support this recommendation",
    "Fiji is not in a position to accept recommendation 90",
    "Nicaragua did not support recommendations 6 and 7",
    "Rejects recommendation 12",
    "Note",
    "cannot support",
    "does not accept",
    "does not enjoy the support",
    "in part",
    "Recommendation noted",
    "rechaza las recomendaciones",
    "Freedonia could not accept the recommendation to pass a law",
    "The recommendation cannot be accepted at this stage",
    "Supports in part",
    "Ces recommandations n'ont pas recueilli l'adhésion du Togo",
    "ne peut accepter la recommandation",
    "The Government does not agree with the recommendation",
    "Although it accepts the aim, Freedonia does not accept the recommendation",
    "recommendation 31 was not appropriate",
    "expressed reservations with regard to recommendations 36–39",
    "Freedonia does not support this recommendation",
    "Recommendation 5 did not enjoy the State’s support",
)
LATER = (
    "The following recommendations will be examined by Egypt which will provide responses in due time",
    "Under consideration",
)
NO_POSITION = (
    "Freedonia agrees with the importance of the 1995 Programme",
    "The Government supports NGOs.",
    "Freedonia supports international activities in this field",
    "The recommendation is already implemented with the support of UNICEF",
    "We consider that this recommendation is implemented.",
    "At the same time, it notes with respect to the Deputies of the National Assembly",
    "The Committee noted the report",
    "The recommendations noted in the report in paragraphs 23 (b) and 27",
    "The views of the State under review on the recommendations",
    "That recommendation had not initially been supported",
)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        *((text, Position.SUPPORTED) for text in SUPPORT),
        *((text, Position.NOTED) for text in NOT_SUPPORT),
        *((text, Position.PENDING) for text in LATER),
        *((text, None) for text in NO_POSITION),
    ],
)
def test_clear_words_of_support_are_supported_and_every_other_answer_noted(
    text: str, position: Position | None
) -> None:
    taken = read_answer(text)
    assert (taken and taken.position) is position


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The first part of the recommendation is accepted.", Qualified.PART),
        ("The first part of recommendation No. 5 is accepted.", Qualified.PART),
        ("The second part of recommendation 1.2 enjoys the support of Chad.", Qualified.PART),
        ("The first half of recommendation No. 5 meets with the support of the Government.", Qualified.PART),
        ("The aim of the recommendation is accepted.", Qualified.SPIRIT),
        ("Chad accepts the recommendation but cannot commit to its date.", Qualified.EXCEPTION),
        ("While it cannot commit to its date, Chad accepts the recommendation.", Qualified.EXCEPTION),
    ],
)
def test_support_that_leaves_something_out_is_noted_and_says_what_kind(text: str, kind: Qualified) -> None:
    (phrase,) = position_phrases(text)
    assert (phrase.answer.position, phrase.answer.qualified) == (Position.NOTED, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The recommendation does not enjoy the support of Chad.", "does not enjoy the support"),
        ("Chad cannot, at this time, accept this recommendation.", "cannot, at this time, accept"),
        ("Chad accepts recommendation 5 in part.", "accepts recommendation 5 in part"),
        ("Le Tchad n'accepte pas la recommandation.", "n'accepte"),
        ("Partially accepted", "Partially accepted"),
        (
            "Chad accepts the recommendation on aid. It cannot accept the recommendation on courts.",
            "accepts … cannot accept",
        ),
    ],
)
def test_the_documents_own_words_are_kept(text: str, words: str) -> None:
    taken = read_answer(text)

    assert taken is not None
    assert taken.words == words


@given(st.text(alphabet="accept support not note recommendation 12.()é’;:,-\n", max_size=300))
def test_phrases_stand_in_the_text_in_order(text: str) -> None:
    phrases = position_phrases(text)

    assert all(text[phrase.start : phrase.end].strip() == phrase.answer.words for phrase in phrases)
    assert [phrase.start for phrase in phrases] == sorted(phrase.start for phrase in phrases)
