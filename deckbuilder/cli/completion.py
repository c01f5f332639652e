"""`deckbuilder completion SHELL`: the script that lets a shell complete commands, options, periods and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from deckbuilder.cli import COMPLETING, powershell
from deckbuilder.cli.running import told

_PROGRAM = "deckbuilder"
_INSTALL = {
    "bash": """\
# Komplettering av deckbuilder med tabbtangenten i bash. Lägg till raden i filen ~/.bashrc, och öppna ett nytt fönster:
#   eval "$(deckbuilder completion bash)"
""",
    "zsh": """\
# Komplettering av deckbuilder med tabbtangenten i zsh. Lägg till raderna i filen ~/.zshrc, och öppna ett nytt fönster:
#   autoload -Uz compinit && compinit
#   eval "$(deckbuilder completion zsh)"
""",
    "fish": """\
# Komplettering av deckbuilder med tabbtangenten i fish. Kör det här, och öppna ett nytt fönster:
#   deckbuilder completion fish > ~/.config/fish/completions/deckbuilder.fish
""",
    "powershell": """\
# Komplettering av deckbuilder med tabbtangenten i PowerShell. Öppna din profil med: notepad $PROFILE
# Lägg till raden i den, spara och öppna ett nytt fönster:
#   deckbuilder completion powershell | Out-String | Invoke-Expression
# Säger Windows att skript inte får köras, kör först: Set-ExecutionPolicy -Scope CurrentUser RemoteSigned
""",
}


@click.command(name="completion")
@click.argument("shell", metavar="SKAL", type=click.Choice(list(_INSTALL)))
@told
def command(shell: str) -> None:
    """Skriv ut skriptet som låter SKAL (bash, zsh, fish eller powershell) fylla i det du skriver.

    Skriptets första rader säger hur det installeras. Sedan fyller tabbtangenten i kommandon, val, perioder, rapporter,
    bildtyper, siffror och koder.
    """
    powershell.add()
    group = click.get_current_context().find_root().command
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover -- the choice has no other shells
        raise AssertionError
    click.echo(f"{_INSTALL[shell]}\n{found(group, {}, _PROGRAM, COMPLETING).source()}", nl=False)
