"""The template as render uses it: which placeholder is what, where it is, and how large its text is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation

from deckbuilder.errors import ContentError, Place, Problems, choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckbuilder.page import Area
    from deckbuilder.spec.document import Document
    from deckbuilder.spec.layout import Colours, LayoutSpec, RoleSpec, Sizes

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES = {"title", "ctrTitle"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_FREE = {"free": ("table", "table"), "free_text": ("chart_text", "chart")}


@dataclass(frozen=True, slots=True)
class Box:
    """A placeholder: its type and index for `p:ph`, its frame in EMU, its text sizes by level in points.

    A box of no type is free: a frame on the slide that no placeholder of the layout has.
    """

    type: str
    index: int
    left: int
    top: int
    width: int
    height: int
    sizes: tuple[float, ...]

    def part(self, area: Area) -> Box:
        """Return a free box over a part of this one."""
        left, top, width, height = area
        frame = (
            self.left + round(left * self.width),
            self.top + round(top * self.height),
            round(width * self.width),
            round(height * self.height),
        )
        return Box("", 0, *frame, self.sizes)


WHOLE: Area = (0, 0, 1, 1)


@dataclass(frozen=True)
class SlideLayout:
    """A layout of the template in a role; `part` is python-pptx's part of it."""

    name: str
    boxes: Mapping[str, Box]
    part: Any


@dataclass(frozen=True)
class Layout:
    """A template that is opened and found complete."""

    presentation: Any
    roles: Mapping[str, SlideLayout]
    colours: Colours
    sizes: Sizes
    font: str
    title_font: str
    palette: Mapping[str, str]
    """The theme's colours by slot (`accent1`, `tx1`, …), as RRGGBB."""


def open_layout(spec: LayoutSpec, document: Document, folder: Path) -> Layout:
    """Open the template; raise ContentError for a broken file and for every missing layout and placeholder."""
    shown_as = f"layouts/{spec.template}"
    path = folder / spec.template
    if not path.is_file():
        have = sorted(found.name for found in folder.glob("*.pptx"))
        sentence = f"Mallen '{spec.template}' saknas i layouts.{did_you_mean(spec.template, have)}"
        raise ContentError.at(document.place(("template",)), f"{sentence} Mallar som finns: {choices(have)}.", "DB601")
    try:
        presentation = Presentation(str(path))
        layouts = {layout.name: layout for layout in presentation.slide_layouts}
    except Exception as error:  # python-pptx raises whatever its parsers raise
        sentence = "Mallen går inte att öppna. Öppna den i PowerPoint och spara den som .pptx."
        raise ContentError.at(Place(shown_as), sentence, "DB602") from error
    problems = Problems()
    roles: dict[str, SlideLayout] = {}
    for role, wanted in spec.roles.items():
        with problems.gather():
            roles[role] = _slide_layout(role, wanted, layouts, document, shown_as)
    problems.raise_if_any()
    _add_free_boxes(roles)
    theme = _theme(presentation)
    master = presentation.slide_master.element
    fonts = _font("bodyStyle", master, theme), _font("titleStyle", master, theme)
    return Layout(presentation, roles, spec.colours, spec.sizes, *fonts, _palette(theme))


def _add_free_boxes(roles: dict[str, SlideLayout]) -> None:
    """Give the roles without a placeholder for their content a place `content`, where others have table or chart."""
    for role, (other, place) in _FREE.items():
        free = roles[other].boxes[place].part(WHOLE)
        roles[role] = replace(roles[role], boxes={**roles[role].boxes, "content": free})


