"""The preview's page shows the report, follows what is saved, and writes a new order back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.preview.browser import opened, order, report, save, slide, two_months
from tests.preview.make import REPORT, edit, previewed
from tests.rendering import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.preview.make import Preview

pytestmark = [pytest.mark.rendering, needs("chromium", "soffice")]
IDS = ["omslag", "bilar", "diagram", "atgarder"]
MOVED = ["bilar", "omslag", "diagram", "atgarder"]


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The page, when the report stands as it did from the start and is drawn."""
    save(preview)
    with opened(browser, preview) as page:
        expect(page.locator("#list")).to_contain_text("Bilarna kostar 2 000 tkr")
        expect(page.locator("#counters")).to_contain_text("Klar")
        expect(page.locator("#list img")).to_have_count(4)
        yield page


def drawn(page: Page) -> str:
    """Return the address of the chosen slide's picture, once it is drawn."""
    image = page.locator("#stage:not(.waiting) img")
    expect(image).to_have_js_property("naturalWidth", 1600)
    return image.get_attribute("src") or ""


def test_all_slides_are_listed_with_number_title_and_picture(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Bilar juli 2024")
    assert order(page) == IDS
    expect(slide(page, "diagram").locator(".number")).to_have_text("3")
    expect(slide(page, "diagram").locator(".name")).to_have_text("Nord kör mest")
    for image in page.locator("#list img").all():
        expect(image).to_have_js_property("naturalWidth", 1600)


def test_a_text_that_runs_from_right_to_left_turns_no_figure_beside_it(page: Page, preview: Preview) -> None:
    save(preview, "title: Bilar\nslides", 'title: "\u202eمرحبا"\nslides')
    expect(page.locator("#report")).to_contain_text("مرحبا")
    first, last = (
        page.evaluate(
            "at => { const r = document.createRange(), t = document.getElementById('period').firstChild;"
            " r.setStart(t, at); r.setEnd(t, at + 1); return r.getBoundingClientRect().left; }",
            at,
        )
        for at in (0, len("juli 2024") - 1)
    )
    assert first < last


def test_a_chosen_slide_is_shown_with_its_figures_and_how_they_came_about(page: Page) -> None:
    slide(page, "bilar").click()

    expect(page.locator("#slide-title")).to_have_text("Bilarna kostar 2 000 tkr")
    assert drawn(page).startswith("picture/")
    total = page.locator("#figures button", has_text="Totalt, utfall")
    expect(total).to_contain_text("2 000 tkr")
    total.click()
    origin = page.locator("#origin pre")
    expect(origin).to_contain_text("1 200 tkr  Nord, utfall  (bilar.csv, rad 2, kolumn 2 (B2))")


def test_a_saved_edit_appears_by_itself_and_leaves_people_where_they_are(page: Page, preview: Preview) -> None:
    slide(page, "diagram").click()
    before = drawn(page)
    page.locator("#tab-search").click()
    page.locator("#words").fill("nord")

    save(preview, "title: Nord kör mest", "title: Syd kör minst")

    expect(page.locator("#slide-title")).to_have_text("Syd kör minst")
    expect(page.locator("#stage img")).not_to_have_attribute("src", before)
    assert drawn(page) != before
    expect(page.locator("#words")).to_be_focused()
    expect(page.locator("#words")).to_have_value("nord")
    expect(slide(page, "diagram")).to_have_attribute("aria-selected", "true")


def test_an_error_is_told_at_its_slide_and_goes_when_it_is_mended(page: Page, preview: Preview) -> None:
    save(preview, "    label: Enhet\n", "    lable: Enhet\n")

    expect(slide(page, "bilar")).to_contain_text("1 fel")
    expect(slide(page, "diagram")).not_to_contain_text("fel")
    expect(page.locator("#counters")).to_contain_text("Fel som hindrar bygget: 1")
    expect(page.locator("#banner")).to_contain_text("som den var när den senast gick att bygga")
    page.get_by_role("button", name="Visa felen").click()
    expect(page.locator("#problems li")).to_contain_text("Nyckeln 'lable' finns inte här. Menade du 'label'?")
    page.get_by_role("button", name="Till bild 2").click()
    expect(page.locator("#slide-problems")).to_contain_text("config/bilar.yaml:11:5")

    save(preview)

    expect(page.locator("#counters")).to_contain_text("Klar")
    expect(slide(page, "bilar")).not_to_contain_text("fel")
    expect(page.locator("#slide-problems")).to_be_hidden()
    expect(page.locator("#banner")).to_be_empty()


def test_a_report_that_was_never_built_is_listed_with_its_errors(browser: Browser, tmp_path: Path) -> None:
    project = two_months(tmp_path / "projekt")
    edit(project / "config" / "bilar.yaml", "    label: Enhet\n", "    lable: Enhet\n")
    with previewed(project) as preview, opened(browser, preview) as page:
        expect(page.locator("#banner")).to_contain_text("Inga bilder är ritade än. Rätta felen och spara")
        slide(page, "bilar").click()
        expect(page.locator("#stage")).to_contain_text("Bildens innehåll visas när rapporten går att bygga.")
        expect(page.locator("#slide-problems")).to_contain_text("Nyckeln 'lable' finns inte här.")


def drag(page: Page, id_: str, before: str) -> None:
    """Drag a slide with the mouse to just above another."""
    start, end = slide(page, id_).bounding_box(), slide(page, before).bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 80, start["y"] + 40)
    page.mouse.down()
    page.mouse.move(start["x"] + 80, start["y"] + 20, steps=3)
    page.mouse.move(end["x"] + 80, end["y"] + 10, steps=8)
    page.mouse.up()


