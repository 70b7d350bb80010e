"""`tuiticket` without a command, in a real terminal: its first run, and every one after."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.e2e.terminal import Terminal
from tuiticket.config import config_file, default_database


def tuiticket(*words: object) -> Terminal:
    """The program in a terminal."""
    return Terminal([sys.executable, "-m", "tuiticket", *map(str, words)])


def test_the_first_run_asks_twice_and_opens_the_console(
    say: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    say.file, say.login = Path(default_database()), "bo"
    monkeypatch.setenv("LOGNAME", "carol")
    with tuiticket() as terminal:
        terminal.until("Name of the shop")
        terminal.press("栖木家居", "enter")
        terminal.until("Your login [carol]")
        terminal.press("bo", "enter")
        terminal.until("There is nothing to work on.")
        terminal.press("q")
        assert terminal.ended() == 0
    assert say.done("config", "show", "--json").object["desk"]["name"] == "栖木家居"
    assert [one["login"] for one in say.done("agent", "list", "--json").objects] == ["bo"]


def test_the_next_run_asks_nothing(say: CommandLine) -> None:
    say.done("ticket", "take", say.ticket("退款三天没到账"), login="chen")
    with tuiticket("--db", say.file, "--as", "chen") as terminal:
        terminal.until("退款三天没到账")
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_stranger_is_told_before_the_console_opens(
    say: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "stranger")
    with tuiticket("--db", say.file) as terminal:
        terminal.until("This desk has no account for you, stranger.")
        assert terminal.ended() == 2


def test_a_wrong_key_in_the_settings_is_told_before_the_console_opens(say: CommandLine) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text("[keys]\nfly = ['a']\n", encoding="utf-8")
    with tuiticket("--db", say.file, "--as", "alice") as terminal:
        terminal.until("fly")
        assert terminal.ended() == 2


@pytest.mark.parametrize(("answer", "status"), [("ctrl+c", None), ("ctrl+d", 130)])
def test_breaking_off_the_first_run_leaves_nothing(
    tmp_path: Path, answer: str, status: int | None
) -> None:
    with tuiticket("--db", tmp_path / "new.db") as terminal:
        terminal.until("Name of the shop")
        terminal.press(answer)
        assert terminal.ended() == status
        assert "Traceback" not in terminal.text
    assert not (tmp_path / "new.db").exists()


def test_the_sample_shop_opens_in_the_console(say: CommandLine) -> None:
    with tuiticket("demo") as terminal:
        terminal.until("by urgency", patience=60)
        terminal.press("q")
        assert terminal.ended() == 0
