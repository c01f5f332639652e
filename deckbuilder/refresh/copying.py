"""Copies parts from one package to another, with all that they point at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuilder.refresh.parts import relations_name

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts

_NUMBER = re.compile(r"[0-9]*(\.[^./]+)$")


def copy_related(source: Parts, part: str, target: Parts, into: str, id_: str) -> str:
    """Copy what a relationship of `part` points at into another package, related from `into`; return the new id."""
    relation = next(one for one in source.relations(part) if one.id == id_)
    return target.relate(into, relation.type, copy_part(source, relation.target, target))


def copy_part(source: Parts, name: str, target: Parts) -> str:
    """Copy a part under a free name, and with it every part that it points at; return the name."""
    pattern = _NUMBER.sub(r"{}\1", name)
    copied = target.add(pattern, source.content_type(name), source.blobs[name])
    own = relations_name(name)
    if own in source:
        target.put(relations_name(copied), source.blobs[own])
        root = target.tree(relations_name(copied))
        for one, relation in zip(root, source.relations(name), strict=True):
            if not relation.external:
                one.set("Target", f"/{copy_part(source, relation.target, target)}")
        target.touch(relations_name(copied))
    return copied
