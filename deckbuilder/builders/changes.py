"""What has changed since the report before: figures then and now, and statuses that moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from deckbuilder import swedish
from deckbuilder.compose import changed, references
from deckbuilder.compose.context import source_line, source_of
from deckbuilder.compose.options import NumberOptions
from deckbuilder.compose.tables import group_row
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, Paragraph, Run, TableBlock, TableCell, TableColumn, TableRow, TextBlock
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.comparison import Change, Comparison

COMPARES = True
SUMMARY = "Vad som har förändrats sedan förra rapporten: siffror då och nu, och statusar som har flyttats."
EXAMPLE = """\
- type: changes
  id: forandrat
  title: Förändrat sedan förra rapporten
  unit: mkr
  figures:
    - {figure: investeringar.totalt.utfall, label: Investeringar hittills i år}
    - {figure: investeringar.totalt.prognos, label: "Investeringar, prognos för året"}
    - {figure: investeringar.totalt.avvikelse, label: "Investeringar, prognos mot budget"}
"""


class FollowedFigure(Model):
    """A figure to follow, and how it is named."""

    figure: str
    """Siffran, som siffror.rad.kolumn."""
    label: str = ""
    """Namnet i tabellen. Utan det används radens och kolumnens namn."""


def _followed(value: Any) -> Any:
    return {"figure": value} if isinstance(value, str) else value


_Followed = Annotated[FollowedFigure, BeforeValidator(_followed, json_schema_input_type=FollowedFigure | str)]


class Options(NumberOptions):
    """Which figures to follow, else those of titles and sentences that have changed."""

    figures: tuple[_Followed, ...] = ()
    """Siffror att följa, i ordning. De visas också när de är oförändrade. Utan listan visas de siffror i bildernas
    rubriker och meningar som har ändrats."""
    statuses: bool = True
    """Om statusar som har flyttats visas sist."""
    most: Annotated[int, Field(ge=1, le=40)] = 10
    """Högsta antalet rader. Siffror som listas i 'figures' visas alltid."""


@dataclass(frozen=True)
class _Line:
    """A row of the table: a figure now, what it is called, and what it was; None when it was not shown then."""

    label: str
    group: str
    now: Figure
    change: Change | None


def compose(options: Options, context: Context) -> Page:
    """Return a page with what has changed, or with a sentence when there is no report before.

    Raise SpecError for a figure that does not exist.
    """
    comparison = context.compared()
    followed = _lines_to_follow(options, context, comparison)
    if comparison is None:
        sentence = f"Det finns ingen rapport före {context.period.name} att jämföra med."
        return _text_page(options, [sentence], [_said(line, options, context) for line in followed], context)
    lines, count = _limited(followed, *_found(options, context, comparison), options.most)
    before = comparison.before.period.name
    if not lines:
        sentence = f"Inget av det som står i rubriker och meningar har ändrats sedan {before}."
        return _text_page(options, [sentence], [], context)
    named = "" if len(lines) == count else f", {len(lines)} av {count} förändringar"
    subtitle = options.subtitle or f"{swedish.capital(context.period.name)} jämfört med {before}{named}"
    note = f"Jämfört med rapporten för {before}. Skillnader är räknade på oavrundade tal"
    files = source_of(line.now for line in lines)
    source = source_line(options.source, note=". ".join(filter(None, (files, note))))
    block = _table(lines, options, context, comparison)
    return Page(options.id, "table", options.title, (block,), subtitle, source)


def _lines_to_follow(options: Options, context: Context, comparison: Comparison | None) -> list[_Line]:
    """Return a line for each figure that staff list; those of one name are told apart by their tables'."""
    lines: list[_Line] = []
    tables = []
    for number, one in enumerate(options.figures):
        figure, table = references.figure(one.figure, ("figures", number), context)
        if figure.id in {line.now.id for line in lines}:
            raise SpecError(("figures", number), f"'{one.figure}' står redan i listan. Ta bort den ena.", "DB404")
        change = comparison.change(figure) if comparison else None
        lines.append(_Line(one.label or figure.label, "", figure, change))
        tables.append(table.label or table.name)
    labels = Counter(line.label for line in lines)
    return [
        replace(line, label=f"{table}: {line.label}") if labels[line.label] > 1 else line
        for line, table in zip(lines, tables, strict=True)
    ]


