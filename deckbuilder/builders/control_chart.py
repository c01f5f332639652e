"""A control chart (XmR): a course with its mean and limits, what is more than chance marked and said in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import charts, scales, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import History, bullets, counted, history, span_of
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, listed
from deckbuilder.figures.process_limits import Finding, ProcessLimits, Rule, process_limits
from deckbuilder.page import ChartBlock, Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Fill, Page, Tone

SUMMARY = "Styrdiagram: medelvärde, gränser och de punkter som är mer än slump."
EXAMPLE = """\
- type: control_chart
  id: vantande-styrdiagram
  title: Kön till förstabesök varierar mer än slumpen förklarar
  figures: vantande.over_90
  column: Förstabesök
  better: lower
"""
LEAST = 10
MOST_NAMES = 3
_ARROWS = {1: "▲", -1: "▼", 0: ""}
_MARKED: dict[Tone, tuple[str, Fill]] = {
    "bad": ("Sämre", "bad"),
    "good": ("Bättre", "good"),
    "": ("Mer än slump", "highlight"),
}


class Options(NumberOptions, TextOptions):
    """For figures with one row per month, or other points in order."""

    figures: str
    """Siffrorna i config/sources.yaml, med en rad för varje punkt."""
    column: str | None = None
    """Kolumnen som visas, när siffrorna har flera."""
    better: Literal["higher", "lower"] | None = None
    """higher om ett högre värde är bättre, lower om ett lägre är det."""
    baseline: Annotated[int | None, Field(ge=LEAST)] = None
    """Räkna medel och gränser på så många av de första punkterna. Utan den används alla."""
    zero: bool = False
    """Låt axeln börja på noll."""
    text: str | None = None
    """Text under det som diagrammet visar. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the chart and what it shows; raise SpecError when there are too few points for limits."""
    course = history(context.table(options.figures), options.column, options.unit, options.decimals)
    _refuse_too_few(course, options)
    found = process_limits(f"{course.table.name}.{course.column.key}", course.figures, options.baseline or 0)
    for name, level in (("övre gräns", found.upper), ("medel", found.mean), ("undre gräns", found.lower)):
        context.shows(level, options.id, course.column.label, name)
    course = _told_apart(course, found)
    said = [*_said(course, found, options), _basis(course, found, options)]
    subtitle = words.subtitle(context.unit_label(course.unit), span_of(course))
    what = f"{words.described(course.table, options.title)}, {course.column.label}"
    block = _block(course, found, options, options.alt or _alt(f"{what}, {subtitle}", course, found, said))
    text = (*bullets(said), *optional_text(options.text, context))
    return chart_page(options, course.table, [block], text, subtitle)


def _refuse_too_few(course: History, options: Options) -> None:
    base = course.figures[: options.baseline] if options.baseline else course.figures
    known = sum(figure.number is not None for figure in base)
    if known < LEAST:
        what = f"Gränserna skulle bygga på {known} värden, men det behövs minst {LEAST}."
        raise SpecError(
            ("figures",), f"{what} Ta med fler punkter, eller visa siffrorna med bildtypen run_chart.", "DB415"
        )


def _told_apart(course: History, found: ProcessLimits) -> History:
    """Return the course with a decimal more, when mean and limits would else be written the same."""
    levels = {course.shown(figure) for figure in (found.upper, found.mean, found.lower)}
    return course if len(levels) == 3 else replace(course, decimals=course.decimals + 1)


def _block(course: History, found: ProcessLimits, options: Options, alt: str) -> ChartBlock:
    series = (
        Series(course.column.label, course.series.values, dots=True),
        Series("Övre gräns", course.across(found.upper), "limit"),
        Series("Medel", course.across(found.mean), "second"),
        Series("Undre gräns", course.across(found.lower), "limit"),
        *_marks(course, found, options),
    )
    values = [value for one in series for value in one.values]
    return ChartBlock(
        name="chart",
        place="chart",
        kind="line",
        categories=charts.axis_labels(course.rows),
        series=series,
        alt=alt,
        decimals=course.decimals,
        labels="last",
        ends=scales.ends(values, zero=options.zero),
    )


def _tone(finding: Finding, options: Options) -> Tone:
    if options.better is None:
        return ""
    return "good" if (finding.direction > 0) == (options.better == "higher") else "bad"


def _marks(course: History, found: ProcessLimits, options: Options) -> Iterator[Series]:
    """Yield dots with an arrow over the points that a rule has found: the better, the worse and the others."""
    marked = {n: at[0] for n in range(len(course.rows)) if (at := found.at(n))}
    for tone, (name, shade) in _MARKED.items():
        own = {n for n, finding in marked.items() if _tone(finding, options) == tone}
        if own:
            values = tuple(value if n in own else None for n, value in enumerate(course.series.values))
            arrows = tuple(_ARROWS[marked[n].direction] if n in own else "" for n in range(len(course.rows)))
            yield Series(name, values, mark="dots", texts=arrows, shade=shade)


def _said(course: History, found: ProcessLimits, options: Options) -> list[str]:
    """Say what each rule found, the latest first; or that nothing was."""
    if not found.findings:
        return ["inget tyder på en förändring: variationen är inte större än slumpen förklarar"]
    verdicts = {"good": "Bättre: ", "bad": "Sämre: ", "": "", "muted": ""}
    told = sorted(_gathered(found.findings), key=lambda finding: (-finding.points[-1], finding.rule))
    return [verdicts[_tone(finding, options)] + _sentence(finding, course) for finding in told]


def _gathered(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, those outside the same limit as one."""
    for direction in (1, -1):
        outside = [f.points[0] for f in findings if f.rule is Rule.OUTSIDE and f.direction == direction]
        if outside:
            yield Finding(Rule.OUTSIDE, direction, tuple(outside))
    yield from (finding for finding in findings if finding.rule is not Rule.OUTSIDE)


