"""A waterfall: from one total to another by cause, each cause a floating bar with its signed change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.compose import charts, tables, waterfall, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import chosen
from deckbuilder.compose.history import one_column
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, listed
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.compose.waterfall import Waterfall
    from deckbuilder.figures.figure import Better, Column, FigureTable, Row
    from deckbuilder.page import Page

SUMMARY = "Vägen från en summa till en annan, till exempel från budget till utfall, orsak för orsak."
EXAMPLE = """\
- type: waterfall
  id: budget-till-utfall
  title: Hälso- och sjukvården drar ner resultatet, finansnettot lyfter det
  figures: region
  start: ack_budget
  end: ack_utfall
  step: ack_avvikelse
  unit: mkr
  together: {Övriga nämnder: [Regionala utvecklingsnämnd, Folkhögskolestyrelsen, Patientnämnd, Revision]}
"""
MOST_STEPS = 12
_KEPT_STEP = f"Behållet värde{swedish.MARK}"


class Options(NumberOptions, TextOptions):
    """For figures with a column to start from, one to end at, and rows that add up to a total."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    start: str
    """Kolumnen med det som vattenfallet börjar vid, till exempel budget."""
    end: str
    """Kolumnen med det som vattenfallet slutar vid, till exempel utfall."""
    step: str | None = None
    """Kolumnen med förändringen. Utan den räknas slutet minus början."""
    rows: tuple[str, ...] = ()
    """Orsakerna i ordning. Utan listan visas alla rader utom summor."""
    together: dict[str, tuple[str, ...]] = {}
    """Rader som blir ett steg: stegets namn och vilka rader."""
    total: str | None = None
    """Raden med summan. Utan den tas siffrornas sista summa."""
    start_label: str = ""
    """Namnet på den första stapeln."""
    end_label: str = ""
    """Namnet på den sista stapeln."""
    start_role: Literal["budget", "previous", "forecast", "actual"] = "budget"
    """Vad den första stapeln är: budget, previous (föregående år), forecast (prognos) eller actual (utfall)."""
    better: Literal["higher", "lower"] | None = None
    """Om en ökning är bra (higher) eller dålig (lower). Utan den gäller vad siffrorna säger."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the waterfall; raise SpecError for changes that do not lead from the start to the end."""
    table = context.table(options.figures)
    start, end = (one_column(table, getattr(options, key), key) for key in ("start", "end"))
    step = one_column(table, options.step, "step") if options.step else None
    unit = charts.common_unit([start, end, *filter(None, (step,))], tables.money_unit(options.unit, table))
    total = _total(table, options)
    rows = _rows(table, total, options)
    fall, given = (
        waterfall.Waterfall(
            (options.start_label or start.label, number(total, start, "start")),
            _together([(row, _step(row, (start, end, step), number)) for row in rows], table, options),
            (options.end_label or end.label, number(total, end, "end")),
            options.better or _direction(table, rows, step),
            options.places(start),
        )
        for number in (_Numbers(table, unit), _Numbers(table, unit, is_given=True))
    )
    _refuse_a_gap(given, context.unit_label(unit), options)
    fall = _with_what_is_kept(fall)
    subtitle = options.subtitle or words.subtitle(context.unit_label(unit), context.period.name)
    what = f"{words.described(table, options.title)}. {subtitle}"
    block = waterfall.block(fall, options.start_role)
    block = replace(block, alt=options.alt or " ".join((f"Vattenfallsdiagram: {what}.", *_said(fall))))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _total(table: FigureTable, options: Options) -> Row:
    """Return the row that the waterfall leads from and to."""
    if options.total is not None:
        try:
            return tables.pick(table, (), (options.total,))[1][0]
        except SpecError as error:
            raise SpecError(("total",), str(error), error.code) from error
    sums = [row for row in table.rows if row.kind == "total"] or [row for row in table.rows if row.kind == "subtotal"]
    if not sums:
        raise SpecError(
            ("figures",), f"Siffrorna '{options.figures}' har ingen summa. Skriv vilken rad med 'total'.", "DB429"
        )
    return sums[-1]


def _rows(table: FigureTable, total: Row, options: Options) -> list[Row]:
    _, rows = tables.pick(table, (), options.rows)
    return tables.named(rows if options.rows else [row for row in rows if row.kind == "row" and row != total])


