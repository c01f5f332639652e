"""What the page shows at a moment, as plain frozen data: the slides, their problems and their figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

Status = Literal["building", "ready", "broken"]
Block = dict[str, Any]
"""A block of a slide's outline, as the page's contract has it: `kind` and `lines`, or `header` and `rows`."""


@dataclass(frozen=True)
class ShownProblem:
    """A problem as it is told, and the slides (by key) that it belongs to."""

    code: str
    where: str
    sentence: str
    kind: Literal["error", "warning", "hint"]
    slides: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownFigure:
    """A figure as a slide shows it, and the file and cells that it came from."""

    id: str
    label: str
    value: str
    file: str


@dataclass(frozen=True)
class ShownSlide:
    """A slide; `key` is its own, `id` that of the page that it is (a part of), `digest` the name of its picture."""

    key: str
    id: str
    number: int
    title: str
    type: str = ""
    type_summary: str = ""
    movable: bool = False
    own: bool = False
    hidden: bool = False
    digest: str = ""
    alt: str = ""
    figures: tuple[ShownFigure, ...] = ()
    outline: tuple[Block, ...] = ()


@dataclass(frozen=True)
class State:
    """All that the page shows. `pictures` says why there are none, or nothing; `text` is the digest of the YAML."""

    report: str
    period: str
    period_name: str
    title: str = ""
    status: Status = "building"
    pictures: str = ""
    has_pictures: bool = False
    conflicts: int = 0
    kept: int = 0
    problems: tuple[ShownProblem, ...] = ()
    slides: tuple[ShownSlide, ...] = ()
    text: str = field(default="", repr=False)


def as_data(state: State, version: int, ready: Collection[str]) -> dict[str, Any]:
    """Return a state as JSON data; a slide's picture is named once it is `ready`."""
    by_slide: dict[str, list[int]] = {}
    for number, problem in enumerate(state.problems):
        for key in problem.slides:
            by_slide.setdefault(key, []).append(number)
    ids = {slide.key: slide.id for slide in state.slides}
    return {
        "version": version,
        "report": state.report,
        "title": state.title,
        "period": state.period,
        "period_name": state.period_name,
        "status": state.status,
        "pictures": {"available": state.has_pictures and not state.pictures, "message": state.pictures},
        "merge": {"conflicts": state.conflicts, "kept": state.kept},
        "problems": [_problem(problem, ids) for problem in state.problems],
        "slides": [_slide(slide, by_slide.get(slide.key, []), ready) for slide in state.slides],
    }


def _problem(problem: ShownProblem, ids: dict[str, str]) -> dict[str, Any]:
    first = next((ids[key] for key in problem.slides if key in ids), "")
    told = {"code": problem.code, "where": problem.where, "sentence": problem.sentence, "kind": problem.kind}
    return {**told, "slide": first}


def _slide(slide: ShownSlide, problems: list[int], ready: Collection[str]) -> dict[str, Any]:
    return {
        "key": slide.key,
        "id": slide.id,
        "number": slide.number,
        "type": slide.type,
        "type_summary": slide.type_summary,
        "title": slide.title,
        "movable": slide.movable,
        "own": slide.own,
        "hidden": slide.hidden,
        "picture": slide.digest if slide.digest in ready else "",
        "alt": slide.alt,
        "figures": [figure.__dict__ for figure in slide.figures],
        "problems": problems,
        "outline": list(slide.outline),
    }
