"""PowerShell for click's completion, beside the shells that it has: the script, and how the two talk."""

from __future__ import annotations

import os

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $typed = $commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition }
        $env:COMP_WORDS = ($typed | ForEach-Object { $_.Extent.Text }) -join "`n"
        $env:COMP_CWORD = $wordToComplete
        $env:%(complete_var)s = 'powershell_complete'
        %(prog_name)s | ForEach-Object {
            $type, $value, $help = $_ -split "`t", 3
            if ($type -eq 'plain') {
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
            } else {
                [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
            }
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:%(complete_var)s -ErrorAction SilentlyContinue
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell 5 and later; what is typed comes in variables, a word on each line."""

    name = "powershell"
    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        words = [word.strip("'\"") for word in os.environ.get("COMP_WORDS", "").split("\n")[1:]]
        typed = os.environ.get("COMP_CWORD", "").strip("'\"")
        return (words[:-1] if typed and words[-1:] == [typed] else words), typed

    def format_completion(self, item: CompletionItem) -> str:
        """Return a suggestion as a line: its type, what is typed, and what it means."""
        value = f"'{item.value}'" if " " in item.value else item.value
        return f"{item.type}\t{value}\t{' '.join((item.help or item.value).split())}"


def add() -> None:
    """Let click know of PowerShell."""
    add_completion_class(PowerShellComplete)
