"""Reads a YAML file into plain data, and remembers the line and column of every key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from deckbuilder.errors import ContentError, Place, Problems

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path as FilePath

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 40
_MAX_NODES = 200_000
_CUT = re.compile(r"\s+#\w")
Path = tuple[str | int, ...]

_PLAIN_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_OTHER_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9]*)?|[-+]?0[0-7_]+|0[xob][0-9a-fA-F_]+")
_QUOTED = ("'", '"', "|", ">")
_FIRST_KEYS = {"type", "row", "total"}
_TRUTH_WORDS = {"yes", "no", "on", "off"}


@dataclass
class Document:
    """A YAML file: its data as dicts, lists, texts, ints, Decimals and bools, and where each part stands."""

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where the value (or its key) at `path` stands, or its nearest parent."""
        if key and path in self.key_places:
            return self.key_places[path]
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1, 1))


def read_document(path: FilePath, shown_as: str) -> Document:
    """Read a YAML file; raise ContentError for broken YAML, duplicate keys and YAML's traps, all at once."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        root = yaml.compose(text, Loader=_LOADER)
    except UnicodeDecodeError as error:
        sentence = "Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8."
        raise ContentError.at(Place(shown_as), sentence) from error
    except OSError as error:
        raise ContentError.at(
            Place(shown_as), "Filen går inte att läsa. Kontrollera att den finns och får läsas."
        ) from error
    except yaml.YAMLError as error:
        raise _broken(shown_as, text, error) from error
    document = Document(shown_as)
    problems = Problems()
    if root is not None:
        document.data = _Reader(document, problems, text.split("\n")).value(root, ())
    problems.raise_if_any()
    return document


def _broken(file: str, text: str, error: yaml.YAMLError) -> ContentError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    if mark and text[mark.index : mark.index + 1] == "\t":
        hint = "Här står ett tabbtecken. Dra in med mellanslag."
    elif "document start" in reason or "another document" in reason:
        hint = "Raden --- börjar ett nytt dokument, men filen får bara ha ett. Ta bort raden."
    elif "mapping values are not allowed" in reason:
        hint = (
            "Här står ett kolon som inte hör hit. "
            "Sätt texten inom citattecken om kolonet hör till den, och kontrollera indragen."
        )
    elif "undefined alias" in reason:
        hint = "Ordet efter * är inte definierat. Sätt texten inom citattecken om stjärnan hör till den."
    elif "cannot start any token" in reason:
        hint = "Tecknet här har en egen betydelse i YAML. Sätt texten inom citattecken."
    elif "special characters" in reason or "control characters" in reason:
        hint = "Filen innehåller ett otillåtet styrtecken. Ta bort det."
    else:
        hint = "Kontrollera indrag, citattecken och kolon på den här raden och raden ovanför."
    return ContentError.at(place, f"Filen går inte att tolka som YAML. {hint}")


class _Reader:
    """Turns yaml nodes into data, noting places and problems on the way."""

    def __init__(self, document: Document, problems: Problems, lines: list[str]) -> None:
        self.document = document
        self.problems = problems
        self.lines = lines
        self.nodes = 0

    def value(self, node: yaml.Node, path: Path) -> Any:
        place = self._place(node)
        self.document.places[path] = place
        self.nodes += 1
        if self.nodes > _MAX_NODES:
            raise ContentError.at(place, "Filen blir för stor. Ta bort hänvisningar (&, *) som upprepar varandra.")
        if len(path) > _MAX_DEPTH:
            raise ContentError.at(place, "Strukturen är för djup. Ta bort hänvisningar (&, *) som pekar på sig själva.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.add(
                    place, "Här står en klammer som YAML tar som sin egen. Sätt text med {{ }} inom citattecken."
                )
                continue
            key = key_node.value
            if key in result:
                first = self.document.key_places[(*path, key)].line
                dash = ", eller sätt ett streck (- ) framför om här börjar en ny punkt" if key in _FIRST_KEYS else ""
                sentence = f"Nyckeln '{key}' står redan på rad {first}. Ta bort den ena{dash}."
                self.problems.add(place, sentence)
                continue
            self.document.key_places[(*path, key)] = place
            result[key] = self.value(value_node, (*path, key))
        return result

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        text = node.value
        if node.style in _QUOTED:
            return text
        if not self._is_plain(text):
            self._refuse_cut_text(node, place)
        if text.lower() in _PLAIN_WORDS:
            return _PLAIN_WORDS[text.lower()]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
        if text.lower() in _TRUTH_WORDS or _OTHER_NUMBER.fullmatch(text):
            self._trap(text, place)
        return text

    def _is_plain(self, text: str) -> bool:
        """Tell numbers and truth values from texts: what follows them on the line can only be a comment."""
        return text.lower() in _PLAIN_WORDS.keys() - {""} or bool(_INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text))

    def _refuse_cut_text(self, node: yaml.ScalarNode, place: Place) -> None:
        """Refuse a text that YAML cuts at ` #`, when what follows does not look like a comment."""
        rest = self.lines[node.end_mark.line][node.end_mark.column :] if node.end_mark.line < len(self.lines) else ""
        if _CUT.match(rest):
            sentence = f"Texten slutar vid '{node.value}': YAML tar # som en kommentar."
            self.problems.add(place, f"{sentence} Sätt hela texten inom citattecken, eller ett mellanslag efter #.")

    def _trap(self, text: str, place: Place) -> None:
        otherwise = ""
        if text.lower() in _TRUTH_WORDS:
            otherwise = " om det är text, annars true eller false"
        elif text.lstrip("+-").isdigit():
            otherwise = " om det är text, annars talet utan inledande nolla"
        sentence = f"'{text}' kan läsas på fler än ett sätt i YAML. Skriv '{text}' inom citattecken{otherwise}."
        self.problems.add(place, sentence)

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.document.file, mark.line + 1, mark.column + 1)
