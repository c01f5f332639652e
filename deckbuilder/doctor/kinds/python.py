"""The version of Python."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Python", 10, False
_LEAST = (3, 11)


def look(where: Where) -> Iterator[Finding]:  # noqa: ARG001 -- the form of a check
    """Tell the version, and whether it is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < _LEAST:
        yield fault(f"Version {version} är för gammal.", "Installera Python 3.11 eller senare från python.org.")
    else:
        yield well(f"Version {version}.")
