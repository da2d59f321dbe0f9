"""Concluding observations become observations: each paragraph with number, heading, kind and sub-paragraphs."""

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.observations import observation_kind
from indexer.sources.document import read_document
from indexer.write.passages import cut_passages
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.records.records import Observation, ObservationKind
from models.reviews.states import StateTable
from tests.indexer import invented_committees as committees
from tests.indexer.drawn_pdf import BOLD, ITALIC, text, write_pdf
from tests.indexer.invented_observations import MODERN, OLD
from tests.paths import SHARED

STATES = StateTable.built_in()
REAL = SHARED / "treaty_bodies" / "concluding_observations"


def observations_in(path: Path) -> dict[str | None, Observation]:
    return {
        observation.place.paragraph: observation for observation in read_document(path, path.name, STATES).observations
    }


def written(folder: Path, words: str) -> Path:
    path = folder / "observations.txt"
    path.write_text(words, encoding="utf-8")
    return path


@pytest.fixture
def modern(tmp_path: Path) -> dict[str | None, Observation]:
    return observations_in(written(tmp_path, MODERN))


def test_sub_paragraphs_stand_with_their_stem(modern: dict[str | None, Observation]) -> None:
    assert modern["4"].text.split("\n") == [
        "The Committee is concerned that huts refuse guests who walk slowly. It is concerned about:",
        "(a) Signs that ask slow walkers to turn back;",
        "(b) Fines, which are set:",
        "(i) Without a hearing;",
        "(ii) Without an appeal (arts. 2 and 26).",
    ]


def test_where_an_observation_stands(modern: dict[str | None, Observation]) -> None:
    observation = modern["5"]
    assert (observation.entity, observation.committee, observation.place.symbol, observation.id) == (
        "SVN",
        "CCPR",
        "CCPR/C/SVN/CO/900",
        "CCPR.C.SVN.CO.900-5",
    )
    assert str(observation.date) == "2021-05-07"
    assert observation.place.page is None  # a text does not say where its pages end


def test_headings_and_kinds_of_all_but_introduction_and_praise(modern: dict[str | None, Observation]) -> None:
    assert {number: (observation.heading, observation.kind.value) for number, observation in modern.items()} == {
        "4": ("Mountain huts", "concern"),
        "5": ("Mountain huts", "recommendation"),
        "6": ("Lakes and the people who swim", "concern and recommendation"),
        "9": ("Dissemination", "recommendation"),
    }


def test_lines_cut_off_at_their_end_are_joined(modern: dict[str | None, Observation]) -> None:
    assert modern["6"].text.endswith("The State party should open them to all swimmers.")


def test_old_layout(tmp_path: Path) -> None:
    found = observations_in(written(tmp_path, OLD))
    assert {
        number: (observation.committee, observation.heading, observation.kind) for number, observation in found.items()
    } == {
        "3": ("CRC", "General measures of implementation", ObservationKind.BOTH),
        "4": ("CRC", "Definition of the child", ObservationKind.RECOMMENDATION),
    }
    assert found["3"].text.split("\n")[1] == "The State party should count its swings every year."


def test_pdf(tmp_path: Path) -> None:
    cover = [
        text(113, 780, "United Nations CAT/C/SVN/CO/902", font=BOLD),
        text(113, 760, "Distr.: General"),
        text(113, 748, "2 June 2030"),
        text(113, 720, "Concluding observations on the second report of Slovenia", 14, BOLD),
        text(113, 690, "1. The Committee against Torture met and adopted the observations of today."),
        text(113, 660, "A. Principal subjects of concern and recommendations", 14, BOLD),
        text(113, 630, "Cellars without a window and the registers that ought to be kept there", font=BOLD),
        text(113, 618, "by those in charge", font=BOLD),
        text(113, 594, "2. The Committee is concerned that cellars without windows are in use by 12 of the"),
        text(113, 582, "40. Districts report none of it."),
        text(113, 564, "3. The State party should:", font=BOLD),
        text(142, 546, "(a) Close all cellars in line with paragraph 4"),
        text(113, 534, "(b) of the law, and", font=BOLD),
        text(142, 516, "(b) Keep registers."),
    ]
    following = [text(113, 780, "CAT/C/SVN/CO/902"), text(113, 700, "Food", font=ITALIC)]
    following += [text(113, 680, "4. The Committee recommends better soup."), text(113, 60, "2")]
    found = observations_in(write_pdf(tmp_path / "co.pdf", [cover, following]))
    assert {number: (observation.heading, observation.place.page) for number, observation in found.items()} == {
        "2": ("Cellars without a window and the registers that ought to be kept there by those in charge", 1),
        "3": ("Cellars without a window and the registers that ought to be kept there by those in charge", 1),
        "4": ("Food", 2),
    }
    # A number, a letter and bold type that a line happens to begin with open nothing.
    assert found["2"].text.endswith("in use by 12 of the 40. Districts report none of it.")
    assert found["3"].text.split("\n") == [
        "The State party should:",
        "(a) Close all cellars in line with paragraph 4 (b) of the law, and",
        "(b) Keep registers.",
    ]


