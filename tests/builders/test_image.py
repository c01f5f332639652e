"""Pictures that staff put on slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

ALT = "\nalt: Tecknat fjällandskap."


def test_a_picture_stands_alone_without_text(workspace: Workspace) -> None:
    slide = build(workspace, f"type: image\nfile: fjall.png{ALT}")
    assert slide.slide_layout.name == "Bild"
    (picture,) = [shape for shape in slide.shapes if shape.name == "prov/picture"]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Tecknat fjällandskap."


def test_text_stands_beside_it(workspace: Workspace) -> None:
    slide = build(workspace, f"type: image\nfile: fjall.png{ALT}\ntext: Högst i länet.")
    assert slide.slide_layout.name == "Bild och text"
    assert "Högst i länet." in [shape.text for shape in slide.placeholders if shape.has_text_frame]


def test_the_months_text_stands_beside_it(workspace: Workspace) -> None:
    comments = workspace.root / "input/2024-07/kommentarer.md"
    comments.write_text(comments.read_text(encoding="utf-8") + "\n## prov\n- Högst i länet\n", encoding="utf-8")
    slide = build(workspace, f"type: image\nfile: fjall.png{ALT}")
    assert slide.slide_layout.name == "Bild och text"


def test_a_picture_without_a_text_for_those_who_cannot_see_it_is_refused(workspace: Workspace) -> None:
    assert build(workspace, "type: image\nfile: fjall.png") == (
        "config/prov.yaml:3:5: DB103 Nyckeln 'alt' saknas. Lägg till 'alt: …'."
    )
    assert build(workspace, "type: image\nfile: fjall.png\nalt: ''").startswith("config/prov.yaml:7:10: DB108 'alt'")


def test_a_missing_picture_is_told_where_it_is_named(workspace: Workspace) -> None:
    assert build(workspace, f"type: image\nfile: fjäll.png{ALT}") == (
        "config/prov.yaml:6:11: DB250 Bilden 'fjäll.png' saknas i input/2024-07 och config/bilder. "
        "Menade du 'fjall.png'? Bilder som finns: fjall.png."
    )
