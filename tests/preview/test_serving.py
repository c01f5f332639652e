"""The preview starts, is stopped, and leaves nothing behind."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from tests.preview.make import Preview, started, write_project
from tests.rendering import needs

if TYPE_CHECKING:
    from pytest import MonkeyPatch  # noqa: PT013 -- only for the type

pytestmark = pytest.mark.slow

_MOST_SECONDS = 15
"""Many times what it takes, on a busy computer."""


def _offices(folder: Path) -> list[str]:
    """Return the processes that work in a folder for temporary files."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = process.read_bytes().decode(errors="replace")
        except OSError:  # it ended meanwhile
            continue
        found += [command] if str(folder) in command else []
    return found


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_at_once_while_a_page_listens(tmp_path: Path, sign: signal.Signals) -> None:
    process = started(write_project(tmp_path))
    assert process.stdout is not None
    preview = Preview(process.stdout.readline().split()[-1], process, tmp_path)
    where = urlsplit(preview.address)
    connection = http.client.HTTPConnection("127.0.0.1", where.port or 0, timeout=30)
    connection.request("GET", f"{where.path}events")
    stream = connection.getresponse()
    assert stream.readline() == b"event: state\n"
    began = monotonic()
    process.send_signal(sign)
    out, errors = process.communicate(timeout=60)
    assert monotonic() - began < _MOST_SECONDS
    assert (process.returncode, errors) == (0, "")
    assert out.splitlines()[-1] == "Förhandsvisningen är avslutad."
    connection.close()


@pytest.mark.rendering
@needs("soffice")
def test_libreoffice_and_its_files_go_with_it(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    temporary = tmp_path / "tillfälligt"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    process = started(write_project(tmp_path / "projekt"), office=True)
    assert process.stdout is not None
    preview = Preview(process.stdout.readline().split()[-1], process, tmp_path)
    preview.state(lambda now: bool(now["slides"]) and all(slide["picture"] for slide in now["slides"]))
    assert _offices(temporary)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert _offices(temporary) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.rendering
@needs("soffice")
@pytest.mark.parametrize("seconds", [0.2, 1.2, 2])
def test_nothing_is_left_when_it_is_stopped_while_it_draws(
    tmp_path: Path, monkeypatch: MonkeyPatch, seconds: float
) -> None:
    temporary = tmp_path / "tillfälligt"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    process = started(write_project(tmp_path / "projekt"), office=True)
    assert process.stdout is not None
    process.stdout.readline()
    sleep(seconds)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert (_offices(temporary), list(temporary.iterdir())) == ([], [])


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = started(write_project(tmp_path), "--port", str(port))
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.splitlines()[-1] == (
        f"DB871 Porten {port} används redan av ett annat program. Välj en annan, eller skriv --port 0."
    )


def test_the_address_is_of_this_computer_and_has_a_token_of_its_own(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    processes = [started(root), started(root)]
    lines = [process.stdout.readline() for process in processes if process.stdout]
    for process in processes:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    addresses = [urlsplit(line.split()[-1]) for line in lines]
    assert [line.rpartition("http")[0] for line in lines] == ["bilar, juli 2024: "] * 2
    assert {address.hostname for address in addresses} == {"127.0.0.1"}
    assert len({address.path for address in addresses}) == 2
    assert all(len(address.path.strip("/")) >= 32 for address in addresses)


def test_it_listens_on_this_computer_alone(tmp_path: Path) -> None:
    process = started(write_project(tmp_path))
    assert process.stdout is not None
    port = urlsplit(process.stdout.readline().split()[-1]).port
    listening = Path("/proc/net/tcp").read_text(encoding="ascii")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    local = [line.split()[1] for line in listening.splitlines()[1:] if line.split()[3] == "0A"]
    assert [address for address in local if address.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["2024-08"], 1, "input: DB802 Perioden 2024-08 har inget underlag."),
        (["2024-07", "--report", "bialr"], 1, "config: DB805 Rapporten 'bialr' finns inte. Menade du 'bilar'?"),
        (["2024-07", "--port", "99999"], 2, "--port"),
    ],
)
def test_what_cannot_be_shown_is_told_at_once(tmp_path: Path, arguments: list[str], code: int, told: str) -> None:
    write_project(tmp_path)
    named = [] if "--report" in arguments else ["--report", "bilar"]
    result = CliRunner().invoke(group, ["preview", *arguments, *named, "--project", str(tmp_path), "--no-open"])
    assert result.exit_code == code
    assert told in result.output


def test_missing_libraries_are_named(tmp_path: Path) -> None:
    block = "import sys; sys.modules['uvicorn'] = None; from deckbuilder.cli import main; main()"
    command = [sys.executable, "-c", block, "preview", "2024-07", "--project", str(write_project(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "DB870 För förhandsvisningen behövs några bibliotek till. "
        "Installera dem med: pip install starlette uvicorn watchfiles pypdfium2"
    )
