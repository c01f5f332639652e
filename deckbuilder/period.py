"""What a report is about: a month, a tertial or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from deckbuilder.errors import DeckbuilderError

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_FORM = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|T([1-3])))?")


class PeriodError(DeckbuilderError):
    """The text is not a period."""

    code = "DB801"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' är ingen period. Skriv en månad som 2024-07, ett tertial som 2025-T2 eller ett år som 2021."
        )


@dataclass(frozen=True, order=True)
class Period:
    """A month (`2024-07`), a tertial (`2025-T2`) or a year (`2021`), held as its year and months 1-12."""

    year: int
    first_month: int
    last_month: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period; raise PeriodError when it is none."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise PeriodError(text)
        year, month, tertial = match.groups()
        if not 1900 <= int(year) <= 2199:
            raise PeriodError(text)
        if tertial:
            return cls(int(year), int(tertial) * 4 - 3, int(tertial) * 4)
        if month is None:
            return cls(int(year), 1, 12)
        if not 1 <= int(month) <= 12:
            raise PeriodError(text)
        return cls(int(year), int(month), int(month))

    @classmethod
    def month_in(cls, text: str) -> Period | None:
        """Return the month that a text is, None for any other text."""
        try:
            period = cls.parse(text)
        except PeriodError:
            return None
        return period if period.is_month else None

    @property
    def code(self) -> str:
        """The period as folders are named: `2024-07`, `2025-T2`, `2021`."""
        if self.is_month:
            return f"{self.year}-{self.first_month:02}"
        return f"{self.year}" if self.last_month - self.first_month == 11 else f"{self.year}-T{self.last_month // 4}"

    @property
    def is_month(self) -> bool:
        """Whether this is a single month."""
        return self.first_month == self.last_month

    @property
    def month(self) -> str:
        """The Swedish name of the (last) month: `juli`."""
        return MONTHS[self.last_month - 1]

    @property
    def month_title(self) -> str:
        """The Swedish name of the (last) month, as a heading begins: `Juli`."""
        return self.month.capitalize()

    @property
    def name(self) -> str:
        """The period as people write it: `juli 2024`, `tertial 2 2025`, `2021`."""
        if self.is_month:
            return f"{self.month} {self.year}"
        return self.code if "T" not in self.code else f"tertial {self.last_month // 4} {self.year}"

    @property
    def yymm(self) -> str:
        """The (last) month as ledgers write it: `2407`."""
        return f"{self.year % 100:02}{self.last_month:02}"

    @property
    def previous(self) -> Period:
        """The period just before this one, of the same length."""
        length = self.last_month - self.first_month + 1
        return self._moved(-length)

    @property
    def next(self) -> Period:
        """The period just after this one, of the same length."""
        return self._moved(self.last_month - self.first_month + 1)

    @property
    def last_year(self) -> Period:
        """The same period a year earlier."""
        return Period(self.year - 1, self.first_month, self.last_month)

    @property
    def start(self) -> tuple[int, int]:
        """The year and the first month: periods of any length can be ordered by where they start and end."""
        return self.year, self.first_month

    @property
    def end(self) -> tuple[int, int]:
        """The year and the last month."""
        return self.year, self.last_month

    @property
    def last_day(self) -> date:
        """The period's last day."""
        following = self.year * 12 + self.last_month
        return date.fromordinal(date(following // 12, following % 12 + 1, 1).toordinal() - 1)

    def _moved(self, months: int) -> Period:
        first = self.year * 12 + self.first_month - 1 + months
        return Period(first // 12, first % 12 + 1, first % 12 + 1 + self.last_month - self.first_month)

    def __str__(self) -> str:
        return self.name
