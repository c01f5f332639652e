"""A LibreOffice of our own: it takes job after job, comes back after a crash, and never outlives us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.libreoffice import LibreOffice, find_libreoffice
from deckbuilder.office.running import end, start
from tests.office.decks import deck, texts
from tests.office.processes import gone, processes, send
from tests.programs import program
from tests.rendering import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.rendering, needs("soffice")]

BROKEN = (
    "LibreOffice kunde inte göra en PDF av rapporten. "
    "Öppna rapporten i PowerPoint, spara den och försök igen. 'deckbuilder doctor' prövar LibreOffice."
)
SLOW = (
    "LibreOffice blev inte klart på 0 sekunder. "
    "Stäng andra program och försök igen, eller ta färre bilder åt gången med --slides."
)
DEAD = "LibreOffice startar inte som det ska. Starta det en gång själv och se vad det säger, eller installera om det."


@pytest.fixture
def office() -> Iterator[LibreOffice]:
    program = find_libreoffice()
    assert program is not None
    with LibreOffice(program) as found:
        yield found


def _folder(office: LibreOffice) -> Path:
    assert office._office is not None
    return office._office.folder


def test_thirty_jobs_in_a_row_are_done_by_one_instance(office: LibreOffice) -> None:
    office.start()
    folder = _folder(office)
    for number in range(30):
        assert texts(office.pdf(deck(f"Bild {number}"))) == [f"Bild {number}"]
    assert _folder(office) == folder


def test_a_job_that_comes_while_it_starts_waits_for_it(office: LibreOffice) -> None:
    office.start()
    folder = _folder(office)
    assert texts(office.pdf(deck("Först"))) == ["Först"]
    assert _folder(office) == folder
    assert office._office is not None
    assert office._office.is_ready


def test_threads_share_it_and_each_gets_its_own_deck(office: LibreOffice) -> None:
    titles = [f"Tråd {number}" for number in range(9)]
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda title: texts(office.pdf(deck(title))), titles))
    assert made == [[title] for title in titles]


def test_one_that_was_killed_between_jobs_is_started_anew(office: LibreOffice) -> None:
    office.pdf(deck("Före"))
    folder = _folder(office)
    send(folder, signal.SIGKILL)
    assert texts(office.pdf(deck("Efter"))) == ["Efter"]  # by one that its own command line starts, if it comes at once
    assert texts(office.pdf(deck("Sedan"))) == ["Sedan"]
    assert gone(folder)


def test_one_that_is_killed_during_a_job_is_started_anew_and_the_job_done(office: LibreOffice, july_deck: Path) -> None:
    office.pdf(deck("Före"))
    folder = _folder(office)
    Timer(1.5, send, (folder, signal.SIGKILL)).start()
    assert len(texts(office.pdf(july_deck.read_bytes()))) > 50
    assert gone(folder)


def test_one_that_hangs_is_killed_and_the_job_done_by_another(office: LibreOffice) -> None:
    office.pdf(deck("Före"))
    office.seconds = 6
    folder = _folder(office)
    send(folder, signal.SIGSTOP)
    assert texts(office.pdf(deck("Efter"))) == ["Efter"]
    assert gone(folder)


def test_one_that_people_have_open_is_left_alone(office: LibreOffice, tmp_path: Path) -> None:
    """Theirs has another profile. It goes on while ours comes and goes."""
    theirs = tmp_path / "profil"
    theirs.mkdir()
    process = start(
        [str(office.program), f"-env:UserInstallation={theirs.as_uri()}", "--headless", "private:factory/simpress"],
        theirs,
        os.environ,
    )
    try:
        assert texts(office.pdf(deck("Vår"))) == ["Vår"]
        office.close()
        assert process.poll() is None
        assert any("soffice.bin" in command for command in processes(theirs).values())
    finally:
        end(process)
    assert gone(theirs)


def test_a_broken_deck_is_told_and_the_next_job_goes_well(office: LibreOffice) -> None:
    office.pdf(deck("Före"))
    folder = _folder(office)
    with pytest.raises(OfficeError) as caught:
        office.pdf(deck("Trasig")[:5000])
    assert (str(caught.value), caught.value.code) == (BROKEN, "DB851")
    assert texts(office.pdf(deck("Efter"))) == ["Efter"]
    assert _folder(office) == folder


def test_a_job_that_takes_too_long_is_told(office: LibreOffice) -> None:
    office.pdf(deck("Före"))
    office.seconds = 0.01
    with pytest.raises(OfficeError) as caught:
        office.pdf(deck("Efter"))
    assert (str(caught.value), caught.value.code) == (SLOW, "DB852")


def test_a_pdf_has_the_options_and_is_swedish(office: LibreOffice) -> None:
    plain, tagged = office.pdf(deck("Rubrik")), office.pdf(deck("Rubrik"), {"UseTaggedPDF": True})
    assert (b"/StructTreeRoot" in plain, b"/StructTreeRoot" in tagged) == (False, True)
    assert b"/Lang(sv-SE)" in tagged


def test_one_that_does_not_get_ready_in_time_is_started_for_each_job(office: LibreOffice) -> None:
    office.patience = 0.01
    assert texts(office.pdf(deck("Kall"), {"UseTaggedPDF": True})) == ["Kall"]
    assert office._office is None


def test_a_program_that_does_not_start_is_told(tmp_path: Path) -> None:
    with LibreOffice(program(tmp_path / "soffice")) as office, pytest.raises(OfficeError) as caught:
        office.pdf(deck("Bild"))
    assert (str(caught.value), caught.value.code) == (DEAD, "DB853")


def test_closing_ends_it_and_removes_its_folder(office: LibreOffice) -> None:
    office.pdf(deck("Bild"))
    folder = _folder(office)
    assert processes(folder)
    office.close()
    assert (processes(folder), folder.exists()) == ({}, False)


def test_a_job_can_be_interrupted_from_another_thread(office: LibreOffice) -> None:
    office.pdf(deck("Bild"))
    folder = _folder(office)
    send(folder, signal.SIGSTOP)
    with ThreadPoolExecutor() as pool:
        job = pool.submit(office.pdf, deck("Bild"))
        while not any("--convert-to" in command for command in processes(folder).values()):
            assert not job.done()
        office.interrupt()
        with pytest.raises(OfficeError) as caught:
            job.result(20)
    assert str(caught.value) == "LibreOffice avslutades innan bilden var klar. Försök igen."
    office.close()
    assert (processes(folder), folder.exists()) == ({}, False)


def test_one_that_is_forgotten_ends(office: LibreOffice) -> None:
    other = LibreOffice(office.program)
    other.start()
    folder = _folder(other)
    del other
    assert gone(folder, 1)


@pytest.mark.parametrize("how", [None, signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_it_ends_with_us_however_we_end(office: LibreOffice, how: signal.Signals | None) -> None:
    """Without a signal: the program just ends, and has closed nothing."""
    lines = (
        "import sys, time; from pathlib import Path",
        "from deckbuilder.office.libreoffice import LibreOffice",
        "from tests.office.decks import deck",
        f"office = LibreOffice(Path({str(office.program)!r}))",
        "office.pdf(deck('Bild'))",
        "print(office._office.folder, flush=True)",
        f"time.sleep({0 if how is None else 60})",
    )
    ours = subprocess.Popen([sys.executable, "-c", "\n".join(lines)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert ours.stdout is not None
    folder = type(office.program)(ours.stdout.readline().decode().strip())
    assert processes(folder) or how is None
    if how is not None:
        ours.send_signal(how)
    ours.communicate(timeout=30)
    assert gone(folder)


def test_a_program_that_does_not_want_to_end_is_killed(tmp_path: Path) -> None:
    """It, and what it has started, which no longer knows it."""
    stubborn = program(tmp_path / "soffice", "#!/bin/sh\ntrap '' TERM\n(sleep 60; echo $1) &\nsleep 60\n")
    folder = tmp_path / "mapp"
    folder.mkdir()
    process = start([str(stubborn), str(folder)], folder, {})
    while len(processes(folder)) < 2:
        assert process.poll() is None
    assert process.stdin is not None
    process.stdin.close()
    process.wait(10)
    assert gone(folder, 1)
