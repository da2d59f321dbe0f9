from pathlib import Path

import pytest
from click.testing import CliRunner

from web import commands, production_server
from web.command_line import main
from web.settings import Settings


@pytest.fixture
def served(monkeypatch):
    """What would be served, instead of serving it."""
    calls = []
    monkeypatch.setattr(production_server, "serve", lambda *arguments: calls.append(arguments))
    return calls


def test_serve_takes_the_index_from_its_option_before_the_environment(served, monkeypatch):
    monkeypatch.setenv("UPR_INDEX", "from-environment")
    assert CliRunner().invoke(main, ["serve"]).exit_code == 0
    assert CliRunner().invoke(main, ["serve", "--index", "given", "--port", "9000"]).exit_code == 0
    assert served == [
        (Settings(index=Path("from-environment")), "127.0.0.1", 8000),
        (Settings(index=Path("given")), "127.0.0.1", 9000),
    ]


def test_serve_without_an_index_names_the_next_step(tmp_path):
    result = CliRunner().invoke(main, ["serve", "--index", str(tmp_path)])
    assert result.exit_code == 1
    assert "upr index PATH --to" in result.output
    assert "Traceback" not in result.output


def test_unusable_setting_is_one_sentence(monkeypatch):
    monkeypatch.setenv("UPR_THREADS", "many")
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 1
    assert "UPR_THREADS must be a whole number" in result.output


def test_demo_outside_a_checkout_names_the_next_step(served, monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "REPOSITORY", tmp_path)
    result = CliRunner().invoke(main, ["demo"])
    assert result.exit_code == 1
    assert "make demo" in result.output
    assert not served


def test_demo_serves_the_sample_index_that_is_there(served, monkeypatch, tmp_path):
    folder = tmp_path / "build" / "sample-index"
    folder.mkdir(parents=True)
    (folder / "CURRENT").write_text("snapshot", encoding="utf-8")
    monkeypatch.setattr(commands, "REPOSITORY", tmp_path)
    assert CliRunner().invoke(main, ["demo"]).exit_code == 0
    assert served == [(Settings(index=folder), "127.0.0.1", 8000)]


def test_werkzeug_serves_where_gunicorn_does_not_run(monkeypatch, caplog):
    """The fallback hands over the application and logs no request."""
    handed = {}
    monkeypatch.setattr(production_server, "find_spec", lambda name: None)
    monkeypatch.setattr(production_server, "current_snapshot", lambda folder: folder)
    monkeypatch.setattr(production_server, "read_manifest", lambda snapshot: None)
    monkeypatch.setattr(production_server, "prepared_app", lambda settings: None)
    monkeypatch.setattr("werkzeug.serving.run_simple", lambda *given, **named: handed.update(named))
    production_server.serve(Settings(), "127.0.0.1", 8000)
    assert handed["threaded"]
    handed["request_handler"].log_request(None)
    assert not caplog.records
