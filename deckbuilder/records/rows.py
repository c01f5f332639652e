"""Figures that only one of two records has, row by row: a new initiative is one piece of news, not four."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.records.quantities import quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.quantities import Pairs
    from deckbuilder.records.record import Record, RecordedSlide


@dataclass(frozen=True)
class RowOfFigures:
    """The figures of a row that only one record has, and its slides that show any; or a single figure of a row."""

    label: str
    figures: tuple[Figure, ...]
    slides: tuple[RecordedSlide, ...]


def rows_of(lonely: Sequence[Figure], record: Record, slides: Collection[str], pairs: Pairs) -> Iterator[RowOfFigures]:
    """Yield the figures of a record that the other lacks, together where that is a whole row, in slide order.

    Those of slides that are new or gone themselves are left out, and so are months that only have moved on, and
    single figures about another period than the report's.
    """
    shown = {name for slide in record.slides if slide.id in slides for name in slide.figures}
    told = [figure for figure in lonely if figure.id in shown and not pairs.has_moved_on(figure, record)]
    rows: dict[str, list[Figure]] = defaultdict(list)
    for figure in told:
        rows[_row(figure)].append(figure)
    sizes: dict[str, int] = defaultdict(int)
    for figure in record.figures.values():
        sizes[_row(figure)] += 1
    for name, figures in rows.items():
        if len(figures) == sizes[name]:
            label = swedish.shared_words([figure.label for figure in figures])
            yield _found(label, figures, record)
        else:
            for figure in figures:
                if (quantity(figure.id, record.period).period or figure.period) in {None, record.period}:
                    yield _found(figure.label, [figure], record)


def _found(label: str, figures: Sequence[Figure], record: Record) -> RowOfFigures:
    names = {figure.id for figure in figures}
    slides = tuple(slide for slide in record.slides if names & set(slide.figures))
    return RowOfFigures(label, tuple(figures), slides)


def _row(figure: Figure) -> str:
    return figure.id.rpartition(".")[0]
