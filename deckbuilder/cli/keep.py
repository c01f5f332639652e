"""`deckbuilder keep PERIOD [FIGURE]`: show a figure with another value than the source gives, or list those."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckbuilder import swedish
from deckbuilder.cli.running import WrongUsageError, project_option, report_option, told
from deckbuilder.errors import DeckbuilderError
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.checks.kept import KeptFigure
    from deckbuilder.figures.book import Book
    from deckbuilder.pipeline import Made
    from deckbuilder.spec.kept import KeptSpec


class NotKeptError(DeckbuilderError):
    """A figure that cannot be kept, need not be, or is not; the sentence says why."""

    code = "DB731"


@click.command(name="keep")
@click.argument("period")
@click.argument("figure", metavar="[SIFFRA]", required=False)
@click.option("--value", default="", metavar="VÄRDE", help="Värdet som ska visas, med enhet: '−95 Mkr'.")
@click.option("--reason", default="", metavar="SKÄL", help="Varför. Skälet står på bilden.")
@click.option("--by", default="", metavar="ROLL", help="Rollen som har bestämt det. Skriv inga personnamn.")
@click.option("--drop", default="", metavar="SIFFRA", help="Ta bort ett behållet värde, så gäller underlaget igen.")
@report_option
@project_option
@told
def command(  # noqa: PLR0913, PLR0917 -- one for each option
    period: str, figure: str | None, value: str, reason: str, by: str, drop: str, report: str, project: Path
) -> None:
    """Visa SIFFRA med ett annat värde än underlaget ger i PERIOD, eller lista de värden som är behållna.

    Värdet märks med en stjärna på bilderna, och står i input/PERIOD/behallna.yaml. Andra siffror räknas som förut.
    """
    given = {"--value": value, "--reason": reason, "--by": by}
    given = {option: _tidy(text) for option, text in given.items()}
    _refuse_together(period, figure, drop, given)
    where, when = Project.at(project), Period.parse(period)
    if figure:
        _keep(where, report, when, figure, given)
    elif drop:
        _drop(where, when, drop)
    else:
        _list(where, when)


def _tidy(text: str) -> str:
    """Return a text without the signs that cannot be seen."""
    return swedish.tidy("".join(sign for sign in text if sign.isprintable() or sign.isspace()))


def _refuse_together(period: str, figure: str | None, drop: str, given: dict[str, str]) -> None:
    """Raise WrongUsageError for options that do not go together, and for those that are missing."""
    missing = [option for option, text in given.items() if not text]
    if drop and (figure or len(missing) < len(given)):
        raise WrongUsageError("Med --drop anges bara perioden och siffran som inte längre ska behållas.")
    if figure and missing:
        words = f"Skriv också {' och '.join(missing)}"
        raise WrongUsageError(f"{words}: vad som ska visas, varför, och i vilken roll det är bestämt.")
    if not figure and len(missing) < len(given):
        example = f"deckbuilder keep {period} SIFFRA --value …"
        raise WrongUsageError(
            f"Skriv vilken siffra det gäller: {example} ID får du med 'deckbuilder figures {period}'."
        )


def _keep(project: Project, report: str, period: Period, figure: str, given: dict[str, str]) -> None:
    from deckbuilder.figures.keeping import Keeping  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.pipeline import make  # noqa: PLC0415 -- goes with it
    from deckbuilder.spec.kept import read_kept  # noqa: PLC0415 -- goes with it
    from deckbuilder.spec.kept_text import with_kept  # noqa: PLC0415 -- goes with it

    made = make(project, report, period)
    spec = _spec(made, figure, given)
    path, shown_as = _file(project, period)
    _change(path, shown_as, lambda text: with_kept(text, spec))
    book = made.book.with_kept(Keeping(read_kept(path, shown_as)))
    click.echo("\n".join(_said(spec, book, made, shown_as)))


def _spec(made: Made, reference: str, given: dict[str, str]) -> KeptSpec:
    """Return what is to be kept; raise NotKeptError for a figure that cannot be, UnreadableValueError for a value."""
    from deckbuilder.figures.keeping import kept_figure  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.figures.kept_values import written_value  # noqa: PLC0415 -- goes with it
    from deckbuilder.figures.tracing import column_of, find  # noqa: PLC0415 -- goes with it
    from deckbuilder.spec.kept import KeptSpec  # noqa: PLC0415 -- goes with it

    name = find(reference, made.book, made.record.figures).id
    column = column_of(name, made.book.of_sources())
    if name not in column:
        sentence = f"'{name}' räknas av bilden själv och kan inte behållas. Behåll de siffror som den räknas av."
        raise NotKeptError(sentence)
    source = column[name]
    was = written_value(source).replace(swedish.NBSP, " ")
    spec = KeptSpec(figure=name, value=given["--value"], was=was, reason=given["--reason"], by=given["--by"])
    kept = kept_figure(spec, source, list(column.values()))
    if kept.value == source.value:
        raise NotKeptError(f"Underlaget ger redan {written_value(source)}. Det finns inget att behålla.")
    return spec


def _said(spec: KeptSpec, book: Book, made: Made, shown_as: str) -> list[str]:
    """Return what has been done, and what it does to the slides."""
    from deckbuilder.checks.kept import kept_figures  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.cli.findings import where_kept  # noqa: PLC0415 -- goes with it

    book.table(spec.figure.partition(".")[0])
    kept: KeptFigure = next(one for one in kept_figures(book, made.record) if one.spec.figure == spec.figure)
    label, value = swedish.capital(kept.figure.label), kept.figure.unmarked.in_full()
    first = f"{label}: {value} visas i stället för {kept.figure.kept.source if kept.figure.kept else ''}."
    return [first, where_kept(kept), f"Det står i {shown_as}. Bygg rapporten på nytt, så syns det."]


def _drop(project: Project, period: Period, figure: str) -> None:
    from deckbuilder.errors import choices, did_you_mean  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.spec.kept import read_kept  # noqa: PLC0415 -- goes with it
    from deckbuilder.spec.kept_text import without_kept  # noqa: PLC0415 -- goes with it

    path, shown_as = _file(project, period)
    known = [spec.figure for spec in read_kept(path, shown_as).specs]
    if figure not in known:
        have = f" Behållna: {choices(known)}." if known else ""
        raise NotKeptError(f"'{figure}' är inte behållen i {period.name}.{did_you_mean(figure, known)}{have}")
    _change(path, shown_as, lambda text: without_kept(text, figure))
    click.echo(f"{figure} visas åter som underlaget säger i {period.name}. Bygg rapporten på nytt, så syns det.")


def _list(project: Project, period: Period) -> None:
    from deckbuilder.spec.kept import read_kept  # noqa: PLC0415 -- --help need not load it

    path, shown_as = _file(project, period)
    specs = read_kept(path, shown_as).specs
    click.echo(f"Behållna värden i {shown_as}:" if specs else f"Inga värden är behållna i {period.name}.")
    for spec in specs:
        was = f", underlaget gav {spec.was}" if spec.was else ""
        click.echo(f"- {spec.figure}: {spec.value}{was}")
        click.echo(f"  {swedish.capital(spec.by)}: {spec.reason}")


def _file(project: Project, period: Period) -> tuple[Path, str]:
    from deckbuilder.spec.kept import FILE  # noqa: PLC0415 -- --help need not load it

    return project.input(period) / FILE, f"input/{period.code}/{FILE}"


def _change(path: Path, shown_as: str, change: Callable[[str], str]) -> None:
    """Write the file anew as `change` makes its text; raise ContentError where that cannot be done."""
    from deckbuilder.errors import ContentError, Place  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.saving import save_beside  # noqa: PLC0415 -- goes with it
    from deckbuilder.spec.kept_text import OddFileError  # noqa: PLC0415 -- goes with it

    text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    try:
        changed = change(text)
    except OddFileError as error:
        raise ContentError.at(Place(shown_as), str(error), error.code) from error
    if not save_beside(changed.encode(), path):
        raise ContentError.at(Place(shown_as), "Filen går inte att skriva. Kontrollera att den får ändras.", "DB730")
