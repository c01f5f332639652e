"""Measures building a deck again: anew, with the same data, with one number changed and with every number changed.

Times are the processor's, of whole processes, so that what else the machine does counts little.

Run: `python benchmarks/rebuild.py [--repeat 5] [--slides 45 200 1000]` or `--profile`.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import re
import shutil
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from content import PERIOD
from inside import FUNCTIONS, NAME, Quiet
from make_project import make_project
from run import DECK, deckbuilder, keep_bytecode, seconds

from deckbuilder.period import Period
from deckbuilder.pipeline import build
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

INPUT = f"input/{PERIOD}"


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="building a deck that is there already")
    parser.add_argument("--repeat", type=int, default=5, help="repetitions of each")
    parser.add_argument("--slides", type=int, nargs="+", default=[45, 200, 1000], help="sizes")
    parser.add_argument("--profile", action="store_true", help="only profile a rebuild with every number changed")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="deckbuilder-benchmark-") as folder:
        keep_bytecode(Path(folder) / "bytecode")
        if options.profile:
            profile(make_project(options.slides[0], Path(folder) / "projekt"))
        else:
            tell({count: measure(count, Path(folder) / str(count), options.repeat) for count in options.slides})


def anew(folder: Path) -> None:
    """Let there be no deck."""
    shutil.rmtree(folder / "output", ignore_errors=True)


def nothing(folder: Path) -> None:
    """Leave the deck and the data as they are."""


def one_number(folder: Path) -> None:
    """Change the last number of one file."""
    _change(min((folder / INPUT).glob("*.csv")), 1)


def every_number(folder: Path) -> None:
    """Change every number of every file."""
    for path in (folder / INPUT).glob("*.csv"):
        _change(path, 0)


CHANGES: tuple[Callable[[Path], None], ...] = (anew, nothing, one_number, every_number)


def _change(path: Path, most: int) -> None:
    """Add one to the numbers in a file's cells, the first ones of the file; 0 is all."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"(?<=;)-?\d+(?=;|\n)", lambda found: str(int(found[0]) + 1), text, count=most)
    path.write_text(changed, encoding="utf-8")


def measure(count: int, folder: Path, repeat: int) -> dict[str, float]:
    """Return the median processor seconds of a build after each change; the first round only warms the disk."""
    make_project(count, folder)
    command = [*deckbuilder(), "build", PERIOD, "--project", str(folder)]
    times: dict[str, list[float]] = {change.__name__: [] for change in CHANGES}
    for _ in range(repeat + 1):
        for change in CHANGES:
            change(folder)
            before = (folder / DECK).stat().st_mtime_ns if (folder / DECK).exists() else 0
            times[change.__name__].append(_processor_seconds(command))
            is_new = (folder / DECK).stat().st_mtime_ns != before
            if is_new == (change is nothing):
                raise AssertionError(change.__name__)
    return {name: median(found[1:]) for name, found in times.items()}


def _processor_seconds(command: list[str]) -> float:
    before = os.times()
    seconds(command)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def profile(folder: Path) -> None:
    """Print the functions that take the most time when every number has changed, called ones included."""
    project, period = Project.at(folder), Period.parse(PERIOD)
    build(project, NAME, period, Quiet())
    every_number(folder)
    profiler = cProfile.Profile()
    profiler.runcall(build, project, NAME, period, Quiet())
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(FUNCTIONS)


def tell(results: dict[int, dict[str, float]]) -> None:
    """Print the table of times and growth."""
    names = [change.__name__ for change in CHANGES]
    print("slides" + "".join(f"{name:>14}" for name in names))
    for count, found in results.items():
        print(f"{count:6}" + "".join(f"{found[name]:12.2f} s" for name in names))
    for less, more in pairwise(results):
        growth = [log(results[more][name] / results[less][name]) / log(more / less) for name in names]
        print(f"growth {less} -> {more}, exponent:" + "".join(f"  {one:.2f}" for one in growth))


if __name__ == "__main__":
    main()
