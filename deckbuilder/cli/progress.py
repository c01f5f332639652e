"""How a build is followed: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckbuilder.page import Page

_ROUND_BAR = len("Skapar bilder  []  100%  ")
_LONGEST_BAR, _LONGEST_ID = 36, 24


class LineProgress:
    """Tells each stage on a line of its own; `made` once every slide is made."""

    made = False

    def stage(self, words: str) -> None:
        """Print the stage."""
        click.echo(words, err=True)

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages, telling how many."""
        self.stage(f"Skapar {len(pages)} bilder.")
        yield from pages
        self.made = True


class BarProgress:
    """Draws a bar over the slides; `made` once every slide is made."""

    made = False

    def stage(self, words: str) -> None:
        """Stay silent: the bar tells enough."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages under a bar that names the slide being made."""
        room = shutil.get_terminal_size().columns - _ROUND_BAR
        names = room > _LONGEST_BAR
        with click.progressbar(
            pages,
            label="Skapar bilder",
            item_show_func=lambda page: page.id if page and names else "",
            file=sys.stderr,
            width=max(min(room - (_LONGEST_ID if names else 0), _LONGEST_BAR), 5),
        ) as bar:
            yield from bar
        self.made = True


@contextmanager
def stoppable(progress: LineProgress | BarProgress) -> Iterator[None]:
    """Let Ctrl+C stop a build, and say what that means for the deck: it is written whole, and last of all."""
    try:
        yield
    except KeyboardInterrupt as error:
        when = "Avbrutet när rapporten skulle sparas. Den i output/ är hel: den förra, eller den nya."
        raise click.Abort(when if progress.made else "Avbrutet. Inget är skrivet.") from error
