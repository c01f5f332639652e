"""Numbers in YAML: 4.5 as YAML has it, or "4,5" and "1 234" as Swedes write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field


def _swedish(value: Any) -> Any:
    if isinstance(value, str):
        plain = value.replace("\u00a0", "").replace(" ", "").replace("\u2212", "-").removesuffix("%")
        return plain.replace(",", ".") if plain.count(",") == 1 else plain
    return value


LARGEST = 10**15
Number = Annotated[Decimal, BeforeValidator(_swedish), Field(gt=-LARGEST, lt=LARGEST)]
