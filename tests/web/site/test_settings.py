from dataclasses import fields
from pathlib import Path

import pytest

from models.errors import InvalidSetting
from tests.paths import REPOSITORY
from web.site.settings import Settings, variable_name

SETTINGS_PAGE = REPOSITORY / "docs" / "settings.md"


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_each_setting_is_documented_with_its_default_and_help(setting):
    default = "none" if setting.default in ((), None, "") else f"`{setting.default}`"
    row = f"| `{variable_name(setting.name)}` | {default} | {setting.metadata['help']} |"
    assert row in SETTINGS_PAGE.read_text(encoding="utf-8").splitlines()


def test_environment_is_read_with_its_types():
    given = {
        "UPR_INDEX": "/srv/index",
        "UPR_RESULTS_PER_PAGE": "25",
        "UPR_THREADS": "",
        "UPR_TABLES": "/srv/tables",
        "HOME": "/x",
    }
    given |= {"UPR_HOSTS": "upr.example.org, www.example.org"}
    expected = Settings(
        index=Path("/srv/index"),
        results_per_page=25,
        hosts=("upr.example.org", "www.example.org"),
        tables=Path("/srv/tables"),
    )
    assert Settings.from_environment(given) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UPR_RESULTS_PER_PAGE", "many"),
        ("UPR_RESULTS_PER_PAGE", "0"),
        ("UPR_RESULTS_PER_PAGE", "101"),
        ("UPR_THREADS", "0"),
        ("UPR_THREADS", "1.5"),
        ("UPR_MAX_REQUEST_BYTES", "-1"),
        ("UPR_PROXIES", "-1"),
        ("UPR_SECONDS_PER_MINUTE", "-1"),
        ("UPR_KEEP_MINUTES", "0"),
        ("UPR_KEEP_MINUTES", "1441"),
        ("UPR_DATABASE_URL", "mysql://db/upr"),
        ("UPR_READ_URLS", "db-2/upr"),
    ],
)
def test_unusable_value_names_its_variable(name, value):
    with pytest.raises(InvalidSetting, match=name):
        Settings.from_environment({name: value})


def test_replicas_are_of_the_database_that_is_named(monkeypatch):
    first = "postgresql://web@db-1,db-2/upr?target_session_attrs=read-write"
    monkeypatch.setenv("UPR_DATABASE_URL", first)
    given = {"UPR_DATABASE_URL": first, "UPR_INDEX": "postgresql://", "UPR_PLANS": "postgresql://"}
    given["UPR_READ_URLS"] = "postgresql://a,b/upr, postgresql://c/upr"
    settings = Settings.from_environment(given)
    for place in (settings.index_place, settings.plans_place, settings.database):
        assert place.url == first
        assert [copy.url for copy in place.copies] == ["postgresql://a,b/upr", "postgresql://c/upr"]
    elsewhere = Settings.from_environment({**given, "UPR_PLANS": "postgresql://other/plans"})
    assert elsewhere.plans_place.copies == ()
    assert Settings.from_environment({"UPR_INDEX": "/srv/index"}).database is None


@pytest.mark.parametrize("name", ["UPR_DATABASE_URL", "UPR_READ_URLS"])
def test_an_address_of_another_kind_is_refused_without_its_password(name):
    with pytest.raises(InvalidSetting, match=name) as error:
        Settings.from_environment({name: "mysql://anna:s3cret@db/upr"})
    assert "s3cret" not in str(error.value)
    assert "s3cret" not in repr(Settings(database_url="postgresql://anna:s3cret@db/upr"))
