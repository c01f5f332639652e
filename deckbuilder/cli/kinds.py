"""`deckbuilder kinds [TYPE]`: the slide types, or one of them with its options and an example."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import terminal_width, wrapped
from deckbuilder.cli.running import json_option, told
from deckbuilder.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.slide_types import Option, SlideType


@click.command(name="kinds")
@click.argument("type_", metavar="[TYP]", required=False)
@json_option
@told
def command(type_: str | None, *, as_json: bool) -> None:
    """Lista bildtyperna, eller visa nycklar och exempel för TYP."""
    from deckbuilder.slide_types import common_options, slide_type, slide_types  # noqa: PLC0415 -- --help need not

    try:
        found = [slide_type(type_)] if type_ else slide_types()
    except ContentError as error:
        click.echo(f"{error.problems[0].code} {error.problems[0].sentence}", err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    elif type_:
        click.echo("\n".join(_page(found[0], common_options())))
    else:
        click.echo("\n".join(_list(found)))


def _list(found: Sequence[SlideType]) -> Iterator[str]:
    width = max(len(one.name) for one in found) + 2
    for one in found:
        yield from _hanging(f"{one.name:<{width}}", one.summary)
    yield ""
    yield from _hanging("", "Nycklar och exempel för en bildtyp: deckbuilder kinds TYP")


def _page(one: SlideType, common: Sequence[Option]) -> Iterator[str]:
    yield from _hanging("", f"{one.name}: {one.summary}")
    for heading, options in (("Nycklar", one.options), ("Nycklar som alla bilder har", common)):
        if options:
            yield ""
            yield f"{heading}:"
            yield from _options(options, "  ")
    yield ""
    yield "Exempel:"
    yield from (f"  {line}" for line in one.example.splitlines())


def _options(options: Sequence[Option], indent: str) -> Iterator[str]:
    width = max(len(option.name) for option in options) + 2
    for option in options:
        yield from _hanging(f"{indent}{option.name:<{width}}", f"{option.description} ({_form(option)})")
        yield from _options(option.options, f"{indent}  ") if option.options else ()


def _form(option: Option) -> str:
    """Return what a key takes and whether it can be left out: `text, krävs`, `heltal, annars 3`."""
    otherwise = "krävs" if option.required else f"annars {option.default}" if option.default else "valfri"
    return ", ".join(filter(None, (option.takes, otherwise)))


def _hanging(first: str, words: str) -> Iterator[str]:
    yield from wrapped(words, max(terminal_width(), len(first) + 18), " " * len(first), first=first)
