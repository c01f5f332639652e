"""Three-way merge of a chart and the workbook behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three


def merge_chart(names: Three[str], parts: Three[Parts], events: Events) -> None:
    """Merge the chart parts of these names into the deck's: values in place, form as people left it."""