def _slide_layout(
    role: str, wanted: RoleSpec, layouts: Mapping[str, Any], document: Document, shown_as: str
) -> SlideLayout:
    if wanted.layout not in layouts:
        sentence = (
            f"Layouten '{wanted.layout}' finns inte i {shown_as}.{did_you_mean(wanted.layout, layouts)} "
            f"Layouter som finns: {choices(layouts)}."
        )
        raise ContentError.at(document.place(("roles", role, "layout")), sentence, "DB603")
    layout = layouts[wanted.layout]
    found = {shape.name: shape for shape in layout.placeholders}
    problems = Problems()
    boxes = {}
    for place, name in wanted.places.items():
        if name in found:
            boxes[place] = _box(found[name], layout)
        else:
            sentence = (
                f"Platshållaren '{name}' saknas i layouten '{wanted.layout}' i {shown_as}.{did_you_mean(name, found)} "
                f"Platshållare som finns: {choices(found)}."
            )
            problems.add(document.place(("roles", role, "places", place)), sentence, "DB604")
    problems.raise_if_any()
    return SlideLayout(wanted.layout, boxes, layout.part)


def _box(shape: Any, layout: Any) -> Box:
    """Read a layout's placeholder; its frame and sizes come from the master where the layout is silent."""
    ph = shape.element.find(f".//{_P}ph")
    kind, index = ph.get("type", "obj"), int(ph.get("idx", 0))
    parent = _master_placeholder(kind, layout)
    frame = (shape.left, shape.top, shape.width, shape.height)
    if None in frame and parent is not None:
        frame = (parent.left, parent.top, parent.width, parent.height)
    left, top, width, height = (int(side or 0) for side in frame)
    return Box(kind, index, left, top, width, height, _sizes(kind, shape, parent, layout))


def _master_placeholder(kind: str, layout: Any) -> Any:
    wanted = "title" if kind in _TITLES else kind if kind in {"dt", "ftr", "sldNum"} else "body"
    return next(
        (shape for shape in layout.slide_master.placeholders if shape.element.find(f".//{_P}ph").get("type") == wanted),
        None,
    )


def _sizes(kind: str, shape: Any, parent: Any, layout: Any) -> tuple[float, ...]:
    """Return the sizes of levels 1-2: from the placeholder, else the master's, else the master's styles."""
    style = "titleStyle" if kind in _TITLES else "bodyStyle"
    homes = [shape.element.find(f".//{_A}lstStyle")]
    homes += [parent.element.find(f".//{_A}lstStyle")] if parent is not None else []
    homes.append(layout.slide_master.element.find(f".//{_P}{style}"))
    return tuple(_size(homes, level) for level in (1, 2))


def _size(homes: list[Any], level: int) -> float:
    for home in homes:
        found = None if home is None else home.find(f"{_A}lvl{level}pPr/{_A}defRPr")
        if found is not None and found.get("sz"):
            return int(found.get("sz")) / 100
    return 18.0


def _theme(presentation: Any) -> Any:
    master = presentation.slide_masters[0].part
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    return etree.fromstring(theme.blob)


def _font(style: str, master: Any, theme: Any) -> str:
    """Return the font of a text style of the master: one of the theme's two, or one that the master names itself."""
    found = master.find(f".//{_P}{style}/{_A}lvl1pPr/{_A}defRPr/{_A}latin")
    own = "+mj-lt" if style == "titleStyle" else "+mn-lt"
    name = own if found is None else str(found.get("typeface"))
    if not name.startswith("+"):
        return name
    latin = theme.find(f".//{_A}{'majorFont' if name.startswith('+mj') else 'minorFont'}/{_A}latin")
    return "Calibri" if latin is None else str(latin.get("typeface"))


def _palette(theme: Any) -> dict[str, str]:
    """Return the theme's colours; `tx1` and its like mean what the usual colour map says."""
    scheme = theme.find(f".//{_A}clrScheme")
    found = {}
    for slot in scheme if scheme is not None else ():
        value = slot[0].get("lastClr") or slot[0].get("val")
        found[etree.QName(slot).localname] = value if _HEX.fullmatch(value) else "000000"
    for word, slot in (("tx1", "dk1"), ("bg1", "lt1"), ("tx2", "dk2"), ("bg2", "lt2")):
        found[word] = found.get(slot, "000000" if slot[0] == "d" else "FFFFFF")
    return found
