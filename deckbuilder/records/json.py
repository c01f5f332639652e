"""Records as JSON text, the same that lies inside the deck and beside it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import CodedError
from deckbuilder.figures.figure import Figure, Kept
from deckbuilder.period import Period, PeriodError
from deckbuilder.records.record import Record, RecordedSlide
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Level, Status, Suppressed, Trend, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from deckbuilder.value import Value

VERSION = 1
_MOST_CELLS = 1_000_000_000
_MOST_DIGITS = 60


class NoRecordError(CodedError):
    """The text is no record, or there is none."""


def sidecar(deck: Path) -> Path:
    """Return where the record of a saved deck lies beside it."""
    return deck.with_suffix(".siffror.json")


def to_json(record: Record) -> str:
    """Return the record as JSON with a line for each slide and figure; the same record gives the same text."""
    data = {
        "version": VERSION,
        "report": record.report,
        "period": record.period.code,
        "money_label": record.money_label,
        "files": dict(sorted(record.files.items())),
    }
    members = {key: _text(value) for key, value in data.items()}
    members["slides"] = _lines(_slide(slide) for slide in record.slides)
    members["figures"] = _lines(figure_data(figure, record.money_label) for figure in record.figures.values())
    return "{\n" + ",\n".join(f'"{key}": {text}' for key, text in members.items()) + "\n}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(values: Iterable[object]) -> str:
    return "[\n" + ",\n".join(map(_text, values)) + "\n]"


def from_json(text: str) -> Record:
    """Read what `to_json` wrote; raise NoRecordError for any other text."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            other = f"Siffrorna är sparade av en annan version av deckbuilder (version {data['version']})."
            raise NoRecordError(f"{other} Bygg rapporten på nytt.", "DB723")
        figures = [_figure_from(one) for one in data["figures"]]
        return Record(
            _a_text(data["report"]),
            Period.parse(data["period"]),
            _a_text(data["money_label"]),
            {_a_text(file): _a_text(digest) for file, digest in data["files"].items()},
            {figure.id: figure for figure in figures},
            tuple(_slide_from(one) for one in data["slides"]),
        )
    except (PeriodError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        sentence = "Filen med siffror är skadad. Bygg rapporten på nytt."
        raise NoRecordError(sentence, "DB721") from error


def figure_data(figure: Figure, money_label: str) -> dict[str, Any]:
    """Return a figure as JSON data: its value unrounded and as it is written, and where it came from."""
    return {
        "id": figure.id,
        "label": figure.label,
        **_value(figure.value),
        "unit": figure.unit.value,
        "decimals": figure.decimals,
        "display": figure.written(money_label),
        "period": figure.period.code if figure.period else None,
        "better": figure.better,
        "calculation": figure.calculation,
        "cells": [_cell(cell) for cell in figure.cells],
        **_kept(figure.kept),
    }


def _kept(kept: Kept | None) -> dict[str, Any]:
    """Return what only a figure that people keep has."""
    return {} if kept is None else {"kept": {"reason": kept.reason, "by": kept.by, "source": kept.source}}


def _cell(cell: CellRef) -> dict[str, Any]:
    return {"file": cell.file, "sheet": cell.sheet, "cell": cell.a1, "row": cell.row, "column": cell.column}


def _value(value: Value) -> dict[str, Any]:
    if value is None:
        return {"kind": "missing", "value": None}
    if isinstance(value, Decimal):
        return {"kind": "number", "value": f"{value:f}"}
    if isinstance(value, Suppressed):
        return {"kind": "withheld", "value": value.text}
    if isinstance(value, Status):
        trend = value.trend.value if value.trend else None
        return {"kind": "status", "value": value.level.value, "trend": trend, "done": value.is_done}
    return {"kind": "text", "value": value}


def _value_from(data: dict[str, Any]) -> Value:
    kind, value = data["kind"], data["value"]
    if kind == "missing":
        return None
    if kind == "status":
        return Status(Level(value), Trend(data["trend"]) if data["trend"] else None, data["done"])
    readers: dict[str, Callable[[str], Value]] = {"number": _a_number, "withheld": Suppressed, "text": str}
    return readers[kind](_a_text(value))


def _figure_from(data: dict[str, Any]) -> Figure:
    return Figure(
        _a_text(data["id"]),
        _value_from(data),
        Unit(data["unit"]),
        _a_count(data["decimals"], _MOST_DIGITS),
        tuple(_cell_from(cell) for cell in data["cells"]),
        _a_text(data["calculation"]),
        {"higher": "higher", "lower": "lower", None: None}[data["better"]],
        Period.parse(data["period"]) if data["period"] else None,
        label=_a_text(data["label"]),
        kept=Kept(**{key: _a_text(text) for key, text in data["kept"].items()}) if "kept" in data else None,
    )


def _cell_from(data: dict[str, Any]) -> CellRef:
    place = _a_count(data["row"], _MOST_CELLS), _a_count(data["column"], _MOST_CELLS)
    return CellRef(_a_text(data["file"]), _a_text(data["sheet"]), *place)


def _slide(slide: RecordedSlide) -> dict[str, Any]:
    return {
        "id": slide.id,
        "type": slide.type,
        "title": slide.title,
        "digest": slide.digest,
        "figures": list(slide.figures),
        "told": list(slide.told),
    }


def _slide_from(data: dict[str, Any]) -> RecordedSlide:
    figures, told = (tuple(map(_a_text, data[key])) for key in ("figures", "told"))
    id_, type_, title, digest = (_a_text(data[key]) for key in ("id", "type", "title", "digest"))
    return RecordedSlide(id_, type_, title, figures, told, digest)


def _a_text(value: object) -> str:
    """Return what must be text; raise TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _a_count(value: object, most: int) -> int:
    """Return what must be a whole number up to `most`; raise ValueError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError(value)
    return value


def _a_number(text: str) -> Decimal:
    """Return the number that a text is; raise ArithmeticError or ValueError for one that nothing can be."""
    if len(text) > 3 * _MOST_DIGITS:
        raise ValueError(text)
    number = Decimal(text)
    digits = len(number.as_tuple().digits)
    if not number.is_finite() or max(digits, abs(number.adjusted())) > _MOST_DIGITS:
        raise ValueError(text)
    return number
