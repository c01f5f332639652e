"""What was generated last time: kept inside the deck and beside it, so that edits can be told from new data."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from deckbuilder.refresh.bases import mark_for, marked, newest
from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.mark import mark_of, put_mark
from deckbuilder.refresh.parts import NotADeckError, Parts
from deckbuilder.render.record import NAMESPACE as RECORD

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACE = "urn:deckbuilder:base:1"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_DIGESTED = ("ppt/media/", "customXml/item")
_UNSETTLED = "unsettled"
_START = 500
_MARK = b"sha256:"


@dataclass(frozen=True)
class Stored:
    """What a deck was generated as; `is_sure` tells whether it is known to be this deck's, or just the last one's.

    `unsettled` is the mark of the base that conflicts which nobody has settled yet are against; "" when there are none.
    """

    content: bytes
    is_sure: bool = True
    unsettled: str = ""


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


def with_own_parts(deck: bytes, base: bytes, generated: bytes, unsettled: str = "") -> bytes:
    """Return a deck with a base, its mark and the generated deck's record of figures, in place of those that it had.

    `unsettled` is the mark of the base that conflicts in the deck are against; "" when there are none.
    """
    parts, new = Parts.of(deck), Parts.of(generated)
    root = etree.Element(f"{{{NAMESPACE}}}base", nsmap={None: NAMESPACE})
    root.text = b64encode(base).decode()
    if unsettled:
        root.set(_UNSETTLED, unsettled)
    _put(parts, NAMESPACE, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    if record := _part_of(new, RECORD):
        _put(parts, RECORD, new.blobs[record])
    put_mark(parts, mark_for(base))
    return parts.content()


def _put(parts: Parts, namespace: str, xml: bytes) -> None:
    """Put a custom XML part in place of that of its namespace; one with properties, which LibreOffice asks for."""
    part = _part_of(parts, namespace)
    if part:
        parts.put(part, xml)
    else:
        part = parts.add("customXml/item{}.xml", "application/xml", xml)
        parts.relate(PRESENTATION, _CUSTOM_XML, part)
    if not parts.related(part, "customXmlProps"):
        id_ = f"{{{str(uuid5(NAMESPACE_URL, namespace)).upper()}}}"
        item = etree.Element(f"{{{_STORE}}}datastoreItem", {f"{{{_STORE}}}itemID": id_}, nsmap={"ds": _STORE})
        references = etree.SubElement(item, f"{{{_STORE}}}schemaRefs")
        etree.SubElement(references, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": namespace})
        properties = etree.tostring(item, xml_declaration=True, encoding="UTF-8", standalone=True)
        added = parts.add("customXml/itemProps{}.xml", _PROPERTIES, properties)
        parts.relate(part, f"{_CUSTOM_XML}Props", added)


def _part_of(parts: Parts, namespace: str) -> str:
    """Return the custom XML part of a namespace; "" when there is none."""
    items = [name for name in parts.blobs if name.startswith("customXml/item") and "Props" not in name]
    return next((name for name in items if namespace.encode() in parts.blobs[name][:_START]), "")


def stored(parts: Parts, deck: Path) -> Stored | None:
    """Return the base of the deck at a path: the one inside it, else that of its mark beside it.

    A deck that has lost both is compared with the base that was used last, which may be another's: it is not sure.
    Return None when nothing is known; raise NotADeckError for a damaged one, OSError for one that cannot be read.
    """
    if part := _part_of(parts, NAMESPACE):
        try:
            root = etree.fromstring(parts.blobs[part], _PARSER)
            return Stored(b64decode(root.text or ""), unsettled=root.get(_UNSETTLED, ""))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise NotADeckError("Uppgiften i filen om hur den gjordes är skadad.") from error
    if mark := mark_of(parts):
        found = marked(deck, mark)
        return Stored(found) if found is not None else None
    last = newest(deck)
    return Stored(last, is_sure=False) if last is not None else None
