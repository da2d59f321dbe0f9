"""What a corrigendum corrects: a whole paragraph or some words of one, and nothing that is not plain."""

import pytest

from indexer.datamodel.requests import Correction
from indexer.extract.responses.corrections import ReadCorrigendum, read_corrigendum
from models.records.documents import DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import Place, Sponsor
from models.reviews.states import StateTable
from tests.indexer.printed_lines import line

SYMBOL = "A/HRC/943/15/Corr.1"
COVER = ("Report of the Working Group on the Universal Periodic Review", "Chile", "Corrigendum")
STATES = StateTable.built_in()


def read(
    *words: str, symbol: str = SYMBOL, kind: DocumentKind = DocumentKind.ADDENDUM, language: str = "en"
) -> ReadCorrigendum:
    lines = tuple(map(line, (*COVER, *words)))
    document = ReadDocument(name="corrigendum.pdf", digest="", lines=lines, page_count=1)
    states = STATES.with_names_in([language])
    return read_corrigendum(document, DocumentIdentity(symbol, kind, language, "CHL"), states)


def only(read: ReadCorrigendum) -> Correction:
    (correction,) = read.corrections
    assert read.is_understood
    return correction


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            ("1. Paragraph 121.48", "Replace the existing text by", "121.48 Mend the ferries", "at once (Peru);"),
            id="text",
        ),
        pytest.param(
            ("Paragraph 121.48", "Replace the text with the following:", "“121.48. Mend the ferries at once (Peru).”"),
            id="quoted",
        ),
        pytest.param(("Paragraph 121.48 should read", "Mend the ferries at once (Peru)"), id="should read"),
        pytest.param(
            ("Page 14, paragraph 121.48", "For the existing text substitute", "Mend the ferries at once (Peru);"),
            id="page",
        ),
        pytest.param(
            ("Recommendation 121.48 shall now read as follows:", "121.48 Mend the ferries at once (Peru);"),
            id="shall now read",
        ),
    ],
)
def test_a_new_wording_of_a_paragraph(words: tuple[str, ...]) -> None:
    correction = only(read(*words))
    assert (correction.place, correction.instead_of) == (Place(SYMBOL, "121.48", 1), "")
    (request,) = correction.requests
    assert (request.text, request.sponsors) == ("Mend the ferries at once", (Sponsor("PER", "Peru"),))
    assert correction.words.startswith("Mend the ferries at once (Peru)")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Paragraph 86, recommendation 25", "86.25"),
        ("2. Paragraph 86.25, line 2", "86.25"),
        ("In paragraph 86.25, second sentence,", "86.25"),
    ],
)
@pytest.mark.parametrize("formula", ["For police read ministry", "replace “police” with “ministry”."])
def test_some_words_of_a_paragraph(words: str, number: str, formula: str) -> None:
    correction = only(read(words, formula))
    assert (correction.place.paragraph, correction.instead_of, correction.words) == (number, "police", "ministry")
    assert correction.state is None


def test_a_state_that_was_named_in_error() -> None:
    correction = only(read("Paragraph 86.25: for (Peru) read (Viet Nam)"))
    assert (correction.instead_of, correction.words) == ("Peru", "Viet Nam")
    assert correction.state == Sponsor("VNM", "Viet Nam")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("1. Paragraphe 121.48", "Remplacer le texte existant par ce qui suit :", "Réparer les bacs (Pérou) ;")),
        ("fr", ("Paragraphe 121.48", "Remplacer le paragraphe par le texte suivant", "« Réparer les bacs (Pérou). »")),
        ("fr", ("Le paragraphe 121.48 doit se lire comme suit :", "Réparer les bacs (Pérou)")),
        ("fr", ("Page 14, paragraphe 121.48", "Lire :", "121.48 Réparer les bacs (Pérou) ;")),
        ("es", ("1. Párrafo 121.48", "Sustitúyase el texto existente por el siguiente:", "Reparar los barcos (Perú);")),
        ("es", ("Párrafo 121.48", "Sustitúyase el párrafo por el siguiente", "«121.48. Reparar los barcos (Perú).»")),
        ("es", ("El párrafo 121.48 debe decir:", "Reparar los barcos (Perú)")),
    ],
)  # fmt: skip
def test_a_new_wording_in_french_and_spanish(language: str, words: tuple[str, ...]) -> None:
    correction = only(read(*words, language=language))
    assert correction.place == Place(SYMBOL, "121.48", 1)
    (request,) = correction.requests
    assert request.text == {"fr": "Réparer les bacs", "es": "Reparar los barcos"}[language]
    assert [sponsor.state for sponsor in request.sponsors] == ["PER"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Paragraphe 86, recommandation 25", "Au lieu de police, lire ministère.")),
        ("fr", ("2. Au paragraphe 86.25, deuxième ligne,", "au lieu de : « police » lire : « ministère ».")),
        ("fr", ("Paragraphe 86.25, ligne 2 : remplacer « police » par « ministère »",)),
        ("es", ("Párrafo 86, recomendación 25", "Donde dice policía debe decir ministerio.")),
        ("es", ("2. En el párrafo 86.25, segunda línea,", "donde dice: «policía», debe decir: «ministerio».")),
        ("es", ("Párrafo 86.25, línea 2: sustitúyase “policía” por “ministerio”",)),
    ],
)  # fmt: skip
def test_some_words_in_french_and_spanish(language: str, words: tuple[str, ...]) -> None:
    correction = only(read(*words, language=language))
    assert correction.place.paragraph == "86.25"
    old_and_new = {"fr": ("police", "ministère"), "es": ("policía", "ministerio")}[language]
    assert (correction.instead_of, correction.words) == old_and_new