def word_file(folder: Path, paragraphs: list[tuple[str, int | None]]) -> Path:
    """A Word file; a paragraph with a level is numbered by Word: level 0 "1.", level 1 "(a)"."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, (name, shown) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)"))):
        definition = OxmlElement("w:lvl")
        definition.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", "1"), ("w:numFmt", name), ("w:lvlText", shown)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            definition.append(child)
        abstract.append(definition)
    numbering.insert(0, abstract)
    instance = numbering.add_num(90)
    for words, level in paragraphs:
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        if level is not None:
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val = level
            numbered.get_or_add_numId().val = instance.numId
    path = folder / "observations.docx"
    document.save(str(path))
    return path


def test_word_file_with_numbers_that_word_counts(tmp_path: Path) -> None:
    path = word_file(
        tmp_path,
        [
            ("CEDAW/C/SVN/CO/903", None),
            ("Distr.: General 1 July 2030", None),
            ("Concluding observations on the third report of Slovenia", None),
            ("The Committee considered the report.", 0),
            ("A. Principal areas of concern and recommendations", None),
            ("Ladders", None),
            ("The Committee notes with concern that women may not climb.", 0),
            ("The Committee recommends that the State party:", 0),
            ("Lend ladders to all;", 1),
            ("Build more of them.", 1),
        ],
    )
    found = observations_in(path)
    assert {number: observation.heading for number, observation in found.items()} == {"2": "Ladders", "3": "Ladders"}
    assert found["3"].text.split("\n")[1:] == ["(a) Lend ladders to all;", "(b) Build more of them."]
    assert found["3"].committee == "CEDAW"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("The Committee remains deeply concerned about it.", "concern", id="adverb between"),
        pytest.param("It notes with concern that roads are closed.", "concern", id="with concern"),
        pytest.param("It should also repair the roads.", "recommendation", id="it should"),
        pytest.param("The State party is further encouraged to sing.", "recommendation", id="encouraged to"),
        pytest.param(
            "The Committee regrets it and urges the State party to act.", "concern and recommendation", id="both"
        ),
        pytest.param("The Committee takes note of the plan.", "other", id="neither"),
        pytest.param("Publish a code concerning bridges.", "other", id="concerning is no concern"),
        pytest.param(
            "The Committee recommends that the State party train guards:\n(a) With due regard to concerns of swimmers.",
            "recommendation",
            id="a recommendation that cites concerns",
        ),
        pytest.param(
            "The State party should take the concerns expressed by swimmers into account.",
            "recommendation",
            id="concerns that others express",
        ),
        pytest.param(
            "The Committee recalls article 7, which calls upon States to sing. It is concerned that nobody does.",
            "concern",
            id="a concern that cites an article",
        ),
        pytest.param(
            "It is, however, concerned that swimmers are requested to pay.",
            "concern",
            id="however; requested of others",
        ),
        pytest.param(
            "The Committee regrets the delay, despite its recommendation that the State party should hurry.",
            "concern",
            id="a concern that cites a recommendation",
        ),
        pytest.param(
            "The Committee is alarmed that the authorities should have known it.", "concern", id="should have known"
        ),
        pytest.param(
            "The Committee, recalling its general comment No. 4 on ferries, recommends a timetable.",
            "recommendation",
            id="words between",
        ),
        pytest.param("In this regard, it encourages the State party to sing.", "recommendation", id="it encourages"),
        pytest.param("It is recommended that the State party sing.", "recommendation", id="passive"),
        pytest.param("Concern is expressed at the price of ferries.", "concern", id="concern is expressed"),
        pytest.param("Those who are concerned about ferries were heard.", "other", id="concern of others"),
        pytest.param("The Committee advises the State party to sing.", "recommendation", id="advises"),
        pytest.param(
            "The Committee considers that the State party should sing.", "recommendation", id="considers that"
        ),
        pytest.param("It is also of concern to the Committee that nobody sings.", "concern", id="of concern to"),
        pytest.param("Concerns remain, however, about the ferries.", "concern", id="concerns remain"),
        pytest.param("The Committee finds it regrettable that nobody sings.", "concern", id="regrettable"),
        pytest.param("The law encourages singing and invites visitors.", "other", id="a law encourages"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    assert observation_kind(words) == kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            committees.CEDAW,
            {
                "4": ("Parliament", "recommendation"),
                "5": ("Access to justice", "concern"),
                "6": ("Access to justice", "recommendation"),
                "7": ("Stereotypes", "concern"),
                "8": ("Stereotypes", "recommendation"),
                "9": ("Stereotypes", "recommendation"),
                "10": ("Health", "concern"),
                "11": ("Health", "recommendation"),
                "12": ("Health", "concern"),
                "13": ("Health", "recommendation"),
                "14": ("Dissemination", "recommendation"),
            },
            id="CEDAW",
        ),
        pytest.param(
            committees.CRC,
            {
                "4": ("Legislation", "recommendation"),
                "5": ("Allocation of resources", "concern and recommendation"),
                "6": ("Birth registration", "concern"),
                "7": ("Birth registration", "recommendation"),
            },
            id="CRC",
        ),
        pytest.param(
            committees.CCPR,
            {
                "4": ("Prisons on ships", "concern"),
                "5": ("Prisons on ships", "recommendation"),
                "6": ("Freedom of expression", "concern"),
                "7": ("Freedom of expression", "recommendation"),
            },
            id="CCPR",
        ),
    ],
)
def test_the_styles_of_committees(tmp_path: Path, words: str, expected: dict[str, tuple[str, str]]) -> None:
    found = observations_in(written(tmp_path, words))
    assert {number: (one.heading, one.kind.value) for number, one in found.items()} == expected


def test_what_is_only_welcomed_before_a_recommendation_is_no_concern(tmp_path: Path) -> None:
    words = committees.CCPR.replace("The Committee notes that prison ships", "The Committee welcomes that prison ships")
    assert observations_in(written(tmp_path, words))["4"].kind is ObservationKind.OTHER


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", UnreadableDocument, id="empty"),
        pytest.param(b"\xff\xfe\x00\x01caf\xe9", UnreadableDocument, id="not UTF-8"),
        pytest.param(b"Minutes of the rowing club", UnrecognisedDocument, id="no symbol"),
    ],
)
def test_texts_that_cannot_be_used(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "some.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=r"some\.txt"):
        read_document(path, path.name, STATES)


def test_passages_hold_one_thing_each() -> None:
    stem = "The Committee notes the plan. The State party should:"
    passages = cut_passages(f"{stem}\n(a) Open doors;\n(i) At night;\n(b) Close gates.")
    assert [(passage.part, passage.text) for passage in passages] == [
        ("", "The Committee notes the plan."),
        ("a", "The State party should: Open doors; (i) At night;"),
        ("b", "The State party should: Close gates."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The State party should open all doors at night. It should do so. It should also close the gates by day.",
            [
                ("", "The State party should open all doors at night. It should do so."),
                ("", "It should also close the gates by day."),
            ],
        ),
        (  # the first says nothing alone
            "Take note. The State party should open all doors at night.",
            [("", "Take note. The State party should open all doors at night.")],
        ),
        (
            "The State party should:\n(a) Open the doors at night. They should be wide enough for all guests;",
            [
                ("a", "The State party should: Open the doors at night."),
                ("a", "They should be wide enough for all guests;"),
            ],
        ),
        ("", [("", "")]),
    ],
    ids=["a short sentence", "a short one first", "in a sub-paragraph", "nothing"],
)
def test_each_sentence_is_searched_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(passage.part, passage.text) for passage in cut_passages(text)] == expected


@given(st.lists(st.text(st.characters(codec="ascii"), max_size=200), max_size=30))
def test_passages_lose_no_word(lines: list[str]) -> None:
    words = "\n".join(lines)
    kept = " ".join(passage.text for passage in cut_passages(words))
    marks = {f"({letter})" for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert {word for word in words.split() if not word.startswith("(")} - marks <= set(kept.replace("\n", " ").split())


@pytest.mark.parametrize(
    ("sentence", "between"),
    [
        ("Le Comité recommande à l'État partie d'ouvrir tous les refuges.", " "),
        ("Комитет рекомендует государству-участнику открыть все приюты.", " "),
        ("توصي اللجنة بأن تفتح الدولة الطرف جميع الملاجئ.", " "),
        ("委员会建议缔约国开放所有山区庇护所。", ""),
    ],
    ids=["French", "Russian", "Arabic", "Chinese"],
)
def test_paragraphs_in_other_languages_are_cut_between_sentences(sentence: str, between: str) -> None:
    passages = [passage.text for passage in cut_passages(between.join([sentence] * 40))]
    assert passages == [sentence] * 40


@pytest.mark.real_data
@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not beside the checkout")
def test_real_concluding_observations() -> None:
    (path,) = REAL.glob("*.txt")
    found = observations_in(path)
    assert list(found) == "5 6 7 8 9 10 11 13 14 17 18 25 26 33 34 43 44 46".split()
    assert found["34"].heading == "Detention conditions"
    assert found["10"].kind is ObservationKind.RECOMMENDATION
    assert [line[:3] for line in found["10"].text.split("\n")[1:]] == ["(a)", "(b)", "(c)", "(d)"]
    assert all(observation.kind is not ObservationKind.OTHER for observation in found.values())


def as_html(words: str) -> str:
    """As a web page has it: each line a paragraph, sub-paragraphs in a table with the letter in a cell of its own."""
    lines = words.replace("&", "&amp;").splitlines()
    cells = [line.split(") ", 1) if line.startswith("(") else [line] for line in lines]
    rows = (
        "".join(f"<td>{cell}{')' if len(row) > 1 and not place else ''}</td>" for place, cell in enumerate(row))
        for row in cells
    )
    style = "<style>p { color: #000 }</style><script>var x = '1. The Committee';</script>"
    return (
        f"<html><head><title>Document</title>{style}</head><body>"
        + "".join(
            f"<p>{line}</p>" if len(row) == 1 else f"<table><tr>{shown}</tr></table>"
            for line, row, shown in zip(lines, cells, rows, strict=True)
        )
        + "</body></html>"
    )


@pytest.mark.parametrize(("encoding", "suffix"), [("utf-8", "html"), ("cp1252", "htm")])
def test_html_gives_what_the_text_gives(
    tmp_path: Path, modern: dict[str | None, Observation], encoding: str, suffix: str
) -> None:
    path = tmp_path / f"observations.{suffix}"
    path.write_bytes(as_html(MODERN.replace("huts", "“huts”")).encode(encoding))
    found = observations_in(path)
    assert list(found) == list(modern)
    assert found["4"].text == modern["4"].text.replace("huts", "“huts”")
    assert (found["6"].heading, found["6"].place) == (modern["6"].heading, modern["6"].place)


@pytest.mark.parametrize(
    ("symbol", "title"),
    [
        ("CRC/C/15/Add.901", "CONCLUDING OBSERVATIONS: SLOVENIA"),
        ("CCPR/C/79/Add.901", "Concluding observations of the Human Rights Committee : Slovenia. 03/03/2029."),
        ("E/C.12/1/Add.901", "Concluding observations on the ninth periodic report of Slovenia"),
        ("CERD/C/304/Add.901", "Concluding observations on the reports submitted by the Republic of Slovenia"),
        ("CCPR/CO/90/SVN", "Concluding observations"),  # here the symbol says it
    ],
)
def test_old_symbols_leave_the_state_to_the_title(tmp_path: Path, symbol: str, title: str) -> None:
    words = OLD.replace("CRC/C/SVN/CO/901", symbol).replace("CONCLUDING OBSERVATIONS: SLOVENIA", title)
    observation = observations_in(written(tmp_path, words))["3"]
    assert (observation.entity, observation.place.symbol) == ("SVN", symbol)
    assert observation.id == f"{symbol.replace('/', '.')}{'' if '/SVN' in symbol else '-SVN'}-3"


def test_an_old_symbol_whose_title_names_no_state_is_refused(tmp_path: Path) -> None:
    words = OLD.replace("CRC/C/SVN/CO/901", "CRC/C/15/Add.901").replace(": SLOVENIA", "").replace(" of Slovenia", "")
    path = written(tmp_path, words)
    with pytest.raises(UnrecognisedDocument, match="does not say which State"):
        read_document(path, path.name, STATES)
