"""What was generated last time: kept inside the deck and beside it, so that edits can be told from new data."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.parts import Parts
from deckbuilder.render.record import NAMESPACE as RECORD

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACE = "urn:deckbuilder:base:1"
BASES = ".base"
"""The folder beside the decks that holds their bases."""
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_DIGESTED = ("ppt/media/", "customXml/item")
_START = 500
_MARK = b"sha256:"


def packed(generated: bytes) -> bytes:
    """Return a generated deck as it is kept as a base: pictures and the record by their digests, all else as it is."""
    parts = Parts.of(generated)
    for name, blob in list(parts.blobs.items()):
        if name.startswith(_DIGESTED):
            parts.put(name, _MARK + sha256(blob).hexdigest().encode())
    return parts.content()


def digest(parts: Parts, name: str) -> str:
    """Return the SHA-256 of a part, which in a base may stand in its place; "" when there is no such part."""
    blob = parts.blobs.get(name)
    if blob is None:
        return ""
    return blob.removeprefix(_MARK).decode() if blob.startswith(_MARK) else sha256(blob).hexdigest()


def with_own_parts(deck: bytes, base: bytes, generated: bytes) -> bytes:
    """Return a deck with a base and the generated deck's record of figures inside, in place of those that it had."""
    parts, new = Parts.of(deck), Parts.of(generated)
    root = etree.Element(f"{{{NAMESPACE}}}base", nsmap={None: NAMESPACE})
    root.text = b64encode(base).decode()
    _put(parts, NAMESPACE, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    if record := _part_of(new, RECORD):
        _put(parts, RECORD, new.blobs[record])
    return parts.content()


def _put(parts: Parts, namespace: str, xml: bytes) -> None:
    if there := _part_of(parts, namespace):
        parts.put(there, xml)
    else:
        parts.relate(PRESENTATION, _CUSTOM_XML, parts.add("customXml/item{}.xml", "application/xml", xml))


def _part_of(parts: Parts, namespace: str) -> str:
    """Return the custom XML part of a namespace; "" when there is none."""
    items = [name for name in parts.blobs if name.startswith("customXml/item") and "Props" not in name]
    return next((name for name in items if namespace.encode() in parts.blobs[name][:_START]), "")


def stored(parts: Parts, beside: Path) -> bytes | None:
    """Return the base of a deck: the one inside it, else the file beside it, else None."""
    if part := _part_of(parts, NAMESPACE):
        return b64decode(parts.tree(part).text or "")
    return beside.read_bytes() if beside.is_file() else None
