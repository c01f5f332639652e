"""One cell of a source: its raw value read as text or number, or told as a fault at its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError
from deckbuilder.sources.grid import NOT_CALCULATED, CellRef, Percent, Raw
from deckbuilder.sources.numbers import LARGEST, NotANumberError, parse_number
from deckbuilder.swedish import tidy

if TYPE_CHECKING:
    from deckbuilder.value import Suppressed

_EXCEL_ERRORS = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#DIVISION/0!", "#SAKNAS!", "#NAMN?", "#SKÄRNING!", "#OGILTIGT!", "#REFERENS!", "#VÄRDEFEL!",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A raw value and where it stands."""

    raw: Raw
    ref: CellRef
    decimal: str = ","

    @property
    def text(self) -> str:
        """The value as text without stray spaces; an empty cell is ""."""
        return as_text(self.raw)

    @property
    def is_error(self) -> bool:
        """Whether the cell shows one of Excel's errors in place of a value."""
        return self.text == NOT_CALCULATED or self.text in _EXCEL_ERRORS

    @property
    def is_percent(self) -> bool:
        """Whether the cell says itself that it is in per cent."""
        return isinstance(self.raw, Percent) or (isinstance(self.raw, str) and "%" in self.raw)

    def number(self, column: str) -> Decimal | Suppressed | None:
        """Return the number (5.5 for 5,5 %), what is withheld, or None when empty; raise ContentError for others."""
        value = self._number(column)
        if isinstance(value, Decimal) and abs(value) >= LARGEST:
            sentence = f"'{self.text}' i kolumnen '{column}' är orimligt stort. Rätta talet."
            raise ContentError.at(self.ref.place, sentence, "DB219")
        return value

    def _number(self, column: str) -> Decimal | Suppressed | None:
        if isinstance(self.raw, Percent):
            return self.raw.value
        if isinstance(self.raw, Decimal) or self.raw is None:
            return self.raw
        try:
            if isinstance(self.raw, str):
                return parse_number(self.raw, self.decimal)
        except NotANumberError:
            pass
        raise self._not_a_number(column)

    def _not_a_number(self, column: str) -> ContentError:
        if self.text == NOT_CALCULATED:
            sentence = f"Cellen i kolumnen '{column}' har en formel som inte är beräknad."
            return ContentError.at(self.ref.place, f"{sentence} Öppna filen i Excel och spara den.", "DB217")
        if self.is_error:
            sentence = f"Cellen i kolumnen '{column}' visar Excelfelet {self.text}. Rätta formeln och spara filen."
            return ContentError.at(self.ref.place, sentence, "DB218")
        hint = ""
        if isinstance(self.raw, str) and any(sign in self.raw for sign in ".,"):
            other = "punkt" if self.decimal == "," else "komma"
            hint = f" Har filen decimal{other}, skriv 'decimal: {other}' vid källan i config/sources.yaml."
        what = f"'{self.text}' i kolumnen '{column}' är inget tal."
        remedy = f"Skriv ett tal, eller lämna cellen tom om värdet saknas.{hint}"
        return ContentError.at(self.ref.place, f"{what} {remedy}", "DB216")


def as_text(raw: Raw) -> str:
    """Return a raw value as tidy text: decimal comma, whole numbers without decimals, dates as 2024-08-27."""
    if raw is None:
        return ""
    if isinstance(raw, Percent):
        return f"{as_text(raw.value)} %"
    if isinstance(raw, Decimal):
        whole = raw.to_integral_value()
        return f"{whole:f}" if raw == whole else f"{raw:f}".replace(".", ",")
    if isinstance(raw, bool):
        return "SANT" if raw else "FALSKT"
    return raw.isoformat()[:10] if isinstance(raw, date) else tidy(raw)
