"""The options that slide types of the same sort share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.figures.figure import Column


class OptionsError(ValueError):
    """Options that do not go together, told from a pydantic validator; `code` is the kind of problem."""

    def __init__(self, sentence: str, code: str) -> None:
        self.code = code
        super().__init__(sentence)


class NumberOptions(SlideSpec):
    """How numbers are written."""

    unit: Literal["kr", "tkr", "mkr"] | None = None
    """Enhet som pengar visas i."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler."""

    def places(self, column: Column) -> int:
        """Return how many decimals the values of a column are shown with."""
        return column.decimals if self.decimals is None else self.decimals


class TextOptions(SlideSpec):
    """Text beside what is shown."""

    text: str | None = None
    """Text bredvid diagrammet. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""

    def uses_comment(self) -> bool:
        """Whether the month's comment is shown, if there is one."""
        return self.text is None
