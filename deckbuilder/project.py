"""The folders of a report project: `config/`, `layouts/`, `input/` and `output/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, DeckbuilderError, Place, choices, did_you_mean
from deckbuilder.period import Period, PeriodError

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "sources"
USUAL_REPORT = "manadsrapport"
"""The report that commands take when none is named."""
PICTURES = "config/bilder"


class NoProjectError(DeckbuilderError):
    """The folder holds no report project."""

    code = "DB804"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} är ingen rapportmapp: mappen config/ saknas. "
            "Gå till mappen med config/, layouts/ och input/, eller peka ut den med --project."
        )


@dataclass(frozen=True)
class Project:
    """A report project on disk."""

    root: Path

    @classmethod
    def at(cls, folder: Path) -> Project:
        """Return the project in `folder` or the nearest folder above it; raise NoProjectError when there is none."""
        try:
            there = folder.is_dir()
        except (OSError, ValueError):
            there = False
        if not there:
            raise NoProjectError(folder.absolute())
        for candidate in (folder.resolve(), *folder.resolve().parents):
            if (candidate / "config").is_dir():
                return cls(candidate)
        raise NoProjectError(folder.resolve())

    def reports(self) -> list[str]:
        """Return the names of the reports in `config/`."""
        return sorted(path.stem for path in (self.root / "config").glob("*.yaml") if path.stem != SOURCES)

    def periods(self) -> list[str]:
        """Return the periods that have a folder in `input/`, in order."""
        folder = self.root / "input"
        names = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
        return sorted(name for name in names if _is_period(name))

    def earlier(self, period: Period) -> Period | None:
        """Return the latest period of the same length that has input, at most a year before; None without one."""
        length = period.last_month - period.first_month
        found = [Period.parse(code) for code in self.periods()]
        recent = [one for one in found if period.last_year <= one < period]
        return max((one for one in recent if one.last_month - one.first_month == length), default=None)

    def report(self, name: str) -> Path:
        """Return a report's file; raise ContentError when `config/` has none of that name."""
        known = self.reports()
        if name not in known:
            sentence = (
                f"Rapporten '{name}' finns inte.{did_you_mean(name, known)} Rapporter som finns: {choices(known)}."
            )
            raise ContentError.at(Place("config"), sentence, "DB805")
        return self.root / "config" / f"{name}.yaml"

    def input(self, period: Period) -> Path:
        """Return a period's input folder; raise ContentError, with the periods that exist, when there is none."""
        folder = self.root / "input" / period.code
        if not folder.is_dir():
            sentence = (
                f"Perioden {period.code} har inget underlag. Lägg filerna i mappen input/{period.code}. "
                f"Perioder som finns: {choices(self.periods())}."
            )
            raise ContentError.at(Place("input"), sentence, "DB802")
        return folder

    def output(self, report: str, period: Period) -> Path:
        """Return where the finished deck of a report and period goes."""
        return self.root / "output" / f"{report}-{period.code}.pptx"


def _is_period(name: str) -> bool:
    try:
        return Period.parse(name).code == name
    except PeriodError:
        return False