def _sentence(finding: Finding, course: History) -> str:
    names = [course.names[number] for number in finding.points]
    side, limit = ("över", "övre") if finding.direction > 0 else ("under", "undre")
    where = f"{side} {limit} gränsen" if finding.rule is Rule.OUTSIDE else f"nära {limit} gränsen"
    if finding.rule in {Rule.OUTSIDE, Rule.NEAR}:
        if len(names) > MOST_NAMES:
            return f"{counted(len(names), course.noun)} ligger {where}, senast {names[-1]}"
        return f"{listed(names)} ligger {where}"
    how = f"i rad {side} medel" if finding.rule is Rule.RUN else f"i rad med {_way(finding)} värden"
    is_still = finding.points[-1] == course.latest
    when = f"sedan {names[0]}" if is_still else f"{names[0]}–{names[-1]}"
    return f"{counted(len(names), course.noun)} {how} {when}"


def _way(finding: Finding) -> str:
    return "stigande" if finding.direction > 0 else "fallande"


def _basis(course: History, found: ProcessLimits, options: Options) -> str:
    last = (options.baseline or len(course.rows)) - 1
    span = f"{course.names[0]}–{course.names[min(last, len(course.rows) - 1)]}"
    floor = ". Den undre gränsen kan inte vara under noll" if found.clipped else ""
    marks = "▲ och ▼ visar det som är mer än slump. " if found.findings else ""
    return f"{marks}Medel och gränser är räknade på {span}{floor}"


def _alt(what: str, course: History, found: ProcessLimits, said: list[str]) -> str:
    latest = f"{course.names[course.latest]}: {course.shown(course.figures[course.latest])}"
    levels = (("Medel", found.mean), ("övre gräns", found.upper), ("undre gräns", found.lower))
    limits = listed(f"{name} {course.shown(figure)}" for name, figure in levels)
    sentences = " ".join(f"{swedish.capital(sentence)}." for sentence in said)
    return f"Styrdiagram: {what}. {latest}. {limits}. {sentences}"
