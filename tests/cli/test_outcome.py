"""How command lines end: exit codes, one clear line, and no traceback whatever comes in."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.cli import main
from tuiticket.config import config_file


def facts(file: Path) -> list[str]:
    """Everything a desk's file holds, to see that nothing was changed."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ticket", "show", "99"], "There is no ticket 99."),
        (["ticket", "reply", "99", "--body", "x"], "There is no ticket 99."),
        (["ticket", "show", "abc"], "“abc” is no ticket number."),
        (["log", "show", "99"], "There is no ticket 99."),
        (["ticket", "tag", "99", "vip"], "There is no ticket 99."),
        (["ticket", "list", "kindd:complaint"], "Did you mean 'kind'?"),
        (["ticket", "list", "kind:complant"], "Did you mean 'complaint'?"),
        (["ticket", "list", '"open'], "tuiticket: "),
        (["ticket", "new", "--subject", " ", "--customer", "a@b.cn"], "The subject is empty."),
        (["ticket", "new", "--subject", "x", "--customer", "nobody"], "“nobody”"),
        (["ticket", "new", "--subject", "x", "--customer", "a@b.cn", "--kind", "complant"],
         "--kind takes no “complant”. Did you mean complaint?"),
        (["ticket", "new", "--subject", "x", "--customer", "a@b.cn", "--team", "x"], "“x”"),
        (["mail", "import", __file__], "is not an mbox"),
        (["mail", "import", "/nowhere/at/all"], "/nowhere/at/all cannot be read"),
        (["mail", "parse", "/nowhere/at/all"], "/nowhere/at/all cannot be read"),
        (["kb", "import", "/nowhere/at/all"], "/nowhere/at/all is no folder."),
        (["kb", "show", "99"], "There is no article KB-99."),
        (["agent", "add", "Not A Login"], "“Not A Login”"),
        (["--as", "nobody", "ticket", "new", "--subject", "x", "--customer", "a@b.cn"], "nobody"),
        (["config", "set", "--zone", "Mars/Olympus"], "There is no time zone “Mars/Olympus”."),
        (["config", "set", "--route", "complaint"], "“complaint” is no route."),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_changes_nothing(
    say: CommandLine, words: list[str], told: str
) -> None:
    before = facts(say.file)
    assert told in say.refused(*words)
    assert facts(say.file) == before


def test_what_may_not_be_done_ends_with_1(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    assert "is yours already" in say.refused("ticket", "take", number, code=1)
    told = say.refused("ticket", "take", number, code=1, login="wall")
    assert "wall may not do this" in told


def test_a_file_that_is_no_desk_is_refused(say: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE x (y)")
    text = tmp_path / "text.db"
    text.write_text("This is no database, but it is long enough to look like one. " * 100)
    for file in (other, text):
        say.file, before = file, file.read_bytes()
        assert f"{file} is not a tuiticket desk." in say.refused("ticket", "list")
        say.refused("init", "--login", "ada")
        assert file.read_bytes() == before


def test_a_desk_of_a_newer_program_is_refused(say: CommandLine) -> None:
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    assert "newer" in say.refused("ticket", "list")


def test_a_missing_desk_says_how_to_make_one(say: CommandLine, tmp_path: Path) -> None:
    say.file = tmp_path / "missing.db"
    assert "tuiticket init" in say.refused("ticket", "list")
    assert not say.file.exists()


def test_wrong_settings_name_file_line_and_field(say: CommandLine) -> None:
    file = config_file()
    file.parent.mkdir(parents=True)
    file.write_text('login = "ada"\nmouse = "no"\n', encoding="utf-8")
    told = say.refused("ticket", "list")
    assert f"{file}, line 2: " in told
    assert "“mouse”" in told


def test_hostile_arguments_cannot_reach_the_terminal(say: CommandLine) -> None:
    told = say.refused("ticket", "show", "\x1b[2J\x07\nx")
    assert "\x1b" not in told
    assert "\x07" not in told


@pytest.mark.parametrize(
    "words",
    [["ticket", "list", "\udce9"], ["search", "a\udce9"], ["--as", "\udce9", "ticket", "list"]],
)
def test_words_that_are_no_unicode_are_survived(say: CommandLine, words: list[str]) -> None:
    answer = say(*words)
    assert answer.code in (0, 1, 2)
    assert "damaged" not in answer.err


def test_nobody_reading_on_is_no_error(say: CommandLine) -> None:
    for number in range(40):
        say.ticket(f"Parcel {number} late " + "x" * 250)
    command = f"{sys.executable} -m tuiticket --db {say.file} --json ticket list"
    done = subprocess.run(
        ["sh", "-c", f"{command} | head -c 10"], capture_output=True, text=True, check=True
    )
    assert (len(done.stdout), done.stderr) == (10, "")


def test_a_terminal_that_cannot_write_chinese_gets_numbers(say: CommandLine) -> None:
    say.ticket("退款")
    done = subprocess.run(
        [sys.executable, "-m", "tuiticket", "--db", say.file, "ticket", "list"],
        env={"PYTHONIOENCODING": "latin-1", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "\\u9000\\u6b3e" in done.stdout


def test_no_arguments_are_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "The console needs a terminal." in capsys.readouterr().err
