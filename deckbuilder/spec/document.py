"""Reads a YAML file into plain data, and remembers the line and column of every key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from deckbuilder.errors import ContentError, Place, Problems
from deckbuilder.spec.yaml_faults import fault
from deckbuilder.spec.yaml_lines import FIRST_KEYS
from deckbuilder.spec.yaml_stop import lines_of

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path as FilePath

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 40
_MAX_NODES = 200_000
_CUT = re.compile(r"\s+#\w")
Path = tuple[str | int, ...]

_PLAIN_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_OTHER_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9]*)?|[-+]?0[0-7_]+|0[xob][0-9a-fA-F_]+")
_QUOTED = ("'", '"', "|", ">")
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
        root = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError as error:
        sentence = "Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8."
        raise ContentError.at(Place(shown_as), sentence, "DB101") from error
    except OSError as error:
        sentence = "Filen går inte att läsa. Kontrollera att den finns och att du får läsa den."
        raise ContentError.at(Place(shown_as), sentence, "DB102") from error
    except yaml.YAMLError as error:
        found = fault(text, error)
        raise ContentError.at(Place(shown_as, found.line, found.column), found.sentence, found.code) from error
    document = Document(shown_as)
    problems = Problems()
    if root is not None:
        document.data = _Reader(document, problems, lines_of(text)).value(root, ())
    problems.raise_if_any()
    return document


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
            sentence = "Filen blir för stor. Ta bort hänvisningar (&, *) som upprepar varandra."
            raise ContentError.at(place, sentence, "DB133")
        if len(path) > _MAX_DEPTH:
            sentence = "Strukturen är för djup. Ta bort hänvisningar (&, *) som pekar på sig själva."
            raise ContentError.at(place, sentence, "DB133")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        is_item = False  # whether it is an item without its dash, all of whose keys stand twice
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                sentence = "Här står en klammer som YAML tar som sin egen. Sätt text med {{ }} inom citattecken."
                self.problems.add(place, sentence, "DB128")
                continue
            key = key_node.value
            if key in result:
                first = self.document.key_places[(*path, key)].line
                if is_item:
                    continue
                is_item = key in FIRST_KEYS
                dash = ", eller sätt ett streck (- ) framför om här börjar en ny punkt" if is_item else ""
                sentence = f"Nyckeln '{key}' står redan på rad {first}. Ta bort den ena{dash}."
                self.problems.add(place, sentence, "DB105")
                continue
            self.document.key_places[(*path, key)] = place
            result[key] = self.value(value_node, (*path, key))
        return result

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        text = node.value
        if node.tag.startswith("!"):
            sentence = "Tecknet ! har en egen betydelse först i en text. Sätt hela texten inom citattecken."
            self.problems.add(place, sentence, "DB129")
        if node.style in _QUOTED:
            return text
        if not self._is_plain(text):
            self._refuse_cut_text(node, place)
            self._refuse_swallowed_items(node)
            self._refuse_half_quotes(text, place)
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
            remedy = "Sätt hela texten inom citattecken, eller ett mellanslag efter #."
            self.problems.add(place, f"{sentence} {remedy}", "DB113")

    def _refuse_swallowed_items(self, node: yaml.Node) -> None:
        """Refuse a text that goes on over a line with a dash: that was meant to be an item of a list."""
        start = node.start_mark
        rows = range(start.line + 1, node.end_mark.line + 1)
        row = next((row for row in rows if self.lines[row].lstrip().startswith("- ")), None)
        if row is None:
            return
        if not self.lines[start.line][: start.column].strip():
            sentence = f"Raden står i en lista men har inget streck. Skriv '- {self.lines[start.line].strip()}'."
            self.problems.add(self._place(node), sentence, "DB126")
            return
        column = len(self.lines[row]) - len(self.lines[row].lstrip())
        sentence = "Strecket är indraget längre än det ovanför, så raden läses som en del av texten där."
        place = Place(self.document.file, row + 1, column + 1)
        self.problems.add(place, f"{sentence} Dra in listans alla streck lika långt.", "DB125")

    def _refuse_half_quotes(self, text: str, place: Place) -> None:
        """Refuse a text whose last quotation mark has none before it: it would be shown on the slide."""
        if text.endswith('"') and text.count('"') % 2:
            sentence = 'Texten slutar med ett citattecken (") som inte öppnas. Sätt ett " före texten också, '
            self.problems.add(place, f"{sentence}eller ta bort det sista.", "DB124")

    def _trap(self, text: str, place: Place) -> None:
        otherwise = ""
        if text.lower() in _TRUTH_WORDS:
            otherwise = " om det är text, annars true eller false"
        elif text.lstrip("+-").isdigit():
            otherwise = " om det är text, annars talet utan inledande nolla"
        sentence = f"'{text}' kan läsas på fler än ett sätt i YAML. Skriv '{text}' inom citattecken{otherwise}."
        self.problems.add(place, sentence, "DB112")

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.document.file, mark.line + 1, mark.column + 1)
