"""How a build is followed: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.page import Page


class LineProgress:
    """Tells each stage on a line of its own."""

    def stage(self, words: str) -> None:
        """Print the stage."""
        click.echo(words, err=True)

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages, telling how many."""
        self.stage(f"Skapar {len(pages)} bilder.")
        yield from pages


class BarProgress:
    """Draws a bar over the slides."""

    def stage(self, words: str) -> None:
        """Stay silent: the bar tells enough."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages under a bar that names the slide being made."""
        with click.progressbar(
            pages, label="Skapar bilder", item_show_func=lambda page: page.id if page else "", file=sys.stderr
        ) as bar:
            yield from bar
