"""The filters of templates: a figure in a unit, with decimals and sign; a date; a word for its direction."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.errors import CodedError, choices
from deckbuilder.figures.figure import Figure
from deckbuilder.period import Period
from deckbuilder.value import Suppressed, Unit, convert

if TYPE_CHECKING:
    from collections.abc import Callable


class TemplateError(CodedError):
    """A template cannot be rendered; the sentence says why and what to do."""


def filters(money_label: str) -> dict[str, Callable[..., str]]:
    """Return the filters by name; millions of kronor are written with the report's own label."""

    def as_unit(unit: Unit, default: int | None, label: str = "") -> Callable[..., str]:
        def filtered(
            value: Any,
            decimaler: int | None = default,
            *,
            tecken: bool = False,
            enhet: bool = True,
            absolut: bool = False,
        ) -> str:
            text = written(value, unit, decimaler, sign=tecken, label=label if enhet else None)
            return text.lstrip(f"{swedish.MINUS}+") if absolut else text

        return filtered

    return {
        "mkr": as_unit(Unit.MKR, 0, money_label),
        "tkr": as_unit(Unit.TKR, 0),
        "procent": as_unit(Unit.PERCENT, 1),
        "enheter": as_unit(Unit.POINTS, 1),
        "antal": as_unit(Unit.COUNT, 0),
        "datum": _date,
        "ord": _word,
    }


def written(value: Any, unit: Unit | None, decimals: int | None, *, sign: bool, label: str | None) -> str:
    """Write a figure or number with its unit: `label` in place of the unit's own, None for no unit at all."""
    if decimals is not None and (isinstance(decimals, bool) or not isinstance(decimals, int) or not 0 <= decimals <= 6):
        raise TemplateError("Antalet decimaler i ett filter ska vara ett heltal från 0 till 6, som i mkr(1).", "DB312")
    figure = value if isinstance(value, Figure) else Figure("", _decimal(value), unit or Unit.NONE)
    if figure.value is None:
        cells = f" Fyll i det som saknas i {choices(str(cell) for cell in figure.cells)}," if figure.cells else ""
        remedy = f"{cells} eller skriv om meningen." if cells else " Skriv om meningen."
        sentence = f"Siffran {figure.id} saknas i underlaget, så meningen kan inte skrivas.{remedy}"
        raise TemplateError(sentence, "DB307")
    if isinstance(figure.value, Suppressed) and not figure.value.text.startswith("<"):
        what = f"underlaget har '{figure.value}' i stället för ett tal"
        cells = f" Se {choices(str(cell) for cell in figure.cells)}." if figure.cells else ""
        sentence = f"Siffran {figure.id} går inte att skriva i en mening: {what}.{cells}"
        raise TemplateError(f"{sentence} Skriv om meningen utan siffran.", "DB308")
    if figure.number is None:
        return f"{figure.value}{_mark(figure)}"
    if (
        unit is not None
        and Unit.NONE not in (figure.unit, unit)
        and figure.unit is not unit
        and not (figure.unit.is_money and unit.is_money)
    ):
        sentence = f"Siffran {figure.id} är i {figure.unit} och kan inte visas som {unit}. Byt filter."
        raise TemplateError(sentence, "DB306")
    shown_unit = unit or figure.unit
    number = convert(figure.number, figure.unit, shown_unit)
    places = figure.decimals if decimals is None else decimals
    if label is None:
        return swedish.number(number, places, sign=sign) + _mark(figure)
    return swedish.with_unit(number, shown_unit, places, sign=sign, label=label) + _mark(figure)


def _mark(figure: Figure) -> str:
    return swedish.MARK_IN_TEXT if figure.kept else ""


def _word(value: Any, plus: str, minus: str, noll: str = "") -> str:
    """Return the word for a figure's direction, plus, minus or zero: `| ord("över", "under", "lika med")`."""
    if not isinstance(value, Figure):
        sentence = f"'{value}' är ingen siffra, så ord kan inte väljas. Välj en siffra i en tabell."
        raise TemplateError(sentence, "DB312")
    if value.number is None:
        cells = f"Fyll i det som saknas i {choices(map(str, value.cells))}, eller skriv" if value.cells else "Skriv"
        sentence = f"Siffran {value.id} saknas i underlaget, så ordet kan inte väljas. {cells} om meningen."
        raise TemplateError(sentence, "DB307")
    return plus if value.number > 0 else minus if value.number < 0 else noll or plus


def _decimal(value: Any) -> Decimal:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value))
    sentence = f"'{value}' är inget tal, så filtret går inte att använda. Välj en siffra i en tabell."
    raise TemplateError(sentence, "DB312")


def _date(value: Any) -> str:
    if isinstance(value, Period):
        return value.name
    if isinstance(value, Figure):
        day = swedish.as_date(value.value) if isinstance(value.value, str) else None
        if day is None:
            raise TemplateError(f"Siffran {value.id} är inget datum. Byt filter.", "DB312")
        return swedish.written_date(day) + _mark(value)
    try:
        return swedish.written_date(value if isinstance(value, date) else date.fromisoformat(str(value)))
    except ValueError as error:
        raise TemplateError(f"'{value}' är inget datum. Skriv det som 2024-08-27.", "DB312") from error
