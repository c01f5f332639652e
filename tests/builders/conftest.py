"""Each test here builds a report of one slide on the whole sample project: together they are no quick part."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
QUICK = {"test_examples.py", "test_pages.py"}
"""What tells at once whether every slide type still composes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder as slow, but for the quick ones."""
    for item in items:
        if item.path.parent == HERE and item.path.name not in QUICK:
            item.add_marker(pytest.mark.slow)
