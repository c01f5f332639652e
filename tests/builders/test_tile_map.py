"""The 21 regions as tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, group, texts
from tests.builders.test_pages import build
from tests.golden import plain

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

FILE = "input/2024-07/hyrpersonal_per_region.csv"
MAP = "type: tile_map\nfigures: hyrpersonal_per_region\ncolumn: Totalt\nbetter: lower"


def _tile(slide: Any, key: str) -> dict[str, Any]:
    parts = [shape for shape in group(slide, "map").shapes if f"/map/{key}-" in shape.name]
    return {shape.name.rpartition("-")[2]: shape for shape in parts}


def test_each_region_has_a_tile_with_its_number(workspace: Workspace) -> None:
    slide = build(workspace, MAP)
    assert len([shape for shape in group(slide, "map").shapes if shape.name.endswith("-ruta")]) == 21
    assert plain(_tile(slide, "jamtland")["tal"].text_frame.text) == "-6"
    assert _tile(slide, "norrbotten")["ruta"].top < _tile(slide, "skane")["ruta"].top


def test_beside_it_stand_the_highest_and_the_lowest(workspace: Workspace) -> None:
    slide = build(workspace, f"{MAP}\nhighlight: Region Västerbotten")
    said = [plain(text) for text in texts(slide, "ranking")]
    assert said[:3] == ["Högst", "Västerbotten", "1"]
    assert said[-2:] == ["Stockholm", "-58"]
    assert plain(alternative(slide, "map")).endswith("Lägst Stockholm -58, högst Västerbotten 1. Västerbotten 1.")


def test_text_stands_there_when_there_is_some(workspace: Workspace) -> None:
    slide = build(workspace, f"{MAP}\ntext: Alla utom en minskar.")
    assert slide.slide_layout.name == "Figur och text"
    assert "prov/ranking" not in [shape.name for shape in slide.shapes]


def test_a_lacking_missing_and_withheld_region_are_empty_tiles(workspace: Workspace) -> None:
    workspace.edit(FILE, "Gotland;−31%;−25%;−27%;−34%;21%;9%\r\n", "")
    workspace.edit(FILE, "Kalmar;−23%", "Kalmar;")
    workspace.edit(FILE, "Halland;−31%", "Halland;..")
    slide = build(workspace, MAP)
    tiles = {key: _tile(slide, key) for key in ("gotland", "kalmar", "halland")}
    assert [tile["tal"].text_frame.text for tile in tiles.values()] == ["–", "–", ".."]
    assert all(tile["ruta"].line.dash_style is not None for tile in tiles.values())
    assert "Uppgift saknas (streckad ram): Kalmar och Gotland." in texts(slide, "legend")
    assert alternative(slide, "map").endswith("Utan tal: Halland .., Kalmar – och Gotland –.")


def test_an_odd_value_does_not_take_the_scale(workspace: Workspace) -> None:
    slide = build(workspace, MAP.replace("Totalt", "ovrig"))
    assert "Utanför skalan: Västernorrland 1\u00a0297." in texts(slide, "legend")


def test_a_row_that_is_no_region_is_told_and_can_be_left_out(workspace: Workspace) -> None:
    workspace.edit(FILE, "Gotland;", "Riket;")
    assert build(workspace, MAP) == (
        "config/prov.yaml:6:14: DB426 Raden 'Riket' är ingen av Sveriges 21 regioner. "
        "Rätta namnet i filen, eller skriv raden i 'leave_out'."
    )
    assert _tile(build(workspace, f"{MAP}\nleave_out: [Riket]"), "gotland")["tal"].text_frame.text == "–"


def test_a_region_that_stands_twice_is_told(workspace: Workspace) -> None:
    workspace.edit(FILE, "Gotland;", "Region Kalmar län;")
    assert build(workspace, MAP).endswith(
        "Två rader är regionen Kalmar. Visa en rad per region, eller skriv den andra i 'leave_out'."
    )


def test_an_own_region_that_is_none_is_told(workspace: Workspace) -> None:
    assert build(workspace, f"{MAP}\nhighlight: Västerboten") == (
        "config/prov.yaml:9:16: DB426 'Västerboten' är ingen av Sveriges 21 regioner. "
        "Menade du 'Västerbotten'? Skriv en region."
    )
