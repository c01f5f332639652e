"""Pictures are found in the month's folder or the project's, and read whole."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from deckbuilder.sources.pictures import PictureError, Pictures

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    """Two folders with a picture each, and one beside them."""
    for name, colour in (("manad/a.png", "red"), ("bilder/a.png", "blue"), ("bilder/b.jpg", "blue"), ("c.png", "red")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.new("RGB", (30, 20), colour).save(tmp_path / name)
    return Pictures(((tmp_path / "manad", "input/2024-07"), (tmp_path / "bilder", "config/bilder")))


def fault(pictures: Pictures, name: str) -> str:
    with pytest.raises(PictureError) as caught:
        pictures.read(name)
    return str(caught.value)


def test_a_picture_of_the_month_goes_before_the_projects(pictures: Pictures) -> None:
    found = pictures.read("a.png")
    assert (found.format, found.pixels) == ("png", (30, 20))
    assert Image.open(BytesIO(found.content)).getpixel((0, 0)) == (255, 0, 0)


def test_the_project_keeps_pictures_for_every_month(pictures: Pictures) -> None:
    assert pictures.read("b.jpg").format == "jpeg"


def test_the_format_is_that_of_the_content(pictures: Pictures) -> None:
    folder = pictures.folders[0][0]
    (folder / "a.png").rename(folder / "d.jpg")
    assert pictures.read("d.jpg").format == "png"


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_telephones_photo_with_a_depth_map_is_one_picture(pictures: Pictures, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo, depth = Image.new("RGB", (30, 20), "red"), Image.new("RGB", (30, 20), "blue")
    photo.save(pictures.folders[0][0] / "d.jpg", "MPO", save_all=True, append_images=[depth], exif=exif)
    found = pictures.read("d.jpg")
    assert (found.format, found.pixels) == ("jpeg", (30, 20) if orientation == 1 else (20, 30))
    assert Image.open(BytesIO(found.content)).format == "JPEG"


def test_a_folder_is_no_picture(pictures: Pictures) -> None:
    (pictures.folders[0][0] / "d.png").mkdir()
    assert fault(pictures, "d.png").endswith("Bilder som finns: a.png och b.jpg.")


@pytest.mark.parametrize("name", ["../c.png", "../manad/../../manad/a.png"])
def test_a_picture_outside_the_folders_is_refused(pictures: Pictures, name: str) -> None:
    assert fault(pictures, name) == (f"Bilden '{name}' ligger utanför input/2024-07 och config/bilder. Lägg den där.")


def test_an_absolute_path_is_outside(pictures: Pictures, tmp_path: Path) -> None:
    assert "ligger utanför" in fault(pictures, str(tmp_path / "c.png"))


def test_a_missing_picture_is_told_with_those_that_exist(pictures: Pictures) -> None:
    assert fault(pictures, "bb.jpg") == (
        "Bilden 'bb.jpg' saknas i input/2024-07 och config/bilder. Menade du 'b.jpg'? "
        "Bilder som finns: a.png och b.jpg."
    )


def test_other_formats_are_refused(pictures: Pictures) -> None:
    (pictures.folders[0][0] / "karta.svg").write_text("<svg/>", encoding="utf-8")
    assert fault(pictures, "karta.svg") == (
        "Bilder av slaget '.svg' går inte att visa. Spara bilden som .png eller .jpg."
    )


@pytest.mark.parametrize("part", [0.0, 0.5, 0.98])
def test_a_broken_picture_is_told_of(pictures: Pictures, part: float) -> None:
    path = pictures.folders[1][0] / "b.jpg"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert fault(pictures, "b.jpg") == (
        "config/bilder/b.jpg går inte att öppna som bild. Öppna den i ett bildprogram och spara den på nytt. "
        "Använd .png eller .jpg."
    )


def test_a_picture_too_large_to_handle_is_told_of(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 400)
    assert fault(pictures, "b.jpg") == (
        "config/bilder/b.jpg är för stor. Minska den till högst 4000 bildpunkter på bredden."
    )


def test_a_picture_that_was_taken_with_the_camera_turned_stands_upright(pictures: Pictures) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (30, 20), "red").save(pictures.folders[0][0] / "e.jpg", exif=turned)
    found = pictures.read("e.jpg")
    assert found.pixels == (20, 30)
    assert Image.open(BytesIO(found.content)).size == (20, 30)
    assert found == pictures.read("e.jpg")
