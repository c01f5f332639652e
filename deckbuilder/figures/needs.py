"""Which sources a report needs, and for which slides: read from its YAML and texts, before any file has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from deckbuilder.sources.pictures import SUFFIXES as PICTURES
from deckbuilder.spec.report import slides_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deckbuilder.spec.comments import CommentText

_ENVIRONMENT = Environment(autoescape=True)  # only parses
_OWN_WORDS = {"id", "type"}


@dataclass(frozen=True)
class Needs:
    """What a report needs: tables of figures, and sources with the slides that show them.

    A source that only the report's meeting or title needs has no slides.
    """

    tables: frozenset[str]
    sources: dict[str, tuple[str, ...]]


def needed(report: Any, comments: Iterable[CommentText], figures: Mapping[str, Any]) -> Needs:
    """Return what a report and the month's texts need; `report` and `figures` as they stand in YAML."""
    slides: dict[str, dict[str, None]] = {}
    tables: set[str] = set()
    for slide, names in _tables(report, comments, figures.keys()):
        every = _with_parts(names, figures)
        tables |= every
        for source in filter(None, (source_of(figures[name]) for name in every)):
            slides.setdefault(source, {}).update({slide: None} if slide else {})
    return Needs(frozenset(tables), {source: tuple(own) for source, own in slides.items()})


def pictures(report: Any) -> dict[str, tuple[str, ...]]:
    """Return the files of pictures that a report names, each with its slides."""
    found: dict[str, dict[str, None]] = {}
    for slide in slides_in(report):
        for value in slide.values():
            if isinstance(value, str) and value.lower().endswith(PICTURES):
                found.setdefault(value, {})[str(slide.get("id", ""))] = None
    return {file: tuple(slides) for file, slides in found.items()}


def _tables(report: Any, comments: Iterable[CommentText], known: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield the tables of figures that each slide names, and those of the report itself under ""."""
    names = set(known)
    data = report if isinstance(report, dict) else {}
    yield "", _named({key: value for key, value in data.items() if key != "slides"}, names)
    taken = {str(slide.get("id", "")): _named(slide, names) for slide in slides_in(report)}
    for comment in comments:
        if comment.slide in taken:
            taken[comment.slide] |= _in_template(comment.text, names)
    yield from taken.items()


def _named(value: Any, names: set[str], key: str = "") -> set[str]:
    """Return the tables that a part of the YAML names: in templates, as `figures`, or with a row after a dot."""
    if isinstance(value, dict):
        return set().union(*(_named(one, names, str(key)) for key, one in value.items() if key not in _OWN_WORDS))
    if isinstance(value, list):
        return set().union(*(_named(one, names, key) for one in value))
    if not isinstance(value, str):
        return set()
    first, dot, _ = value.partition(".")
    is_name = first in names and (bool(dot) or key == "figures")
    return _in_template(value, names) | ({first} if is_name else set())


def _in_template(text: str, names: set[str]) -> set[str]:
    if "{" not in text:
        return set()
    try:
        return {node.name for node in _ENVIRONMENT.parse(text).find_all(nodes.Name)} & names
    except TemplateSyntaxError:  # the build tells it
        return set()


def _with_parts(tables: Iterable[str], figures: Mapping[str, Any]) -> set[str]:
    """Return some tables with those that they are computed from."""
    waiting, seen = list(tables), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            spec = figures[name]
            if isinstance(spec, dict) and not source_of(spec):
                waiting += _named({key: one for key, one in spec.items() if key != "checks"}, set(figures))
    return seen


def source_of(spec: Any) -> str:
    """Return the source that figures are computed from, "" when they are computed from others."""
    source = spec.get("source") if isinstance(spec, dict) else None
    return source if isinstance(source, str) else ""
