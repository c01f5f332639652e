"""`behallna.yaml` in a month's folder: figures that are shown with another value than the source gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from deckbuilder.errors import ContentError, Place, Problems
from deckbuilder.spec.document import Document, read_document
from deckbuilder.spec.validation import Model, validated

if TYPE_CHECKING:
    from pathlib import Path

FILE = "behallna.yaml"


def _text(value: Any) -> Any:
    """Read a number that stands alone in YAML as people write it in Swedish."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
    return value


class KeptSpec(Model):
    """A figure that people show with a value of their own."""

    figure: Annotated[str, Field(min_length=1)]
    """Siffrans ID, som deckbuilder figures listar det: region.totalt.ack_utfall."""
    value: Annotated[str, Field(min_length=1), BeforeValidator(_text, json_schema_input_type=str | float)]
    """Värdet som visas, med enhet: −95 Mkr, 5,5 %, delvis →."""
    was: Annotated[str, BeforeValidator(_text, json_schema_input_type=str | float)] = ""
    """Underlagets värde när det här skrevs. Ändras underlaget sedan blir det en varning."""
    reason: Annotated[str, Field(min_length=1)]
    """Varför det egna värdet visas. Skälet står i bildens källrad."""
    by: Annotated[str, Field(min_length=1)]
    """Rollen som har bestämt det, till exempel ekonomichef. Skriv inga personnamn."""


@dataclass(frozen=True)
class KeptFile:
    """What a month's file says, in order, and where each part of it stands."""

    document: Document
    specs: tuple[KeptSpec, ...] = ()

    def place(self, number: int, key: str) -> Place:
        """Return where the value of a key of one of the figures stands."""
        return self.document.place((number, key))


def read_kept(path: Path, shown_as: str) -> KeptFile:
    """Return what the file says, nothing when there is none; raise ContentError with every fault by line."""
    document = read_document(path, shown_as) if path.is_file() else Document(shown_as)
    items = [] if document.data is None else document.data
    if not isinstance(items, list):
        sentence = "Filen ska vara en lista: varje värde börjar med en rad '- figure: …'."
        raise ContentError.at(document.place(()), sentence, "DB106")
    problems, found, seen = Problems(), [], dict[str, Place]()
    for number, item in enumerate(items):
        with problems.gather():
            spec = validated(KeptSpec, item, document, (number,))
            place = document.place((number, "figure"))
            if spec.figure in seen:
                sentence = f"'{spec.figure}' står redan på rad {seen[spec.figure].line}. Ta bort den ena."
                problems.add(place, sentence, "DB146")
            seen.setdefault(spec.figure, place)
            found.append(spec)
    problems.raise_if_any()
    return KeptFile(document, tuple(found))
