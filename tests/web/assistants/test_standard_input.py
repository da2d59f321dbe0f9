"""`upr mcp` as hosts start it: a process of its own, spoken to over standard input and output."""

import json
import signal
import subprocess
import sys
import time

import anyio
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

from tests.paths import REPOSITORY
from tests.web.api.full_index import RECOMMENDATION, full_folder
from web.command_line import main

pytestmark = pytest.mark.slow
UPR = [sys.executable, "-c", "from web.command_line import main; main()"]
OPEN = {
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a host", "version": "1"},
    },
}


def test_the_client_of_the_package_is_answered():
    started = StdioServerParameters(
        command=UPR[0],
        args=[*UPR[1:], "mcp", "--index", str(full_folder())],
        cwd=REPOSITORY,
        env={"PYTHONPATH": str(REPOSITORY)},
    )

    async def ask():
        with anyio.fail_after(60):
            async with Client(started) as client:
                listed = await client.list_tools()
                return listed.tools, await client.call_tool("get", {"id": RECOMMENDATION})

    tools, result = anyio.run(ask)
    assert [tool.name for tool in tools][:3] == ["match", "find", "get"]
    assert result.structured_content["answer"]["records"][0]["id"] == RECOMMENDATION


def spoken(*messages, command=("-m", "tests.web.watched_upr"), index):
    """What comes back for these messages, line by line as JSON; the process ends with its input."""
    sent = [{"jsonrpc": "2.0", "id": number, **message} for number, message in enumerate(messages, 1)]
    process = subprocess.Popen(
        [sys.executable, *command, "mcp", "--index", str(index)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdin.write("".join(json.dumps(each) + "\n" for each in sent))
    process.stdin.flush()
    answers = [json.loads(process.stdout.readline()) for each in sent]
    rest, printed = process.communicate(timeout=60)
    return {answer["id"]: answer for answer in answers}, rest, printed, process.returncode


def call(name, **arguments):
    return {"method": "tools/call", "params": {"name": name, "arguments": arguments}}


def test_nothing_is_written_sent_or_printed():
    """Neither by an answer nor by what cannot be answered."""
    answers, at_the_end, printed, code = spoken(
        OPEN,
        call("match", text="Secret words on prisons", own_state="XAA"),
        call("find", text="secretwords", filters={"secretfield": ["secretvalue"]}),
        {"method": "tools/call", "params": {"name": ["secretname"]}},
        {"method": "secret/method"},
        index=full_folder(),
    )
    assert answers[2]["result"]["structuredContent"]["answer"]["hits"]
    assert answers[3]["result"]["isError"] is True
    assert "error" in answers[4]
    assert "error" in answers[5]
    assert json.loads(at_the_end) == []
    assert printed == ""
    assert code == 0


def test_it_answers_the_first_line_while_the_encoder_is_loaded(tmp_path):
    """A host gives up on a server that says nothing for long."""
    slow = tmp_path / "slow_encoder.py"
    slow.write_text(
        "import time\n"
        "from search import SearchIndex\n"
        "SearchIndex.prepare = lambda index: time.sleep(120)\n"
        "from web.command_line import main\n"
        "main()\n",
        encoding="utf-8",
    )
    before = time.monotonic()
    answers, _, _, _ = spoken(OPEN, command=(str(slow),), index=full_folder())
    assert answers[1]["result"]["serverInfo"]["name"] == "upr-follow-up"
    assert time.monotonic() - before < 60


def test_ctrl_c_ends_it_at_once():
    """Without waiting for a line or the end of its input."""
    process = subprocess.Popen(
        [*UPR, "mcp", "--index", str(full_folder())],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdin.write(json.dumps({"jsonrpc": "2.0", "id": 1, **OPEN}) + "\n")
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    try:
        assert process.wait(20) == -signal.SIGINT
    finally:
        process.kill()
        process.communicate()


def test_no_index_is_one_sentence(tmp_path):
    ended = subprocess.run(
        [*UPR, "mcp", "--index", str(tmp_path / "none")],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("Error: ")
    assert ended.stderr.count("\n") == 1


def test_without_the_package_one_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("web.assistants.commands.find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["mcp"])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The package “mcp” is not installed, which this command alone needs: add")
    assert f'`{sys.executable} -m pip install "mcp<3,>=2.3"`' in result.stderr


@pytest.mark.parametrize("address", ["", "0", "65536", "host:", "a b:1", "http://localhost:1", "::1:80"])
def test_wrong_addresses_are_told(address):
    result = CliRunner().invoke(main, ["mcp", "--http", address])
    assert result.exit_code == 2
    assert "127.0.0.1:8010" in result.stderr
