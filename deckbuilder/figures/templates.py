"""Text over figures: `{{ region.total.ack_utfall | mkr }}` in YAML and comments, in a Jinja2 sandbox."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from deckbuilder.errors import choices, did_you_mean
from deckbuilder.figures.book import NO_FIGURES
from deckbuilder.figures.figure import Figure, FigureTable
from deckbuilder.figures.filters import TemplateError, filters, written
from deckbuilder.period import Period
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.noting import NotingBook

_SINGLE_BRACE = re.compile(r"(?<!\{)\{\s*([^\W\d]\w*)\b")
_BOOK = " book"  # no template can spell it


class _Undefined(StrictUndefined):
    """A name that does not exist, told in Swedish with the nearest that does."""

    @property
    def _undefined_message(self) -> str:
        name, known = self._undefined_name, _names_in(self._undefined_obj)
        where = f" i '{self._undefined_obj}'" if isinstance(self._undefined_obj, _Row | _Table) else ""
        have = f" Här finns: {choices(known)}." if known else ""
        return f"'{name}' finns inte{where}.{did_you_mean(str(name), known)}{have}"


def _names_in(thing: Any) -> list[str]:
    return thing.known_names() if isinstance(thing, _Row | _Table) else []


def _as_typed(key: str, label: str) -> str:
    """Return a name as it can be typed after a dot, or in brackets where it cannot."""
    return key if key.isidentifier() else f"['{label}']"


@dataclass(frozen=True)
class _Row:
    """A row of figures as templates see it: `row.column`."""

    table: FigureTable
    key: str

    def known_names(self) -> list[str]:
        return [_as_typed(column.key, column.label) for column in self.table.columns]

    def __getitem__(self, column: str) -> Figure:
        return self.table.cells[self.key, column]

    def __str__(self) -> str:
        return f"{self.table.name}.{self.key}"


@dataclass(frozen=True)
class _Table:
    """A table of figures as templates see it: `table.row.column`, or `table.part.row.column`."""

    table: FigureTable

    def known_names(self) -> list[str]:
        return [*(_as_typed(row.key, row.label) for row in self.table.rows), *self.table.parts]

    def __getitem__(self, name: str) -> _Row | _Table:
        if name in self.table.parts:
            return _Table(self.table.parts[name])
        found = [row for row in self.table.rows if row.key == name]
        found = found or [row for row in self.table.rows if row.label == name]
        if len(found) > 1:
            sentence = f"Raden '{name}' finns flera gånger i '{self}'. Välj bland {choices(row.key for row in found)}."
            raise TemplateError(sentence, "DB311")
        return _Row(self.table, found[0].key)

    def __str__(self) -> str:
        return self.table.name


class _Environment(ImmutableSandboxedEnvironment):
    """Reaches figures by `.` and `[]`, and nothing else of the objects that hold them. It does no arithmetic."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 -- Jinja's form
        """Refuse arithmetic: a number on a slide is a figure that `config/sources.yaml` declares."""
        raise TypeError

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Figure):
            return self.undefined(obj=obj, name=attribute)
        return self._inside(obj, attribute) if isinstance(obj, _Row | _Table) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self._inside(obj, argument) if isinstance(obj, _Row | _Table) else super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not callable(value) and super().is_safe_attribute(obj, attr, value)

    def _inside(self, obj: _Row | _Table, name: str) -> Any:
        try:
            return obj[name]
        except (KeyError, IndexError):
            return self.undefined(obj=obj, name=name)


class _Context(Context):
    """Finds `period` and, when it is reached for and not before, a table of figures."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return what a template's first name stands for; raise TemplateError when there is nothing."""
        found = super().resolve_or_missing(key)
        book: Book | NotingBook | None = self.parent[_BOOK]
        if found is not missing or key == _BOOK:
            return found
        if book is None or key not in book.names:
            known = ["period", *(book.names if book else ())]
            if book is not None and not book.names:
                raise TemplateError(f"'{key}' finns inte. {NO_FIGURES}", "DB302")
            sentence = f"'{key}' finns inte.{did_you_mean(key, known)} Här finns: {choices(known)}."
            raise TemplateError(sentence, "DB303")
        return _Table(book.table(key))


