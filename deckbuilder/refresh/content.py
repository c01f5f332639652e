"""Whether two shapes say the same, what they point at included: a chart's numbers, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.base import digest
from deckbuilder.refresh.xml import R, same

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts, Relation


_IDS = etree.XPath(".//@r:*", namespaces={"r": R})
_SHARED = {"slide", "notesMaster"}


@dataclass(frozen=True)
class Placed:
    """A shape of a slide, with the parts that it may point at."""

    shape: Any
    part: str
    parts: Parts

    def related(self) -> list[str]:
        """Return the parts that the shape points at, in the order that it does."""
        ids = [str(id_) for id_ in _IDS(self.shape)]
        targets = {one.id: one.target for one in self.parts.relations(self.part)} if ids else {}
        return [targets[id_] for id_ in ids if id_ in targets]


def same_content(one: Placed, other: Placed) -> bool:
    """Tell whether two shapes are alike and show the same charts and pictures."""
    if not same(one.shape, other.shape):
        return False
    left, right = one.related(), other.related()
    pairs = zip(left, right, strict=False)
    return len(left) == len(right) and all(_same_part(one.parts, this, other.parts, that) for this, that in pairs)


def _same_part(parts: Parts, name: str, others: Parts, other: str) -> bool:
    if name.endswith(".xml") and name in parts and other in others:
        return same(parts.tree(name), others.tree(other))
    return (digest(parts, name) or name) == (digest(others, other) or other)


def fingerprint(parts: Parts, part: str) -> tuple[object, ...]:
    """Return what tells two slides apart: their bytes, their layouts' and those of what they show, to the last."""
    leads = [one for one in parts.relations(part) if one.kind not in _SHARED]
    return digest(parts, part), *((one.id, one.type, _end(parts, one)) for one in sorted(leads, key=lambda one: one.id))


def _end(parts: Parts, relation: Relation) -> object:
    if relation.external:
        return relation.target
    return digest(parts, relation.target) if relation.kind == "slideLayout" else fingerprint(parts, relation.target)
