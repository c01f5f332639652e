"""Finds keys without a colon, items without a dash, and lines that are not indented as their neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuilder.spec.yaml_stop import KEY, Stop, at, spaces

if TYPE_CHECKING:
    from deckbuilder.spec.yaml_stop import Fault

FIRST_KEYS = {"type", "row", "total", "use", "figure", "finding"}
"""Keys that items of lists begin with: where one stands without a dash, the dash is what is missing."""

_STARTS = re.compile(rf" *- +(?:{'|'.join(sorted(FIRST_KEYS))})(?: |:|$)")
_BARE_KEY = re.compile(r""" *(?:- +)*[a-z][\w-]*(?: |:)["'{[]""")
_GLUED = re.compile(r"(?P<key>[\w.-]+):(?P<value>\S.*)")
_OPENERS = {"{", "[", '"', "'"}


class Lines(Stop):
    """Looks at the lines around the place where the parser stopped."""

    def no_colon(self) -> Fault | None:
        """Find the line of a key without a colon, or without a space after it."""
        is_key = "simple key" in self.reason
        if not is_key and not ("mapping values" in self.reason and self._is_first_colon()):
            return self._key_alone(self.row) if _BARE_KEY.match(self.line) else None
        row = self.context_row if is_key else self.above(self.row)
        if dash := self._no_dash(row) or self._no_dash_above(row):
            return dash
        is_text = self.is_item(row) and not _STARTS.match(self.lines[row])
        return None if is_text or KEY.match(self.lines[row]) else self._key_alone(row)

    def _key_alone(self, row: int) -> Fault:
        line = self.lines[row]
        column = len(line) - len(line.lstrip(" -"))
        if glued := _GLUED.fullmatch(line.strip(" -")):
            sentence = f"Det saknas ett mellanslag efter kolonet. Skriv '{glued['key']}: {glued['value']}'."
            return at(row, column, sentence, "DB123")
        key, _, value = line.strip(" -").partition(" ")
        written = f"{key}: {value or '…'}"
        sentence = f"Det saknas ett kolon på raden. Skriv '{written}', eller dra in den om den hör till texten ovanför."
        return at(row, column, sentence, "DB123")

    def colon(self) -> Fault | None:
        """Find a colon within a text, or a line that stands too far in below one."""
        if "mapping values" not in self.reason:
            return None
        if fault := self._no_dash_above(self.row):
            return fault
        if not self._is_first_colon():
            sentence = f"Här står ett kolon inne i en text. {self.in_quotes(self.row)}"
            return at(self.row, self.column, sentence, "DB122")
        return self._uneven()

    def _is_first_colon(self) -> bool:
        return re.fullmatch(r" *(- +)*[\w.-]+", self.line[: self.column]) is not None

    def dash(self) -> Fault | None:
        """Find a line where an item of a list should begin: without its dash, or with its dash elsewhere."""
        item = self.line[self.column :]
        if fault := self._no_dash(self.row) or self._no_dash_above(self.row):
            return fault
        first = re.match(r"[\w.-]+", item)
        if "block collection" in self.reason and first and first[0] in FIRST_KEYS:
            return self._item_of_keys(self.row)
        if not item.startswith("- "):
            return None
        other = self._other_dash(item)
        what = "Strecket är inte indraget som de andra i listan."
        if other is None:
            return at(self.row, self.column, f"{what} Dra in alla listans streck lika långt.", "DB125")
        remedy = f"Dra in det {spaces(self.indent(other))}, som på rad {other + 1}."
        return at(self.row, self.column, f"{what} {remedy}", "DB125")

    def _other_dash(self, item: str) -> int | None:
        """Return the line of the nearest item above, of one that begins with the same key if there is one."""
        rows = [row for row in range(self.row) if self.lines[row].lstrip().startswith("- ")]
        key = re.match(r"- +[\w.-]+:", item)
        alike = [row for row in rows if key and self.lines[row].lstrip().startswith(key[0])]
        found = [row for row in alike or rows if self.indent(row) != self.column]
        return found[-1] if found else None

    def uneven(self) -> Fault | None:
        """Find a key that does not stand below the others."""
        return self._uneven() if KEY.match(self.line) and "block" in self.reason else None

    def _no_dash(self, row: int) -> Fault | None:
        """Find an item of a list without a dash, with a long one, or without a space after it."""
        item, indent = self.lines[row].strip(), self.indent(row)
        if re.match("[\u2013\u2014\u2212] ", item):
            sentence = f"Här står ett tankstreck. Skriv ett bindestreck: '- {item[2:]}'."
            return at(row, indent, sentence, "DB126")
        if re.match(r"-[^\s-]", item):
            sentence = f"Det saknas ett mellanslag efter strecket. Skriv '- {item[1:]}'."
            return at(row, indent, sentence, "DB126")
        above, below = self.above(row), min(row + 1, len(self.lines) - 1)
        beside = [self.indent(one) for one in (above, below) if self.is_item(one)]
        steps = {indent, indent - 2} if item[:1] in _OPENERS else {indent}
        return self._item(row) if self.is_bare(row) and steps & {*beside} else None

    def _no_dash_above(self, row: int) -> Fault | None:
        """Find the first item of a list without its dash, where the parser stopped after the others."""
        first = row
        while first and self.is_item(first):
            first = self.above(first)
        further = 2 if self.lines[first].lstrip()[:1] in _OPENERS else 0
        is_first = first != row and self.is_bare(first) and self.indent(first) - self.indent(row) in {0, further}
        return (self._no_dash(first) or self._item(first)) if is_first else None

    def _item(self, row: int) -> Fault:
        sentence = f"Raden står i en lista men har inget streck. Skriv '- {self.lines[row].strip()}'."
        return at(row, self.indent(row), sentence, "DB126")

    def _item_of_keys(self, row: int) -> Fault:
        sentence = f"Här börjar en ny punkt i listan, men strecket saknas. Skriv '- {self.lines[row].strip()}'."
        return at(row, self.indent(row), sentence, "DB126")

    def _uneven(self) -> Fault:
        above = self.above(self.row)
        key = KEY.match(self.lines[above])
        column = self.indent(self.row)
        if key is not None and (fault := self._uneven_above(above, key)):
            return fault
        what = "Raden är inte indragen som nycklarna ovanför."
        if key is None:
            return at(self.row, column, f"{what} Dra in nycklar som hör ihop lika långt.", "DB125")
        remedy = f"Dra in den {spaces(key.start('key'))}, så att den står under '{key['key']}' på rad {above + 1}."
        return at(self.row, column, f"{what} {remedy}", "DB125")

    def _uneven_above(self, row: int, key: re.Match[str]) -> Fault | None:
        """Find what is wrong with the first key of an item: its dash is missing, or the keys below it are right."""
        line, indent = self.lines[row], self.indent(row)
        if glued := self._no_dash(row):
            return glued
        is_item = "- " in line[: key.start("key")]
        if not is_item and key["key"] in FIRST_KEYS and self.indent(self.row) == indent + 2:
            return self._item_of_keys(row)
        is_first = is_item or self._opens(row)
        is_odd = KEY.match(self.lines[self.row + 1]) and self.indent(self.row + 1) == self.indent(self.row)
        if not is_first or not is_odd:
            return None
        wanted = spaces(self.indent(self.row) - key.start("key") + indent)
        sentence = f"Raden är inte indragen som nycklarna under den. Dra in den {wanted}."
        return at(row, indent, sentence, "DB125")

    def _opens(self, row: int) -> bool:
        """Tell whether a line is the first of its mapping: the one above is a key without a value."""
        return self.lines[self.above(row)].rstrip().endswith(":")