def _found(options: Options, context: Context, comparison: Comparison) -> tuple[list[_Line], list[_Line]]:
    """Return the figures of titles and sentences that can be seen to have changed, and the statuses that moved."""
    listed = {change.after.id: change for change in comparison.changes}
    told = dict.fromkeys(name for slide in comparison.after.slides for name in slide.told)
    changes = [listed[name] for name in told if name in listed and not options.figures]
    seen = [change for change in changes if not changed.is_hidden(change, options, context)]
    followed = {references.figure(one.figure, ("figures",), context)[0].id for one in options.figures}
    moved = [one for one in comparison.statuses if options.statuses and one.after.id not in followed]
    return [_line(change, context) for change in seen], [_line(change, context) for change in moved]


def _line(change: Change, context: Context) -> _Line:
    """Return a line of a figure that is read from the book, so that the slide is known to show it."""
    figure, table = references.figure(change.after.id, ("type",), context)
    whole = context.book.table(figure.id.partition(".")[0])
    return _Line(figure.label, table.label or whole.label, figure, change)


def _limited(
    followed: Sequence[_Line], figures: Sequence[_Line], statuses: Sequence[_Line], most: int
) -> tuple[list[_Line], int]:
    """Return as many lines as are shown, a third of them left to statuses, and how many there are in all."""
    room = max(most - len(followed), 0)
    first = figures[: max(room - min(len(statuses), room // 3), 0)]
    lines = [*followed, *first, *statuses[: room - len(first)]]
    return lines, len(followed) + len(figures) + len(statuses)


def _table(lines: Sequence[_Line], options: Options, context: Context, comparison: Comparison) -> TableBlock:
    before, now = (swedish.capital(period.name) for period in (comparison.before.period, context.period))
    columns = [TableColumn("Mått", "left"), TableColumn(before), TableColumn(now), TableColumn("Förändring")]
    verdicts = [changed.verdict_cell(line.change, options, context) for line in lines]
    if any(cell.text for cell in verdicts):
        columns.append(TableColumn("Riktning", "left"))
    rows = []
    for group, members in groupby(zip(lines, verdicts, strict=True), key=lambda pair: pair[0].group):
        rows += [group_row(group, len(columns))] if group else []
        for line, verdict in members:
            cells = (TableCell(line.label), *changed.cells(line.change, line.now, options, context), verdict)
            rows.append(TableRow(cells[: len(columns)], indent=bool(group)))
    words = " ".join(_words(line, options, context, before) for line in lines)
    return TableBlock("table", "table", tuple(columns), tuple(rows), f"Tabell: {options.title}. {words}")


def _words(line: _Line, options: Options, context: Context, before: str) -> str:
    """Return `Investeringar: 479 Mkr, 412 Mkr juni 2024 (+67 Mkr, sämre).` as a sentence."""
    was, now, change = (cell.text for cell in changed.cells(line.change, line.now, options, context))
    verdict = changed.verdict_cell(line.change, options, context).text
    told = ", ".join(swedish.uncapital(word) for word in (change, verdict) if word)
    return f"{line.label}: {now}, {was} {swedish.uncapital(before)}" + (f" ({told})." if told else ".")


def _said(line: _Line, options: Options, context: Context) -> str:
    return f"{line.label}: {changed.shown(line.now, options, context).text}"


def _text_page(options: Options, sentences: Sequence[str], points: Sequence[str], context: Context) -> Page:
    """Return a page of plain sentences with points below."""
    paragraphs = [Paragraph((Run(text),), bullet=False) for text in sentences]
    paragraphs += [Paragraph((Run(text),)) for text in points]
    block = TextBlock("body", "body", tuple(paragraphs))
    subtitle = options.subtitle or swedish.capital(context.period.name)
    return Page(options.id, "text", options.title, (block,), subtitle, options.source or "")
