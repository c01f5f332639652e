"""Numbers in YAML: 4.5 as YAML has it, or "4,5" as Swedes write it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator


def _swedish(value: Any) -> Any:
    if isinstance(value, str) and value.count(",") == 1:
        return value.replace(",", ".").replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    return value


Number = Annotated[Decimal, BeforeValidator(_swedish)]
