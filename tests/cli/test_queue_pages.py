"""`tuiticket demo --once` and `monitor --once`: the queue on plain paper."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.cli import main

CLOCK = re.compile(r"-?(\d+d \d+h|\d+h \d\dm|0:\d\d:\d\d)|paused -?\d+[dhm]|–")


def test_the_sample_shop_prints_its_queue_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.db"
    assert main(["demo", "--once", "--keep", str(kept)]) == 0
    out, err = capsys.readouterr()
    title, heading, *lines = out.splitlines()
    assert err == ""
    assert f"{len(lines)} tickets" in title
    assert heading.split()[0] == "SLA"
    assert len(lines) > 60
    assert all(CLOCK.match(line) for line in lines)
    for words in (["doctor"], ["log", "verify"], ["search", "退款"]):
        assert main(["--db", str(kept), "--as", "alice", *words]) == 0
    capsys.readouterr()
    assert main(["--db", str(kept), "--as", "alice", "demo", "--keep", str(kept)]) == 1
    assert "set up already" in capsys.readouterr().err


def test_without_a_terminal_the_board_prints_the_queue(say: CommandLine) -> None:
    number = say.ticket("退款")
    for words in (["monitor"], ["monitor", "--once"]):
        page = say.done(*words, login="wall").out
        assert page.startswith("Test shop: 1 ticket to do\n")
        assert f"{number}" in page
    assert say.done("monitor", "--json").object["number"] == number


def test_the_board_works_on_a_file_it_may_not_write(say: CommandLine) -> None:
    say.ticket("退款")
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = say.file.read_bytes()
    say.done("monitor", "--once")
    assert say.file.read_bytes() == before
