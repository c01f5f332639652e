"""Risks by likelihood and consequence: a matrix with numbered dots beside a list with level and measure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from deckbuilder.compose import references, tables, words
from deckbuilder.compose.context import chosen, source_line
from deckbuilder.compose.options import OptionsError
from deckbuilder.compose.risk_matrix import SIDE, Dot, matrix
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.spec.report import SlideSpec
from deckbuilder.value import SHAPES, Level, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import FigureTable, Row

SUMMARY = "Risker efter sannolikhet och konsekvens: en matris med numrerade punkter bredvid en lista med åtgärder."
EXAMPLE = """\
- type: risk
  id: risker
  title: Förberedelserna i verksamheten är den största risken
  figures: risker
  likelihood: Sannolikhet
  consequence: Konsekvens
  measure: Åtgärd
  total: risklage.fvis_programmet.samlad_risk
"""
_MATRIX, _LIST = (0, 0, 0.37, 1), (0.4, 0, 0.6, 1)
_WORDS = {Level.ON_PLAN: "Låg", Level.PARTLY: "Medel", Level.OFF_PLAN: "Hög"}
_COLOURS = {Level.ON_PLAN: "låg (grön)", Level.PARTLY: "medel (gul)", Level.OFF_PLAN: "hög (röd)"}


class Options(SlideSpec):
    """Which columns are what, and from which product of likelihood and consequence a risk is what."""

    figures: str
    """Siffrorna i config/sources.yaml, med en risk per rad."""
    likelihood: str
    """Kolumnen med sannolikhet, från 1 till 5."""
    consequence: str
    """Kolumnen med konsekvens, från 1 till 5."""
    measure: str | None = None
    """Kolumnen med åtgärd."""
    rows: tuple[str, ...] = ()
    """Risker i ordning. Utan listan visas alla, den största först."""
    total: str = ""
    """Status för den samlade risken: siffror.rad.kolumn."""
    medium: Annotated[int, Field(ge=1, le=25)] = 6
    """Minsta produkt av sannolikhet och konsekvens för medelhög risk."""
    high: Annotated[int, Field(ge=1, le=25)] = 15
    """Minsta produkt av sannolikhet och konsekvens för hög risk."""
    alt: str = ""
    """Alternativtext till listan. Utan den skrivs en ur siffrorna."""

    @model_validator(mode="after")
    def _rises(self) -> Options:
        if self.medium >= self.high:
            sentence = f"'medium' är {self.medium} men ska vara lägre än 'high', som är {self.high}. Ändra en av dem."
            raise OptionsError(sentence, "DB422")
        return self

    def level(self, product: int) -> Level:
        """Return how large a risk is, as the status of the same colour."""
        return Level.OFF_PLAN if product >= self.high else Level.PARTLY if product >= self.medium else Level.ON_PLAN


@dataclass(frozen=True)
class _Risk:
    name: str
    likelihood: int
    consequence: int
    measure: str

    @property
    def product(self) -> int:
        return self.likelihood * self.consequence


def compose(options: Options, context: Context) -> Page:
    """Return a page with matrix and list; raise SpecError for what is no number from 1 to 5."""
    table = context.table(options.figures)
    keys = _columns(options, table)
    _, rows = tables.pick(table, (), options.rows)
    risks = [_risk(table, row, keys) for row in rows if row.kind == "row"]
    if not options.rows:
        risks.sort(key=lambda risk: -risk.product)
    dots = [Dot(str(number), risk.likelihood, risk.consequence) for number, risk in enumerate(risks, start=1)]
    title = words.described(table, options.title)
    drawing = matrix(dots, options.level, title, _MATRIX)
    total, status = _total(options, context)
    block = _list(risks, options, title)
    subtitle = options.subtitle or ". ".join(filter(None, (status, words.subtitle(title, context.period.name))))
    source = source_line(options.source, table, *([total] if total else []))
    return Page(options.id, "free", options.title, (drawing, block), subtitle, source)


def _columns(options: Options, table: FigureTable) -> dict[str, str]:
    labels = {column.key: column.label for column in table.columns}
    wanted = {
        key: word for key in ("likelihood", "consequence", "measure") if (word := getattr(options, key)) is not None
    }
    return {key: chosen((word,), labels, key, "Kolumnen")[0] for key, word in wanted.items()}


def _risk(table: FigureTable, row: Row, keys: dict[str, str]) -> _Risk:
    sides = []
    for key in ("likelihood", "consequence"):
        figure = table.figure(row.key, keys[key])
        if figure.number not in {Decimal(n) for n in range(1, SIDE + 1)}:
            what = f"'{row.label}' har {figure.shown()} i '{keys[key]}'."
            raise SpecError((key,), f"{what} Skriv ett heltal från 1 till {SIDE} i underlaget.", "DB427")
        sides.append(int(figure.number or 0))
    measure = table.figure(row.key, keys["measure"]).shown() if "measure" in keys else ""
    return _Risk(row.label, sides[0], sides[1], measure)


def _total(options: Options, context: Context) -> tuple[FigureTable | None, str]:
    """Return the total risk in words with its shape, and the figures it is from."""
    if not options.total:
        return None, ""
    figure, table = references.figure(options.total, ("total",), context)
    if not isinstance(figure.value, Status):
        raise SpecError(("total",), f"'{options.total}' är ingen status. Välj en kolumn med status.", "DB406")
    level = figure.value.level
    return table, f"Samlad risk: {SHAPES[level]} {_COLOURS[level]}"


def _list(risks: Sequence[_Risk], options: Options, title: str) -> TableBlock:
    has_measures = any(risk.measure for risk in risks)
    header = [TableColumn("Nr"), TableColumn("Risk", "left"), TableColumn("Nivå", "left")]
    header += [TableColumn("Åtgärd", "left")] if has_measures else []
    body = []
    for number, risk in enumerate(risks, start=1):
        level = options.level(risk.product)
        cells = [TableCell(str(number)), TableCell(risk.name), TableCell(_WORDS[level], level=level)]
        cells += [TableCell(risk.measure)] if has_measures else []
        body.append(TableRow(tuple(cells)))
    said = " ".join(_words(number, risk, options) for number, risk in enumerate(risks, start=1))
    alt = options.alt or f"Tabell: {title}. {said}"
    return TableBlock("list", "content", tuple(header), tuple(body), alt, area=_LIST)


def _words(number: int, risk: _Risk, options: Options) -> str:
    level = _WORDS[options.level(risk.product)].lower()
    return f"{number}: {risk.name}, {level}, sannolikhet {risk.likelihood} och konsekvens {risk.consequence}."
