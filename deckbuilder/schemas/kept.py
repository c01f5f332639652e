"""The schema of `behallna.yaml` in a month's folder: a list of figures with values of their own."""

from __future__ import annotations

from deckbuilder.schemas.models import Schema, of_model, root
from deckbuilder.spec.kept import KeptSpec


def kept_schema() -> Schema:
    """Return the schema of `input/PERIOD/behallna.yaml`."""
    return root({"type": ["array", "null"], "items": of_model(KeptSpec, templates=False)})