@dataclass(frozen=True)
class _Numbers:
    """The numbers of a table in a unit, as slides show them; or as the source gives them, where others are kept."""

    table: FigureTable
    unit: Unit
    is_given: bool = False

    def __call__(self, row: Row, column: Column, key: str) -> Decimal:
        """Return a number; raise SpecError at `key` where there is none."""
        figure = self.table.figure(row.key, column.key)
        value = charts.number_in(figure.given if self.is_given else figure, self.unit)
        if value is None:
            sentence = f"'{row.label}' har inget tal i kolumnen '{column.label}', och vattenfallet kan inte visas."
            raise SpecError((key,), f"{sentence} Rätta siffrorna, eller välj andra.", "DB407")
        return value


def _step(row: Row, columns: tuple[Column, Column, Column | None], number: _Numbers) -> Decimal:
    """Return a row's change: as its own column has it, else the end less the start."""
    start, end, step = columns
    return number(row, step, "step") if step is not None else number(row, end, "end") - number(row, start, "start")


def _with_what_is_kept(fall: Waterfall) -> Waterfall:
    """Return the waterfall with a last step for what values that people keep take it from what the source gives."""
    gap = fall.end[1] - sum((change for _, change in fall.steps), fall.start[1])
    return replace(fall, steps=(*fall.steps, (_KEPT_STEP, gap))) if gap else fall


def _together(
    changes: Sequence[tuple[Row, Decimal]], table: FigureTable, options: Options
) -> tuple[tuple[str, Decimal], ...]:
    """Return the steps by name; rows that are put together become one, where the first of them stood."""
    steps = dict(_members(table, options))
    found: dict[str, Decimal] = {}
    for row, change in changes:
        name = steps.get(row.key, row.label)
        found[name] = found.get(name, Decimal(0)) + change
    if len(found) > MOST_STEPS:
        what = f"Vattenfallet får {len(found)} steg, men högst {MOST_STEPS} går att läsa."
        raise SpecError(("rows",), f"{what} Lägg ihop rader med 'together', eller välj summor i 'rows'.", "DB413")
    return tuple(found.items())


def _members(table: FigureTable, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the rows that are put together, by key, and the step that each is a part of."""
    known = {row.key: row.label for row in table.rows}
    for name, members in options.together.items():
        try:
            yield from ((key, name) for key in chosen(members, known, name, "Raden"))
        except SpecError as error:
            raise SpecError(("together", *error.path), str(error), error.code) from error


def _direction(table: FigureTable, rows: Sequence[Row], step: Column | None) -> Better | None:
    """Return whether more is better, where the figures of the changes all say the same."""
    found = {table.figure(row.key, step.key).better for row in rows} if step else set()
    return found.pop() if len(found) == 1 else None


def _refuse_a_gap(fall: Waterfall, unit: str, options: Options) -> None:
    """Raise SpecError when the changes do not add up to the difference, unrounded."""
    changes = sum((change for _, change in fall.steps), Decimal(0))
    difference = fall.end[1] - fall.start[1]
    if changes == difference:
        return
    places = max(swedish.decimals_of(value) for value in (changes, difference))
    shown = [swedish.with_unit(v, Unit.NONE, places, label=unit) for v in (changes, difference, difference - changes)]
    what = f"Stegen blir {shown[0]} tillsammans, men från {fall.start[0]} till {fall.end[0]} är det {shown[1]}."
    remedy = f"{shown[2]} saknas. Ta med alla rader som summan består av i 'rows', och ingen rad två gånger."
    if options.step and changes == -difference:
        remedy = f"'{options.step}' har omvänt tecken. Ta bort 'step', så räknas stegen som slutet minus början."
    raise SpecError(
        ("rows",) if options.rows else ("step",) if options.step else ("figures",), f"{what} {remedy}", "DB425"
    )


def _said(fall: Waterfall) -> Iterator[str]:
    """Say where it starts and ends, and what leads up and down, the largest first."""
    _, *texts, end = fall.texts
    yield f"{fall.start[0]} {fall.texts[0]}, {fall.end[0]} {end}."
    shown = sorted(zip(fall.steps, texts, strict=True), key=lambda step: -abs(step[0][1]))
    for heading, sign in (("Uppåt", 1), ("Nedåt", -1)):
        found = [f"{name} {text}" for (name, change), text in shown if change * sign > 0]
        if found:
            yield f"{heading}: {listed(found)}."
    if still := [name for name, change in fall.steps if not change]:
        yield f"Oförändrat: {listed(still)}."
