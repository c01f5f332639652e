"""The sample project that a new one begins as: its files, in the name of an organisation."""

from __future__ import annotations

import json
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

NAME = "Region Exempel"
"""What the organisation is called in the sample's texts."""
_IN_LAYOUT = "Region Västerbotten"
_FRAMES = ("ppt/slideLayouts/", "ppt/slideMasters/")


def sample_files(name: str) -> dict[str, bytes]:
    """Return the project's files by their path in it, for an organisation of that name."""
    root = files("deckbuilder.starting") / "project"
    return {path: _named(path, content, name) for path, content in sorted(_every(root, ""))}


def _every(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        inside = f"{path}{one.name}"
        if one.is_dir():
            yield from _every(one, f"{inside}/")
        else:
            yield inside, one.read_bytes()


def _named(path: str, content: bytes, name: str) -> bytes:
    """Return a file with the organisation's name in it: in YAML within quotation marks, in the layout on its frames."""
    if path.endswith(".yaml"):
        return content.decode().replace(NAME, json.dumps(name, ensure_ascii=False)[1:-1]).encode()
    if path.endswith(".md"):
        return content.decode().replace(NAME, name).encode()
    return _layout(content, name) if path.endswith(".pptx") else content


def _layout(content: bytes, name: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.startswith(_FRAMES):
                part = part.replace(_IN_LAYOUT.encode(), escape(name).encode())
            new.writestr(info, part)
    return target.getvalue()
