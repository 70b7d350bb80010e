"""What tests stand on: a home of their own, plain English, repeatable examples, a small desk."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.desks import Shop
from tuiticket import i18n

# Hypothesis's own "ci" profile repeats the same examples on every run. Neither profile has a
# deadline: a slow moment of the machine is no failure.
settings.register_profile("default", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# Looking for garbage among all that pytest and the libraries keep took a sixth of the time.
gc.set_threshold(100_000, 50, 1000)

_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES")
_COLOURS = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the home of each test."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes what belongs to the person who runs it.

    Also takes away what would make two machines differ: the language, colours and size of the
    terminal, and the program's own variables. Programs a test starts inherit all of it.
    """
    home = Path(tempfile.mkdtemp(dir=homes))
    for name in [*_LOCALE, *_COLOURS, *(n for n in os.environ if n.startswith("TUITICKET_"))]:
        monkeypatch.delenv(name, raising=False)
    for name in _HOMES:
        monkeypatch.setenv(name, str(home if name == "HOME" else home / name.lower()))
    monkeypatch.setenv("LANG", "C.UTF-8")
    return home


@pytest.fixture(autouse=True)
def plain_english() -> Iterator[None]:
    """Every test starts, and leaves the next one, in English."""
    i18n.switch("en")
    yield
    i18n.switch("en")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the test shop, with people and an empty queue; only to be copied."""
    file = tmp_path_factory.mktemp("shop") / "desk.db"
    Shop(file).furnish().close()
    return file


@pytest.fixture
def shop(furnished: Path, tmp_path: Path) -> Iterator[Shop]:
    """A small desk with people and nothing in its queue, in a file of its own."""
    shop = Shop(Path(shutil.copy(furnished, tmp_path / "desk.db")))
    yield shop
    shop.close()
