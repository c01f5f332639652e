"""Links from one slide of a deck to another that has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.refresh.identity import slide_parts
from deckbuilder.refresh.xml import A, R

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuilder.refresh.parts import Parts

_LINKS = {f"{{{A}}}{tag}" for tag in ("hlinkClick", "hlinkHover", "hlinkMouseOver")}


def unlink(parts: Parts, gone: Collection[str]) -> None:
    """Let links to slides that have gone (by part) lead nowhere, as PowerPoint does when a slide is deleted."""
    for part in slide_parts(parts) if gone else ():
        ids = {one.id for one in parts.relations(part) if one.kind == "slide" and one.target in gone}
        for link in parts.tree(part).iter(*_LINKS) if ids else ():
            if link.get(f"{{{R}}}id") in ids:
                link.set(f"{{{R}}}id", "")
                link.set("action", "ppaction://noaction")
                parts.touch(part)
        for id_ in ids:
            parts.unrelate(part, id_)