@cache
def _environment(money_label: str) -> _Environment:
    environment = _Environment(undefined=_Undefined, finalize=partial(_shown, money_label=money_label))
    environment.context_class = _Context
    environment.filters = filters(money_label)
    environment.globals = {}
    return environment


class Templates:
    """Renders texts over a period and, when given, a book of figures."""

    def __init__(
        self,
        period: Period,
        book: Book | NotingBook | None = None,
        money_label: str = "Mkr",
        environment: _Environment | None = None,
    ) -> None:
        self._period, self._book, self._money_label = period, book, money_label
        self._names = {"period": period, _BOOK: book}
        self._environment = environment or _environment(money_label)

    def over(self, book: NotingBook) -> Templates:
        """Return templates that read their figures from `book`, and are otherwise these."""
        return Templates(self._period, book, self._money_label, self._environment)

    def render(self, text: str) -> str:
        """Return the text with its templates replaced; raise TemplateError for what cannot be.

        A table of figures that failed to load raises ContentError without problems: they are told already.
        """
        if "{" not in text:
            return text
        self._refuse_single_brace(text)
        try:
            return _compiled(self._environment, text).render(self._names)
        except TemplateSyntaxError as error:
            raise _syntax_error(str(error.message)) from error
        except UndefinedError as error:
            raise TemplateError(str(error.message), "DB303") from error
        except SecurityError as error:
            sentence = "Mallen använder något som inte får användas här. Använd siffror, period och filter."
            raise TemplateError(sentence, "DB310") from error
        except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError, SyntaxError, MemoryError) as error:
            sentence = (
                "Uttrycket inom {{ }} går inte att använda. Skriv siffra | filter, till exempel "
                "{{ region.totalt.ack_utfall | mkr(1, tecken=true) }}. Räkna i config/sources.yaml, inte här."
            )
            raise TemplateError(sentence, "DB310") from error

    def _refuse_single_brace(self, text: str) -> None:
        """Raise TemplateError for `{ region… }`: it would be shown on the slide as it stands."""
        for match in _SINGLE_BRACE.finditer(text):
            if match[1] == "period" or (self._book and match[1] in self._book.names):
                sentence = f"'{match[0]}…' har bara en klammer. Skriv två: {{{{ {match[1]}… }}}}."
                raise TemplateError(sentence, "DB309")


@lru_cache(maxsize=4096)
def _compiled(environment: _Environment, text: str) -> Template:
    """Compile a text; raise TypeError for comparisons and loops, which would answer wrongly over figures."""
    parsed = environment.parse(text)
    if next(parsed.find_all((nodes.Compare, nodes.For)), None):
        raise TypeError
    return environment.from_string(parsed)


def _syntax_error(message: str) -> TemplateError:
    if match := re.search(r"No filter named '(.+?)'", message):
        known = list(filters("Mkr"))
        near = did_you_mean(match[1], known)
        sentence = f"Filtret '{match[1]}' finns inte.{near} Filter som finns: {choices(known)}."
        return TemplateError(sentence, "DB305")
    sentence = (
        "Uttrycket inom {{ }} är felskrivet. Kontrollera att varje {{ har sitt }}, att namnen är rätt skrivna och att "
        "citattecknen är raka (' eller \")."
    )
    return TemplateError(sentence, "DB304")


def _shown(value: Any, money_label: str) -> Any:
    """Show a figure without a filter in its own unit and decimals; other values as they are."""
    if isinstance(value, _Row | _Table):
        lacks = "kolumn" if isinstance(value, _Row) else "rad och kolumn"
        have = choices(value.known_names())
        sentence = f"'{value}' är ingen siffra utan flera. Skriv {lacks} också. Här finns: {have}."
        raise TemplateError(sentence, "DB311")
    if isinstance(value, Figure):
        return written(value, None, None, sign=False, label=money_label if value.unit is Unit.MKR else "")
    if isinstance(value, str | int | date | Period | StrictUndefined) and not isinstance(value, bool):
        return value
    sentence = "Uttrycket inom {{ }} ger varken en siffra eller en text. Räkna i config/sources.yaml, inte här."
    raise TemplateError(sentence, "DB310")
