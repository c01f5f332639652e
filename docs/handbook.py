"""What people do by hand in docs/handbok.md: the files of August that arrive, and what is changed in PowerPoint.

The test of the handbook and `docs/make_handbook.py` walk through the same month with them.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Cm

_FOLDER = "input/2024-08"
_DECK = "output/manadsrapport-2024-08.pptx"
_AUGUST_COSTS = {  # a year before, outcome and budget of August alone, forecast of the year, in tkr
    "Regionstyrelsen": (51_154, 52_871, 54_216, 652_907),
    "Hälso- och sjukvårdsnämnden": (478_726, 497_305, 497_383, 6_231_240),
    "Regionala utvecklingsnämnden": (23_907, 25_190, 25_468, 303_902),
    "Patientnämnden": (2_224, 2_368, 2_343, 28_561),
}
_AUGUST_SHARE = Decimal("1.01")
_TWICE = 10_000
_WRONG = 3_530_426 + 497_305 + _TWICE


def deliver(root: Path) -> None:
    """Put August's exports in its folder: those of July with a month more."""
    _results(root)
    costs = sum(costs[1] for costs in _AUGUST_COSTS.values())
    _write(root, "nettokostnad.csv", f"{_read(root, 'nettokostnad.csv')}2024-08;{_thousands(costs)}\n")
    waiting = _read(root, "vantande.csv")
    july = [line for line in waiting.splitlines() if line.startswith("2024-07;")]
    _write(root, "vantande.csv", waiting + "".join(f"{_a_month_later(line)}\n" for line in july))


def update(root: Path) -> None:
    """Bring the workbooks that are kept by hand up to date in Excel."""
    path = root / _FOLDER / "nyckeltal.xlsx"
    book = load_workbook(path)
    for row, value in enumerate((5.1, 9441, 283, 96.3, 78.9, 602), start=4):
        book.active[f"C{row}"], book.active[f"B{row}"] = book.active[f"B{row}"].value, value
    book.save(path)
    path = root / _FOLDER / "uppdrag.xlsx"
    book = load_workbook(path)
    book.active["B6"], book.active["C6"] = "Enligt plan →", "Övningen är planerad"
    book.save(path)


def edit_in_powerpoint(root: Path) -> None:
    """Write another title on a slide, and make room beside a chart."""
    deck = Presentation(str(root / _DECK))
    slides = {slide.shapes[0].name.partition("/")[0]: slide for slide in deck.slides}
    slides["resultat"].shapes.title.text = "Resultatet är bättre än i juli"
    slides["uppdrag"].shapes.title.text = "Uppdragen följs upp i november"
    chart = next(shape for shape in slides["nettokostnad"].shapes if shape.has_chart)
    chart.left, chart.top, chart.width, chart.height = chart.left, chart.top + Cm(1), chart.width, chart.height - Cm(1)
    deck.save(str(root / _DECK))


def correct(root: Path) -> None:
    """Put a corrected export of the results in the month's folder: an invoice had been counted twice."""
    _replace(root, _thousands(_WRONG), _thousands(_WRONG - _TWICE))


def new_forecast(root: Path) -> None:
    """Put an export of the results with a new forecast in the month's folder."""
    _replace(root, _thousands(6_231_240), _thousands(6_226_240))


HANDS: Mapping[str, Callable[[Path], None]] = {
    "deliver": deliver, "update": update, "correct": correct,
    "edit_in_powerpoint": edit_in_powerpoint, "new_forecast": new_forecast,
}  # fmt: skip


def _replace(root: Path, old: str, new: str) -> None:
    text = _read(root, "resultat.csv", _FOLDER)
    assert old in text  # noqa: S101 -- what the handbook tells must happen
    _write(root, "resultat.csv", text.replace(old, new))


def _results(root: Path) -> None:
    lines = []
    for line in _read(root, "resultat.csv").splitlines():
        name, *amounts = line.split(";")
        if name in _AUGUST_COSTS:
            before, outcome, budget, forecast = _AUGUST_COSTS[name]
            old = [int("".join(amount.split())) for amount in amounts]
            twice = _TWICE if name.startswith("Hälso") else 0
            new = (old[0] + before, old[1] + outcome + twice, old[2] + budget, old[3], forecast)
            lines.append(";".join((name, *map(_thousands, new))))
        elif name != "Summa":  # the export of August came without its sum
            lines.append(line.replace("2307", "2308").replace("2407", "2408").replace("2024-07", "2024-08"))
    _write(root, "resultat.csv", "".join(f"{line}\n" for line in lines))


def _a_month_later(line: str) -> str:
    _, form, group, *counts = line.split(";")
    later = [str(round(int("".join(count.split())) * _AUGUST_SHARE)) for count in counts]
    return ";".join(("2024-08", form, group, *later))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _read(root: Path, name: str, folder: str = "input/2024-07") -> str:
    text = (root / folder / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _write(root: Path, name: str, text: str) -> None:
    (root / _FOLDER / name).write_bytes(text.encode("utf-8"))
