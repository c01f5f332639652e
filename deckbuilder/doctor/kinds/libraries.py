"""The libraries that deckbuilder is built on, and those that some commands need beside."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, note, well
from deckbuilder.errors import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Bibliotek", 20, False
_EXTRAS = {
    "preview": "deckbuilder preview",
    "pdf": "bilder i preview och i export --to png",
    "plot": "bildtypen plot",
}
_REQUIREMENT = re.compile(r"([A-Za-z0-9_.-]+)([^;]*)(?:;\s*extra == '([a-z]+)')?")
_BOUND = re.compile(r"(>=|<)\s*([0-9.]+)")


def look(where: Where) -> Iterator[Finding]:  # noqa: ARG001 -- the form of a check
    """Tell which libraries are missing or of a version that does not do; in extras, what cannot be done then."""
    needed = _requirements()
    lacking = [name for name, bounds in needed.get("", []) if not _does(name, bounds)]
    if lacking:
        yield fault(f"{listed(lacking)} saknas eller har fel version.", _install(lacking, needed[""]))
    else:
        yield well("De som bygget behöver finns.")
    for extra, use in _EXTRAS.items():
        lacking = [name for name, bounds in needed.get(extra, []) if not _does(name, bounds)]
        if lacking:
            yield note(f"För {use} saknas {listed(lacking)}.", _install(lacking, needed[extra]))
        else:
            yield well(f"De som behövs för {use} finns.")


def _requirements() -> dict[str, list[tuple[str, str]]]:
    """Return names and bounds by extra, "" being what is always needed."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in requires("deckbuilder") or ():
        if matched := _REQUIREMENT.fullmatch(line):
            found.setdefault(matched[3] or "", []).append((matched[1], matched[2].strip()))
    return found


def _does(name: str, bounds: str) -> bool:
    try:
        has = _numbers(version(name))
    except PackageNotFoundError:
        return False
    return all(has >= _numbers(to) if sign == ">=" else has < _numbers(to) for sign, to in _BOUND.findall(bounds))


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", words.partition("+")[0])[:3])


def _install(lacking: list[str], needed: list[tuple[str, str]]) -> str:
    bounds = dict(needed)
    return "Installera: pip install " + " ".join(f'"{name}{bounds[name]}"' for name in lacking)
