"""Names of OOXML as the merge needs them, and what programs write on their own account."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NOISE = {"dirty", "err", "smtClean", "noProof", "lang", "altLang", "kumimoji", "bmk", "fontScale", "lnSpcReduction"}
"""Attributes that a program sets without anyone having edited."""

_Said = tuple[str, tuple[tuple[str, str], ...], str, tuple["_Said", ...]]
_PARAGRAPH, _RUN, _FIELD, _TEXT = (f"{{{A}}}{tag}" for tag in ("p", "r", "fld", "t"))
_VALUE = f"{{{C}}}v"
_RELATED = f"{{{R}}}"
_UNSAID = ("}extLst", "}endParaRPr")
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NOWHERE = tuple(
    (f"{{{A}}}{tag}", ((across, "0"), (down, "0")), "", ())
    for tag, across, down in (("off", "x", "y"), ("ext", "cx", "cy"), ("chOff", "x", "y"), ("chExt", "cx", "cy"))
)
_SILENT: set[_Said] = {
    *((f"{{{A}}}{tag}", (), "", ()) for tag in ("lstStyle", "pPr", "rPr", "avLst")),
    *((f"{{{C}}}{tag}", (("val", "0"),), "", ()) for tag in ("date1904", "invertIfNegative", "bubble3D")),
    (f"{{{C}}}formatCode", (), "General", ()),
    (f"{{{C}}}lang", (("val", "sv-SE"),), "", ()),
    (f"{{{A}}}xfrm", (), "", _NOWHERE),
}
"""What says the same as nothing: PowerPoint spells it out, or leaves it out, when it saves."""
_QUIET = {_ALTERNATIVES, *(one[0] for one in _SILENT)}


def local(element: Any) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def same(one: Any, other: Any) -> bool:
    """Tell whether two elements say the same, whatever their prefixes and what programs write on their own account.

    Extensions, ids of relationships, defaults that are spelled out, and runs that are split at a spelling mark say
    nothing.
    """
    if one is None or other is None:
        return one is other
    return _written(one) == _written(other) or _alike(one, other)


def _alike(one: Any, other: Any) -> bool:
    if one.tag != other.tag:
        return False
    if one.tag in {_PARAGRAPH, _RUN, _FIELD}:
        is_worded = one.find(_FIELD) is None and one.tag != _FIELD
        return not (is_worded and _wording(one) != _wording(other)) and _said(one) == _said(other)
    if attributes(one) != attributes(other) or _text(one) != _text(other):
        return False
    ours, theirs = _telling(one), _telling(other)
    return len(ours) == len(theirs) and all(_alike(left, right) for left, right in zip(ours, theirs, strict=True))


def _wording(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(_TEXT))


def _written(element: Any) -> bytes:
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def _said(element: Any) -> _Said:
    """Return what an element says, in a form that can be compared."""
    told, inside = attributes(element), tuple(_said(child) for child in _telling(element))
    if element.tag == _FIELD:
        told, inside = {"type": told.get("type", "")}, tuple(one for one in inside if one[0] != _TEXT)
    elif element.tag == _PARAGRAPH:
        inside = _joined(inside)
    return element.tag, tuple(sorted(told.items())), _text(element), inside


def _joined(runs: tuple[_Said, ...]) -> tuple[_Said, ...]:
    """Return a paragraph's contents with runs of one form joined."""
    found: list[_Said] = []
    for tag, told, _, inside in runs:
        text = "".join(one[2] for one in inside if one[0] == _TEXT)
        form = tuple(one for one in inside if one[0] != _TEXT)
        if tag != _RUN:
            found.append((tag, told, "", inside))
        elif found and found[-1][0] == _RUN and found[-1][3] == form:
            found[-1] = (_RUN, told, found[-1][2] + text, form)
        else:
            found.append((_RUN, told, text, form))
    return tuple(found)


def _telling(element: Any) -> list[Any]:
    """Return the elements inside that say something."""
    return [child for child in children(element) if not (child.tag in _QUIET and _is_silent(child))]


def _is_silent(element: Any) -> bool:
    return _is_style(element) or _said(element) in _SILENT


def _is_style(element: Any) -> bool:
    """Tell whether an element is the style of a chart, that PowerPoint adds for programs of different ages."""
    return element.tag == _ALTERNATIVES and len(element) > 0 and element[0].get("Requires") == "c14"


def _text(element: Any) -> str:
    return _number(element) or words(element)


def _number(element: Any) -> str:
    """Return a chart's number in one form, whatever program wrote it (`155`, `155.0`); "" for what is none."""
    if element.tag != _VALUE:
        return ""
    try:
        return f"{Decimal(element.text or '').normalize():f}"
    except (InvalidOperation, ValueError):
        return ""


def attributes(element: Any) -> dict[str, str]:
    """Return what an element's attributes say; relationship ids and programs' own attributes are left out."""
    return {key: value for key, value in element.items() if key not in NOISE and not key.startswith(_RELATED)}


def children(element: Any) -> list[Any]:
    """Return the elements inside, without comments and extension lists."""
    return [child for child in element.iterchildren("*") if not child.tag.endswith(_UNSAID)]


def words(element: Any) -> str:
    """Return an element's own text; the space between elements is none."""
    return "" if len(element) else (element.text or "")