def test_a_dragged_slide_moves_in_the_yaml_with_its_comments_and_back_again(page: Page, preview: Preview) -> None:
    drag(page, "bilar", before="omslag")

    expect(page.locator("#toast")).to_contain_text("Bilden är flyttad till plats 1 av 4.")
    assert order(page) == MOVED
    written = report(preview).read_text()
    assert re.findall(r"id: (\S+)", written) == MOVED
    assert sorted(written.splitlines()) == sorted(REPORT.splitlines())
    assert "  # Det som alla frågar om\n  - type: table\n    id: bilar\n" in written

    page.get_by_role("button", name="Ångra").click()

    expect(page.locator("#toast")).to_contain_text("Flytten är ångrad.")
    assert order(page) == IDS
    assert report(preview).read_text() == REPORT


def test_a_move_that_cannot_be_written_is_told_and_taken_back(page: Page, preview: Preview) -> None:
    save(preview, "    title: Åtgärder\n", "    title: [Åtgärder\n")
    expect(page.locator("#counters")).to_contain_text("Fel som hindrar bygget")
    broken = report(preview).read_text()

    drag(page, "bilar", before="omslag")

    expect(page.locator("#toast")).to_contain_text("config/bilar.yaml")
    expect(page.get_by_role("button", name="Ångra")).to_be_hidden()
    assert order(page) == IDS
    assert report(preview).read_text() == broken


def test_what_has_changed_since_the_month_before_leads_to_its_slide(page: Page) -> None:
    page.get_by_role("tab", name="Ändrat").click()

    expect(page.locator("#changes-heading")).to_have_text("Ändrat sedan juni 2024")
    expect(page.locator("#changes")).to_contain_text("1 100 tkr → 1 200 tkr")
    page.locator("#changes").get_by_role("button", name="Bild 2. Bilarna kostar 2 000 tkr").click()
    expect(slide(page, "bilar")).to_have_attribute("aria-selected", "true")


def test_an_ended_preview_says_how_to_start_it_again(browser: Browser, tmp_path: Path) -> None:
    with previewed(two_months(tmp_path / "projekt")) as preview, opened(browser, preview, quiet=False) as page:
        expect(page.locator("h1")).to_contain_text("juli 2024")
        expect(page.locator("#lost")).to_be_hidden()
        preview.process.terminate()
        expect(page.locator("#lost")).to_contain_text("deckbuilder preview 2024-07 --report bilar")
