"""An empty desk for every test, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuiticket.adapters.stems import stem
from tuiticket.db.store import SqlStore, open_store


@pytest.fixture(name="new_desk", scope="session")
def _new_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a desk in which nothing has happened; not to be written to."""
    file = tmp_path_factory.mktemp("desks") / "new.db"
    open_store(file, stem=stem).close()
    return file


@pytest.fixture(name="file")
def _file(new_desk: Path, tmp_path: Path) -> Path:
    """The file of an empty desk."""
    return Path(shutil.copy(new_desk, tmp_path / "desk.db"))


@pytest.fixture(name="store")
def _store(file: Path) -> Iterator[SqlStore]:
    """An empty desk."""
    store = open_store(file, stem=stem)
    yield store
    store.close()
