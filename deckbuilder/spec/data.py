"""`config/sources.yaml`: the sources that reports draw on, and the figures made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

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


class Catalogue(Model):
    """The sources by name, and the figures (each with its `kind`) by name."""

    sources: dict[str, SourceSpec] = {}
    """Källor: filer i periodens mapp."""
    figures: dict[str, Any] = {}
    """Siffror: beräkningar på källorna."""


def read_catalogue(document: Document) -> Catalogue:
    """Return the catalogue that a document holds; raise ContentError with every fault."""
    return validated(Catalogue, document.data or {}, document)
