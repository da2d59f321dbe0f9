"""English that stands in where a translation is lacking is marked as English; what is translated is not."""

from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from models.messages.message import Message
from tests.web.conftest import site_over
from tests.web.inspect_page import parse
from tests.web.invented_index import InventedIndex
from tests.web.site.test_language_prefix import write_catalogue
from web.site.language import gettext, ngettext, prepare_language

FRENCH = {"Describe an issue": "Décrire une question", "Find": "Trouver"}
STATES = Message("States")


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    write_catalogue(tmp_path, "fr", FRENCH, {"Position": "Place"})
    app = Flask(__name__)
    prepare_language(app, tmp_path)
    app.jinja_env.autoescape = True
    app.jinja_env.globals.update(States=STATES)
    return app


def shown(app: Flask, template: str, **values: object) -> str:
    with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": "/fr", "upr.language": "fr"}):
        import flask_babel

        with flask_babel.force_locale("fr"):
            made = {name: value() if callable(value) else value for name, value in values.items()}
            return render_template_string(template, **made)


ENGLISH = '<span lang="en" dir="ltr">{}</span>'


@pytest.mark.parametrize(
    ("template", "page"),
    [
        pytest.param("<p>{{ _('Find') }}</p>", "<p>Trouver</p>", id="translated"),
        pytest.param("<p>{{ _('Filters') }}</p>", f"<p>{ENGLISH.format('Filters')}</p>", id="lacking"),
        pytest.param("<p>{{ _('Position') }}</p>", f"<p>{ENGLISH.format('Position')}</p>", id="doubtful"),
        pytest.param("<p>{{ States }}</p>", f"<p>{ENGLISH.format('States')}</p>", id="of a table"),
        pytest.param(
            "{% trans who='<b>' %}By {{ who }} <i>here</i>{% endtrans %}",
            ENGLISH.format("By &lt;b&gt; <i>here</i>"),
            id="with a value and tags",
        ),
        pytest.param("<a title=\"{{ _('Filters') }}\">x</a>", '<a title="Filters">x</a>', id="in an attribute"),
        pytest.param("<title>{{ _('Filters') }}</title>", "<title>Filters</title>", id="in a title"),
        pytest.param(
            "<option>{{ States }}</option>{{ States }}",
            f"<option>States</option>{ENGLISH.format('States')}",
            id="option",
        ),
        pytest.param("{{ _(', ') }}", ", ", id="no words"),
    ],
)
def test_english_of_a_template_is_marked_where_tags_may_stand(app: Flask, template: str, page: str) -> None:
    assert shown(app, template) == page


def test_english_of_a_program_is_marked_and_escaped(app: Flask) -> None:
    assert shown(app, "{{ words }}", words=lambda: gettext("Records of %(what)s", what="<b>")) == ENGLISH.format(
        "Records of &lt;b&gt;"
    )
    assert shown(app, "{{ words }}", words=lambda: ngettext("%(count)s tide", "%(count)s tides", 2)) == ENGLISH.format(
        "2 tides"
    )


def test_a_page_in_english_has_no_marks(app: Flask) -> None:
    with app.test_request_context("/"):
        assert render_template_string("{{ _('Filters') }}{{ States }}") == "FiltersStates"


@pytest.fixture
def french(tmp_path: Path) -> FlaskClient:
    """A site whose French has two messages."""
    write_catalogue(tmp_path, "fr", FRENCH, {})
    site = site_over(InventedIndex())
    prepare_language(site, tmp_path)
    return site.test_client()


@pytest.mark.parametrize("path", ["/", "/about", "/states", "/state/XAA", "/find", "/browse", "/themes", "/nowhere"])
def test_pages_of_a_language_that_lacks_nearly_all_are_sound(french: FlaskClient, path: str) -> None:
    page = french.get(f"/fr{path}").get_data(as_text=True)
    root = parse(page)
    marked = ["".join(each.itertext()) for each in root.iter("span") if each.get("lang") == "en"]
    assert len(marked) > 5
    assert "Décrire une question" in page
    assert "Décrire une question" not in marked
    assert "\ue000" not in page
