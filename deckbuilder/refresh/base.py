"""What was generated last time: kept inside the deck and beside it, so that edits can be told from new data."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.parts import Parts

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACE = "urn:deckbuilder:base:1"
_MEDIA = "ppt/media/"
_MARK = b"sha256:"


def packed(generated: bytes) -> bytes:
    """Return a generated deck as it is kept as a base: pictures and fonts by their digests, all else as it is."""
    parts = Parts.of(generated)
    for name, blob in parts.blobs.items():
        if name.startswith(_MEDIA):
            parts.put(name, _MARK + sha256(blob).hexdigest().encode())
    return parts.content()


def digest(parts: Parts, name: str) -> str:
    """Return the SHA-256 of a part, which in a base may stand in its place; "" when there is no such part."""
    blob = parts.blobs.get(name)
    if blob is None:
        return ""
    return blob.removeprefix(_MARK).decode() if blob.startswith(_MARK) else sha256(blob).hexdigest()


def as_xml(base: bytes) -> bytes:
    """Return a base as the XML that is kept inside the deck."""
    root = etree.Element(f"{{{NAMESPACE}}}base", nsmap={None: NAMESPACE})
    root.text = b64encode(base).decode()
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def base_part(parts: Parts) -> str:
    """Return the part of a deck that holds its base; "" when it has none."""
    items = [name for name in parts.blobs if name.startswith("customXml/item") and "Props" not in name]
    return next((name for name in items if NAMESPACE.encode() in parts.blobs[name][:300]), "")


def stored(parts: Parts, beside: Path) -> bytes | None:
    """Return the base of a deck: the one inside it, else the file beside it, else None."""
    if part := base_part(parts):
        return b64decode(parts.tree(part).text or "")
    return beside.read_bytes() if beside.is_file() else None
