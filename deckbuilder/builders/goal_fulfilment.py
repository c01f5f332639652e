"""Goals judged against their targets: value, target, ratio, and whether each is met, partly met or not met."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from deckbuilder import swedish
from deckbuilder.compose import tables, words
from deckbuilder.compose.context import chosen, source_line
from deckbuilder.compose.options import OptionsError
from deckbuilder.errors import SpecError, listed
from deckbuilder.figures import arithmetic
from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.spec.report import SlideSpec
from deckbuilder.value import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row

SUMMARY = "Måluppfyllelse: utfall, mål, andel av målet och om det är uppfyllt, delvis uppfyllt eller inte."
EXAMPLE = """\
- type: goal_fulfilment
  id: maluppfyllelse
  title: Alla förvaltningar når målet för minskad administration
  figures: minskad_administration
  value: Uppnått
  target: Mål
  label: Förvaltning
"""
_WORDS = {Level.ON_PLAN: "uppfyllt", Level.PARTLY: "delvis uppfyllt", Level.OFF_PLAN: "ej uppfyllt"}
_PLURALS = {Level.ON_PLAN: "uppfyllda", Level.PARTLY: "delvis uppfyllda", Level.OFF_PLAN: "ej uppfyllda"}
_UNJUDGED = "Ej bedömt"
_MOST_DECIMALS = 6
_OTHERS = "Visa de andra raderna med 'rows'."


class Options(SlideSpec):
    """Which columns are values and targets, and how large a share of the target counts as what."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    value: str
    """Kolumnen med utfall."""
    target: str
    """Kolumnen med mål."""
    rows: tuple[str, ...] = ()
    """Rader i ordning. Utan listan visas alla."""
    lower_is_better: tuple[str, ...] = ()
    """Rader där utfallet ska vara högst målet."""
    met: Annotated[float, Field(gt=0)] = 100
    """Minsta andel av målet, i procent, för att det ska vara uppfyllt."""
    partly: Annotated[float, Field(gt=0)] = 80
    """Minsta andel av målet, i procent, för att det ska vara delvis uppfyllt."""
    label: str = "Mål"
    """Rubrik över målens namn."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""

    @model_validator(mode="after")
    def _falls(self) -> Options:
        if self.partly >= self.met:
            sentence = f"'partly' är {self.partly:g} men ska vara lägre än 'met', som är {self.met:g}. Ändra en av dem."
            raise OptionsError(sentence, "DB422")
        return self


@dataclass(frozen=True)
class _Judge:
    """The shares of a target, in per cent, from which a goal is met and partly met."""

    met: Decimal
    partly: Decimal

    def level(self, share: Decimal) -> Level:
        return Level.ON_PLAN if share >= self.met else Level.PARTLY if share >= self.partly else Level.OFF_PLAN

    def shown(self, share: Decimal) -> str:
        """Return a share with as many decimals as keep it on its side of the thresholds: 99,6 is not shown as 100."""
        places = (n for n in range(_MOST_DECIMALS) if self.level(swedish.rounded(share, n)) is self.level(share))
        return swedish.number(share, next(places, _MOST_DECIMALS))

    def words(self) -> str:
        met, partly = (swedish.number(one, swedish.decimals_of(one)) for one in (self.met, self.partly))
        return f"Uppfyllt: minst {met} % av målet. Delvis: minst {partly} %"


def compose(options: Options, context: Context) -> Page:
    """Return a page with the goals; raise SpecError for a target that no share can be taken of."""
    table = context.table(options.figures)
    labels = {column.key: column.label for column in table.columns}
    keys = [chosen((getattr(options, word),), labels, word, "Kolumnen")[0] for word in ("value", "target")]
    (value, target), rows = tables.pick(table, tuple(keys), options.rows)
    rows = tables.named([row for row in rows if row.kind == "row"])
    known = {row.key: row.label for row in rows}
    lower = (
        set(chosen(options.lower_is_better, known, "lower_is_better", "Raden")) if options.lower_is_better else set()
    )
    judge = _Judge(Decimal(str(options.met)), Decimal(str(options.partly)))
    shares = {row.key: _share(table, row, (value, target), is_lower=row.key in lower) for row in rows}
    levels = {key: judge.level(share) for key, share in shares.items() if share is not None}
    written = {
        row.key: [_cell(table.figure(row.key, column.key), context) for column in (value, target)] for row in rows
    }
    body = tuple(_row(row, written[row.key], shares[row.key], judge) for row in rows)
    header = (
        TableColumn(options.label, "left"),
        TableColumn(value.label),
        TableColumn(target.label),
        TableColumn("Andel av målet, %"),
        TableColumn("Bedömning", "left"),
    )
    block = TableBlock("table", "table", header, body, options.alt)
    said = _counted(list(levels.values()), len(rows))
    block = tables.with_alt(block, f"Tabell: {words.described(table, options.title)}. {said}. {_alt(body)}")
    subtitle = options.subtitle or f"{said}, {context.period.name}"
    source = source_line(options.source, table, note=judge.words())
    return Page(options.id, "table", options.title, (block,), subtitle, source)


def _share(table: FigureTable, row: Row, columns: tuple[Column, Column], *, is_lower: bool) -> Decimal | None:
    """Return how much of its target a goal has reached, in per cent; None where a number is missing."""
    value, target = (table.figure(row.key, column.key) for column in columns)
    if target.number is not None and target.number <= 0:
        what = f"Målet för '{row.label}' är {target.shown()}, så ingen andel kan räknas."
        raise SpecError(("rows",), f"{what} {_OTHERS}", "DB424")
    if is_lower and value.number is not None and value.number <= 0:
        what = f"Utfallet för '{row.label}' är {value.shown()}, så ingen andel kan räknas."
        raise SpecError(("lower_is_better",), f"{what} {_OTHERS}", "DB424")
    pair = (target, value) if is_lower else (value, target)
    return arithmetic.share("", *pair, "andel av målet").number


def _row(row: Row, cells: Sequence[TableCell], share: Decimal | None, judge: _Judge) -> TableRow:
    if share is None:
        return TableRow(
            (TableCell(row.label), *cells, TableCell(swedish.MISSING, "muted"), TableCell(_UNJUDGED, "muted"))
        )
    level = judge.level(share)
    verdict = TableCell(swedish.capital(_WORDS[level]), level=level)
    return TableRow((TableCell(row.label), *cells, TableCell(judge.shown(share)), verdict))


def _cell(figure: Figure, context: Context) -> TableCell:
    """Return a value with its unit, as goals are in different ones."""
    if figure.number is None:
        return TableCell(figure.shown(), "muted" if figure.value is None else "")
    return TableCell(context.written(figure))


def _counted(levels: Sequence[Level], count: int) -> str:
    counts = {level: levels.count(level) for level in Level}
    judged = [f"{n} {(_WORDS if n == 1 else _PLURALS)[level]}" for level, n in counts.items() if n]
    unjudged = [f"{count - len(levels)} ej {'bedömt' if count - len(levels) == 1 else 'bedömda'}"]
    return f"{listed(judged + (unjudged if len(levels) < count else []))} av {count} mål"


def _alt(body: Sequence[TableRow]) -> str:
    return " ".join(
        f"{name.text}: {value.text} mot målet {target.text}, {share.text} %, {verdict.text.lower()}."
        for name, value, target, share, verdict in (row.cells for row in body)
    )
