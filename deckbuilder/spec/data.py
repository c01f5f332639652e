"""`config/sources.yaml`: the sources that reports draw on, and the figures made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from deckbuilder.period import Period, PeriodError
from deckbuilder.spec.validation import Model, validated

if TYPE_CHECKING:
    from deckbuilder.spec.document import Document


Month = Literal[
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
]  # fmt: skip
Day = Annotated[int, Field(ge=1, le=31)]


def _many(value: Any) -> Any:
    """Read a single text as a list of one."""
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_many, json_schema_input_type=tuple[str, ...] | str)]


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
    owner: str = ""
    """Rollen som lämnar filen, till exempel ekonomichef. Skriv inga personnamn."""
    due: Day | None = None
    """Dagen då filen ska vara lämnad, i månaden efter perioden: 10."""
    carry: bool = False
    """true om filen hålls för hand och deckbuilder new ska kopiera den från förra månaden."""
    done: dict[str, Texts] = {}
    """Rader som är avslutade och inte följer med när filen kopieras: kolumn och vad som står i den."""
    clear: tuple[str, ...] = ()
    """Kolumner i en Excelfil som töms när filen kopieras, för att skrivas på nytt."""
    months: tuple[Month, ...] = ()
    """Månaderna vars rapport ska ha en ny fil. Övriga månader gäller den förra. Utan listan: varje månad."""

    @field_validator("done", "clear", "months")
    @classmethod
    def _is_carried(cls, value: Any, info: ValidationInfo) -> Any:
        if value and not info.data.get("carry"):
            sentence = f"'{info.field_name}' gäller filer som kopieras. Lägg till 'carry: true', eller ta bort den."
            raise ValueError(sentence)
        return value


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
    difference: Annotated[str, BeforeValidator(_text, json_schema_input_type=str | int)] = ""
    """Skillnaden som varningen skrev den: 23 Mkr. Blir den en annan berättas den igen."""
    reason: Annotated[str, Field(min_length=1)]
    """Varför skillnaden får stå."""
    by: Annotated[str, Field(min_length=1)]
    """Rollen som har godtagit den, till exempel ekonomichef. Skriv inga personnamn."""
    until: Annotated[Period, BeforeValidator(_period, json_schema_input_type=str | int)]
    """Den sista period som det gäller, till exempel 2024-12."""


class CommentsSpec(Model):
    """Who writes the month's texts, and when."""

    owner: str = ""
    """Rollen som skriver texterna i kommentarer.md, till exempel kommunikatör. Skriv inga personnamn."""
    due: Day | None = None
    """Dagen då texterna ska vara skrivna, i månaden efter perioden: 20."""


class Catalogue(Model):
    """The sources by name, the figures (each with its `kind`) by name, and the differences that are accepted."""

    sources: dict[str, SourceSpec] = {}
    """Källor: filer i periodens mapp."""
    figures: dict[str, Any] = {}
    """Siffror: beräkningar på källorna."""
    accepted: tuple[Acceptance, ...] = ()
    """Skillnader som är kända och får stå. De listas sist i deckbuilder check."""
    comments: CommentsSpec = CommentsSpec()
    """Månadens texter i kommentarer.md: vem som skriver dem, och när."""


def read_catalogue(document: Document) -> Catalogue:
    """Return the catalogue that a document holds; raise ContentError with every fault."""
    return validated(Catalogue, document.data or {}, document)
