"""What every test stands on: a home of its own, plain English, and repeatable random examples."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tuiticket import i18n

# Hypothesis's own "ci" profile repeats the same examples on every run. Neither profile has a
# deadline: a slow moment of the machine is no failure.
settings.register_profile("default", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")

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
