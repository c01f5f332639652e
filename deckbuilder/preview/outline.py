"""What a slide says, in words and tables: read from the slide itself, so that people's own edits are in it too."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.refresh.identity import properties_of, text_of
from deckbuilder.refresh.points import Points
from deckbuilder.refresh.xml import A, C, P, R, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.preview.state import Block
    from deckbuilder.refresh.parts import Parts

_FOOT = {"dt", "ftr", "sldNum"}
_TITLES = {"title", "ctrTitle"}
_MOST_DECIMALS = 2
_DECIMALS = re.compile(r"0\.(0+)")


def outline(root: Any, part: str, parts: Parts) -> tuple[Block, ...]:
    """Return the blocks of a slide in the order that they stand in it, but its title and its foot."""
    tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    blocks = [_block(shape, part, parts) for shape in tree if placeholder(shape) not in _FOOT | _TITLES]
    return tuple(block for block in blocks if block is not None)


def spoken(root: Any) -> str:
    """Return the alternative texts of a slide's charts, tables, drawings and pictures, in order."""
    tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    return " ".join(filter(None, (_alt(shape) for shape in tree)))


def placeholder(shape: Any) -> str:
    """Return what a shape holds the place of: `title`, `body`, `sldNum`; "" for one that is no placeholder."""
    found = shape.find(f"./{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
    return "" if found is None else str(found.get("type", "obj"))


def _block(shape: Any, part: str, parts: Parts) -> Block | None:
    kind = local(shape)
    if kind == "sp":
        lines = list(_lines(shape))
        return {"kind": "text", "lines": lines} if lines else None
    if kind == "graphicFrame":
        table, chart = shape.find(f".//{{{A}}}tbl"), shape.find(f".//{{{C}}}chart")
        if table is not None:
            return _table(table)
        return _chart(shape, chart, part, parts) if chart is not None else None
    if kind in {"grpSp", "pic"}:
        return {"kind": "drawing", "alt": _alt(shape), "lines": list(_lines(shape))}
    return None


def _lines(shape: Any) -> Iterator[dict[str, Any]]:
    for paragraph in shape.iter(f"{{{A}}}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{{{A}}}t")).strip()
        level = paragraph.find(f"{{{A}}}pPr")
        if text:
            yield {"level": int(level.get("lvl", 0)) if level is not None else 0, "text": text}


def _table(table: Any) -> Block:
    rows = [[_cell(cell) for cell in row.iter(f"{{{A}}}tc")] for row in table.iter(f"{{{A}}}tr")]
    return {"kind": "table", "header": rows[0] if rows else [], "rows": rows[1:]}


def _cell(cell: Any) -> str:
    return "" if {"hMerge", "vMerge"} & set(cell.attrib) else text_of(cell).strip()


def _chart(shape: Any, chart: Any, part: str, parts: Parts) -> Block | None:
    targets = {one.id: one.target for one in parts.relations(part)}
    name = targets.get(chart.get(f"{{{R}}}id"))
    if name is None or name not in parts:
        return None
    series = [(_name(one), Points(one), _decimals(one)) for one in parts.tree(name).iter(f"{{{C}}}ser")]
    categories = max((points.categories for _, points, _ in series), key=len, default=[])
    rows = [
        [category, *(_number(_at(points.values, number), decimals) for _, points, decimals in series)]
        for number, category in enumerate(categories)
    ]
    header = ["", *(name for name, _, _ in series)]
    return {"kind": "chart", "alt": _alt(shape), "header": header, "rows": rows}


def _name(series: Any) -> str:
    return " ".join(one.text or "" for one in series.iterfind(f"{{{C}}}tx//{{{C}}}v"))


def _at(values: list[str], number: int) -> str:
    return values[number] if number < len(values) else ""


def _decimals(series: Any) -> int:
    """Return the decimals that a series' labels have, else those of its values' own format."""
    formats = [one.get("formatCode", "") for one in series.iterfind(f".//{{{C}}}numFmt")]
    formats += [one.text or "" for one in series.iterfind(f"{{{C}}}val//{{{C}}}formatCode")]
    found = next((match for one in formats if (match := _DECIMALS.search(one))), None)
    return min(len(found[1]), _MOST_DECIMALS) if found else 0


def _number(text: str, decimals: int) -> str:
    try:
        return swedish.number(Decimal(text), decimals)
    except (InvalidOperation, ValueError):
        return text


def _alt(shape: Any) -> str:
    properties = properties_of(shape) if len(shape) and len(shape[0]) else None
    return "" if properties is None else str(properties.get("descr", ""))
