"""Make docs/gallery.md: every slide type's rendered picture beside its YAML, and its keys.

Run `python -m docs.make_gallery --pictures` in the project's folder. The pictures need LibreOffice and poppler-utils;
without `--pictures` only the text is written again.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from deckbuilder.cli import group
from deckbuilder.slide_types import Option, SlideType, common_options, slide_types
from tests.rendering import to_pdf, to_pictures

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "images" / "gallery"
WIDTH, COLOURS, DPI = 960, 96, 108
_HEAD = """\
# Galleri

Alla bildtyper, som de ser ut med exempelrapportens siffror, och den YAML som ger dem. Nycklarna till en bildtyp visas
också av `deckbuilder kinds TYP`. Sidan är gjord av `python -m docs.make_gallery --pictures`; ändra inte här.

"""


def gallery(types: Sequence[SlideType]) -> str:
    """Return the page as Markdown."""
    listed = "".join(f"- [{one.name}](#{one.name}): {one.summary}\n" for one in types)
    common = f"## Nycklar som alla bilder har\n\n{_table(common_options())}\n"
    return f"{_HEAD}{listed}\n{common}\n" + "\n".join(_part(one) for one in types)


def _part(one: SlideType) -> str:
    picture = f"![{one.summary}](images/gallery/{one.name}.png)"
    keys = f"<details><summary>Nycklar</summary>\n\n{_table(one.options)}\n</details>\n" if one.options else ""
    return f"## {one.name}\n\n{one.summary}\n\n{picture}\n\n```yaml\n{one.example}```\n\n{keys}"


def _table(options: Sequence[Option]) -> str:
    return "| nyckel | värde | vad den gör |\n|---|---|---|\n" + "".join(_rows(options, ""))


def _rows(options: Sequence[Option], above: str) -> Iterator[str]:
    for option in options:
        otherwise = "krävs" if option.required else f"annars `{option.default}`" if option.default else ""
        takes = ", ".join(filter(None, (option.takes, otherwise)))
        yield f"| `{above}{option.name}` | {takes} | {option.description.replace(chr(10), ' ')} |\n"
        yield from _rows(option.options, f"{above}{option.name}.")


def make_pictures(types: Sequence[SlideType], folder: Path) -> None:
    """Build every example in one deck, render it, and keep the first slide of each as `TYPE.png`."""
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        for name in ("config", "layouts", "input"):
            shutil.copytree(ROOT / name, project / name)
        slides = "".join(f"  {line}\n" for one in types for line in one.example.splitlines())
        (project / "config" / "galleri.yaml").write_text(f"title: Galleri\nslides:\n{slides}", encoding="utf-8")
        group.main(["build", "2024-07", "--report", "galleri", "--project", str(project)], standalone_mode=False)
        deck = project / "output" / "galleri-2024-07.pptx"
        pages = to_pictures(to_pdf(deck, project), project, DPI)
        for one, number in zip(types, _first_slides(deck, types), strict=True):
            _keep(pages[number], folder / f"{one.name}.png")


def _first_slides(deck: Path, types: Sequence[SlideType]) -> list[int]:
    """Return the number of each example's first slide, counted from 0."""
    from pptx import Presentation  # noqa: PLC0415 -- only pictures need it

    names = [slide.shapes.title.name.split("/")[0] for slide in Presentation(str(deck)).slides]
    return [names.index(_id(one.example)) for one in types]


def _id(example: str) -> str:
    return next(line.split(": ", 1)[1] for line in example.splitlines() if line.startswith("  id: "))


def _keep(page: Path, to: Path) -> None:
    """Save a page as a small picture of few colours."""
    with Image.open(page) as image:
        height = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
        small.quantize(COLOURS).save(to, optimize=True)


def main(arguments: Sequence[str]) -> None:
    """Write the page, and its pictures when asked to."""
    types = slide_types()
    GALLERY.write_text(gallery(types), encoding="utf-8")
    if "--pictures" in arguments:
        shutil.rmtree(PICTURES, ignore_errors=True)
        PICTURES.mkdir(parents=True)
        make_pictures(types, PICTURES)


if __name__ == "__main__":
    main(sys.argv[1:])
