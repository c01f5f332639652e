"""Makes a report project of any size: config, one CSV file per chart and table, comments, and the layouts of the repo.

Run: `python benchmarks/make_project.py COUNT FOLDER`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from content import (
    HEADERS,
    KEY,
    MONTHS,
    PERIOD,
    REPORT,
    SERIES,
    TOTAL,
    ChartSlide,
    Slide,
    TableSlide,
    TextSlide,
    slides,
)

LAYOUTS = Path(__file__).parents[1] / "layouts"
READ = {0: "manad", 1: "budget", 3: "ack", 4: "ack_budget", 6: "helar", 7: "prognos"}
COMPUTED = {2: ("diff", "budget, manad"), 5: ("ack_diff", "ack_budget, ack"), 8: ("helar_diff", "helar, prognos")}
LAST_LINE = "Utskriven 2024-08-12 08:05"


def make_project(count: int, folder: Path) -> Path:
    """Make a project of `count` slides in `folder`; return the folder."""
    made = slides(count)
    files = {
        "config/manadsrapport.yaml": _report(made),
        "config/sources.yaml": _sources(made),
        f"input/{PERIOD}/kommentarer.md": "\n".join(_comment(s) for s in made if isinstance(s, TextSlide)),
    }
    for slide in made:
        if not isinstance(slide, TextSlide):
            files[f"input/{PERIOD}/{_name(slide)}.csv"] = _csv(slide)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "layouts").mkdir(exist_ok=True)
    for path in (*LAYOUTS.glob("*.yaml"), *LAYOUTS.glob("*.pptx")):
        shutil.copy(path, folder / "layouts")
    return folder


def _name(slide: Slide) -> str:
    kind = {ChartSlide: "diagram", TableSlide: "tabell", TextSlide: "text"}[type(slide)]
    return f"{kind}_{slide.number}"


def _report(made: list[Slide]) -> str:
    return f"title: {REPORT}\nlayout: region\n\nslides:\n" + "\n".join(_slide(slide) for slide in made)


def _slide(slide: Slide) -> str:
    name, kind = _name(slide), {ChartSlide: "chart", TableSlide: "table", TextSlide: "text"}[type(slide)]
    title = slide.title
    more = ""
    if isinstance(slide, ChartSlide):
        more = f"    figures: {name}\n    labels: none\n    unit: tkr\n"
    elif isinstance(slide, TableSlide):
        title = f"Verksamhet {slide.number} kostar {{{{ {name}.totalt.ack | tkr }}}} hittills i år"
        more = f"    figures: {name}\n    label: {KEY}\n    unit: tkr\n"
    return f'  - type: {kind}\n    id: {name.replace("_", "-")}\n    title: "{title}"\n{more}'


def _sources(made: list[Slide]) -> str:
    drawn = [slide for slide in made if not isinstance(slide, TextSlide)]
    sources = "".join(
        f"  {_name(slide)}:\n    file: {_name(slide)}.csv\n    header: {KEY}\n    skip_rows: [Utskriven*]\n"
        for slide in drawn
    )
    return f"sources:\n{sources}\nfigures:\n" + "".join(_figures(slide) for slide in drawn)


def _figures(slide: Slide) -> str:
    name = _name(slide)
    label = f"    label: Kostnader för verksamhet {slide.number}\n"
    lines = f"  {name}:\n    kind: table\n    source: {name}\n{label}    key: {KEY}\n    unit: tkr\n"
    if isinstance(slide, ChartSlide):
        return lines + "    columns:\n" + "".join(f"      serie_{n}: {s}\n" for n, s in enumerate(SERIES))
    columns = ""
    for number, header in enumerate(HEADERS):
        if number in READ:
            columns += f"      {READ[number]}: {header}\n"
        else:
            key, of = COMPUTED[number]
            columns += f"      {key}: {{difference: [{of}], label: {header}}}\n"
    return f"{lines}    total: {TOTAL}\n    columns:\n{columns}"


def _csv(slide: ChartSlide | TableSlide) -> str:
    """Return a file as ledgers export them: a title, semicolons, and a line about when it was printed."""
    if isinstance(slide, ChartSlide):
        lines: list[tuple[str, ...]] = [(KEY, *SERIES)]
        lines += [(month, *(str(values[n]) for values in slide.series)) for n, month in enumerate(MONTHS)]
    else:
        lines = [(KEY, *(HEADERS[n] for n in READ))]
        lines += [(name, *(str(values[n]) for n in READ)) for name, values in slide.rows if name != TOTAL]
    return "\n".join([f"Verksamhet {slide.number}, tkr", *(";".join(line) for line in lines), LAST_LINE]) + "\n"


def _comment(slide: TextSlide) -> str:
    bullets = "\n".join(f"{'  ' * level}- {text}" for level, text in slide.bullets)
    return f"## {_name(slide).replace('_', '-')}\n\n{bullets}\n"


if __name__ == "__main__":
    make_project(int(sys.argv[1]), Path(sys.argv[2]))
