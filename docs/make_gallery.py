"""Make docs/gallery.md: every slide type's rendered picture beside its YAML, and its keys; and the README's picture.

Run `python -m docs.make_gallery --pictures` in the project's folder. The pictures need LibreOffice and poppler-utils;
without `--pictures` only the text is written again.
"""

import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from pptx import Presentation

from deckbuilder.cli import group
from deckbuilder.slide_types import Option, SlideType, common_options, slide_types
from tests.rendering import to_pdf, to_pictures

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "images" / "gallery"
REPORT_PICTURE = ROOT / "docs" / "images" / "manadsrapport-2024-07.png"
PERIOD = "2024-07"
SHOWN = (
    "resultat-regionstyrelsen", "resultat-region-vattenfall", "nettokostnad-manad",
    "vantande-over-90", "arbetsloshet", "pensionsportfolj-nyckeltal",
    "fvis-risker", "hyrpersonal-verksamheter", "arshjul",
)  # fmt: skip
ACROSS = 3
WIDTH, HEIGHT, COLOURS, DPI = 960, 540, 256, 108
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
    yaml = textwrap.indent(one.example, "  ")
    keys = f"<details><summary>Nycklar</summary>\n\n{_table(one.options)}\n</details>\n" if one.options else ""
    return f"## {one.name}\n\n{one.summary}\n\n{picture}\n\n```yaml\n{yaml}```\n\n{keys}"


def _table(options: Sequence[Option]) -> str:
    return "| nyckel | värde | vad den gör |\n|---|---|---|\n" + "".join(_rows(options, ""))


def _rows(options: Sequence[Option], above: str) -> Iterator[str]:
    for option in options:
        otherwise = "krävs" if option.required else f"annars `{option.default}`" if option.default else ""
        takes = ", ".join(filter(None, (option.takes, otherwise)))
        yield f"| `{above}{option.name}` | {takes} | {option.description.replace(chr(10), ' ')} |\n"
        yield from _rows(option.options, f"{above}{option.name}.")


def make_pictures(types: Sequence[SlideType]) -> None:
    """Keep the first slide of every example as `TYPE.png`, and some slides of the monthly report as one picture."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    examples = "".join(f"  {line}\n" for one in types for line in one.example.splitlines())
    rendered = _rendered("galleri", f"title: Galleri\nslides:\n{examples}")
    for one in types:
        save(rendered[_id(one.example)], PICTURES / f"{one.name}.png")
    monthly = _rendered("manadsrapport")
    sheet = Image.new("RGB", (ACROSS * WIDTH, len(SHOWN) // ACROSS * HEIGHT))
    for number, slide in enumerate(SHOWN):
        sheet.paste(monthly[slide], (number % ACROSS * WIDTH, number // ACROSS * HEIGHT))
    save(sheet.resize((sheet.width // 2, sheet.height // 2), Image.Resampling.LANCZOS), REPORT_PICTURE)


def _rendered(report: str, yaml: str = "") -> dict[str, Image.Image]:
    """Build a report for July in a copy of the project, and return each slide's picture by the slide's id."""
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        for name in ("config", "layouts", "input"):
            shutil.copytree(ROOT / name, project / name)
        if yaml:
            (project / "config" / f"{report}.yaml").write_text(yaml, encoding="utf-8")
        group.main(["build", PERIOD, "--report", report, "--project", str(project)], standalone_mode=False)
        return slide_pictures(project, report, PERIOD)


def slide_pictures(project: Path, report: str, period: str) -> dict[str, Image.Image]:
    """Return a picture of each slide of a deck that is built, by the slide's id."""
    deck = project / "output" / f"{report}-{period}.pptx"
    with tempfile.TemporaryDirectory() as temporary:
        pages = to_pictures(to_pdf(deck, Path(temporary)), Path(temporary), DPI)
        names = [slide.shapes.title.name.split("/")[0] for slide in Presentation(str(deck)).slides]
        return {name: _small(page) for name, page in zip(names, pages, strict=True)}


def _id(example: str) -> str:
    return next(line.split(": ", 1)[1] for line in example.splitlines() if line.startswith("  id: "))


def _small(page: Path) -> Image.Image:
    with Image.open(page) as image:
        return image.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def save(image: Image.Image, to: Path) -> None:
    """Save a picture with few colours: slides have few, and the repository keeps every version."""
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(to, optimize=True)


def main(arguments: Sequence[str]) -> None:
    """Write the page, and its pictures when asked to."""
    types = slide_types()
    GALLERY.write_text(gallery(types), encoding="utf-8")
    if "--pictures" in arguments:
        make_pictures(types)


if __name__ == "__main__":
    main(sys.argv[1:])
