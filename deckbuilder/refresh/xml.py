"""Names of OOXML as the merge needs them, and what programs write on their own account."""

from __future__ import annotations

from typing import Any

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NOISE = {"dirty", "err", "smtClean", "noProof", "lang", "altLang", "kumimoji", "bmk", "fontScale", "lnSpcReduction"}
"""Attributes that a program sets without anyone having edited."""


def local(element: Any) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def same(one: Any, other: Any) -> bool:
    """Tell whether two elements say the same, whatever their prefixes, extensions and programs' own attributes."""
    if one is None or other is None:
        return one is other
    if one.tag != other.tag or attributes(one) != attributes(other) or words(one) != words(other):
        return False
    ours, theirs = children(one), children(other)
    return len(ours) == len(theirs) and all(same(left, right) for left, right in zip(ours, theirs, strict=True))


def attributes(element: Any) -> dict[str, str]:
    """Return what an element's attributes say; relationship ids and programs' own attributes are left out."""
    return {key: value for key, value in element.attrib.items() if key not in NOISE and not key.startswith(f"{{{R}}}")}


def children(element: Any) -> list[Any]:
    """Return the elements inside, without comments and extension lists."""
    return [child for child in element if isinstance(child.tag, str) and local(child) not in {"extLst", "endParaRPr"}]


def words(element: Any) -> str:
    """Return an element's own text; the space between elements is none."""
    return "" if len(element) else (element.text or "")
