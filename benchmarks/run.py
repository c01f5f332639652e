"""Measures `deckbuilder build` against a plain python-pptx script: whole processes, by turns, in one run.

Run: `python benchmarks/run.py [--repeat 5] [--slides 45 200 1000]`, `--imports`, `--stages` or `--profile`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple
from zipfile import ZipFile

from content import PERIOD
from inside import profile, stages
from make_project import make_project

HERE = Path(__file__).parent
DECK = f"output/manadsrapport-{PERIOD}.pptx"
LIBRARIES = (
    "lxml.etree", "yaml", "click", "babel.numbers", "jinja2.sandbox", "markdown_it", "pydantic",
    "python_calamine", "pptx", "openpyxl", "matplotlib",
)  # fmt: skip
AIMS = {45: 1.5, 1000: 0.5}


class DecksDifferError(Exception):
    """The two decks do not show the same, so their times say nothing."""


class Measured(NamedTuple):
    """Median seconds of whole processes at a number of slides."""

    slides: int
    script: float
    deckbuilder: float

    @property
    def ratio(self) -> float:
        """How many times the script's time deckbuilder takes."""
        return self.deckbuilder / self.script


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="deckbuilder against a plain python-pptx script")
    parser.add_argument("--repeat", type=int, default=5, help="repetitions of each")
    parser.add_argument("--slides", type=int, nargs="+", default=[45, 200, 1000], help="sizes")
    parser.add_argument("--imports", action="store_true", help="only time the imports of libraries")
    parser.add_argument("--stages", action="store_true", help="only time the stages of a build, in-process")
    parser.add_argument("--profile", action="store_true", help="only profile a build of 1,000 slides")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="deckbuilder-benchmark-") as folder:
        keep_bytecode(Path(folder) / "bytecode")
        if options.profile:
            profile(make_project(1000, Path(folder)))
        elif options.stages:
            for count in options.slides:
                stages(count, make_project(count, Path(folder) / str(count)), options.repeat)
        else:
            if not options.imports:
                tell([measure(count, Path(folder) / str(count), options.repeat) for count in options.slides])
            tell_imports(options.repeat)


def keep_bytecode(folder: Path) -> None:
    """Let the processes keep compiled modules, as installed packages do, and not in the source folders."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def measure(count: int, folder: Path, repeat: int) -> Measured:
    """Time both by turns; the first pair warms the disk up, is checked, and is not counted."""
    make_project(count, folder)
    target, deck = folder / "script.pptx", folder / DECK
    script = [sys.executable, str(HERE / "script.py"), str(count), str(target)]
    build = [*deckbuilder(), "build", PERIOD, "--project", str(folder)]
    times: list[tuple[float, float]] = []
    for _ in range(repeat + 1):
        target.unlink(missing_ok=True)
        deck.unlink(missing_ok=True)
        times.append((seconds(script), seconds(build)))
        if len(times) == 1:
            require_same(target, deck, count)
    one, other = zip(*times[1:], strict=True)
    return Measured(count, median(one), median(other))


def deckbuilder() -> list[str]:
    """Return the installed command, else the module."""
    command = Path(sys.executable).with_name("deckbuilder")
    return [str(command)] if command.is_file() else [sys.executable, "-m", "deckbuilder"]


def seconds(command: list[str]) -> float:
    """Run a process and return how long it took; raise CalledProcessError when it fails."""
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started


def require_same(script: Path, deck: Path, count: int) -> None:
    """Raise DecksDifferError unless deckbuilder's slides show all that the script's show, in the same order."""
    ours, theirs = _contents(deck), _contents(script)
    if not len(ours) == len(theirs) == count:
        raise DecksDifferError(f"{len(ours)} and {len(theirs)} slides, not {count}")
    for number, (own, wanted) in enumerate(zip(ours, theirs, strict=True), start=1):
        if lacking := wanted - own:
            raise DecksDifferError(f"slide {number} lacks {sorted(lacking)[:3]}")


def _contents(deck: Path) -> list[set[str]]:
    """Return, for each slide, its texts, whether it has a table, and the texts and numbers of its chart."""
    found = []
    with ZipFile(deck) as package:
        names = set(package.namelist())
        number = 1
        while (slide := f"ppt/slides/slide{number}.xml") in names:
            xml = package.read(slide).decode()
            relations = package.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode()
            texts = set(re.findall(r"<a:t>([^<]+)</a:t>", xml)) | set(re.findall("<a:tbl>", xml))
            for chart in re.findall(r"charts/(chart\w+\.xml)", relations):
                values = re.findall(r"<c:v>([^<]+)</c:v>", package.read(f"ppt/charts/{chart}").decode())
                texts |= {value.removesuffix(".0") for value in values}
            found.append(texts)
            number += 1
    return found


def tell(results: list[Measured]) -> None:
    """Print the table of times, ratios and growth."""
    print("slides   script s   deckbuilder s   ratio   aim")
    for one in results:
        aim = f"<= {AIMS[one.slides]}" if one.slides in AIMS else ""
        print(f"{one.slides:6} {one.script:10.2f} {one.deckbuilder:15.2f} {one.ratio:7.2f}   {aim}")
    print("\ngrowth (exponent; 1 is linear)   script   deckbuilder   per slide, ms: script   deckbuilder")
    for less, more in pairwise(results):
        size, added = log(more.slides / less.slides), more.slides - less.slides
        exponents = log(more.script / less.script) / size, log(more.deckbuilder / less.deckbuilder) / size
        each = (more.script - less.script) / added * 1000, (more.deckbuilder - less.deckbuilder) / added * 1000
        step = f"{less.slides} -> {more.slides}"
        print(f"{step:30} {exponents[0]:8.2f} {exponents[1]:13.2f} {each[0]:23.1f} {each[1]:13.1f}")
    print()


def tell_imports(repeat: int) -> None:
    """Print what a process that only imports a library takes, beyond bare Python."""
    times: dict[str, list[float]] = {name: [] for name in ("", *LIBRARIES)}
    for _ in range(repeat + 1):
        for name, found in times.items():
            found.append(seconds([sys.executable, "-c", f"import {name}" if name else ""]))
    bare = median(times.pop("")[1:])
    print(f"imports, ms beyond bare Python ({bare * 1000:.0f} ms)")
    for name, found in times.items():
        print(f"{name:16} {(median(found[1:]) - bare) * 1000:6.0f}")


if __name__ == "__main__":
    main()
