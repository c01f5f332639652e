"""Differences that are known and may stand for a time, as `accepted` in `config/sources.yaml` says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.checks.finding import Finding
from deckbuilder.errors import Problems, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from deckbuilder.errors import Place
    from deckbuilder.figures.book import Book
    from deckbuilder.period import Period
    from deckbuilder.spec.data import Acceptance


IDLE = "godtaget."
"""How the keys of acceptances that cover nothing begin: these are taken away, not accepted in their turn."""

NEWS = ("hopp.", "rättad.")
"""How the keys of findings begin that are about one month and not about those before it."""

_OF_SLIDES = {"text"}
"""How the keys of findings begin that are about a slide, and not about figures."""


@dataclass(frozen=True)
class Accepted:
    """A finding that somebody has accepted: why, in which role, and for how long."""

    finding: Finding
    acceptance: Acceptance


def refuse_twins(book: Book) -> None:
    """Raise ContentError when a finding is accepted twice: which of the two holds would be chance."""
    problems, seen = Problems(), dict[str, "Place"]()
    for number, one in enumerate(book.accepted):
        place = book.document.place(("accepted", number, "finding"))
        if one.finding in seen:
            sentence = f"'{one.finding}' är redan godtaget på rad {seen[one.finding].line}. Ta bort den ena."
            problems.add(place, sentence, "DB146")
        seen.setdefault(one.finding, place)
    problems.raise_if_any()


def sorted_out(findings: Sequence[Finding], book: Book) -> tuple[list[Finding], list[Accepted]]:
    """Return the findings that are still open and those that are accepted.

    One that an acceptance no longer covers says why.
    """
    by_key = {one.finding: (number, one) for number, one in enumerate(book.accepted)}
    still_open: list[Finding] = []
    taken: list[Accepted] = []
    for finding in findings:
        number, acceptance = by_key.get(finding.key, (0, None))
        if acceptance is None:
            still_open.append(finding)
        elif why := _why_not(acceptance, finding, book.period):
            place = book.document.place(("accepted", number))
            still_open.append(replace(finding, sentence=f"{finding.sentence} {why} Det står i {place}."))
        else:
            taken.append(Accepted(finding, acceptance))
    return still_open, taken


def _why_not(acceptance: Acceptance, finding: Finding, period: Period) -> str:
    """Return why an acceptance does not cover a finding and what to do about it, "" when it does."""
    if _is_over(acceptance, period):
        return f"Den godtogs till och med {acceptance.until.name}: ändra 'until' om den får stå längre."
    if not acceptance.difference and finding.difference:
        return f"Godtagandet säger inte vilken skillnad som gäller: skriv 'difference: {finding.difference}'."
    if acceptance.difference and not finding.difference:
        return "Den har ingen skillnad: ta bort 'difference' ur godtagandet."
    if _amount(acceptance.difference) != _amount(finding.difference):
        new = f"skriv 'difference: {finding.difference}' om den nya får stå"
        return f"Den skillnad som är godtagen är {acceptance.difference}: {new}."
    return ""


def _amount(difference: str) -> str:
    """Return a difference as it is compared: `23mkr` is 23 Mkr."""
    return "".join(difference.split()).casefold()


def _is_over(acceptance: Acceptance, period: Period) -> bool:
    return period.end > acceptance.until.end


def idle(findings: Sequence[Finding], book: Book, tried: Container[str]) -> Iterator[Finding]:
    """Yield a hint for each acceptance that covers nothing, when it is of something that this report has tried.

    `tried` are the tables whose every check was run, and the slides: other reports share `config/sources.yaml`.
    """
    keys = {finding.key for finding in findings}
    free = sorted(keys - {one.finding for one in book.accepted})
    for number, one in enumerate(book.accepted):
        if one.finding in keys or _is_of_a_later_month(one, book.period) or not _is_tried(one.finding, book, tried):
            continue
        over = f" Godtagandet gällde till och med {one.until.name}." if _is_over(one, book.period) else ""
        sentence = (
            f"Det finns inget '{one.finding}' att godta i {book.period.name}.{over}{did_you_mean(one.finding, free)} "
            "Ta bort godtagandet om det som inte stämde är rättat, eller rätta namnet."
        )
        place = book.document.place(("accepted", number, "finding"))
        yield Finding(f"{IDLE}{one.finding}", place, sentence, "DB513", is_hint=True)


def _is_of_a_later_month(acceptance: Acceptance, period: Period) -> bool:
    """Tell whether an acceptance may be of a jump or a correction that came after a period: those are one month's."""
    return acceptance.finding.startswith(NEWS) and period.end < acceptance.until.end


def _is_tried(key: str, book: Book, tried: Container[str]) -> bool:
    """Tell whether a key is of what was tried, or of figures that nobody has."""
    word, _, about = key.partition(".")
    name = about.partition(".")[0]
    return name in tried or (word not in _OF_SLIDES and name not in book.names)
