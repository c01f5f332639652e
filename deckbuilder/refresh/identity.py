"""Which slide is which, and which shape: by tags first, then by the shapes' names, then by what the base had there.

PowerPoint keeps tags and names. LibreOffice drops tags and the names of titles, but keeps other names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.xml import A, P, R

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from deckbuilder.refresh.parts import Parts

PRESENTATION = "ppt/presentation.xml"
TAG = "DECKBUILDER_ID"
_SHAPES = {f"{{{P}}}{tag}" for tag in ("sp", "graphicFrame", "pic", "grpSp", "cxnSp")}
_TITLES = {"title", "ctrTitle"}


@dataclass
class SlideView:
    """A slide of a deck: its part, our id for it ("" for one that people made), and its shapes by block.

    `shapes` has every shape that we made, those in groups too, by what follows the slide's id in its name
    (`table`, `bild/kort-1`). A name that several shapes have is in `unclear` and not in `shapes`.
    """

    part: str
    id: str
    root: Any
    shapes: dict[str, Any] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)

    @property
    def is_hidden(self) -> bool:
        """Whether the slide is left out when the deck is shown."""
        return self.root.get("show") in {"0", "false"}

    @property
    def title(self) -> str:
        """The text of the slide's title, "" when it has none."""
        found = next((shape for shape in shapes_of(self.root) if _placeholder(shape) in _TITLES), None)
        return "" if found is None else text_of(found)


def slide_parts(parts: Parts) -> list[str]:
    """Return the parts of a deck's slides in the order that they are shown."""
    targets = {one.id: one.target for one in parts.relations(PRESENTATION)}
    listed = parts.tree(PRESENTATION).iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    return [targets[one.get(f"{{{R}}}id")] for one in listed if one.get(f"{{{R}}}id") in targets]


def views(parts: Parts, base: Iterable[SlideView] = ()) -> list[SlideView]:
    """Return a deck's slides in order, as far as they can be told apart without guessing.

    A slide without a tag is the one whose id most of its shapes' names begin with, or that of `base` which alone has
    its title. One with shapes from a slide that is there with its tag is people's own.
    """
    known = {view.id: view for view in base}
    tags = {part: _tagged(parts, part) for part in slide_parts(parts)}
    nameable = {id_: view for id_, view in known.items() if id_ not in tags.values()}
    found = [_view(parts, part, tag, known, nameable) for part, tag in tags.items()]
    missing = [view for view in known.values() if view.id and all(view.id != other.id for other in found)]
    by_title = Counter(view.title for view in missing)
    own = Counter(view.title for view in found if not view.id)
    for view in found:
        if not view.id and view.title and by_title[view.title] == own[view.title] == 1:
            view.id = next(other.id for other in missing if other.title == view.title)
            _name_shapes(view, known.get(view.id))
    return found


def _view(parts: Parts, part: str, tag: str, known: dict[str, SlideView], nameable: dict[str, SlideView]) -> SlideView:
    root = parts.tree(part)
    view = SlideView(part, tag or _named(root, nameable), root)
    if view.id:
        _name_shapes(view, known.get(view.id))
    return view


def _tagged(parts: Parts, part: str) -> str:
    for tags in parts.related(part, "tags"):
        for tag in parts.tree(tags) if tags in parts else ():
            if tag.get("name") == TAG:
                return str(tag.get("val"))
    return ""


def _named(root: Any, known: dict[str, SlideView]) -> str:
    """Return the id that most of a slide's shapes are named by; "" when none of them, or several alike, are known."""
    ids = Counter(name_of(shape).partition("/")[0] for shape in shapes_of(root) if "/" in name_of(shape))
    ranked = [(count, id_) for id_, count in ids.most_common(2) if id_ in known]
    return ranked[0][1] if len(ranked) == 1 or (ranked and ranked[0][0] > ranked[1][0]) else ""


def _name_shapes(view: SlideView, base: SlideView | None) -> None:
    for shape in shapes_of(view.root):
        id_, slash, block = name_of(shape).partition("/")
        if not slash or id_ != view.id:
            continue
        if block in view.shapes or block in view.unclear:
            view.shapes.pop(block, None)
            view.unclear.add(block)
        else:
            view.shapes[block] = shape
    if base is not None:
        _find_nameless(view, base)


def _find_nameless(view: SlideView, base: SlideView) -> None:
    """Find placeholders that have lost their names: by what they are for, by their words, else by their order.

    Order decides only when as many are missing as there are nameless ones; what is left is no one's.
    """
    missing = {
        block: shape
        for block, shape in base.shapes.items()
        if _placeholder(shape) and block not in view.shapes and block not in view.unclear
    }
    nameless = [shape for shape in shapes_of(view.root) if _placeholder(shape) and "/" not in name_of(shape)]
    for sort in (_purpose, text_of):
        for block, shape in _only_pairs(missing, nameless, sort):
            view.shapes[block] = shape
            del missing[block]
            nameless.remove(shape)
    if len(missing) == len(nameless):
        view.shapes |= dict(zip(missing, nameless, strict=True))


def _only_pairs(missing: dict[str, Any], nameless: list[Any], sort: Callable[[Any], str]) -> list[tuple[str, Any]]:
    """Return the blocks and shapes that are alone in what `sort` tells of them."""
    old = Counter(sort(shape) for shape in missing.values())
    new = Counter(sort(shape) for shape in nameless)
    by_sort = {sort(shape): shape for shape in nameless}
    kinds = {block: sort(shape) for block, shape in missing.items()}
    return [(block, by_sort[kind]) for block, kind in kinds.items() if kind and old[kind] == new[kind] == 1]


def _purpose(shape: Any) -> str:
    """Return what a placeholder alone is for; "" for those of text and content, of which a slide may have several."""
    kind = _placeholder(shape)
    return "title" if kind in _TITLES else kind if kind in {"dt", "ftr", "sldNum"} else ""


def name_shapes(view: SlideView) -> bool:
    """Give the shapes of a slide that were found in other ways the names that they are known by; tell if any lacked."""
    lacking = {block: shape for block, shape in view.shapes.items() if name_of(shape) != f"{view.id}/{block}"}
    for block, shape in lacking.items():
        properties_of(shape).set("name", f"{view.id}/{block}")
    return bool(lacking)


def shapes_of(root: Any) -> Iterator[Any]:
    """Yield the shapes of a slide, those in groups too."""
    return (element for element in root.iter() if element.tag in _SHAPES)


def put_shape(home: Any, shape: Any) -> None:
    """Put a shape last in a slide's tree or a group, on top of the others; extensions stay behind it."""
    extensions = home.find(f"{{{P}}}extLst")
    if extensions is None:
        home.append(shape)
    else:
        extensions.addprevious(shape)


def properties_of(shape: Any) -> Any:
    """Return a shape's `p:cNvPr`: its number, name and alternative text."""
    return shape[0].find(f"{{{P}}}cNvPr")


def name_of(shape: Any) -> str:
    """Return a shape's name; "" when it has none."""
    properties = properties_of(shape)
    return "" if properties is None else properties.get("name", "")


def text_of(shape: Any) -> str:
    """Return the words of a shape, a line per paragraph."""
    paragraphs = shape.iter(f"{{{A}}}p")
    return "\n".join("".join(text.text or "" for text in one.iter(f"{{{A}}}t")) for one in paragraphs)


def _placeholder(shape: Any) -> str:
    found = shape[0].find(f"{{{P}}}nvPr/{{{P}}}ph")
    return "" if found is None else found.get("type", "obj")
