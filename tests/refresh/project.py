"""A small report with every kind of block, made by the real pipeline, from one input or another."""

from __future__ import annotations

import shutil
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from deckbuilder.period import Period
from deckbuilder.pipeline import make, render
from deckbuilder.project import Project
from deckbuilder.rebuilding import Rebuild, rebuilt
from deckbuilder.records.json import to_json
from deckbuilder.refresh.parts import Parts
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.page import Page
    from deckbuilder.rebuilding import Rebuilt
    from tests.refresh.edits import Edit

PERIOD = Period(2024, 7, 7)
SOURCES = """\
sources:
  utfall: {file: utfall.csv, header: Område}
  initiativ: {file: initiativ.csv, header: Initiativ}
  dagar: {file: dagar.csv, header: Datum}
figures:
  utfall:
    kind: table
    source: utfall
    label: Investeringar
    key: Område
    unit: tkr
    columns:
      utfall: Utfall
      budget: Budget
      avvikelse: {difference: [budget, utfall], label: Avvikelse, better: higher}
    total: Totalt
  initiativ: {kind: portfolio, source: initiativ, key: Initiativ, statuses: [Tid, Kostnad]}
  dagar: {kind: table, source: dagar, label: Vårdplatser, key: Datum, unit: antal, columns: {belagda: Belagda}}
"""
SLIDES = {
    "omslag": "{type: title, title: Månadsrapport}",
    "ekonomi": "{type: section, title: Ekonomi}",
    "laget": """{type: text, title: "Läget: {{ utfall.totalt.utfall | mkr(1) }} hittills", subtitle: Kort sagt}""",
    "utfall": """{type: table, title: "Vi har använt {{ utfall.totalt.utfall | mkr(1) }}", figures: utfall}""",
    "stapel": "{type: chart, title: Utfall mot budget, figures: utfall, kind: column, columns: [utfall, budget]}",
    "nyckeltal": """\
{type: kpi, title: Nyckeltal, cards: [{figure: utfall.hus.utfall, label: Hus},
       {figure: utfall.it.avvikelse, label: IT, change: utfall.it.avvikelse}]}""",
    "vard": "{type: section, title: Vård}",
    "fjall": "{type: image, title: Fjällen, file: fjall.png, alt: Fjäll}",
    "initiativ": "{type: portfolio_status, title: Initiativ, figures: initiativ}",
    "dagar": "{type: plot, title: Dag för dag, kind: calendar_heat, figures: dagar, columns: [belagda]}",
}
TEXT = """\
- Budgeten är **{{ utfall.totalt.budget | mkr(1) }}** och utfallet {{ utfall.totalt.utfall | mkr(1) }}
- Husen byggs i Umeå
- Hus har kostat {{ utfall.hus.utfall | mkr(1) }}"""


@dataclass(frozen=True)
class Report:
    """What a build is made from: the slides in order, the month's text, the tables' rows and the picture's colour."""

    slides: tuple[tuple[str, str], ...] = tuple(SLIDES.items())
    text: str = TEXT
    utfall: tuple[str, ...] = ("Hus;2 000;3 000", "IT;500;400", "Bilar;70;90")
    initiativ: tuple[str, ...] = ("Kallelser;Delvis →;Klart", "Arkiv;Enligt plan →;Enligt plan →")
    dagar: tuple[str, ...] = ("2024-07-01;9", "2024-07-02;7", "2024-07-03;8")
    colour: bytes = b"\x20\x60\xa0"

    def without(self, *ids: str) -> tuple[tuple[str, str], ...]:
        """Return the slides but some."""
        return tuple(one for one in self.slides if one[0] not in ids)

    def instead(self, id_: str, yaml: str) -> tuple[tuple[str, str], ...]:
        """Return the slides with another in the place of one."""
        return tuple((id_, yaml) if one[0] == id_ else one for one in self.slides)


@cache
def build(report: Report) -> bytes:
    """Return the deck that the pipeline makes of a report; a report that has been built is not built again."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(report, root)
        made = make(Project(root), "prov", PERIOD)
        return render(made, PERIOD, _Silent(), to_json(made.composed.record) if made.composed.record else "")[0]


class _Silent:
    def stage(self, words: str) -> None:
        """Tell no one."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        return pages


def _write(report: Report, root: Path) -> None:
    (root / "layouts").mkdir()
    for name in ("region.yaml", "region.pptx"):
        shutil.copy(REPO / "layouts" / name, root / "layouts" / name)
    month = root / "input" / PERIOD.code
    month.mkdir(parents=True)
    (root / "config").mkdir()
    slides = "".join(f"  - {{id: {id_}, {yaml.removeprefix('{')}\n" for id_, yaml in report.slides)
    (root / "config/sources.yaml").write_text(SOURCES, encoding="utf-8")
    (root / "config/prov.yaml").write_text(f"title: Prov\nslides:\n{slides}", encoding="utf-8")
    tables = {
        "utfall": ("Område;Utfall;Budget", report.utfall),
        "initiativ": ("Initiativ;Tid;Kostnad", report.initiativ),
        "dagar": ("Datum;Belagda", report.dagar),
    }
    for name, (header, rows) in tables.items():
        (month / f"{name}.csv").write_text("\n".join((header, *rows)), encoding="utf-8")
    if any(id_ == "laget" for id_, _ in report.slides):
        (month / "kommentarer.md").write_text(f"# Texter\n\n## laget\n\n{report.text}\n", encoding="utf-8")
    (month / "fjall.png").write_bytes(_png(report.colour))


def _png(colour: bytes, side: int = 60) -> bytes:
    """Return a square picture of one colour (red, green and blue)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + colour * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


BEFORE = Report()
AFTER = Report(
    text=TEXT.replace("Umeå", "Lycksele"),
    utfall=("Hus;4 600;3 100", "IT;350;400", "Bilar;75;95", "Digitalt;30;20"),
    initiativ=("Kallelser;Enligt plan →;Klart", "Arkiv;Ej enligt plan ↘;Enligt plan →"),
    dagar=("2024-07-01;9", "2024-07-02;10", "2024-07-03;8"),
    colour=b"\xa0\x20\x60",
)
"""The same report when every number, status and picture in it has changed."""


@dataclass
class Deck:
    """A deck on disk, as people have one: built, edited and built again."""

    path: Path

    def build(self, report: Report) -> Rebuilt:
        """Build a report into the deck as `deckbuilder build` does, and save it."""
        done = rebuilt(build(report), self.path, Rebuild())
        self.path.write_bytes(done.content)
        return done

    def edit(self, *edits: tuple[Edit, str]) -> None:
        """Make edits and save the deck."""
        deck = Parts.of(self.path.read_bytes())
        for edit, target in edits:
            edit(deck, target)
        self.path.write_bytes(deck.content())
