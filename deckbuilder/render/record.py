"""The record of a deck's figures inside the deck, as a custom XML part that PowerPoint keeps, and how it is read."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deckbuilder.records.json import NoRecordError, from_json, sidecar
from deckbuilder.render.xml import DECLARATION, plain

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.records.record import Record

NAMESPACE = "urn:deckbuilder:figures:1"
MOST_BYTES = 50_000_000
"""The longest record that is read; that of 54 slides is a fiftieth of it."""
_START = 500
_DAMAGED = "Siffrorna i filen är skadade. Bygg rapporten på nytt."
_PART = re.compile(r"customXml/item\d+\.xml")
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def record_xml(record: str) -> bytes:
    """Return the part that holds a record's JSON."""
    return f'{DECLARATION}<figures xmlns="{NAMESPACE}">{escape(plain(record), quote=False)}</figures>'.encode()


def properties_xml() -> bytes:
    """Return the part that tells PowerPoint the schema of the record's part, and its name in the deck."""
    guid = str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{{{guid}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def read_record(path: Path) -> Record:
    """Return the record in a deck, else that in the file beside it, or that in a `.siffror.json`.

    Raise NoRecordError where there is none, or none that can be read.
    """
    try:
        return from_json(_json_in(path))
    except NoRecordError as error:
        raise NoRecordError(f"{path}: {error}", error.code) from error


def _json_in(path: Path) -> str:
    """Return the JSON of a deck or a file; not every program keeps a part that it does not know, so look beside too."""
    try:
        if path.suffix == ".json":
            return _beside(path)
        if (part := _inside(path)) is not None:
            return _figures(part)
        return _beside(sidecar(path))
    except FileNotFoundError as error:
        sentence = "Här finns inga sparade siffror." if path.exists() else "Filen finns inte."
        raise NoRecordError(f"{sentence} Kontrollera namnet, eller bygg rapporten på nytt.", "DB720") from error
    except OSError as error:
        sentence = "Filen går inte att läsa. Kontrollera att du har rätt att öppna den."
        raise NoRecordError(sentence, "DB722") from error


def _beside(path: Path) -> str:
    with path.open("rb") as file:
        return _decoded(file.read(MOST_BYTES + 1))


def _inside(path: Path) -> bytes | None:
    """Return the part of a deck that is its record, None where it has none; raise NoRecordError for what is no deck."""
    try:
        with ZipFile(path) as archive:
            for name in filter(_PART.fullmatch, archive.namelist()):
                with archive.open(name) as part:
                    start = part.read(_START)
                    if NAMESPACE.encode() in start:
                        return start + part.read(MOST_BYTES)
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError) as error:  # the last: a password
        sentence = "Filen är ingen PowerPointfil som går att öppna. Spara den som .pptx utan lösenord."
        raise NoRecordError(sentence, "DB722") from error
    return None


def _figures(part: bytes) -> str:
    """Return the text of a record's part; one with entities, which could grow without end, is never parsed."""
    text = _decoded(part)
    if "<!DOCTYPE" not in text:
        with suppress(etree.XMLSyntaxError):
            root = etree.fromstring(text.encode(), etree.XMLParser(encoding="utf-8", huge_tree=True))
            if root.tag == f"{{{NAMESPACE}}}figures":
                return root.text or ""
    raise NoRecordError(_DAMAGED, "DB721")


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise NoRecordError("Filen med siffror är för stor för att läsas. Bygg rapporten på nytt.", "DB721")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoRecordError(_DAMAGED, "DB721") from error
