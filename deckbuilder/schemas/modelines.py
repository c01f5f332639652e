"""The comment on top of a YAML file that tells any editor which schema it follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuilder import atomic
from deckbuilder.project import SOURCES
from deckbuilder.schemas.writing import file_of
from deckbuilder.spec.kept import FILE as KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckbuilder.project import Project

_MODELINE = re.compile(rb"^[ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema=", re.MULTILINE)
_MARK = b"\xef\xbb\xbf"


def modeline(file: str) -> str:
    """Return the comment for a file, named from the project's folder: `config/manadsrapport.yaml`."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{file_of(_schema_of(file))}"


def add_modelines(project: Project) -> list[Path]:
    """Put the comment on top of the project's files that lack one, and return these; no other byte is changed.

    Raise OSError when a file cannot be read or written.
    """
    return [path for path in _files(project) if _add(path, modeline(path.relative_to(project.root).as_posix()))]


def _files(project: Project) -> Iterator[Path]:
    for pattern in ("config/*.yaml", "layouts/*.yaml", f"input/*/{KEPT}"):
        yield from sorted(project.root.glob(pattern))


def _schema_of(file: str) -> str:
    folder, _, name = file.rpartition("/")
    if folder == "config":
        return "sources" if name == f"{SOURCES}.yaml" else "report"
    return "layout" if folder == "layouts" else "kept"


def _add(path: Path, line: str) -> bool:
    content = path.read_bytes()
    if _MODELINE.search(content):
        return False
    mark, rest = (_MARK, content[len(_MARK) :]) if content.startswith(_MARK) else (b"", content)
    end = b"\r\n" if rest.partition(b"\n")[0].endswith(b"\r") else b"\n"
    atomic.write(mark + line.encode() + end + rest, path)
    return True
