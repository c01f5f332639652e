"""A deck's mark: which base it was made from, as a document property, which programs keep that drop custom XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts

_NAME = "deckbuilder-base"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EMPTY = f'<Properties xmlns="{_SPACE}" xmlns:vt="{_TYPES}"/>'.encode()


def mark_of(parts: Parts) -> str:
    """Return the mark of a deck; "" when it has none."""
    for part in parts.related("", "custom-properties"):
        if (found := _property(parts.tree(part))) is not None:
            return "".join(found.itertext()).strip()
    return ""


def put_mark(parts: Parts, mark: str) -> None:
    """Give a deck a mark in place of the one that it had; its other properties stay."""
    part = next(iter(parts.related("", "custom-properties")), "")
    if not part:
        part = parts.add("docProps/custom{}.xml", _CONTENT, _EMPTY)
        parts.relate("", _RELATION, part)
    root = parts.tree(part)
    own = _property(root)
    if own is None:
        number = max([1, *(int(one.get("pid", "1")) for one in root)]) + 1
        own = etree.SubElement(root, f"{{{_SPACE}}}property", fmtid=_FORMAT, pid=str(number), name=_NAME)
    own[:] = [etree.Element(f"{{{_TYPES}}}lpwstr")]
    own[0].text = mark
    parts.touch(part)


def _property(root: Any) -> Any:
    return next((one for one in root if one.get("name") == _NAME), None)
