"""What the console is tested on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A furnished shop in a file of its own."""
    shop = Shop(tmp_path / "desk.db").furnish()
    yield shop
    shop.close()
