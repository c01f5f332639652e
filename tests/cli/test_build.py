"""`deckbuilder build` as staff meet it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
import yaml
from click.testing import CliRunner

from deckbuilder.cli import COMMANDS, group
from deckbuilder.records.json import sidecar
from deckbuilder.refresh.parts import Parts
from deckbuilder.render.record import read_record
from tests.golden import slides_by_id, table_rows
from tests.workspace import REPO

if TYPE_CHECKING:
    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

REPORT = "config/manadsrapport.yaml"
SLIDES = len(yaml.safe_load((REPO / REPORT).read_text(encoding="utf-8"))["slides"])
NEW_SLIDE = """\
  - type: table
    id: pension-igen
    title: Pensionsportföljens avkastning en gång till
    figures: pension_avkastning

"""


def test_the_end_tells_path_slides_warnings_and_seconds(workspace: Workspace) -> None:
    *first, last = workspace.build().output.splitlines()
    assert first == ["Läser underlaget för juli 2024.", f"Skapar {SLIDES} bilder.", "Sparar."]
    assert re.fullmatch(re.escape(f"{workspace.deck}: {SLIDES} bilder") + r", 0 varningar, \d+,\d sekunder\.", last)


def test_adding_a_slide_is_four_lines_of_yaml(workspace: Workspace) -> None:
    workspace.build()
    before = list(slides_by_id(workspace.deck))
    workspace.edit(REPORT, "  - type: closing", f"{NEW_SLIDE}  - type: closing")
    assert workspace.build().exit_code == 0
    assert list(slides_by_id(workspace.deck)) == [*before[:-1], "pension-igen", before[-1]]


def test_moving_a_slide_is_moving_its_lines(workspace: Workspace) -> None:
    path = workspace.root / REPORT
    text = path.read_text(encoding="utf-8")
    lines = re.search(r"  - type: text\n    id: sommaren\n.*?\n\n", text, re.DOTALL)
    assert lines is not None
    moved = text.replace(lines[0], "").replace("  - type: agenda", f"{lines[0]}  - type: agenda")
    path.write_text(moved, encoding="utf-8")
    assert workspace.build().exit_code == 0
    assert list(slides_by_id(workspace.deck))[:3] == ["omslag", "sommaren", "dagordning"]


def test_a_report_of_ones_own_builds_by_its_name(workspace: Workspace) -> None:
    own = "title: Investeringsrapport\nslides:\n" + NEW_SLIDE
    (workspace.root / "config" / "investering.yaml").write_text(own, encoding="utf-8")
    result = workspace.build("2024-07", "--report", "investering")
    assert result.exit_code == 0, result.output
    deck = workspace.root / "output" / "investering-2024-07.pptx"
    assert list(slides_by_id(deck)) == ["pension-igen"]


def test_same_inputs_give_the_same_bytes_and_no_second_version(workspace: Workspace) -> None:
    workspace.build()
    first = workspace.deck.read_bytes(), sidecar(workspace.deck).read_bytes()
    workspace.build()
    assert (workspace.deck.read_bytes(), sidecar(workspace.deck).read_bytes()) == first
    visible = sorted(path.name for path in workspace.deck.parent.iterdir() if path.name[0] != ".")
    assert visible == [workspace.deck.name, sidecar(workspace.deck).name]
    assert not (workspace.deck.parent / ".versions").exists()


def test_the_figures_of_a_deck_are_inside_it_and_beside_it(workspace: Workspace) -> None:
    workspace.build()
    inside, beside = read_record(workspace.deck), read_record(sidecar(workspace.deck))
    assert inside == beside
    assert [slide.id for slide in inside.slides][:2] == ["omslag", "dagordning"]
    assert inside.figures["region.totalt.ack_utfall"].cells


def test_a_file_of_figures_that_cannot_be_written_is_told_and_leaves_the_deck(workspace: Workspace) -> None:
    sidecar(workspace.deck).mkdir(parents=True)
    result = workspace.build()
    assert (
        "Varning: manadsrapport-2024-07.siffror.json: DB709 Filen med rapportens siffror kunde inte skrivas. "
        "Stäng den om den är öppen, och bygg på nytt. Siffrorna finns också inuti rapporten.\n"
    ) in result.output
    assert read_record(workspace.deck).figures


def test_a_deck_that_someone_may_have_edited_is_kept(workspace: Workspace) -> None:
    workspace.build()
    edited = Parts.of(workspace.deck.read_bytes())
    edited.put("docProps/app.xml", edited.blobs["docProps/app.xml"] + b"<!-- edited by hand -->")
    workspace.deck.write_bytes(edited.content())
    workspace.edit(REPORT, "title: Frågor", "title: Tack")
    output = workspace.build().output
    (kept,) = (workspace.deck.parent / ".versions").iterdir()
    assert kept.read_bytes() == edited.content()
    assert f"Den förra versionen är sparad: {kept}\n" in output


def test_a_read_only_deck_is_left_alone_and_the_new_one_gets_another_name(workspace: Workspace) -> None:
    workspace.build()
    locked = workspace.deck.read_bytes()
    workspace.deck.chmod(0o444)
    workspace.edit(REPORT, "title: Frågor", "title: Tack")
    result = workspace.build()
    other = workspace.deck.with_name("manadsrapport-2024-07 (2).pptx")
    assert workspace.deck.read_bytes() == locked
    assert len(slides_by_id(other)) == SLIDES
    assert read_record(sidecar(other)) == read_record(other)
    told = f"Varning: DB701 Rapporten kunde inte få sitt vanliga namn: den är skrivskyddad. Den finns i {other}.\n"
    assert told in result.output
    assert f"{other}: {SLIDES} bilder, 1 varning" in result.output


def test_a_deck_open_in_powerpoint_is_left_alone(workspace: Workspace) -> None:
    workspace.build()
    (workspace.deck.parent / f"~${workspace.deck.name}").write_bytes(b"")
    before = workspace.deck.read_bytes()
    workspace.edit(REPORT, "title: Frågor", "title: Tack")
    assert "kunde inte få sitt vanliga namn: den är öppen i ett annat program." in workspace.build().output
    assert workspace.deck.read_bytes() == before


def test_a_fault_in_the_program_itself_shows_no_traceback(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckbuilder.pipeline.load", lambda *_, **__: 1 / 0)
    result = workspace.build()
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == (
        "DB901 Ett fel i deckbuilder självt (ZeroDivisionError: division by zero). Inget är sparat. "
        "Kör igen med --debug och skicka utskriften till den som förvaltar verktyget."
    )
    assert isinstance(workspace.build("2024-07", "--debug").exception, ZeroDivisionError)


def test_a_folder_where_the_layout_should_be_is_told(workspace: Workspace) -> None:
    (workspace.root / "layouts" / "region.yaml").unlink()
    (workspace.root / "layouts" / "region.yaml").mkdir()
    assert (
        "layouts/region.yaml: DB102 Filen går inte att läsa. Kontrollera att den finns och att du får läsa den.\n"
        in (workspace.build().output)
    )


def test_a_folder_without_config_is_wrong_usage(workspace: Workspace) -> None:
    empty = workspace.root.parent
    result = type(workspace)(empty).build()
    assert result.exit_code == 2
    assert result.output == (
        f"DB804 {empty} är ingen rapportmapp: mappen config/ saknas. "
        "Gå till mappen med config/, layouts/ och input/, eller peka ut den med --project.\n"
    )


def test_a_build_that_draws_no_picture_loads_neither_matplotlib_nor_pandas(workspace: Workspace) -> None:
    code = (
        "import sys; from deckbuilder.cli import group\n"
        f"group.main(['build', '2024-07', '--project', {str(workspace.root)!r}], standalone_mode=False)\n"
        "print(sorted({'matplotlib', 'pandas', 'numpy', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_swedish_for_every_command_and_option(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert "Bygger månadens rapport" in CliRunner().invoke(group, ["--help"]).output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals to test with")
def test_on_a_terminal_a_bar_names_the_slides(workspace: Workspace) -> None:
    import pty  # noqa: PLC0415 -- does not exist on Windows

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deckbuilder", "build", "2024-07", "--project", str(workspace.root)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "Skapar bilder" in shown
    assert "omslag" in shown
    assert f"{SLIDES} bilder, 0 varningar".encode() in done.stdout


def test_a_report_takes_a_slide_from_another_and_changes_its_title(workspace: Workspace) -> None:
    own = "title: Egen\nslides:\n  - use: manadsrapport\n    id: investeringar\n    title: Så investerar vi\n"
    (workspace.root / "config" / "egen.yaml").write_text(own, encoding="utf-8")
    result = workspace.build("2024-07", "--report", "egen")
    assert result.exit_code == 0, result.output
    (slide,) = slides_by_id(workspace.root / "output" / "egen-2024-07.pptx").values()
    assert slide.shapes.title.text == "Så investerar vi"
    assert table_rows(slide)[-1][0] == "Totalt"


def test_a_fault_in_a_used_slide_is_told_where_it_stands(workspace: Workspace) -> None:
    workspace.edit("config/manadsrapport.yaml", "    label: Område", "    lable: Område")
    own = "title: Egen\nslides:\n  - {use: manadsrapport, id: investeringar}\n"
    (workspace.root / "config" / "egen.yaml").write_text(own, encoding="utf-8")
    told = workspace.build("2024-07", "--report", "egen").output.splitlines()[1]
    assert told.startswith("config/manadsrapport.yaml:")
    assert "Nyckeln 'lable' finns inte här. Menade du 'label'?" in told
