"""What render tells of a page: a Swedish sentence of what does not fit, and the code of its kind."""

from __future__ import annotations

from typing import NamedTuple


class Misfit(NamedTuple):
    """One thing that does not fit or would not be sharp, and how to put it right."""

    sentence: str
    code: str
