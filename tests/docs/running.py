r"""Runs what a document in Markdown shows: its command lines, what they print, and the files that it writes.

A fence that begins with the language `sh` holds command lines, `yaml`, `csv` and `md` hold a file's text, and `text`
right after commands is what they print; `…` in it stands for anything. A comment above a fence says what to do with it:

- `<!-- put: FILE -->` the text is the whole file
- `<!-- put: FILE before "LINE" -->` it goes above the line that begins so; `under` puts it below
- `<!-- put: FILE instead of "LINES" -->` it takes the place of these lines (a line break is written \n)
- `<!-- same: FILE -->` the file says the same as YAML
- `<!-- exit: 1 -->` the commands end so
- `<!-- do: NAME -->` stands alone: something that people do by hand, given by the test
- `<!-- skip: WHY -->` the commands are not for the test
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from click.testing import CliRunner

from deckbuilder.cli import group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_STEP = re.compile(
    r"^(?P<indent> *)(?:<!-- do: (?P<do>\w+) -->"
    r"|(?:<!-- (?P<how>.*?) -->\n+)? *```(?P<language>\w+)[^\n]*\n(?P<text>.*?)^ *```$)",
    re.DOTALL | re.MULTILINE,
)
_PUT = re.compile(r'put: (?P<file>\S+)(?: (?P<where>before|under|instead of) "(?P<line>.*)")?')


@dataclass
class Walk:
    """A walk through a document in a project's folder; `hands` are what people do by hand, by name."""

    root: Path
    hands: Mapping[str, Callable[[Path], None]] = field(default_factory=dict)
    printed: str = ""
    commands: list[str] = field(default_factory=list)

    def through(self, document: str) -> None:
        """Do all that the document shows, in order."""
        for step in _STEP.finditer(document):
            text = re.sub(rf"^{step['indent']}", "", step["text"] or "", flags=re.MULTILINE)
            line = document.count("\n", 0, step.start()) + 1
            if step["do"]:
                self.hands[step["do"]](self.root)
            elif not (step["how"] or "").startswith("skip"):
                self._do(step["language"], text, step["how"] or "", line)

    def _do(self, language: str, text: str, how: str, line: int) -> None:
        if language == "sh":
            self.printed = "".join(self._run(command, how, line) for command in text.splitlines())
        elif language == "text":
            pattern = ".*?".join(map(re.escape, _plain(text).split("…")))
            assert re.search(pattern, _plain(self.printed), re.DOTALL), f"line {line}: printed\n{self.printed}"
        elif how.startswith("same: "):
            written = (self.root / how.removeprefix("same: ")).read_text(encoding="utf-8")
            assert yaml.safe_load(written) == yaml.safe_load(text), f"line {line}: the file says\n{written}"
        else:
            self._put(text, how, line)

    def _run(self, command: str, how: str, line: int) -> str:
        self.commands.append(command)
        program, *arguments = shlex.split(command, comments=True)
        if program == "cd":
            self.root = self.root / arguments[0]
            return ""
        assert program == "deckbuilder", f"line {line}: {command}"
        where = ["--project", str(self.root)] if arguments[0] not in _WITHOUT_PROJECT else []
        if arguments[0] == "init":
            arguments[1] = str(self.root / arguments[1])
        result = CliRunner().invoke(group, [*arguments, *where])
        wanted = int(how.removeprefix("exit: ")) if how.startswith("exit: ") else 0
        assert result.exit_code == wanted, f"line {line}: {command}\n{result.output}"
        return result.output.replace(f"{self.root}/", "")

    def _put(self, text: str, how: str, line: int) -> None:
        found = _PUT.fullmatch(how)
        assert found, f"line {line}: what is to be done with this?"
        path = self.root / found["file"]
        if found["where"] is None:
            path.write_text(text, encoding="utf-8")
            return
        old = path.read_text(encoding="utf-8")
        mark = found["line"].replace("\\n", "\n")
        assert old.count(f"\n{mark}") == 1, f"line {line}: {mark!r} stands {old.count(mark)} times in {path}"
        start = old.index(f"\n{mark}") + 1
        end = old.index("\n", start + len(mark)) + 1
        first, last = {"before": (start, start), "under": (end, end), "instead of": (start, end)}[found["where"]]
        path.write_text(old[:first] + text + old[last:], encoding="utf-8")


_WITHOUT_PROJECT = ("init", "kinds", "explain", "completion", "--help", "--version")


def _plain(text: str) -> str:
    """Leave out how text is broken into lines, and what kind of space there is."""
    return " ".join(text.split())
