"""`layouts/NAME.yaml`: which layout and placeholders of the template serve which role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from deckbuilder.errors import Problems, listed
from deckbuilder.spec.validation import Model, validated

if TYPE_CHECKING:
    from deckbuilder.spec.document import Document

ROLES = {
    "title": ("title", "subtitle", "meeting"),
    "agenda": ("title", "body"),
    "section": ("title", "subtitle"),
    "text": ("title", "subtitle", "body", "source"),
    "two_columns": ("title", "subtitle", "left_title", "left", "right_title", "right", "source"),
    "table": ("title", "subtitle", "table", "source"),
    "chart": ("title", "subtitle", "chart", "source"),
    "chart_text": ("title", "subtitle", "chart", "body", "source"),
    "table_chart": ("title", "subtitle", "table", "body", "chart", "source"),
    "free": ("title", "subtitle", "source"),
    "free_text": ("title", "subtitle", "body", "source"),
    "picture": ("title", "subtitle", "picture", "source"),
    "picture_text": ("title", "subtitle", "picture", "body", "source"),
    "closing": ("title", "subtitle"),
}
"""The roles that builders use, and the places that each must have. `date`, `footer` and `number` are optional."""

COLOUR = re.compile(r"(tx1|tx2|bg1|bg2|accent[1-6]|dk1|dk2|lt1|lt2)( [0-9]{1,3} [0-9]{1,3})?")


def _of_the_theme(words: str) -> str:
    if COLOUR.fullmatch(words) is None:
        sentence = f"'{words}' är ingen temafärg. Skriv en som accent1, eller en ljusare som tx1 65 35."
        raise ValueError(sentence)
    return words


Colour = Annotated[str, AfterValidator(_of_the_theme)]


Points = Annotated[int, Field(ge=6, le=96)]


class RoleSpec(Model):
    """A layout of the template, and the names of its placeholders by place."""

    layout: str
    """Layoutens namn i mallen."""
    places: dict[str, str]
    """Platshållarnas namn i mallen."""


class Colours(Model):
    """The theme colour of everything that has a colour: `accent1`, or `tx1 65 35` for a lighter one."""

    text: Colour
    """Text i tabeller och diagram."""
    muted: Colour
    """Text som ska stå tillbaka."""
    rule: Colour
    """Linjer i tabeller och diagram."""
    good: Colour
    """Bättre än budget, plan eller förra gången."""
    bad: Colour
    """Sämre än budget, plan eller förra gången."""
    on_plan: Colour
    """Status enligt plan."""
    partly: Colour
    """Status delvis."""
    off_plan: Colour
    """Status ej enligt plan."""
    highlight: Colour
    """Det som lyfts fram i ett diagram, till exempel den egna regionen."""
    target: Colour
    """Mållinjen."""
    actual: Colour
    """Utfall."""
    previous: Colour
    """Föregående år."""
    budget: Colour
    """Budget eller plan (kontur)."""
    forecast: Colour
    """Prognos (streckad yta)."""
    second: Colour
    """Andra serien när serierna är olika saker."""
    third: Colour
    """Tredje serien."""
    fourth: Colour
    """Fjärde serien."""
    panel: Colour = "bg2"
    """Bakgrund i kort och rutor."""
    deep: Colour = "tx2"
    """Mörk yta, till exempel rubrikrutor i figurer."""
    paper: Colour = "bg1"
    """Bildens bakgrund."""


class Sizes(Model):
    """Text sizes in points."""

    table: Annotated[tuple[Points, ...], Field(min_length=1)] = (18, 16, 14, 13, 12, 11)
    """Storlekar i tabeller, störst först."""
    chart: Points = 14
    """Storlek i diagram."""
    least_body: Points = 16
    """Minsta storlek i löpande text."""
    least_title: Points = 24
    """Minsta storlek i rubriker."""


class LayoutSpec(Model):
    """What a template is used for."""

    template: str
    """Mallens fil i layouts/."""
    roles: dict[str, RoleSpec]
    """Roller och de layouter som har dem."""
    colours: Colours
    """Temafärger."""
    sizes: Sizes = Sizes()
    """Textstorlekar."""


def read_layout(document: Document) -> LayoutSpec:
    """Return the layout that a document holds; raise ContentError with every fault and every missing role or place."""
    spec = validated(LayoutSpec, document.data or {}, document)
    problems = Problems()
    for role, places in ROLES.items():
        if role not in spec.roles:
            sentence = f"Rollen '{role}' saknas. Lägg till den under roles."
            problems.add(document.place(("roles",), key=True), sentence, "DB690")
        elif missing := [place for place in places if place not in spec.roles[role].places]:
            sentence = f"Rollen '{role}' saknar {listed(missing)}. Lägg till under places."
            problems.add(document.place(("roles", role), key=True), sentence, "DB690")
    problems.raise_if_any()
    return spec
