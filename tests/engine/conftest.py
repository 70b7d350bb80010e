"""A furnished shop for tests of what the desk does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A small desk with people and nothing in its queue."""
    shop = Shop(tmp_path / "desk.db").furnish()
    yield shop
    shop.close()
