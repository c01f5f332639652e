from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.refresh.parts import Parts
from tests.doctor.looking import found

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from tests.workspace import Workspace

MISSING = "finns inte på den här datorn, så bilder och PDF får ett annat för texter."
WHOLE = ("OK", "layouts/region.yaml och dess mall har alla layouter och platshållare.", "")


def _set_font(project: Workspace, name: str) -> None:
    template = project.root / "layouts" / "region.pptx"
    parts = Parts.of(template.read_bytes())
    for part in [part for part in parts.blobs if part.startswith("ppt/theme/theme")]:
        parts.put(part, parts.blobs[part].replace(b'typeface="Calibri"', f'typeface="{name}"'.encode()))
    template.write_bytes(parts.content())


def test_the_sample_template_is_whole(workspace: Workspace) -> None:
    told = found("layout", workspace.root)
    assert told[0] == WHOLE
    assert len(told) == 2
    assert told[1][1].startswith("Teckensnittet Calibri för texter ")


def test_a_placeholder_that_is_missing_is_a_fault(workspace: Workspace) -> None:
    old, new = "subtitle: Underrubrik, chart: Diagram, source", "subtitle: Underrubrik, chart: Graf, source"
    workspace.edit("layouts/region.yaml", old, new)
    ((level, sentence, remedy),) = found("layout", workspace.root)
    assert level == "Fel"
    assert "Platshållaren 'Graf' saknas i layouten 'Diagram' i layouts/region.pptx." in sentence
    assert remedy.startswith("Mer om felet: deckbuilder explain DB6")


def test_a_template_that_does_not_open_is_a_fault(workspace: Workspace) -> None:
    (workspace.root / "layouts" / "region.pptx").write_bytes(b"PK")
    ((level, sentence, _),) = found("layout", workspace.root)
    assert level == "Fel"
    assert "Mallen går inte att öppna." in sentence


def test_a_layout_that_is_not_there_is_a_fault(workspace: Workspace) -> None:
    (workspace.root / "layouts" / "region.yaml").rename(workspace.root / "layouts" / "annan.yaml")
    ((level, sentence, remedy),) = found("layout", workspace.root)
    assert level == "Fel"
    assert sentence.endswith("DB692 Layouten 'region' finns inte. Layouter som finns: annan.")
    assert remedy == "Mer om felet: deckbuilder explain DB692"


def test_a_font_that_the_computer_has_not_is_told_with_how_texts_are_measured(workspace: Workspace) -> None:
    _set_font(workspace, "Ingen Sådan")
    assert found("layout", workspace.root) == [
        WHOLE,
        (
            "Obs",
            f"Teckensnittet Ingen Sådan {MISSING} Texten mäts som Arial, som är brett.",
            "Installera Ingen Sådan.",
        ),
    ]


def test_a_font_without_its_twin_is_told_with_a_free_one(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Iterator[None]:
        return iter(())

    monkeypatch.setattr("deckbuilder.render.metrics.installed.folders", none)
    sentence = f"Teckensnittet Calibri {MISSING}"
    remedy = "Installera Calibri, eller Carlito som är fritt och har samma bredder."
    assert found("layout", workspace.root)[1] == ("Obs", sentence, remedy)
