"""A saved deck, slide by slide, as the bytes of its parts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tests.golden import slides_by_id

if TYPE_CHECKING:
    from pathlib import Path

_ASIDE = ("/notesSlide", "/slideLayout", "/tags")


def parts_by_slide(deck: Path) -> dict[str, list[bytes]]:
    """Return each slide's XML, charts, workbooks and pictures by its id, those of its continuations too."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for name, slide in slides_by_id(deck).items():
        found[name.partition("~")[0]].extend(_blobs(slide.part))
    return dict(found)


def _blobs(part: Any) -> list[bytes]:
    below = [rel.target_part for rel in part.rels.values() if not rel.is_external and not rel.reltype.endswith(_ASIDE)]
    return [part.blob, *(blob for other in below for blob in _blobs(other))]
