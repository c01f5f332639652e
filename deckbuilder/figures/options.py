"""What the YAML of a calculation has: the shared keys, its columns and its rows."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, field_validator, model_validator

from deckbuilder.figures.figure import Better
from deckbuilder.period import Period, PeriodError
from deckbuilder.spec.validation import Model

Name = Annotated[str, Field(min_length=1)]
UnitWord = Literal["kr", "tkr", "mkr", "procent", "andel", "enheter", "antal", "text"]
UNIT_WORDS: tuple[str, ...] = get_args(UnitWord)


class FiguresSpec(Model):
    """The part that every declaration of figures shares."""

    kind: str
    """Beräkningens slag."""
    label: str = ""
    """Vad siffrorna är, för alternativtexter: Nettokostnad per enhet."""
    checks: tuple[Any, ...] = ()
    """Kontroller av siffrorna, utöver dem som alltid görs."""


class CalculationSpec(FiguresSpec):
    """The part that every calculation on a source shares."""

    source: Name
    """Källan som siffrorna hämtas ur."""


class ColumnSpec(Model):
    """A column: read from the source, or computed from two other columns."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Annotated[str | None, Field(alias="from")] = None
    """Kolumnens rubrik i källan."""
    label: str = ""
    """Kolumnens rubrik på bilden."""
    group: str = ""
    """Rubrik som spänner över flera kolumner."""
    unit: UnitWord | None = None
    """Enhet, när den skiljer sig från tabellens."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler som visas."""
    difference: Annotated[tuple[str, str] | None, Field(min_length=2)] = None
    """Skillnad: [a, b] ger a minus b."""
    share: tuple[str, str] | None = None
    """Andel: [a, b] ger a av b i procent."""
    percent_change: tuple[str, str] | None = None
    """Förändring: [a, b] ger hur många procent a skiljer sig från b."""
    stated: str | None = None
    """Kolumnen i källan som redan har skillnaden, andelen eller förändringen. Den jämförs med den som räknas fram."""
    better: Better | None = None
    """higher om ett högre värde är bättre, lower om ett lägre är det."""
    change: bool = False
    """true om källans tal redan är förändringar. En skillnad eller förändring som räknas fram är det alltid."""
    period: str = ""
    """Perioden som kolumnen är om, när den inte är rapportens: 2023-07, eller 2024 för ett helår."""

    @field_validator("period")
    @classmethod
    def _is_a_period(cls, text: str) -> str:
        if text:
            try:
                Period.parse(text)
            except PeriodError as error:
                raise ValueError(str(error)) from error
        return text

    @model_validator(mode="after")
    def _has_one_origin(self) -> ColumnSpec:
        origins = (self.from_, self.difference, self.share, self.percent_change)
        if sum(origin is not None for origin in origins) != 1:
            sentence = "En kolumn ska ha exakt en av from, difference, share och percent_change."
            raise ValueError(sentence)
        if self.stated and self.from_:
            sentence = "'stated' hör till en kolumn som räknas fram. Ta bort den, eller from."
            raise ValueError(sentence)
        return self

    @property
    def operands(self) -> tuple[str, str] | None:
        """The keys of the two columns that this one is computed from."""
        return self.difference or self.share or self.percent_change

    @property
    def is_change(self) -> bool:
        """Whether the column tells how something differs."""
        return self.change or self.difference is not None or self.percent_change is not None


class RowSpec(Model):
    """A row of the source, or a row that is the sum of others."""

    row: str | None = None
    """Raden i källan."""
    total: str | None = None
    """En summa av andra rader, med det här namnet."""
    of: tuple[str, ...] = ()
    """Raderna som summeras. Utan listan: raderna sedan förra summan."""
    level: Literal["subtotal", "total"] = "subtotal"
    """subtotal för delsumma, total för slutsumma."""
    label: str = ""
    """Radens text på bilden, när den ska vara en annan."""

    @model_validator(mode="after")
    def _is_row_or_total(self) -> RowSpec:
        if (self.row is None) == (self.total is None):
            sentence = "En rad ska ha antingen row (en rad i källan) eller total (en summa)."
            raise ValueError(sentence)
        return self

    @property
    def name(self) -> str:
        """What other rows call this row."""
        return self.row or self.total or ""


def _column(value: Any) -> Any:
    return {"from": value} if isinstance(value, str) else value


def _row(value: Any) -> Any:
    return {"row": str(value)} if isinstance(value, str | int) and not isinstance(value, bool) else value


Columns = dict[str, Annotated[ColumnSpec, BeforeValidator(_column, json_schema_input_type=ColumnSpec | str)]]
Rows = tuple[Annotated[RowSpec, BeforeValidator(_row, json_schema_input_type=RowSpec | str | int)], ...]


class TableSpec(CalculationSpec):
    """Rows of a source by their key, with columns read or computed, and sums."""

    key: Name
    """Kolumnen i källan med radernas namn."""
    group: str = ""
    """Kolumnen i källan som delar raderna i grupper. Varje grupp får en delsumma."""
    subtotals: bool = True
    """false om grupperna inte ska ha delsummor, till exempel när raderna är andelar."""
    costs: Literal["negative", "positive"] = "positive"
    """negative om kostnader är negativa tal i källan. Förändringar blir då kostnadens: minus är billigare."""
    unit: UnitWord = "antal"
    """Enhet för kolumner som inte har en egen."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    """Antal decimaler som visas."""
    columns: Annotated[Columns, Field(min_length=1)]
    """Kolumner, med ett namn som mallar når dem genom."""
    rows: Rows = ()
    """Rader och summor i ordning. Utan listan tas källans alla rader."""
    total: str | None = None
    """Namn på en sista rad som summerar alla rader."""
    unit_column: str | None = None
    """Kolumnen i källan med radens enhet, när raderna har olika."""
    where: dict[str, str] = {}
    """Ta bara rader där kolumnen har det här värdet."""

    @model_validator(mode="after")
    def _lists_rows_or_groups_them(self) -> TableSpec:
        if self.group and self.rows:
            sentence = "Med 'group' tas källans alla rader, så 'rows' kan inte stå här. Ta bort den ena."
            raise ValueError(sentence)
        return self
