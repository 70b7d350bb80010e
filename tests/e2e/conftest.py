"""The sample shop, made once, and a fresh copy of it for every test."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tuiticket.bootstrap import make_sample, utc_now

Sit = Callable[..., Terminal]
"""Opens a console on the sample shop: `sit("alice", rows=24, columns=80, lang="en")`."""


@pytest.fixture(scope="session")
def sample_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as it stands now; not to be written to."""
    file = tmp_path_factory.mktemp("sample") / "desk.db"
    make_sample(file, utc_now())
    return file


@pytest.fixture
def desk_file(sample_shop: Path, tmp_path: Path) -> Path:
    """A copy of the sample shop to work on."""
    file = tmp_path / "desk.db"
    shutil.copy(sample_shop, file)
    return file


@pytest.fixture
def sit(desk_file: Path) -> Iterator[Sit]:
    """Open consoles, each in a terminal of its own; they are closed with the test."""
    with ExitStack() as open_ones:

        def sit_down(
            login: str,
            *,
            rows: int = 40,
            columns: int = 120,
            lang: str = "en",
            env: dict[str, str] | None = None,
        ) -> Terminal:
            command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), "--as", login]
            terminal = Terminal([*command, "--lang", lang], rows=rows, columns=columns, env=env)
            return open_ones.enter_context(terminal)

        yield sit_down
