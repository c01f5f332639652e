"""What the shell suggests where a command takes a period, a report, a slide type, a figure or a code.

A suggestion is a help, never a fault: where the project cannot be read there is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from deckbuilder.errors import DeckbuilderError
from deckbuilder.period import Period
from deckbuilder.project import USUAL_REPORT, Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click

    Suggest = Callable[[click.Context, str], list[CompletionItem]]


def _suggesting(known: Callable[[click.Context], Iterable[str]]) -> Suggest:
    """Return what suggests those of the known words that begin as what is typed."""

    def suggest(ctx: click.Context, typed: str) -> list[CompletionItem]:
        try:
            words = list(known(ctx))
        except (DeckbuilderError, OSError, ValueError):
            return []
        return [CompletionItem(word) for word in words if word.casefold().startswith(typed.casefold())]

    return suggest


def _project(ctx: click.Context) -> Project:
    return Project.at(Path(ctx.params.get("project") or "."))


def _periods(ctx: click.Context) -> list[str]:
    """Return the periods with input, the latest first; for `new` the one after it."""
    found = _project(ctx).periods()[::-1]
    return [Period.parse(found[0]).next.code] if found and ctx.info_name == "new" else found


def _reports(ctx: click.Context) -> list[str]:
    return _project(ctx).reports()


def _slide_types(_ctx: click.Context) -> Iterable[str]:
    from deckbuilder.composing import BUILDERS  # noqa: PLC0415 -- only this suggestion needs it
    from deckbuilder.kinds import kinds  # noqa: PLC0415 -- nor this

    return kinds(BUILDERS)


def _codes(_ctx: click.Context) -> Iterable[str]:
    from deckbuilder.explaining.pages import codes  # noqa: PLC0415 -- only this suggestion needs it

    return codes()


def _slides(ctx: click.Context) -> list[str]:
    from deckbuilder.outline import outline  # noqa: PLC0415 -- only this suggestion needs it

    return [slide.id for slide in outline(_project(ctx), ctx.params.get("report") or USUAL_REPORT)]


def _figures(ctx: click.Context) -> list[str]:
    """Return the figures of the deck that was built last for a period, from the file beside it: it is read at once."""
    from deckbuilder.records.json import from_json, sidecar  # noqa: PLC0415 -- only this suggestion needs it

    period = Period.parse(str(ctx.params.get("period")))
    deck = _project(ctx).output(ctx.params.get("report") or USUAL_REPORT, period)
    return list(from_json(sidecar(deck).read_text(encoding="utf-8")).figures)


BY_NAME: dict[str, Suggest] = {
    "period": _suggesting(_periods),
    "before": _suggesting(_periods),
    "after": _suggesting(_periods),
    "report": _suggesting(_reports),
    "type_": _suggesting(_slide_types),
    "code": _suggesting(_codes),
    "restore": _suggesting(_slides),
    "id_": _suggesting(_figures),
    "figure": _suggesting(_figures),
    "drop": _suggesting(_figures),
    "source": _suggesting(_periods),
}
"""What is suggested for the commands' parameters, by the name that each has in its command."""


def suggest_for(command: click.Command) -> None:
    """Let a command's parameters suggest what their names stand for."""
    for parameter in command.params:
        if (suggest := BY_NAME.get(parameter.name or "")) is not None:
            setattr(parameter, "shell_complete", suggest)  # noqa: B010 -- mypy would not have a method replaced
