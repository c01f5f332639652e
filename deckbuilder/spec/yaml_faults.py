"""Says what is wrong in YAML that cannot be parsed: where the cause is, which need not be where the parser stopped."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml
from yaml.reader import Reader

from deckbuilder.spec.yaml_lines import Lines
from deckbuilder.spec.yaml_stop import Fault, Stop, at

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = ('"', "'")
_TEMPLATE = re.compile(r"(?:(?<=: )|(?<=- )|^) *(\{[{%])")
_CLOSERS = {"[": "]", "{": "}"}
_SIGN_REASONS = (
    *("cannot start any token", "an alias", "an anchor", "undefined alias"),
    *("block scalar", "directive", "node content"),
    *("sequence entries are not allowed", "mapping keys are not allowed"),
)
_READ_ON = ("block scalar", "directive", "an alias", "an anchor")
"""Where the parser stops behind the sign, which stands where what it was reading began."""
_HARD_SPACE = re.compile("^[ -]*(\u00a0)|^[ -]*[\\w.-]+:(\u00a0)")
_QUOTE_EACH = "Sätt ett värde som har komma, kolon eller citattecken i sig inom citattecken."


def fault(text: str, error: yaml.YAMLError) -> Fault:
    """Return what is wrong in a text that the parser refused, as far as its lines tell."""
    if stray := Reader.NON_PRINTABLE.search(text):
        line, column = text.count("\n", 0, stray.start()) + 1, stray.start() - text.rfind("\n", 0, stray.start())
        return Fault(line, column, "Här står ett tecken som inte syns och inte får vara med. Ta bort det.", "DB132")
    texts, lines = _Texts(text, error), Lines(text, error)
    tries = [texts.tab, texts.hard_space, texts.document, lines.no_colon, texts.quote, texts.template, texts.sign]
    tries += [texts.bracket, lines.colon, lines.dash, lines.uneven]
    return next(filter(None, (attempt() for attempt in tries)), None) or texts.otherwise()


class _Texts(Stop):
    """Looks at the texts at the place where the parser stopped: their signs, quotation marks and brackets."""

    def tab(self) -> Fault | None:
        """Find a tab where spaces should indent."""
        indent = self.line[: len(self.line) - len(self.line.lstrip())]
        if "\t" not in indent and self.sign_here != "\t":
            return None
        column = indent.index("\t") if "\t" in indent else self.column
        return at(self.row, column, "Här står ett tabbtecken. Dra in raden med mellanslag i stället.", "DB121")

    def hard_space(self) -> Fault | None:
        """Find a hard space, which looks like one that indents or stands after a colon, as when copied from Word."""
        for row in (self.context_row, self.above(self.row), self.row):
            if found := _HARD_SPACE.match(self.lines[row]):
                sentence = "Här står ett hårt mellanslag, som ser ut som ett vanligt. Skriv ett vanligt i stället."
                return at(row, found.end() - 1, sentence, "DB132")
        return None

    def document(self) -> Fault | None:
        """Find the `---` of a second document."""
        if "another document" not in self.reason and "document start" not in self.reason:
            return None
        sentence = "Raden --- börjar ett nytt dokument, men filen får bara ha ett. Ta bort raden."
        return at(self.row, self.column, sentence, "DB130")

    def quote(self) -> Fault | None:
        """Find a quotation mark that is not closed, or closed too early."""
        if "escape character" in self.reason:
            sentence = "Efter \\ inom \" väntas en kod. Sätt texten inom enkla citattecken (') i stället."
            return at(self.row, self.column - (self.sign_here != "\\"), sentence, "DB134")
        if "quoted scalar" in self.reason:
            return self._unclosed(self.context_row, self.context_column)
        for token in self._quoted():
            same_line = token.start_mark.line == token.end_mark.line == self.row
            if self.line[token.end_mark.column : self.column].strip() or token.end_mark.line != self.row:
                continue
            if token.end_mark.column <= self.column and self.sign_here not in {"", "#"}:
                start = token.start_mark
                return self._closed_early(token.style) if same_line else self._unclosed(start.line, start.column)
        return None

    def _quoted(self) -> Iterator[Any]:
        """Yield the texts within quotation marks, as far as the text can be divided into tokens."""
        try:
            for token in yaml.scan(self.text, Loader=yaml.SafeLoader):
                if isinstance(token, yaml.ScalarToken) and token.style in _QUOTES:
                    yield token
        except yaml.YAMLError:
            return

    def _unclosed(self, row: int, column: int) -> Fault:
        sign = self.lines[row][column : column + 1]
        sentence = f"Citattecknet {sign} öppnas här men stängs inte på raden. Sätt ett {sign} efter textens slut."
        return at(row, column, sentence, "DB124")

    def _closed_early(self, style: str) -> Fault:
        remedy = (
            "Sätt hela texten inom dubbla citattecken (\"), så får den ha apostrofer (')."
            if style == "'"
            else "Låt det sista citattecknet stå sist, och skriv citat inne i texten med ” eller '."
        )
        return at(self.row, self.column, f"Här fortsätter texten efter att citattecknet stängt den. {remedy}", "DB134")

    def template(self) -> Fault | None:
        """Find a text that begins with `{{` and has no quotation marks."""
        for row in dict.fromkeys((self.row, self.context_row)):
            found = _TEMPLATE.search(self.lines[row])
            is_at_fault = found and "simple key" not in self.reason and self.column >= found.start(1)
            if found and (is_at_fault or row != self.row):
                sentence = f"Texten börjar med {found[1]} utan citattecken. {self.in_quotes(row)}"
                return at(row, found.start(1), sentence, "DB128")
        return None

    def sign(self) -> Fault | None:
        """Find a sign that YAML takes for its own at the beginning of a text."""
        if any(words in self.reason for words in _SIGN_REASONS):
            is_behind = any(words in self.reason for words in _READ_ON)
            column = self.context_column if is_behind else self.column
            sign = self.line[column : column + 1]
            if not sign:  # the file ends where a value should stand
                return None
            sentence = f"Tecknet {sign} har en egen betydelse först i en text. {self.in_quotes(self.row)}"
            return at(self.row, column, sentence, "DB129")
        if self.sign_here in {"}", "]"} and "flow" not in self.reason:
            sentence = f"Tecknet {self.sign_here} hör inte hit. Ta bort det, eller sätt hela texten inom citattecken."
            return at(self.row, self.column, sentence, "DB129")
        return None

    def bracket(self) -> Fault | None:
        """Find a bracket that is not closed, or values within brackets that no comma divides."""
        if "node content" in self.reason and (last := self._last_bracket()):
            opened = self.lines[last.line][last.column]
            sentence = f"Klammern {opened} stängs inte. Skriv {_CLOSERS[opened]} efter det sista värdet."
            return at(last.line, last.column, sentence, "DB127")
        opened = self.lines[self.context_row][self.context_column : self.context_column + 1]
        if "flow" not in self.reason or opened not in _CLOSERS:
            return None
        closer = _CLOSERS[opened]
        if closer in self.lines[self.context_row][self.context_column :]:
            sentence = f"Mellan {opened} och {closer} ska värdena skiljas åt med komma. {_QUOTE_EACH}"
        else:
            sentence = f"Klammern {opened} stängs inte på raden. Skriv {closer} efter det sista värdet."
        return at(self.context_row, self.context_column, sentence, "DB127")

    def _last_bracket(self) -> Any:
        """Return the place of the last bracket that is not closed, None without one."""
        opened: list[Any] = []
        with suppress(yaml.YAMLError):
            for token in yaml.scan(self.text, Loader=yaml.SafeLoader):
                if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                    opened.append(token.start_mark)
                elif opened and isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                    opened.pop()
        return opened[-1] if opened else None

    def otherwise(self) -> Fault:
        """Say where the parser stopped."""
        remedy = "Kontrollera indrag, citattecken och kolon här och på raden ovanför."
        return at(self.row, self.column, f"Filen går inte att tolka som YAML. {remedy}", "DB120")
