"""All that pages and files say is in the template of messages, and comes in the language of the page.

A made-up language stands for all others: it sets each message between ⟦ and ⟧ and each of its values between ⟨ and ⟩.
What then stands outside of ⟦⟧ must be data: words of documents, names of States, codes.
"""

import ast
import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from models.records.enums import Position
from models.records.records import ActionCategory, Conflict, Label, Origin, Place
from search import SearchIndex
from search.query.detect_language import READ_LANGUAGES
from tests.lobbying_index import LABEL, lobbying_index, lobbying_records
from tests.paths import REPOSITORY
from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import parse
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import COPIED, NORM, OBSERVATION, PLEDGE, REPORTED, recommendation
from tests.web.own_forms import FROM_HERE, send
from tests.web.words_in_files import WORDS_OF, words_of_xlsx
from web.papers.kinds import PAPERS
from web.site.language import prepare_language
from web.site.settings import Settings

pytestmark = pytest.mark.slow

TEMPLATE = REPOSITORY / "web" / "translations" / "messages.pot"
RIGHT_TO_LEFT = "ar"
PLACE = re.compile(r"%\(\w+\)s")
DATA_ELEMENTS = {"bdi", "blockquote", "code", "kbd", "mark", "q", "textarea"}
SPOKEN_ATTRIBUTES = ("alt", "aria-label", "data-copied", "data-label", "placeholder", "title")
ANY_WORD = re.compile(r"(?<!\d\.)[^\W\d_]*[a-zà-ÿ][^\W\d_]*")
"""A word with a small letter: codes and symbols have none, save targets such as 16.a."""
SAME_IN_ALL_LANGUAGES = ("UPR Follow-up", "UPR Info")
CODES = ["supported", "noted", "pending", "unknown", "recommendation", "commitment", "observation", *READ_LANGUAGES]
"""Those that an address or form can name, which the sentence on a wrong one lists."""
PRISONS = "Let judges visit prisons"
GROUPS = ["Amber Coast Group", "High Plateau Group"]
"""Of invented States."""

FULL = recommendation(
    labels=(Label("upr-info", LABEL, Origin.CLASSIFIER, 0.8), Label("uhri", "Detention", Origin.SOURCE)),
    action=ActionCategory(5, Origin.CLASSIFIER, "let"),
    comment="We do",
    comment_source=Place("A/HRC/920/1/Add.1", "3", 2),
    position_words="accepts",
    conflicts=(Conflict(Place("OHCHR thematic list", None, None), Position.NOTED, "N"),),
    clause=2,
    text="Ratify the Optional Protocol to the Convention against Torture",
    quoted="Plant oaks (Brenmark); Ratify the Optional Protocol to the Convention against Torture (Tamurin)",
)
ALIKE = [
    replace(
        FULL,
        session=34,
        place=Place("A/HRC/934/1", f"1.{number}", None),
        position_source=Place("A/HRC/934/1/Add.1", "3", 2),
        comment_source=Place("A/HRC/934/1/Add.1", "3", 2),
        composed=True,
    )
    for number in range(1, 7)
]
FROM_A_TABLE = recommendation(session=7, paragraph=None, text="Ratify it", place=Place("UPR Info", None, None))

