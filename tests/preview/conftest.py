"""A report in a running preview, and a browser to look at it with, for all tests of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.preview.browser import chromium, two_months
from tests.preview.make import previewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.preview.make import Preview


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewed(two_months(tmp_path_factory.mktemp("sida") / "projekt"), office=True) as preview:
        yield preview


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser
