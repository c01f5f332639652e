"""Bad input gets one Swedish sentence each, with its place and what to do; all in one run, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from deckbuilder.composing import BUILDERS
from deckbuilder.errors import choices
from deckbuilder.kinds import kind, kinds
from tests.workspace import REPO

if TYPE_CHECKING:
    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

REPORT = "config/manadsrapport.yaml"
SOURCES = "config/sources.yaml"
INPUT = "input/2024-07"

TYPES = choices(kinds(BUILDERS))
FIGURES = choices(yaml.safe_load((REPO / "config/sources.yaml").read_text(encoding="utf-8"))["figures"])


def line_of(workspace: Workspace, file: str, text: str) -> int:
    """Return the line of a file that a text stands on."""
    lines = (workspace.root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


EDITS = {
    "an unknown slide type": (
        (REPORT, "type: waiting_list", "type: waitinglist"),
        "{line}:11: DB107 Bildtypen 'waitinglist' finns inte. Menade du 'waiting_list'? Välj bland "
        + TYPES
        + ". 'deckbuilder kinds' beskriver dem.",
    ),
    "an unknown key": (
        (REPORT, "figures: investeringar\n    label: Område", "figures: investeringar\n    lable: Område"),
        (
            "{line}:5: DB104 Nyckeln 'lable' finns inte här. Menade du 'label'? "
            f"Nycklar som finns: {choices(kind(BUILDERS, 'table').Options.model_fields)}."
        ),
    ),
    "a missing key": (
        (REPORT, "    id: natverk\n    title: Aktuellt", "    title: Aktuellt"),
        "{line}:5: DB103 Nyckeln 'id' saknas. Lägg till 'id: …'.",
    ),
    "a word that YAML reads as true": (
        (REPORT, "    unit: mkr\n    signed: true", "    unit: mkr\n    signed: yes"),
        (
            "{line}:13: DB112 'yes' kan läsas på fler än ett sätt i YAML. Skriv 'yes' inom citattecken om det är text, "
            "annars true eller false."
        ),
    ),
    "a colon in a title": (
        (REPORT, "    id: slut\n    title: Frågor", "    id: slut\n    title: Frågor: och svar"),
        (
            "{line}:18: DB122 Här står ett kolon inne i en text. Sätt hela texten inom citattecken: "
            'title: "Frågor: och svar".'
        ),
    ),
    "a text where a list should be": (
        (REPORT, "columns: [ack_avvikelse]", "columns: ack_avvikelse"),
        "{line}:14: DB106 'columns' ska vara en lista (rader som börjar med -), inte 'ack_avvikelse'.",
    ),
    "figures that do not exist": (
        (REPORT, "    figures: fastighetsportfolj", "    figures: fastighet"),
        (
            "{line}:14: DB401 Siffrorna 'fastighet' finns inte. Menade du 'fastighetsportfolj'? "
            f"Siffror i config/sources.yaml: {FIGURES}."
        ),
    ),
    "a template variable that does not exist": (
        (REPORT, "{{ investeringar.totalt.prognos", "{{ investeringar.total.prognos"),
        (
            "{line}:12: DB303 'total' finns inte i 'investeringar'. Menade du 'totalt'? Här finns: fastighet, mt, it, "
            "hjalpmedel, verksamhetservice, regional_utveckling och totalt."
        ),
    ),
    "a filter that does not suit the figure": (
        (REPORT, "mot_plan_procent | procent(0, absolut=true)", "mot_plan_procent | mkr"),
        (
            "{line}:12: DB306 Siffran resekostnader.totalt.mot_plan_procent är i procent "
            "och kan inte visas som mkr. Byt filter."
        ),
    ),
    "a template with a missing bracket": (
        (REPORT, "mot_plan_procent | procent(0, absolut=true) }}", "mot_plan_procent | procent(0, absolut=true) }"),
        (
            "{line}:12: DB304 Uttrycket inom {{ }} är felskrivet. Kontrollera att varje {{ har sitt }}, "
            "att namnen är rätt skrivna och att citattecknen är raka (' eller \")."
        ),
    ),
    "a wrong choice": (
        (SOURCES, "costs: negative\n    month", "costs: negativ\n    month"),
        (
            "{line}:12: DB107 'negativ' går inte att använda som 'costs'. Menade du 'negative'? "
            "Välj bland negative och positive."
        ),
    ),
    "a placeholder that the layout lacks": (
        ("layouts/region.yaml", "meeting: Datum text", "meeting: Datumtext"),
        (
            "{line}:61: DB604 Platshållaren 'Datumtext' saknas i layouten 'Titel' i layouts/region.pptx. "
            "Menade du 'Datum text'? Platshållare som finns: Rubrik, Underrubrik, Datum text och Logotyp."
        ),
    ),
    "a heading in a comment": (
        (f"{INPUT}/kommentarer.md", "- Avtalsrörelsen\n", "### Avtalsrörelsen\n"),
        "{line}: DB440 Här står något som en bild inte kan visa. Använd punkter (- ), två nivåer, och **fetstil**.",
    ),
}


@pytest.mark.parametrize("fault", EDITS)
def test_an_edit_that_goes_wrong_is_told_where_it_was_made(workspace: Workspace, fault: str) -> None:
    (file, old, new), sentence = EDITS[fault]
    workspace.edit(file, old, new)
    result = workspace.build()
    place = line_of(workspace, file, new.split("\n")[-1] if "\n" in new.rstrip() else new.strip())
    if fault == "a missing key":
        place -= 1
    if fault == "a wrong choice":
        place = (workspace.root / file).read_text(encoding="utf-8").splitlines().index("    costs: negativ") + 1
    expected = f"{file}:{sentence.replace('{line}', str(place))}"
    code = sentence.split()[1]
    more = f"Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain {code}"
    assert result.output.splitlines()[-2:] == [expected, more]
    assert result.exit_code == 1
    assert not workspace.deck.exists()


def test_a_duplicate_key_names_both_lines(workspace: Workspace) -> None:
    label = "figures: investeringar\n    label: Område"
    workspace.edit(REPORT, label, f"{label}\n    label: Plats")
    line = line_of(workspace, REPORT, "label: Plats")
    expected = f"{REPORT}:{line}:5: DB105 Nyckeln 'label' står redan på rad {line - 1}. Ta bort den ena."
    assert expected in workspace.build().output


def test_two_slides_of_one_id_or_one_title_are_refused(workspace: Workspace) -> None:
    workspace.edit(REPORT, "id: slut\n    title: Frågor", "id: natverk\n    title: Dagordning")
    output = workspace.build().output
    last = line_of(workspace, REPORT, "type: closing") + 1
    first = line_of(workspace, REPORT, "id: natverk")
    agenda = line_of(workspace, REPORT, "title: Dagordning")
    assert f"{REPORT}:{last}:9: DB143 Bilden 'natverk' finns redan på rad {first}. Ge bilderna olika id." in output
    assert (
        f"{REPORT}:{last + 1}:12: DB144 Rubriken 'Dagordning' finns redan på rad {agenda}. Ge bilderna olika rubriker."
        in (output)
    )


def test_a_missing_file_names_the_nearest_that_exists(workspace: Workspace) -> None:
    folder = workspace.root / INPUT
    (folder / "vantande.csv").rename(folder / "vantade.csv")
    line = line_of(workspace, SOURCES, "file: vantande.csv")
    expected = f"{SOURCES}:{line}:11: DB201 Filen 'vantande.csv' saknas i {INPUT}. Menade du 'vantade.csv'? "
    assert expected in workspace.build().output


def test_a_missing_sheet_names_those_that_exist(workspace: Workspace) -> None:
    workspace.edit(SOURCES, "sheet: Uppföljning", "sheet: Uppföljningen")
    assert (
        f"{INPUT}/investeringar.xlsx: DB210 Bladet 'Uppföljningen' saknas. Menade du 'Uppföljning'? "
        "Blad i filen: Läs mig och Uppföljning. "
        "Rätta 'sheet' vid källan i config/sources.yaml, eller bladets namn i filen.\n"
    ) in workspace.build().output


def test_a_missing_column_names_those_that_exist(workspace: Workspace) -> None:
    workspace.edit(SOURCES, "normalvikt: Normalvikt", "normalvikt: Normalvikten")
    assert (
        f"{INPUT}/pensionsportfolj.xlsx, bladet Allokering: DB213 Kolumnen 'Normalvikten' saknas. "
        "Menade du 'Normalvikt'? Kolumner i filen: 'Tillgångsslag', 'Portföljen' och 'Normalvikt'. "
        "Rätta rubriken i filen, eller kolumnens namn i config/sources.yaml.\n"
    ) in workspace.build().output


def test_a_text_where_a_number_should_be_names_line_and_column(workspace: Workspace) -> None:
    workspace.edit(f"{INPUT}/resultat_region.csv", "\u22126\u00a0803", "okänt")
    assert (
        f"{INPUT}/resultat_region.csv:7: DB216 'okänt' i kolumnen 'Ack utfall 2407' är inget tal. "
        "Skriv ett tal, eller lämna cellen tom om värdet saknas.\n"
    ) in workspace.build().output


def test_a_row_that_nobody_listed_is_refused_as_the_total_would_miss_it(workspace: Workspace) -> None:
    workspace.edit(f"{INPUT}/resultat_region.csv", "Revision;", "Ny nämnd;1;1;1;1;1\r\nRevision;")
    assert (
        f"{INPUT}/resultat_region.csv:9: DB227 Raden 'Ny nämnd' finns i filen men inte i 'rows' för siffrorna, "
        "så den skulle saknas i summorna. Lägg till den där, eller i källans 'skip_rows' om den inte är data.\n"
    ) in workspace.build().output


def test_a_broken_workbook_is_told(workspace: Workspace) -> None:
    (workspace.root / INPUT / "investeringar.xlsx").write_bytes(b"PK trasig")
    assert (
        f"{INPUT}/investeringar.xlsx: DB205 Filen går inte att öppna som Excelfil. Den är skadad, lösenordsskyddad "
        "eller av annat slag. Öppna den i Excel och spara om den.\n"
    ) in workspace.build().output


def test_a_broken_template_is_told(workspace: Workspace) -> None:
    (workspace.root / "layouts/region.pptx").write_bytes(b"trasig")
    assert (
        "layouts/region.pptx: DB602 Mallen går inte att öppna. Öppna den i PowerPoint och spara den som .pptx.\n"
    ) in workspace.build().output


def test_a_period_without_input_lists_those_that_have(workspace: Workspace) -> None:
    result = workspace.build("2024-08")
    assert (
        "input: DB802 Perioden 2024-08 har inget underlag. Lägg filerna i mappen input/2024-08. "
        "Perioder som finns: 2022-08, 2023, 2024-06 och 2024-07.\n"
    ) in result.output
    assert result.exit_code == 1


def test_what_is_no_period_is_wrong_usage(workspace: Workspace) -> None:
    result = workspace.build("juli")
    assert result.output == (
        "DB801 'juli' är ingen period. Skriv en månad som 2024-07, ett tertial som 2025-T2 eller ett år som 2021.\n"
    )
    assert result.exit_code == 2


def test_an_unknown_report_lists_those_that_exist(workspace: Workspace) -> None:
    assert (
        "config: DB805 Rapporten 'manadsraport' finns inte. Menade du 'manadsrapport'? "
        "Rapporter som finns: augusti-2022, manadsrapport och regionplan.\n"
    ) in workspace.build("2024-07", "--report", "manadsraport").output


def test_all_faults_are_told_in_one_run_and_the_previous_deck_is_untouched(workspace: Workspace) -> None:
    workspace.deck.parent.mkdir()
    workspace.deck.write_bytes(b"the deck of last week")
    workspace.edit(REPORT, "type: waiting_list", "type: waitinglist")
    workspace.edit(REPORT, "figures: investeringar\n    label: Område", "figures: investeringar\n    lable: Område")
    workspace.edit(SOURCES, "sheet: Uppföljning", "sheet: Uppföljningen")
    workspace.edit("layouts/region.yaml", "meeting: Datum text", "meeting: Datumtext")
    workspace.edit(f"{INPUT}/kommentarer.md", "nyckeltal.fvis_forlikning", "nyckeltal.fvis_forliking")
    result = workspace.build()
    starts = [line.split(": ")[0].split(":")[0] for line in result.output.splitlines()[1:-1]]
    assert starts == [REPORT, REPORT, f"{INPUT}/investeringar.xlsx", f"{INPUT}/kommentarer.md", "layouts/region.yaml"]
    assert result.output.splitlines()[-1] == "5 fel. Inget är skrivet. Mer om ett fel: deckbuilder explain DB104"
    assert result.exit_code == 1
    assert workspace.deck.read_bytes() == b"the deck of last week"
    assert list(workspace.deck.parent.iterdir()) == [workspace.deck]


def test_a_comment_that_no_slide_shows_is_a_warning(workspace: Workspace) -> None:
    workspace.edit(f"{INPUT}/kommentarer.md", "## minskad-administration", "## minskad-admin")
    line = line_of(workspace, f"{INPUT}/kommentarer.md", "## minskad-admin")
    result = workspace.build()
    assert (
        f"Varning: {INPUT}/kommentarer.md:{line}: DB241 Texten under '## minskad-admin' visas inte: "
        "bilden finns inte i rapporten. Menade du 'minskad-administration'?\n"
    ) in result.output
    assert result.exit_code == 0


def test_a_comment_for_a_slide_of_another_report_is_no_warning(workspace: Workspace) -> None:
    own = "title: Egen\nslides:\n  - type: closing\n    id: egen-bild\n    title: Slut\n"
    (workspace.root / "config" / "egen.yaml").write_text(own, encoding="utf-8")
    assert "0 varningar" in workspace.build("2024-07", "--report", "egen").output


def test_figures_without_the_file_that_declares_them_are_told(workspace: Workspace) -> None:
    title = '"{{ region.totalt.ack_utfall | mkr }}"'
    own = f"title: Egen\nslides:\n  - {{type: table, id: egen, title: {title}, figures: region}}\n"
    (workspace.root / "config" / "manadsrapport.yaml").write_text(own, encoding="utf-8")
    (workspace.root / SOURCES).unlink()
    remedy = "config/sources.yaml saknas, eller har inga siffror. Skapa filen, och skriv siffrorna under 'figures'."
    assert f"{REPORT}:3:36: DB302 'region' finns inte. {remedy}\n" in workspace.build().output
    workspace.edit(REPORT, title, "Egen")
    assert f"{REPORT}:3:51: DB302 Siffrorna 'region' finns inte. {remedy}\n" in workspace.build().output
