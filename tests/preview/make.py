"""A small report on disk, and the preview of it in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from deckbuilder.period import Period
from deckbuilder.preview.engine import Draft, draft
from deckbuilder.preview.memory import Memory
from deckbuilder.project import Project
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PERIOD = Period(2024, 7, 7)
COMMAND = (sys.executable, "-c", "from deckbuilder.cli import main; main()", "preview")
_PATIENCE = 60
"""Seconds that a busy computer may need for what takes one or two."""
REPORT = """\
title: Bilar
slides:
  - type: title
    id: omslag
    title: Bilar
  # Det som alla frågar om
  - type: table
    id: bilar
    title: "Bilarna kostar {{ bilar.totalt.utfall | tkr }}"
    figures: bilar
    label: Enhet
    unit: tkr
  - type: chart
    id: diagram
    title: Nord kör mest
    figures: bilar
    kind: column
  - type: text
    id: atgarder
    title: Åtgärder
"""
SOURCES = """\
sources:
  bilar: {file: bilar.csv, header: Enhet}
figures:
  bilar:
    kind: table
    source: bilar
    key: Enhet
    unit: tkr
    columns: {utfall: Utfall, budget: Budget}
    total: Totalt
"""
CARS = "Enhet;Utfall;Budget\nNord;1200;1000\nSyd;800;900\n"
COMMENTS = "## atgarder\n- Samåk\n- Cykla\n"


def write_project(root: Path) -> Path:
    """Write the small report; return its folder."""
    files = {
        "config/bilar.yaml": REPORT,
        "config/sources.yaml": SOURCES,
        "input/2024-07/bilar.csv": CARS,
        "input/2024-07/kommentarer.md": COMMENTS,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "layouts").mkdir()
    for name in ("region.yaml", "region.pptx"):
        shutil.copy(REPO / "layouts" / name, root / "layouts" / name)
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def drafted(root: Path, memory: Memory | None = None) -> Draft:
    """Return the draft of the small report."""
    return draft(Project(root), "bilar", PERIOD, memory or Memory())


@dataclass
class Preview:
    """A preview that runs, and its project."""

    address: str
    process: subprocess.Popen[str]
    root: Path

    @property
    def origin(self) -> str:
        """The page's own origin."""
        return f"http://{urlsplit(self.address).netloc}"

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Send a request below the token, or to a path that begins with a slash, just as it is given."""
        where = urlsplit(self.address)
        connection = http.client.HTTPConnection("127.0.0.1", where.port or 0, timeout=_PATIENCE)
        try:
            target = path if path.startswith("/") else f"{where.path}{path}"
            connection.request(method, target, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def json(self, path: str) -> Any:
        """Fetch JSON."""
        status, _, content = self.ask(path)
        assert status == 200, content
        return json.loads(content)

    def post_order(self, slides: list[str], version: int) -> tuple[int, str]:
        """Ask for an order of slides; return the status and the message."""
        headers = {"Origin": self.origin, "Content-Type": "application/json"}
        status, _, content = self.ask("order", "POST", json.dumps({"slides": slides, "version": version}), headers)
        return status, json.loads(content)["message"] if content else ""

    def state(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the state as soon as something holds of it."""
        deadline = monotonic() + _PATIENCE
        while monotonic() < deadline:
            state: dict[str, Any] = self.json("state")
            if holds(state):
                return state
            sleep(0.05)
        raise AssertionError(state)

    def ready(self) -> dict[str, Any]:
        """Return the state when the report is built."""
        return self.state(lambda state: state["status"] == "ready")


def started(root: Path, *options: str, office: bool = False) -> subprocess.Popen[str]:
    """Start the command as staff do; without `office` on a computer that has no LibreOffice."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **({} if office else {"PATH": "/nowhere"})}
    command = [*COMMAND, "2024-07", "--report", "bilar", "--project", str(root), "--no-open", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@contextmanager
def previewed(root: Path, *, office: bool = False) -> Iterator[Preview]:
    """Run the preview of a project."""
    process = started(root, office=office)
    try:
        assert process.stdout is not None
        yield Preview(process.stdout.readline().split()[-1], process, root)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=_PATIENCE)
