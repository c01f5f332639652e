"""A .pptx as its parts: read whole, changed part by part, and written again with all else as it was."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.errors import DeckbuilderError

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONS = "_rels/.rels"
_MOST_BYTES = 2_000_000_000
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class NotADeckError(DeckbuilderError):
    """The file is no PowerPoint presentation, or a broken one."""

    code = "DB705"


@dataclass(frozen=True)
class Relation:
    """A part's relationship: its id, its type's address, and the part that it points at.

    `target` is the part's name without a leading slash; for an external one the address as it stands.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: `slide`, `chart`."""
        return self.type.rpartition("/")[2]


@dataclass
class Parts:
    """The parts of a package by name (`ppt/slides/slide1.xml`), in the order of the file."""

    original: bytes
    blobs: dict[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)
    _touched: set[str] = field(default_factory=set)
    _relations: dict[str, list[Relation]] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> Parts:
        """Read a package; raise NotADeckError when it is none."""
        try:
            with ZipFile(BytesIO(content)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                    raise NotADeckError("Filen är orimligt stor uppackad och läses inte.")
                blobs = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise NotADeckError("Filen är ingen PowerPointfil, eller skadad.") from error
        if CONTENT_TYPES not in blobs:
            raise NotADeckError("Filen är ingen PowerPointfil.")
        return cls(content, blobs)

    def __contains__(self, name: str) -> bool:
        return name in self.blobs

    def tree(self, name: str) -> Any:
        """Return a part's root element. After changing it, call `touch`; raise NotADeckError when it is no XML."""
        if name not in self._trees:
            try:
                self._trees[name] = etree.fromstring(self.blobs[name], _PARSER)
            except (etree.XMLSyntaxError, KeyError) as error:
                raise NotADeckError(f"Delen {name} i filen saknas eller är skadad.") from error
        return self._trees[name]

    def touch(self, name: str) -> None:
        """Note that a part's tree has changed, so that it is written anew."""
        self._touched.add(name)
        self._relations.pop(name, None)

    def put(self, name: str, blob: bytes) -> None:
        """Add a part, or replace its bytes."""
        self._trees.pop(name, None)
        self._relations.pop(name, None)
        self._touched.discard(name)
        self.blobs[name] = blob

    def drop(self, name: str) -> None:
        """Remove a part, its relationships and its content type."""
        self._drop({name})

    def drop_orphans(self) -> None:
        """Remove the parts that no relationship leads to."""
        kept = self.reachable()
        wanted = {CONTENT_TYPES, PACKAGE_RELATIONS, *kept, *map(relations_name, kept)}
        self._drop(self.blobs.keys() - wanted)

    def _drop(self, names: set[str]) -> None:
        for gone in (*names, *map(relations_name, names)):
            self.blobs.pop(gone, None)
            self._trees.pop(gone, None)
            self._relations.pop(gone, None)
            self._touched.discard(gone)
        types = self.tree(CONTENT_TYPES)
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName", "").removeprefix("/") in names:
                types.remove(override)
                self.touch(CONTENT_TYPES)

    def relations(self, name: str) -> list[Relation]:
        """Return a part's relationships; "" is the package itself."""
        own = relations_name(name)
        if own not in self.blobs:
            return []
        if own not in self._relations:
            self._relations[own] = [_relation(name, one) for one in self.tree(own)]
        return list(self._relations[own])

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part points at with relationships of a kind, in order."""
        return [one.target for one in self.relations(name) if one.kind == kind and not one.external]

    def reachable(self) -> set[str]:
        """Return the parts that the package's relationships lead to."""
        found: set[str] = set()
        waiting = [one.target for one in self.relations("") if not one.external]
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.blobs:
                found.add(name)
                waiting.extend(one.target for one in self.relations(name) if not one.external)
        return found

    def relate(self, name: str, type_: str, target: str) -> str:
        """Add a relationship from a part to another; return its id. `type_` is the full address of the type."""
        own = relations_name(name)
        if own not in self.blobs:
            self.put(own, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.tree(own)
        taken = {one.get("Id") for one in root}
        id_ = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relative = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(name)}")
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=id_, Type=type_, Target=relative)
        self.touch(own)
        return id_

    def unrelate(self, name: str, id_: str) -> None:
        """Remove a relationship by its id."""
        root = self.tree(relations_name(name))
        for one in [one for one in root if one.get("Id") == id_]:
            root.remove(one)
            self.touch(relations_name(name))

    def content_type(self, name: str) -> str:
        """Return a part's content type; "" when the package does not say."""
        types = self.tree(CONTENT_TYPES)
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName", "").casefold() == f"/{name}".casefold():
                return str(override.get("ContentType"))
        suffix = name.rpartition(".")[2].casefold()
        for default in types.findall(f"{{{_TYPES}}}Default"):
            if default.get("Extension", "").casefold() == suffix:
                return str(default.get("ContentType"))
        return ""

    def add(self, pattern: str, content_type: str, blob: bytes) -> str:
        """Add a part under the first free name of a pattern (`ppt/charts/chart{}.xml`); return the name."""
        name = next(free for free in _numbered(pattern) if free not in self.blobs)
        self.put(name, blob)
        if self.content_type(name) != content_type:
            etree.SubElement(
                self.tree(CONTENT_TYPES), f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type
            )
            self.touch(CONTENT_TYPES)
        return name

    def content(self) -> bytes:
        """Return the package's bytes: the very ones that were read when nothing has changed."""
        for name in sorted(self._touched):
            root = self._trees[name]
            if name not in self.blobs or _canonical(root) != _canonical(etree.fromstring(self.blobs[name], _PARSER)):
                self.blobs[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._touched.clear()
        with ZipFile(BytesIO(self.original)) as archive:
            infos = {info.filename: info for info in archive.infolist()}
            same = [name for name in infos if not name.endswith("/")] == list(self.blobs)
            if same and all(archive.read(name) == blob for name, blob in self.blobs.items()):
                return self.original
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, blob in self.blobs.items():
                archive.writestr(infos.get(name) or ZipInfo(name, _MOMENT), blob, ZIP_DEFLATED)
        return stream.getvalue()


def _canonical(root: Any) -> bytes:
    return bytes(etree.tostring(root, method="c14n"))


def relations_name(name: str) -> str:
    """Return the part that holds a part's relationships; "" is the package itself."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relation(name: str, element: Any) -> Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target") if external else _absolute(name, element.get("Target"))
    return Relation(element.get("Id"), element.get("Type"), target, external)


def _absolute(name: str, target: str) -> str:
    """Return the part that a relationship's target names, from the part that has the relationship."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")


def _numbered(pattern: str) -> Iterator[str]:
    number = 1
    while True:
        yield pattern.format(number)
        number += 1
