"""The preview's page in a real Chromium, and the small report that it shows."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.preview.make import CARS, REPORT, write_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page
    from pytest import MarkDecorator  # noqa: PT013 -- only for the type

    from tests.preview.make import Preview

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_FIND = "axe.run({resultTypes: ['violations']}).then((found) => found.violations)"
_PATIENCE = 20_000  # ms: a build and a picture, on a busy computer


def _axe() -> Path | None:
    """Find npm's axe-core: where AXE_CORE says, or among npm's own packages."""
    named = os.environ.get("AXE_CORE", "")
    npm = shutil.which("npm")
    asked = [[npm, "root"], [npm, "root", "--global"]] if npm else []
    roots = [subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip() for ask in asked]
    places = [Path(named)] if named else [Path(root) / "axe-core" / "axe.min.js" for root in roots if root]
    return next((place for place in places if place.is_file()), None)


def needs_axe() -> MarkDecorator:
    """Return a mark that skips where axe-core is missing, unless this is the gate."""
    missing = _axe() is None
    return pytest.mark.skipif(missing and "CI" not in os.environ, reason="npm's axe-core not installed")


def barriers(page: Page) -> list[str]:
    """Return what axe-core finds serious or critical, with the elements."""
    path = _axe()
    assert path is not None, "npm's axe-core is not installed"
    if not page.evaluate("'axe' in window"):
        page.evaluate(path.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
    )
    bad = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:5]]}" for one in bad]


def two_months(root: Path) -> Path:
    """Make the small project, with the month before too."""
    write_project(root)
    june = root / "input" / "2024-06"
    june.mkdir()
    (june / "bilar.csv").write_text(CARS.replace("1200", "1100"), encoding="utf-8")
    return root


def report(preview: Preview) -> Path:
    """Return the YAML of the previewed report."""
    return preview.root / "config" / "bilar.yaml"


def save(preview: Preview, old: str = "title: Bilar\n", new: str = "title: Bilar\n") -> None:
    """Save the report as it was written first, but for one text."""
    report(preview).write_text(REPORT.replace(old, new, 1), encoding="utf-8")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium."""
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        yield browser
        browser.close()


def _is_fault(message: ConsoleMessage) -> bool:
    """Tell whether the browser complains of the page; a move that was refused (409) the page itself tells."""
    return message.type in ("error", "warning") and "409 (Conflict)" not in message.text


@contextmanager
def opened(browser: Browser, preview: Preview, *, quiet: bool = True, **options: Any) -> Iterator[Page]:
    """Open the page; when it is to be `quiet`, all that it complains of is a fault, also breaches of its policy."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1440, "height": 900}, **options)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if _is_fault(message) else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.set_default_timeout(_PATIENCE)
    page.goto(preview.address)
    yield page
    context.close()
    assert not (quiet and told), told


def slide(page: Page, id_: str) -> Locator:
    """Return a slide's place in the list."""
    return page.locator(f"#list [data-key='{id_}']")


def order(page: Page) -> list[str]:
    """Return the slides' ids in the list's order."""
    return [one.get_attribute("data-key") or "" for one in page.locator("#list [role=option]").all()]
