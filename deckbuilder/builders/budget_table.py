"""Outcome against budget: month, accumulated and full year, with deviations and totals computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckbuilder.builders import table
from deckbuilder.errors import SpecError

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page

SUMMARY = "Utfall mot budget: månad, ackumulerat och helår, med avvikelser och summor."
EXAMPLE = """\
- type: budget_table
  id: resultat-regionstyrelsen
  title: Regionstyrelsen
  figures: regionstyrelsen
"""
_COLUMNS = {
    "manad_foreg_ar", "manad_utfall", "manad_budget", "manad_avvikelse",
    "ack_foreg_ar", "ack_utfall", "ack_budget", "ack_avvikelse",
    "helar_budget", "helar_prognos", "helar_avvikelse",
}  # fmt: skip


class Options(table.Options):
    """As `table`, but for figures of the kind `budget`, in millions unless `unit` says otherwise."""

    unit: Literal["kr", "tkr", "mkr"] | None = "mkr"
    """Enhet som pengar visas i."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the follow-up; raise SpecError when the figures are no budget."""
    keys = {column.key for column in context.table(options.figures).columns}
    if not keys <= _COLUMNS:
        sentence = (
            f"Siffrorna '{options.figures}' är ingen budgetuppföljning. "
            "Använd bildtypen table, eller siffror av slaget budget."
        )
        raise SpecError(("figures",), sentence, "DB411")
    return table.compose(options, context)
