"""The preview's page can be used by all: from the keyboard, without barriers, in dark, narrow, and without pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.preview.browser import barriers, needs_axe, opened, order, report, save, slide, two_months
from tests.preview.make import previewed
from tests.rendering import needs

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.preview.make import Preview

pytestmark = [pytest.mark.rendering, needs("chromium", "soffice")]


def until_drawn(page: Page) -> None:
    expect(page.locator("#counters")).to_contain_text("Klar")
    expect(page.locator("#list img")).to_have_count(4)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_keyboard_is_enough(browser: Browser, preview: Preview) -> None:
    save(preview)
    with opened(browser, preview) as page:
        until_drawn(page)
        _keys_choose_and_enlarge(page)
        _keys_move(page, preview)
        _keys_search(page)


def _keys_choose_and_enlarge(page: Page) -> None:
    press(page, "Tab")
    expect(page.get_by_role("link", name="Till den valda bilden")).to_be_focused()
    press(page, "Tab", "ArrowDown", "ArrowDown")
    expect(slide(page, "diagram")).to_be_focused()
    expect(page.locator("#slide-title")).to_have_text("Nord kör mest")
    press(page, "Enter")
    expect(page.get_by_role("dialog").locator("img")).to_be_visible()
    expect(page.locator("#large-caption")).to_have_text("3 av 4. Nord kör mest")
    press(page, "ArrowRight")
    expect(page.locator("#large-caption")).to_have_text("4 av 4. Åtgärder")
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(slide(page, "atgarder")).to_be_focused()


def _keys_move(page: Page, preview: Preview) -> None:
    before = report(preview).read_text()
    press(page, "Alt+ArrowUp", "Alt+ArrowUp")
    expect(page.locator("#toast")).to_contain_text("Bilden är flyttad till plats 2 av 4.")
    expect(page.locator("#live")).to_contain_text("Bilden är flyttad till plats 2 av 4.")
    assert re.findall(r"id: (\S+)", report(preview).read_text()) == ["omslag", "atgarder", "bilar", "diagram"]
    expect(slide(page, "atgarder")).to_be_focused()
    press(page, "Control+z")
    expect(page.locator("#toast")).to_contain_text("Flytten är ångrad.")
    assert order(page) == ["omslag", "bilar", "atgarder", "diagram"]
    press(page, "Alt+ArrowDown")
    expect(page.locator("#toast")).to_contain_text("Bilden är flyttad till plats 4 av 4.")
    assert report(preview).read_text() == before


def _keys_search(page: Page) -> None:
    press(page, *["Tab"] * 3)  # to show large, to move up (the last slide cannot go down), the open tab
    expect(page.get_by_role("tab", name="Bilden")).to_be_focused()
    press(page, "ArrowRight", "ArrowRight", "Tab", "Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("nord utfall")
    expect(page.locator("#found")).to_have_text("1 siffra")
    expect(page.locator("#hits .figure")).to_contain_text("1 200 tkr")
    press(page, "Tab", "Tab", "Enter")
    expect(slide(page, "bilar")).to_have_attribute("aria-selected", "true")


@needs_axe()
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(browser: Browser, preview: Preview, scheme: Literal["light", "dark"]) -> None:
    save(preview)
    with opened(browser, preview, color_scheme=scheme) as page:
        until_drawn(page)
        slide(page, "bilar").click()
        page.locator("#figures button").first.click()
        expect(page.locator("#origin pre")).to_contain_text("Räknad av")
        assert barriers(page) == [], "origin"
        press(page, "Escape")
        assert barriers(page) == [], "slide"
        for tab, shown in {"search": "#found", "changes": "#changes h3"}.items():
            page.locator(f"#tab-{tab}").click()
            expect(page.locator(shown).first).to_be_visible()
            assert barriers(page) == [], tab
        page.locator("#show-large").click()
        assert barriers(page) == [], "large"
        press(page, "Escape")
        save(preview, "    label: Enhet\n", "    lable: Enhet\n")
        page.get_by_role("button", name="Visa felen").click()
        expect(page.locator("#problems li")).to_have_count(1)
        assert barriers(page) == [], "problems"


def test_without_libreoffice_the_words_and_tables_stand_in_place_of_pictures(browser: Browser, tmp_path: Path) -> None:
    with previewed(two_months(tmp_path / "projekt")) as preview, opened(browser, preview) as page:
        expect(page.locator("#counters")).to_contain_text("Klar")
        expect(page.locator("#banner")).to_contain_text("LibreOffice")
        slide(page, "bilar").click()
        expect(page.locator("#stage img")).to_have_count(0)
        expect(page.locator("#stage table")).to_contain_text("Nord")
        expect(page.locator("#stage table")).to_contain_text("1 200")
        page.locator("#show-large").click()
        expect(page.get_by_role("dialog").locator("table")).to_contain_text("1 200")


def test_nothing_is_cut_off_at_twice_the_size_and_in_narrow_windows(browser: Browser, preview: Preview) -> None:
    save(preview)
    with opened(browser, preview) as page:
        until_drawn(page)
        for width in (800, 720, 400):
            page.set_viewport_size({"width": width, "height": 600})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            expect(page.get_by_role("tab", name="Ändrat")).to_be_visible()
