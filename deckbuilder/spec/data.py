"""`config/sources.yaml`: the sources that reports draw on, and the figures made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from deckbuilder.period import Period, PeriodError
from deckbuilder.spec.validation import Model, validated

if TYPE_CHECKING:
    from deckbuilder.spec.document import Document


class SourceSpec(Model):
    """Where the rows of a source are, and how to tell them from titles, totals and footers around them."""

    file: Annotated[str, Field(min_length=1)]
    """Filens namn i periodens mapp, till exempel resultat.csv."""
    sheet: str | None = None
    """Bladet i en Excelfil. Behövs inte när filen bara har ett blad."""
    header: Annotated[str, Field(min_length=1)]
    """Texten i en cell på rubrikraden. Raderna ovanför hoppas över."""
    skip_rows: tuple[str, ...] = ()
    """Rader som inte är data: början på radens första text, med * för resten (Summa*, Utskriven*)."""
    fill_down: tuple[str, ...] = ()
    """Kolumner där en tom cell betyder samma som cellen ovanför (sammanfogade celler)."""
    decimal: Literal["komma", "punkt"] = "komma"
    """Decimaltecken i texter."""


def _period(value: Any) -> Any:
    """Read a period; a year may stand without quotation marks."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return value
    try:
        return Period.parse(str(value))
    except PeriodError as error:
        raise ValueError(str(error)) from error


def _text(value: Any) -> Any:
    """Read a count that YAML takes for a number as the text that it is written with."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Acceptance(Model):
    """A difference that is known and may stand, for a time."""

    finding: Annotated[str, Field(min_length=1)]
    """Namnet som står sist i varningen, inom klamrar: samma.region.totalt.utfall."""
    difference: Annotated[str, BeforeValidator(_text)] = ""
    """Skillnaden som varningen skrev den: 23 Mkr. Blir den en annan berättas den igen."""
    reason: Annotated[str, Field(min_length=1)]
    """Varför skillnaden får stå."""
    by: Annotated[str, Field(min_length=1)]
    """Rollen som har godtagit den, till exempel ekonomichef. Skriv inga personnamn."""
    until: Annotated[Period, BeforeValidator(_period)]
    """Den sista period som det gäller, till exempel 2024-12."""


class Catalogue(Model):
    """The sources by name, the figures (each with its `kind`) by name, and the differences that are accepted."""

    sources: dict[str, SourceSpec] = {}
    """Källor: filer i periodens mapp."""
    figures: dict[str, Any] = {}
    """Siffror: beräkningar på källorna."""
    accepted: tuple[Acceptance, ...] = ()
    """Skillnader som är kända och får stå. De listas sist i deckbuilder check."""


def read_catalogue(document: Document) -> Catalogue:
    """Return the catalogue that a document holds; raise ContentError with every fault."""
    return validated(Catalogue, document.data or {}, document)
