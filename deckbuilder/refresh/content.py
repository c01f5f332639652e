"""Whether two shapes say the same, what they point at included: a chart's numbers, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.base import digest
from deckbuilder.refresh.xml import R, same

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts


@dataclass(frozen=True)
class Placed:
    """A shape of a slide, with the parts that it may point at."""

    shape: Any
    part: str
    parts: Parts

    def related(self) -> list[str]:
        """Return the digests of what the shape points at, in the order that it does."""
        targets = {one.id: one for one in self.parts.relations(self.part)}
        ids = [value for one in self.shape.iter() for key, value in one.attrib.items() if key.startswith(f"{{{R}}}")]
        found = [targets[id_] for id_ in ids if id_ in targets]
        return [one.target if one.external else digest(self.parts, one.target) for one in found]


def same_content(one: Placed, other: Placed) -> bool:
    """Tell whether two shapes are alike and show the same charts and pictures."""
    return same(one.shape, other.shape) and one.related() == other.related()
