"""Sweden's 21 regions as tiles placed like the country, each with its number and a shade for its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import source_line
from deckbuilder.compose.drawing import words as lines
from deckbuilder.compose.heat import HeatScale, heat_scale
from deckbuilder.compose.history import one_column
from deckbuilder.compose.legend import legend
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.regions import ACROSS, DOWN, REGIONS, region
from deckbuilder.errors import SpecError, did_you_mean, listed
from deckbuilder.page import DrawingBlock, Page, Shape, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.compose.regions import Region
    from deckbuilder.figures.figure import Column, Figure, FigureTable
    from deckbuilder.page import Area, Block
    from deckbuilder.value import Unit

SUMMARY = "Sveriges 21 regioner som rutor på en karta, med tal och färg efter storlek."
EXAMPLE = """\
- type: tile_map
  id: hyrpersonal-karta
  title: Hyrpersonalen kostar mindre i nästan hela landet
  figures: hyrpersonal_per_region
  column: Totalt
  better: lower
  highlight: Västerbotten
"""
_TILE, _GAP = (150.0, 57.0), 6.0
_CANVAS = (ACROSS * _TILE[0] + (ACROSS - 1) * _GAP, DOWN * _TILE[1] + (DOWN - 1) * _GAP)
_LISTED, _LINE = 5, 32.0
_ALONE: tuple[Area, Area, Area] = (0, 0, 0.54, 1), (0.57, 0, 0.16, 1), (0.76, 0, 0.24, 1)
_BESIDE_TEXT: tuple[Area, Area] = (0, 0, 0.78, 1), (0.81, 0, 0.19, 1)


class Options(NumberOptions, TextOptions):
    """The figures have a row per region; sums are left out."""

    figures: str
    """Siffrorna i config/sources.yaml, med en rad per region."""
    column: str | None = None
    """Kolumnen som visas. Behövs när siffrorna har flera."""
    leave_out: tuple[str, ...] = ()
    """Rader som inte är regioner, till exempel Riket."""
    better: Literal["higher", "lower"] | None = None
    """higher om högre är bättre, lower om lägre är det. Utan den visar färgen bara högt och lågt."""
    highlight: str = ""
    """Den egna regionen, som får en ram."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler för pengar och antal."""
    text: str | None = None
    """Text i stället för listan bredvid. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


@dataclass(frozen=True)
class _Tile:
    """A region and its figure; no figure when the file lacks the region, no number when the value is missing."""

    region: Region
    figure: Figure | None
    number: Decimal | None
    text: str

    @property
    def words(self) -> str:
        """The region and its value in a sentence."""
        return f"{self.region.name} {self.text}"


def compose(options: Options, context: Context) -> Page:
    """Return a page with the map, its scale, and text or a ranking; raise SpecError for rows that are no regions."""
    table = context.table(options.figures)
    column = one_column(table, options.column)
    unit = tables.money_unit(options.unit, table)
    tiles = _tiles(table, column, unit, options)
    known = [tile for tile in tiles if tile.number is not None]
    if not known:
        sentence = f"Kolumnen '{column.label}' har inga tal. Välj en annan med 'column'."
        raise SpecError(("column" if options.column else "figures",), sentence, "DB407")
    scale = heat_scale([tile.number for tile in known if tile.number is not None], options.better)
    own = _own(options.highlight)
    what = f"{words.described(table, options.title)}, {column.label.lower()}"
    text = optional_text(options.text, context)
    areas = _BESIDE_TEXT if text else _ALONE
    shown_in = unit if unit and column.unit.is_money else column.unit
    decimals = options.places(column)
    heading = swedish.capital(context.unit_label(shown_in)) or "Värde"
    alt = options.alt or _alt(what, tiles, known, own)
    blocks: list[Block] = [
        DrawingBlock("map", "content", _map(tiles, scale, own), alt, _CANVAS, area=areas[0]),
        legend(heading, scale.steps(decimals), _notes(tiles, scale), areas[1]),
    ]
    blocks.append(TextBlock("body", "body", text) if text else _ranking(known, own, _ALONE[2]))
    subtitle = options.subtitle or words.subtitle(f"{table.label}, {column.label.lower()}", context.period.name)
    source = source_line(options.source, table)
    return Page(options.id, "free_text" if text else "free", options.title, tuple(blocks), subtitle, source)


def _tiles(table: FigureTable, column: Column, unit: Unit | None, options: Options) -> list[_Tile]:
    """Return a tile for each region; raise SpecError for a row that is none, or that is there twice."""
    figures: dict[Region, Figure] = {}
    left_out = {word.casefold() for word in options.leave_out}
    for row in table.rows:
        if row.kind != "row" or row.label.casefold() in left_out:
            continue
        found = region(row.label)
        if found is None:
            remedy = "Rätta namnet i filen, eller skriv raden i 'leave_out'."
            guess = did_you_mean(row.label, (one.name for one in REGIONS))
            raise SpecError(
                ("figures",), f"Raden '{row.label}' är ingen av Sveriges 21 regioner.{guess} {remedy}", "DB426"
            )
        if found in figures:
            sentence = (
                f"Två rader är regionen {found.name}. Visa en rad per region, eller skriv den andra i 'leave_out'."
            )
            raise SpecError(("figures",), sentence, "DB426")
        figures[found] = table.figure(row.key, column.key)
    return [_tile(one, figures.get(one), column, unit, options.decimals) for one in REGIONS]


def _tile(found: Region, figure: Figure | None, column: Column, unit: Unit | None, decimals: int | None) -> _Tile:
    if figure is None:
        return _Tile(found, None, None, swedish.MISSING)
    return _Tile(
        found, figure, tables.shown_number(figure, unit, decimals), tables.cell(figure, column, unit, decimals).text
    )


def _own(word: str) -> Region | None:
    found = region(word) if word else None
    if word and found is None:
        guess = did_you_mean(word, (one.name for one in REGIONS))
        raise SpecError(("highlight",), f"'{word}' är ingen av Sveriges 21 regioner.{guess} Skriv en region.", "DB426")
    return found


def _map(tiles: Sequence[_Tile], scale: HeatScale, own: Region | None) -> tuple[Shape, ...]:
    """Return the tiles from north to south; the own one last, so that its frame lies over its neighbours."""
    shapes: list[Shape] = []
    for tile in sorted(tiles, key=lambda tile: tile.region == own):
        left, top = tile.region.column * (_TILE[0] + _GAP), tile.region.row * (_TILE[1] + _GAP)
        fill = "" if tile.number is None else scale.fill(tile.number)
        is_own = tile.region == own
        key, name_high = swedish.key(tile.region.name), 0.44 * _TILE[1]
        shapes += [
            Shape(
                f"{key}-ruta", "rectangle", left, top, *_TILE, fill=fill, weight=4 if is_own else 1,
                outline="text" if is_own else "" if fill else "muted", dashed=tile.number is None,
            ),
            Shape(
                f"{key}-namn", "text", left + 4, top + 2, _TILE[0] - 8, name_high, behind=fill, step="note",
                text=lines(tile.region.name),
            ),
            Shape(
                f"{key}-tal", "text", left + 4, top + name_high, _TILE[0] - 8, _TILE[1] - name_high - 2, behind=fill,
                step="head", text=lines(tile.text, bold=True),
            ),
        ]  # fmt: skip
    return tuple(shapes)


def _notes(tiles: Sequence[_Tile], scale: HeatScale) -> list[str]:
    outside = [tile.words for tile in tiles if tile.number is not None and scale.is_outside(tile.number)]
    missing = [tile.region.name for tile in tiles if tile.figure is None or tile.figure.value is None]
    notes = [f"Utanför skalan: {listed(outside)}."] if outside else []
    return notes + ([f"Uppgift saknas (streckad ram): {listed(missing)}."] if missing else [])


def _ranking(known: Sequence[_Tile], own: Region | None, area: Area) -> DrawingBlock:
    """Return the highest and the lowest regions as two short lists, the own one in bold."""
    ordered = sorted(known, key=lambda tile: tile.number or 0, reverse=True)
    count = min(_LISTED, len(ordered) // 2) or 1
    parts = {"Högst": ordered[:count], "Lägst": ordered[-count:]}
    shapes: list[Shape] = []
    top = 0.0
    for heading, tiles in parts.items():
        shapes.append(
            Shape(
                f"{heading.lower()}-rubrik",
                "text",
                0,
                top,
                270,
                30,
                text=lines(heading, bold=True),
                align="left",
                step="note",
            )
        )
        for number, tile in enumerate(tiles, start=1):
            shapes += _ranked(tile, top + _LINE * number, bold=tile.region == own)
        top += _LINE * (count + 1.6)
    alt = " ".join(f"{heading}: {listed(tile.words for tile in tiles)}." for heading, tiles in parts.items())
    return DrawingBlock("ranking", "content", tuple(shapes), alt, (270, _CANVAS[1]), area=area)


def _ranked(tile: _Tile, top: float, *, bold: bool) -> list[Shape]:
    key = swedish.key(tile.region.name)
    name, value = lines(tile.region.name, bold=bold), lines(tile.text, bold=bold)
    return [
        Shape(f"{key}-namn", "text", 0, top, 190, _LINE, text=name, align="left", step="note"),
        Shape(f"{key}-tal", "text", 190, top, 80, _LINE, text=value, align="right", step="note"),
    ]


def _alt(what: str, tiles: Sequence[_Tile], known: Sequence[_Tile], own: Region | None) -> str:
    ordered = sorted(known, key=lambda tile: tile.number or 0)
    text = f"Karta med en ruta per region: {what}. Lägst {ordered[0].words}, högst {ordered[-1].words}."
    text += "".join(f" {tile.words}." for tile in tiles if tile.region == own)
    others = [tile.words for tile in tiles if tile.number is None]
    return text + (f" Utan tal: {listed(others)}." if others else "")
