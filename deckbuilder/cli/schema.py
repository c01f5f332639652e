"""`deckbuilder schema`: what editors need to complete and explain the keys of the project's YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.running import project_option, shown, told
from deckbuilder.errors import ContentError, Place
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator


_NAMES = ("report", "sources", "layout", "kept")


@click.command(name="schema")
@click.option("--modeline", is_flag=True, help="Skriv också en rad överst i YAML-filerna, för andra editorer.")
@click.option("--print", "name", type=click.Choice(_NAMES), help="Visa ett av schemana och skriv inga filer.")
@project_option
@told
def command(name: str | None, project: Path, *, modeline: bool) -> None:
    """Skriv projektets scheman, så att VS Code föreslår nycklar och visar vad de betyder."""
    from deckbuilder.schemas import SCHEMAS, as_json  # noqa: PLC0415 -- --help need not load every kind

    if name:
        click.echo(as_json(SCHEMAS[name]()), nl=False)
        return
    root = Project.at(project)
    try:
        click.echo("\n".join(_written(root, modeline=modeline)))
    except OSError as error:
        where = shown(Path(error.filename or root.root))
        sentence = "Filen går inte att skriva. Stäng den om den är öppen, och kontrollera att du får skriva i mappen."
        raise ContentError.at(Place(where), sentence, "DB816") from error


def _written(project: Project, *, modeline: bool) -> Iterator[str]:
    """Write the files and yield what to tell of them."""
    from deckbuilder.schemas import add_modelines, settings_to_add, write_schemas  # noqa: PLC0415 -- as above

    for path in write_schemas(project):
        yield f"Skriven: {shown(path)}"
    for file, text in settings_to_add(project).items():
        yield f"Orörd: {file} har kommentarer eller går inte att läsa. Lägg till i den:"
        yield text
    for path in add_modelines(project) if modeline else ():
        yield f"Raden om schemat är tillagd överst i {shown(path)}"
    yield "VS Code behöver tillägget YAML (redhat.vscode-yaml). Kör kommandot igen när deckbuilder har uppdaterats."
