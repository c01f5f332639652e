"""Times from a saved YAML edit to the new picture of that slide in `deckbuilder preview`, as a page would see it.

    python benchmarks/preview.py
    python benchmarks/preview.py --edits 30

Edits the titles of slides over the whole sample report in a copy of the project, one by one: once without a deck in
`output/`, and once with a built deck that people have edited, which each build merges with.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator

REPO = Path(__file__).parent.parent
PERIOD = "2024-07"
_COMMAND = (sys.executable, "-c", "from deckbuilder.cli import main; main()")
_TITLE = re.compile(r"^    title: \"?", re.MULTILINE)


@dataclass
class Page:
    """The page's side: it hears of each change and fetches the state."""

    address: str

    def states(self) -> Iterator[dict[str, Any]]:
        """Yield the state at each change, the present one first."""
        with urlopen(f"{self.address}events", timeout=60) as events:  # noqa: S310 -- our own server
            for line in events:
                if line.startswith(b"data:"):
                    with urlopen(f"{self.address}state") as answer:  # noqa: S310 -- as above
                        yield json.load(answer)

    def picture(self, digest: str) -> bytes:
        """Fetch a picture."""
        with urlopen(f"{self.address}picture/{digest}.png") as answer:  # noqa: S310 -- as above
            content: bytes = answer.read()
        return content


def main() -> None:
    """Run and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--edits", type=int, default=10)
    edits = arguments.parse_args().edits
    for name, with_deck in (("no deck in output/", False), ("an edited deck in output/", True)):
        with TemporaryDirectory() as folder:
            root = Path(folder)
            for part in ("config", "layouts", "input"):
                shutil.copytree(REPO / part, root / part)
            if with_deck:
                _build_and_edit(root)
            _measure(name, root, edits)


def _build_and_edit(root: Path) -> None:
    """Build the deck, and change a word of a title in it as people do."""
    subprocess.run([*_COMMAND, "build", PERIOD, "--project", str(root)], check=True, capture_output=True)
    from deckbuilder.refresh.identity import slide_parts  # noqa: PLC0415 -- only here
    from deckbuilder.refresh.parts import Parts  # noqa: PLC0415 -- only here

    deck = root / "output" / f"manadsrapport-{PERIOD}.pptx"
    parts = Parts.of(deck.read_bytes())
    last = slide_parts(parts)[-1]
    text = next(one for one in parts.tree(last).iter() if str(one.tag).endswith("}t"))
    text.text = "Tack för i dag"
    parts.touch(last)
    deck.write_bytes(parts.content())


def _measure(name: str, root: Path, edits: int) -> None:
    started = perf_counter()
    command = [*_COMMAND, "preview", PERIOD, "--project", str(root), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            address = re.search(r"http://\S+", process.stdout.readline() if process.stdout else "")
            if address is None:
                message = "no address"
                raise SystemExit(message)
            page = Page(address[0])
            states = page.states()
            next(state for state in states if any(_pictures(state)))
            seen = perf_counter() - started
            whole = next(state for state in states if _pictures(state) and all(_pictures(state)))
            drawn = perf_counter() - started
            times = list(_edits(root, page, states, whole["slides"], edits))
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()
    print(f"{name}: {len(whole['slides'])} slides")
    print(f"  first pictures {seen:.1f} s, all {drawn:.1f} s")
    print(f"  edit to picture: median {median(times):.2f} s, slowest {max(times):.2f} s, of {edits}")


def _pictures(state: dict[str, Any]) -> list[str]:
    return [slide["picture"] for slide in state["slides"]]


def _edits(
    root: Path, page: Page, states: Iterator[dict[str, Any]], slides: list[dict[str, Any]], edits: int
) -> Iterator[float]:
    """Edit the title of one slide after the other; yield the seconds until its new picture is here."""
    file = root / "config" / "manadsrapport.yaml"
    movable = [slide for slide in slides if slide["movable"]]
    for number in range(edits):
        slide = movable[(number * 7 + 3) % len(movable)]
        text = file.read_text(encoding="utf-8")
        start = text.index(f"    id: {slide['id']}\n")
        title = _TITLE.search(text, start)
        if title is None:
            continue
        before = slide["picture"]
        began = perf_counter()
        file.write_text(f"{text[: title.end()]}Ny {number} {text[title.end() :]}", encoding="utf-8")
        for state in states:
            now = next(one for one in state["slides"] if one["key"] == slide["key"])
            if now["title"].startswith(f"Ny {number} ") and now["picture"] not in {"", before}:
                page.picture(now["picture"])
                break
        yield perf_counter() - began


if __name__ == "__main__":
    main()
