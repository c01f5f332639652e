"""What an office program could not do."""

from __future__ import annotations

from deckbuilder.errors import CodedError


class OfficeError(CodedError):
    """The deck could not be turned into a PDF or pictures; the sentence says why and what to do."""
