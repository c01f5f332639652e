"""Reads what measuring needs out of a TrueType or OpenType file: names, advance widths and line height."""

from __future__ import annotations

from dataclasses import dataclass
from struct import calcsize, unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COLLECTION = b"ttcf"
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
_ENGLISH = (3, 0x409)
_ITALIC = 0x201
_HMETRIC = 4


class FontFileError(ValueError):
    """The file is no font that can be read."""


@dataclass(frozen=True)
class Face:
    """One face of a font file: its family (`group` is the wider one that it belongs to), weight and width class."""

    path: Path
    at: int
    family: str
    group: str
    weight: int
    wide: int
    is_italic: bool


def faces(path: Path) -> Iterator[Face]:
    """Yield the faces of a font file; raise FontFileError or OSError when it cannot be read."""
    data = path.read_bytes()
    for at in _offsets(data):
        tables = _tables(data, at)
        names = _names(data, tables)
        weight, wide = _read(data, tables, "OS/2", ">HH", 4)
        (selection,) = _read(data, tables, "OS/2", ">H", 62)
        family = names.get(_FAMILY, "")
        group = names.get(_TYPOGRAPHIC_FAMILY, family)
        yield Face(path, at, family, group, weight, wide, bool(selection & _ITALIC))


def widths(face: Face) -> tuple[dict[str, int], float]:
    """Return each character's advance width in thousandths of the size, and the line height as a multiple of it."""
    data = face.path.read_bytes()
    tables = _tables(data, face.at)
    (per_em,) = _read(data, tables, "head", ">H", 18)
    (count,) = _read(data, tables, "hhea", ">H", 34)
    up, down, gap = _read(data, tables, "hhea", ">hhh", 4)
    win = sum(_read(data, tables, "OS/2", ">HH", 74))
    start = tables["hmtx"]
    found = {}
    for code, glyph in _characters(data, tables):
        (advance,) = _unpack(">H", data, start + _HMETRIC * min(glyph, count - 1))
        found[chr(code)] = round(advance * 1000 / per_em)
    return found, round(max(up - down + gap, win) / per_em, 4)  # Macs take the one, Windows the other


def _unpack(form: str, data: bytes, at: int) -> tuple[int, ...]:
    if at < 0 or at + calcsize(form) > len(data):
        raise FontFileError
    return unpack_from(form, data, at)


def _read(data: bytes, tables: dict[str, int], table: str, form: str, at: int) -> tuple[int, ...]:
    if table not in tables:
        raise FontFileError
    return _unpack(form, data, tables[table] + at)


def _offsets(data: bytes) -> tuple[int, ...]:
    """Return where the faces begin: a collection holds several."""
    if data[:4] != _COLLECTION:
        return (0,)
    (count,) = _unpack(">I", data, 8)
    return _unpack(f">{min(count, 999)}I", data, 12)


def _tables(data: bytes, at: int) -> dict[str, int]:
    (count,) = _unpack(">H", data, at + 4)
    records = (at + 12 + 16 * number for number in range(count))
    return {data[record : record + 4].decode("latin-1"): _unpack(">I", data, record + 8)[0] for record in records}


def _names(data: bytes, tables: dict[str, int]) -> dict[int, str]:
    """Return the English names, else those of any language, by what they name."""
    count, strings = _read(data, tables, "name", ">HH", 2)
    found: dict[int, str] = {}
    for number in range(count):
        platform, _, language, kind, length, at = _read(data, tables, "name", ">6H", 6 + 12 * number)
        if kind not in found or (platform, language) == _ENGLISH:
            start = tables["name"] + strings + at
            found[kind] = data[start : start + length].decode("mac-roman" if platform == 1 else "utf-16-be", "replace")
    return found


def _characters(data: bytes, tables: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Yield each character's code and the number of its glyph."""
    (count,) = _read(data, tables, "cmap", ">H", 2)
    known = {}
    for number in range(count):
        platform, encoding, at = _read(data, tables, "cmap", ">HHI", 4 + 8 * number)
        known[platform, encoding] = tables["cmap"] + at
    start = next((known[pair] for pair in _UNICODE if pair in known), None)
    if start is None:
        raise FontFileError
    (form,) = _unpack(">H", data, start)
    yield from _segments(data, start) if form == 4 else _groups(data, start)


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (twice,) = _unpack(">H", data, start + 6)
    count = twice // 2
    ends = start + 14
    starts, deltas, offsets = ends + twice + 2, ends + 2 * twice + 2, ends + 3 * twice + 2
    for number in range(count):
        first, last, delta, offset = (_unpack(">H", data, at + 2 * number)[0] for at in (starts, ends, deltas, offsets))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = _unpack(">H", data, offsets + 2 * number + offset + 2 * (code - first))
            if glyph := (glyph + delta) & 0xFFFF if glyph or not offset else 0:
                yield code, glyph


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (count,) = _unpack(">I", data, start + 12)
    for number in range(count):
        first, last, glyph = _unpack(">III", data, start + 16 + 12 * number)
        for code in range(first, min(last, 0x10FFFF) + 1):
            yield code, glyph + code - first
