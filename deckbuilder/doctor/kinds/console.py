"""Whether the signs that are printed can be shown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Terminalen", 40, False
_SIGNS = "åäö−→▲✓"


def look(where: Where) -> Iterator[Finding]:  # noqa: ARG001 -- the form of a check
    """Tell the encoding of what is printed."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        _SIGNS.encode(encoding)
    except UnicodeEncodeError:
        sentence = f"Utskriften har teckenkodningen {encoding}, som saknar några av våra tecken. De byts mot enklare."
        yield note(sentence, "Ta bort miljövariabeln PYTHONIOENCODING, eller sätt den till utf-8.")
    else:
        yield well(f"Utskriften har teckenkodningen {encoding}.")