SMALL_PAGES = [
    "/recommendation/XAA-20-115.1-2",
    f"/recommendation/{ALIKE[0].id}",
    f"/recommendation/{FROM_A_TABLE.id}",
    f"/commitment/{PLEDGE.id}",
    f"/observation/{OBSERVATION.id}",
    f"/observation/{NORM.id}",
    f"/observation/{COPIED.id}",
    f"/reported/{REPORTED.id}",
    "/state/XAA/review/20",
    "/state/XAA/review/20?position=supported&by_stakeholders=silent&later_position=noted",
    "/state/XAA/review/7",
    "/state/XAA",
    "/state/XBA",
    "/",
]
OF_TABLES = [
    "Germany",
    "Uganda",
    "Belgium",
    "Human Rights Ombudsman of the Republic of Slovenia",
    "Federal Institute for the Protection and Promotion of Human Rights (FIRM)",
    "Interfederal Equal Opportunities Centre (Unia)",
]
"""Names that no language of a page changes: of States and institutions."""
STATE_PAGES = [
    "/states",
    "/state/XAA",
    "/state/XBA",
    "/state/XAA/issue/detention",
    "/state/XAA/issue/environment",
    "/state/SVN/issue/detention",
    "/state/UGA/issue/rights-of-the-child",
    "/state/BEL/issue/privacy",
    "/state/XAA/theme/right-to-education",
    "/state/DEU/issue/detention",
    "/state/XAA/review/34?earlier=7",
]
PAGES = [
    "/",
    "/about",
    "/browse",
    "/browse?under_review=XAA&recommending=FRA&cycle=2&position=noted&position=supported&sort=date",
    "/browse?kind=commitment&group=Amber Coast Group&session=20&label=Detention&action_category=5",
    "/browse?kind=commitment&kind=recommendation&under_review=XAA&under_review=XBA&language=en",
    "/browse?position=noted&action_category=1&nonsense=1",
    "/browse?position=rejected",
    "/browse?kind=rejected",
    "/browse?cycle=two",
    "/find",
    "/list",
    "/list?deleted=1",
    f"/plan/{'a' * 43}",
    f"/?label={LABEL}&state=XAA&to=approach",
    f"/results?label={LABEL}&state=XAA",
    f"/results?label={LABEL}&state=XAA&order=likely&struck=FRA",
    "/results?state=XAA&record=XAA-7-100.1-1",
    f"/results?label={LABEL}&state=XAA&behind=:here",
    f"/results?label={LABEL}&state=XAA&behind=FRA:others",
    f"/results?label={LABEL}&state=XBA&behind=FRA:here",
    f"/results/{'a' * 32}.{'b' * 22}",
    "/uptake",
    "/themes",
    "/themes/detention",
    "/themes/privacy",
    "/themes/rights-of-the-child",
    "/state/XAA",
    "/state/FRA",
    "/state/DEU",
    "/state/UKR",
    "/state/PSE",
    "/nowhere",
    "/themes/nothing",
    f"/results/{'a' * 32}.{'b' * 22}",
    "/results/deleted",
    "/state/Atlantis",
    "/recommendation/XAA-1-1-1",
    "/observation/none",
]
SUBMISSION = {"ask": PRISONS, "state": "XAA", "do": "compare"}
FORMS = [
    ("/match", {"text": PRISONS}),
    ("/match", {"text": PRISONS, "state": "XAA"}),
    ("/match", {"text": PRISONS, "state": "XAA", "position": "noted", "cycle": "2", "session": "20"}),
    ("/match", {"text": PRISONS, "state": "XAA", "all_own": "1", "language": "en", "group": "Amber Coast Group"}),
    ("/match", {"text": PRISONS, "kind": "commitment", "state": "XAB"}),
    ("/match", {"text": PRISONS, "state": "FRA"}),
    ("/match", {"text": "..."}),
    ("/match", {"text": ""}),
    ("/match", {"text": "x" * 20_000, "state": "QQQ"}),
    ("/match", {"text": PRISONS, "under_review": "QQQ"}),
    ("/match", {"text": PRISONS, "cycle": "two"}),
    ("/match", {"text": "x" * 200_000}),
    ("/match", {"text": PRISONS, "to": "reported"}),
    ("/states/find", {"state": "Oz"}),
    ("/states/find", {"state": "XAA"}),
    ("/match", {"text": PRISONS, "state": "XAA", "to": "reported"}),
    ("/match", {"text": PRISONS, "state": "XAA", "to": "told"}),
    ("/match", {"text": PRISONS, "to": "told"}),
    ("/find", {"text": "prisons", "position": "supported"}),
    ("/find", {"text": "prisons visit", "kind": "commitment"}),
    ("/find", {"text": "zebra"}),
    ("/find", {"text": '"prisons'}),
    ("/find", {"text": "(prisons"}),
    ("/find", {"text": "prisons)"}),
    ("/find", {"text": "prisons AND"}),
    ("/find", {"text": "()"}),
    ("/find", {"text": "pr* cycle:9"}),
    ("/find", {"text": "prisonns", "proposed": "prisons"}),
    ("/find", {"text": "state:Keyna", "typed": "Keyna", "proposed": "Kenya"}),
    ("/find", {"text": "..."}),
    ("/find", {"text": ""}),
    (f"/results/{'a' * 32}.{'b' * 22}/delete", {}),
    ("/list", {"add": "XAA-7-100.1-1 ABC-1-1-1"}),
    ("/list/keep", {}),
    ("/list/forget", {}),
    ("/match", {"text": PRISONS, "state": "XAA", "to": "approach"}),
    ("/match", {"label": LABEL, "state": "XAA", "to": "approach"}),
    ("/match", {"record": "XAA-7-100.1-1", "state": "XAA"}),
    ("/match", {"text": "zebra", "state": "XBA", "to": "approach"}),
    ("/match", {"label": LABEL, "to": "approach"}),
    ("/uptake", {"text": "", "state": ""}),
    ("/uptake", {"text": "x" * 110_000, "state": "XAA"}),
    ("/uptake", {"text": f"{PRISONS}\n\nZebras sleep", "state": "XAA"}),
    ("/uptake/asks", SUBMISSION | {"review": "17"}),
    ("/uptake/asks", SUBMISSION | {"review": "7", "approached": "FRA, Atlantis", "judged": "1"}),
    ("/uptake/asks", SUBMISSION | {"review": "next"}),
    ("/uptake/asks", SUBMISSION | {"review": "next", "written_in": "fr"}),
]
WRONG_CODES = [
    {"text": PRISONS, "position": "rejected"},
    {"text": PRISONS, "kind": "rejected"},
    {"text": PRISONS, "written_in": "rejected"},
]
FILES = [
    ("/match/download", {"text": PRISONS, "state": "XAA", "position": "noted", "with_question": "1"}),
    ("/match/download", {"text": PRISONS, "state": "XBA", "cycle": "1"}),
    ("/match/download", {"text": PRISONS, "state": "FRA"}),
    ("/find/download", {"text": "prisons"}),
    ("/browse/download", {"under_review": "XAA", "position": "noted", "cycle": "2"}),
    ("/match/download", {"to": "approach", "label": LABEL, "state": "XAA", "with_question": "1"}),
    ("/match/download", {"to": "approach", "text": PRISONS, "state": "XAA", "with_question": "1"}),
    ("/match/download", {"to": "approach", "text": "zzz", "state": "XAA"}),
    ("/match/download", {"to": "approach", "record": "XAA-7-100.1-1", "state": "XAB", "with_question": "1"}),
    ("/uptake/download", SUBMISSION | {"review": "7", "approached": "FRA"}),
]