def test_several_corrections_are_read_apart() -> None:
    found = read(
        "1. Paragraph 121.48",
        "Replace the existing text by",
        "121.48 Mend the ferries, as chapter 3 and",
        "paragraph 12 of the law ask (Peru);",
        "2. Paragraph 121.50",
        "For police read ministry",
    )
    # "Paragraph 12 of the law" may as well be the next correction, in words that are not known.
    assert [correction.place.paragraph for correction in found.corrections] == ["121.50"]
    assert not found.is_understood


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("1. Paragraph 121.48", "Delete the paragraph"), id="deleted"),
        pytest.param(("Paragraph 121.48 should read", "Mend the ferries"), id="without a State"),
        pytest.param(("Paragraph 121.48 should read", "Mend the ferries (at once)"), id="brackets without a State"),
        pytest.param(("Paragraph 121.48 should read", "Mend (Peru)", "Annex", "Strike it out"), id="more behind it"),
        pytest.param(
            ("Paragraph 121.48 should read", "Mend the ferries (Peru)", "2. Paragraph 121.50: insert (Chile)"),
            id="another one behind it",
        ),
        pytest.param(("Paragraph 121.48: for police read ministry, for five read six",), id="twice"),
    ],
)
def test_what_is_not_plain_is_left_to_be_compared(words: tuple[str, ...]) -> None:
    found = read(*words)
    assert (found.corrections, found.is_understood) == ((), False)


def test_a_formula_may_go_over_two_lines() -> None:
    found = read(
        "1. Paragraph 121.50: for police read ministry", "2. Paragraph 121.48: replace the", "text by", "Mend (Peru)"
    )
    assert [correction.words for correction in found.corrections] == ["ministry", "Mend (Peru)"]
    assert found.is_understood


def test_one_that_is_not_known_leaves_the_one_before_it_plain() -> None:
    found = read("Paragraph 121.50", "For police read ministry", "4. Paragraph 121.7", "Delete “at once”")
    assert [correction.words for correction in found.corrections] == ["ministry"]
    assert [line.text for line in found.rest.lines] == ["4. Paragraph 121.7", "Delete “at once”"]
    assert not found.is_understood


def test_a_new_wording_is_no_answer_of_the_state_be_it_plain_or_not() -> None:
    found = read("The Government accepts 121.2.", "Paragraph 121.48 should read", "Accept the visits")
    assert [line.text for line in found.rest.lines] == ["The Government accepts 121.2."]
    assert not found.is_understood


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("A/HRC/943/15/Add.1/Corr.1", DocumentKind.ADDENDUM),
        ("A/HRC/943/15/Add.1", DocumentKind.ADDENDUM),
        ("A/HRC/WG.6/20/CHL/1/Corr.1", DocumentKind.NATIONAL_REPORT),
    ],
)
def test_only_a_report_is_corrected(symbol: str, kind: DocumentKind) -> None:
    found = read("Paragraph 121.48 should read", "Mend the ferries (Peru)", symbol=symbol, kind=kind)
    assert (found.corrections, len(found.rest.lines)) == ((), 5)
    assert read("Paragraph 121.48 should read", "Mend the ferries (Peru)", language="ru").corrections == ()
