"""Three-way merge of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deckbuilder.refresh.report import Events


def merge_table(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge a table (`a:tbl`) into `theirs`: rows by their label, columns by their heading, cells as texts."""