def extraction() -> list[str]:
    """The words of the command by which `make messages` gathers the messages."""
    recipe = (REPOSITORY / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    line = next(line for line in recipe.splitlines() if "babel.messages.frontend extract" in line)
    return shlex.split(line)[2:]


def test_template_is_what_make_messages_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    fresh = tmp_path / "messages.pot"
    _, *arguments = extraction()
    CommandLineInterface().run(["pybabel", "--quiet", *(word.replace("$(MESSAGES)", str(fresh)) for word in arguments)])
    assert fresh.read_text(encoding="utf-8") == TEMPLATE.read_text(encoding="utf-8"), "run `make messages`"


@pytest.mark.parametrize("package", ["web", "models", "search", "indexer"])
def test_no_message_stands_in_braces_of_a_string(package: str) -> None:
    """Before Python 3.12, Babel gathers none from there, and the template would depend on who wrote it."""
    gathers = {"gettext", "ngettext", *re.findall(r"--keyword=(\w+)", (REPOSITORY / "Makefile").read_text("utf-8"))}
    for file in sorted((REPOSITORY / package).rglob("*.py")):
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(string, ast.JoinedStr):
                found = [
                    node
                    for node in ast.walk(string)
                    if isinstance(node, ast.Call)
                    and ast.unparse(node.func) in gathers
                    and isinstance(node.args[0], ast.Constant)
                ]
                assert not found, f"{file.name}:{string.lineno}"


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of the made-up language, which is written from right to left."""
    folder = tmp_path_factory.mktemp("translations")
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    catalogue = Catalog(locale=RIGHT_TO_LEFT)
    for message in template:
        if message.pluralizable:
            one, several = map(marked, message.id)
            catalogue.add(message.id, (one,) + (several,) * (catalogue.num_plurals - 1))
        elif message.id:
            catalogue.add(message.id, marked(message.id))
    target = folder / RIGHT_TO_LEFT / "LC_MESSAGES" / "messages.po"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_po(file, catalogue)
    return folder


def marked(message: str) -> str:
    return f"⟦{PLACE.sub(lambda place: f'⟨{place[0]}⟩', message)}⟧"


def not_translated(text: str, data: Iterable[str] = ()) -> list[str]:
    """The words of a text that are neither in a message nor data."""
    outside, inside_of = [], [""]
    for character in text:
        if character in "⟦⟨":
            inside_of.append(character)
        elif character in "⟧⟩":
            inside_of.pop()
        outside.append(character if inside_of[-1] != "⟦" and character not in "⟦⟨⟧⟩" else "\n")
    left = "".join(outside)
    for words in sorted({*data, *SAME_IN_ALL_LANGUAGES}, key=len, reverse=True):
        left = left.replace(words, "")
    return ANY_WORD.findall(left)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("⟦Found⟧ 12", []),
        ("⟦Found⟧ it", ["it"]),
        ("⟦Found ⟨12⟩ of ⟨⟦all⟧⟩⟧", []),
        ("⟦Found ⟨twelve⟩⟧", ["twelve"]),
        ("Vellania, A/HRC/28/15", []),
    ],
)
def test_words_outside_of_messages_are_seen(text: str, words: list[str]) -> None:
    assert not_translated(text, ["Vellania"]) == words


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return lobbying_index()


@pytest.fixture(scope="module")
def client(index: SearchIndex, translations: Path) -> FlaskClient:
    return client_in_made_up_language(index, translations)


@pytest.fixture(scope="module")
def small_client(translations: Path) -> FlaskClient:
    return client_in_made_up_language(InventedIndex([FULL, *ALIKE, FROM_A_TABLE]), translations)


@pytest.fixture(scope="module")
def state_client(translations: Path) -> FlaskClient:
    return client_in_made_up_language(state_index(), translations)


class ClientInMadeUpLanguage(FlaskClient):
    """Asks for each page in the made-up language."""

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        match args:
            case (str(path), *more) if not path.startswith("/static/"):
                return super().open(f"/{RIGHT_TO_LEFT}{path}", *more, **kwargs)
        return super().open(*args, **kwargs)


def client_in_made_up_language(index: SearchIndex, translations: Path, settings: Settings | None = None) -> FlaskClient:
    app = site_over(index, settings)
    app.test_client_class = ClientInMadeUpLanguage
    prepare_language(app, translations)
    return app.test_client()


def state_names(index: SearchIndex) -> list[str]:
    return [known.state.name for known in index.snapshot.states_in_index]


def own_words(element: Element) -> Iterator[str]:
    """The words of an element, quotations left out."""
    if element.tag not in DATA_ELEMENTS and element.get("lang", "ar") == "ar":
        yield element.text or ""
        for child in element:
            yield from own_words(child)
            yield child.tail or ""


def page_words(html: str) -> Iterator[str]:
    page = parse(html)
    yield "".join(own_words(page))
    for element in page.iter():
        yield from (element.get(attribute, "") for attribute in SPOKEN_ATTRIBUTES)


def check_page(html: str, data: Iterable[str]) -> None:
    page = parse(html)
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert [word for text in page_words(html) for word in not_translated(text, data)] == []


@pytest.mark.parametrize("path", PAGES)
def test_page_speaks_the_language(client: FlaskClient, index: SearchIndex, path: str) -> None:
    data = [*state_names(index), "Germany", "Ukraine", "State of Palestine", *GROUPS, path.split("/")[-1]]
    check_page(client.get(path).get_data(as_text=True), data)


@pytest.mark.parametrize("path", SMALL_PAGES)
def test_page_of_a_record_speaks_the_language(small_client: FlaskClient, path: str) -> None:
    response = small_client.get(path)
    assert response.status_code == 200
    check_page(response.get_data(as_text=True), [*state_names(InventedIndex()), "Union of Tamurin", *GROUPS])


@pytest.mark.parametrize("path", STATE_PAGES)
def test_page_of_states_speaks_the_language(state_client: FlaskClient, index: SearchIndex, path: str) -> None:
    response = state_client.get(path)
    assert response.status_code == 200
    check_page(response.get_data(as_text=True), [*state_names(index), *GROUPS, *OF_TABLES])


@pytest.mark.parametrize(("path", "data"), FORMS, ids=[f"{path}-{number}" for number, (path, _) in enumerate(FORMS)])
def test_answer_speaks_the_language(client: FlaskClient, index: SearchIndex, path: str, data: dict[str, str]) -> None:
    ask = partial(send, client) if path.startswith("/list") else client.post
    page = ask(path, data=data, follow_redirects=True).get_data(as_text=True)
    check_page(page, [*state_names(index), *GROUPS, *data.values(), "cycle:9"])


def test_a_refused_form_speaks_the_language(client: FlaskClient) -> None:
    for headers in ({}, FROM_HERE):
        response = client.post("/list", data={"add": "XAA-7-100.1-1"}, headers=headers)
        assert response.status_code == 403
        check_page(response.get_data(as_text=True), [])


@pytest.mark.parametrize("data", WRONG_CODES, ids=["position", "kind", "language"])
def test_sentence_on_a_wrong_code_speaks_the_language(client: FlaskClient, data: dict[str, str]) -> None:
    response = client.post("/match", data=data, follow_redirects=True)
    assert response.status_code == 400
    check_page(response.get_data(as_text=True), ["rejected", *CODES])


def test_what_was_reported_speaks_the_language(small_client: FlaskClient) -> None:
    for data in ({"text": "shelters"}, {"text": "shelters", "state": "XAA"}):
        page = small_client.post("/match", data=data | {"to": "reported"}, follow_redirects=True).get_data(as_text=True)
        check_page(page, [*state_names(InventedIndex()), "shelters"])


OWN_WORDS = "Prisons"
"""What somebody writes into a plan."""
PLAN_PAGES = ["", "?news=1", "/settings", "/papers", "/item/<name>", *(f"/paper/{name}" for name in PAPERS)]
PLAN_FORMS = [
    "/items",
    "/settings",
    "/item/<name>",
    "/upload",
    "/merge",
    "/news",
    "/delete",
    "/paper/matrix.docx",
    "/letterhead",
    "/ohchr-matrix",
]


@pytest.fixture
def plan_client(translations: Path, tmp_path: Path) -> FlaskClient:
    settings = Settings(plans=str(tmp_path / "plans.sqlite"))
    return client_in_made_up_language(InventedIndex([FULL, *ALIKE, FROM_A_TABLE]), translations, settings)


def test_a_plan_speaks_the_language(plan_client: FlaskClient) -> None:
    chosen = " ".join([FULL.id, ALIKE[0].id, PLEDGE.id, OBSERVATION.id, NORM.id, REPORTED.id, "XAA-1-1-1"])
    send(plan_client, "/list", {"add": chosen})
    data = [*state_names(InventedIndex()), "Union of Tamurin", OWN_WORDS]
    check_page(plan_client.get("/list").get_data(as_text=True), data)
    made = send(plan_client, "/plan", {"title": OWN_WORDS, "state": "XAA"}, follow_redirects=True)
    plan = made.request.path.removeprefix(f"/{RIGHT_TO_LEFT}")
    item = re.search(rf"{plan}/item/(\w+)", plan_client.get(plan).get_data(as_text=True))[0]

    def fill_in(**more: str) -> TestResponse:
        return send(plan_client, item, {"version": "1", "take": REPORTED.id, "status": "some steps", **more})

    fill_in(notes=OWN_WORDS)
    for page in PLAN_PAGES:
        path = item if page.startswith("/item") else plan + page
        quoted = [
            FULL.quoted,
            *(each.quoted for each in ALIKE),
            PLEDGE.quoted,
            OBSERVATION.text,
            NORM.text,
            REPORTED.text,
        ]
        shown_on_papers = [*quoted, FULL.id, FULL.comment or "-", "Add.1"] if "/paper/" in page else []
        check_page(plan_client.get(path).get_data(as_text=True), [*data, *shown_on_papers])
    workbook = plan_client.get(f"{plan}/plan.xlsx").data
    for response in (
        fill_in(notes=f"{OWN_WORDS}. {OWN_WORDS}", status="not started"),
        fill_in(notes="x" * 5001),
        send(plan_client, f"{plan}/settings", {"title": f"{OWN_WORDS}: {OWN_WORDS}", "title_before": "x"}),
        *(give_back(plan_client, f"{plan}/upload", content) for content in (workbook, changed_workbook(workbook), b"")),
        give_back(plan_client, "/plans/open", changed_workbook(workbook)),
        send(plan_client, f"{plan}/merge", {"upload": ""}),
        send(plan_client, f"{plan}/items", {"remove": "x"}),
    ):
        assert response.status_code not in (302, 303), (response.request.path, response.location)
        check_page(response.get_data(as_text=True), data)
    words = words_of_xlsx(workbook)
    assert any("⟦" in text for text in words)
    ids = [FULL.id, ALIKE[0].id, PLEDGE.id, OBSERVATION.id, NORM.id, REPORTED.id]
    quoted = [text for record in (FULL, *ALIKE, PLEDGE) for text in (record.quoted,)]
    quoted += [text for record in (OBSERVATION, NORM, REPORTED) for text in record.text.splitlines()]
    kept = {"upr", REPORTED.text.split(". ")[1] + ".", "https://undocs.org/", "Union of Tamurin"}
    shown = [text for text in words if not text.startswith(("{", '"'))]
    assert [word for text in shown for word in not_translated(text, [*data, *ids, *quoted, *kept])] == []


def give_back(client: FlaskClient, path: str, content: bytes) -> TestResponse:
    """What is said of a file: on the page of its own that the answer leads to, or in the answer."""
    file = {"file": (BytesIO(content), "x.xlsx")}
    return send(client, path, file, content_type="multipart/form-data", follow_redirects=True)


def changed_workbook(content: bytes) -> bytes:
    """A plan in which somebody wrote, and much that cannot be taken."""
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    for column in range(5, 13):
        sheet.cell(2, column).value = OWN_WORDS
    sheet.cell(2, 12).value = "=1+1"
    sheet.cell(3, 5).value = f"{OWN_WORDS} " * 400
    sheet.append(["A-1", ""])
    sheet.append([sheet["A2"].value, ""])
    sheet.delete_rows(4)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_every_page_is_looked_at(client: FlaskClient) -> None:
    """A page that is added is added here too."""
    adapter = client.application.url_map.bind("localhost")
    paths = {
        path.partition("?")[0]
        for path in (*PAGES, *SMALL_PAGES, *STATE_PAGES, *(path for path, _ in FILES if "browse" in path))
    }
    paths |= {f"/plan/x{page}".partition("?")[0] for page in PLAN_PAGES}
    looked_at = {adapter.match(path)[0] for path in paths - {"/nowhere"}}
    rules = [rule for rule in client.application.url_map.iter_rules() if "GET" in rule.methods]
    pages = {rule.endpoint for rule in rules if not rule.rule.startswith(("/api", "/static", "/healthz", "/readyz"))}
    pages -= {
        "states.calendar_file",
        "states.section",
        "states.partners",
        "reviews.section",
        "reviews.compare",
        "chosen.as_document",
        "plan_files.workbook",
        "plan_files.as_json",
        "plan_papers.download",
        "plan_papers.hints",
        "plan_papers.every_paper",
        "plan_files.calendar",
    }
    elsewhere = ("reviews.download", "plans.lead_on_plan")
    leads_elsewhere = {each for each in pages if ".get_/" in each or each.startswith("old.") or each in elsewhere}
    assert pages - leads_elsewhere == looked_at
    posted = {adapter.match(path, method="POST")[0] for path, _ in (*FORMS, *FILES) if "browse" not in path}
    posted |= {adapter.match(f"/plan/x{page}", method="POST")[0] for page in PLAN_FORMS}
    posted |= {"plans.make", "plan_files.open_file"}
    assert posted == {
        rule.endpoint
        for rule in client.application.url_map.iter_rules()
        if "POST" in rule.methods and not rule.rule.startswith("/api") and not rule.endpoint.startswith("old.")
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize(("path", "data"), FILES, ids=[f"{path}-{number}" for number, (path, _) in enumerate(FILES)])
def test_file_speaks_the_language(
    client: FlaskClient, index: SearchIndex, kind: str, path: str, data: dict[str, str]
) -> None:
    asked = data | {"format": kind}
    response = client.get(path, query_string=asked) if "browse" in path else client.post(path, data=asked)
    assert response.status_code == 200
    words = WORDS_OF[kind](response.data)
    assert any("⟦" in text for text in words)
    quoted = [text for record in lobbying_records() for text in (record.quoted, record.text)]
    allowed = [*state_names(index), *GROUPS, *quoted, *PRISONS.split(), *data.values()]
    assert [word for text in words for word in not_translated(text, allowed)] == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_follow_up_file_speaks_the_language(small_client: FlaskClient, kind: str) -> None:
    response = small_client.get(f"/state/XAA/review/20/follow-up.{kind}")
    assert response.status_code == 200
    words = WORDS_OF[kind](response.data)
    assert any("⟦" in text for text in words)
    quoted = [text for record in (FULL, *ALIKE) for text in (record.quoted, record.text, record.comment or "")]
    allowed = [*state_names(InventedIndex()), *quoted, *REPORTED.text.split(". "), "Recommendations 1–4"]
    assert [word for text in words for word in not_translated(text, [*allowed, "Union of Tamurin"])] == []
