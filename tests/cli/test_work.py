"""`tuiticket work`: does what falls due, tells of it where somebody looks on, ends when told to."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import CommandLine
from tests.desks import Clock, Shop
from tests.e2e.terminal import Terminal
from tuiticket.bootstrap import utc_now

PATIENCE_S = 60
"""Seconds after which a worker is given up."""

Start = Callable[..., subprocess.Popen[str]]
"""Starts `tuiticket work` on the test's desk: `start("--verbose")`."""


def command(file: Path, *options: str) -> list[str]:
    """The command line of a worker."""
    return [sys.executable, "-m", "tuiticket", "--db", str(file), "--as", "ada", "work", *options]


@pytest.fixture
def start(say: CommandLine) -> Iterator[Start]:
    """Start workers; none outlives its test, nor is one waited for that says nothing."""
    with ExitStack() as running:

        def work(*options: str) -> subprocess.Popen[str]:
            worker = subprocess.Popen(
                command(say.file, *options),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            running.enter_context(worker)
            watch = threading.Timer(PATIENCE_S, worker.kill)
            watch.start()
            running.callback(worker.kill)
            running.callback(watch.cancel)
            return worker

        yield work


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the desk as another program in the middle of a change would."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def forget(say: CommandLine) -> int:
    """Open a ticket two days ago and let nobody look after it; its number."""
    shop = Shop(say.file, Clock(utc_now() - timedelta(days=2)))
    number = shop.open(team="logistics")
    shop.close()
    return number


def kinds(say: CommandLine, number: int) -> list[str]:
    """What happened on a ticket."""
    return [event["kind"] for event in say.done("log", "show", number, "--json").objects]


def until_late(say: CommandLine, number: int) -> None:
    """Wait until somebody has seen that a ticket is late."""
    given_up = time.monotonic() + PATIENCE_S
    while "clock.breached" not in (known := kinds(say, number)):
        assert time.monotonic() < given_up, known


def line(stream: IO[str] | None) -> str:
    """The next line a worker says."""
    assert stream is not None
    return stream.readline()


def end(worker: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> tuple[str, str]:
    """Tell a worker to end, which it must do well; what it said since.

    Read through the same buffers as `line`, which may hold more than the line it gave.
    """
    worker.send_signal(number)
    assert worker.stdout is not None
    assert worker.stderr is not None
    said = worker.stdout.read(), worker.stderr.read()
    assert worker.wait(PATIENCE_S) == 0
    return said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_due_is_done_once_and_a_signal_ends_it(
    say: CommandLine, start: Start, number: signal.Signals
) -> None:
    ticket = forget(say)
    workers = [start("--verbose"), start("--verbose")]
    assert [line(worker.stdout) for worker in workers] == ["At work; ctrl+c ends it.\n"] * 2
    until_late(say, ticket)
    said = [end(worker, number) for worker in workers]
    assert [err for _out, err in said] == ["", ""]
    done = "".join(out for out, _err in said).splitlines()
    assert len(done) == len(kinds(say, ticket)) - 1
    assert all(f"#{ticket}  " in thing for thing in done)
    assert sum("is late: first response" in thing for thing in done) == 1
    assert say.done("doctor").out == "Everything is as it should be.\n"


def test_it_says_nothing_where_nobody_looks_on(say: CommandLine, start: Start) -> None:
    ticket = forget(say)
    worker = start()
    until_late(say, ticket)
    assert end(worker) == ("", "")


def test_scripts_get_each_event(say: CommandLine, start: Start) -> None:
    ticket = forget(say)
    worker = start("--json")
    assert f'"number": {ticket}' in line(worker.stdout)
    assert end(worker)[1] == ""


def test_it_tells_a_terminal_what_it_does_and_ctrl_c_ends_it(say: CommandLine) -> None:
    ticket = forget(say)
    with Terminal(command(say.file)) as terminal:
        terminal.until(lambda text: f"#{ticket}" in text and "is late" in text)
        terminal.press("ctrl+c")
        assert terminal.ended() == 0


def test_what_waits_is_handed_out(say: CommandLine, start: Start) -> None:
    say.done("team", "set", "after-sales", "--by-hand")
    number = say.ticket(team="after-sales")
    say.done("team", "set", "after-sales", "--automatic")
    worker = start("--verbose")
    line(worker.stdout)
    assert f"#{number}  assigned to Alice" in line(worker.stdout)
    end(worker)
    assert say.done("ticket", "show", number, "--json").object["owner"] == "alice"


def test_a_locked_desk_is_told_of_and_outlasted(say: CommandLine, start: Start) -> None:
    ticket = forget(say)
    worker = start("--verbose")
    with locked(say.file):
        line(worker.stdout)
        complaint = line(worker.stderr)
        assert complaint.startswith("tuiticket: The desk has been busy for ")
        assert "Traceback" not in complaint
        assert kinds(say, ticket) == ["ticket.opened"]
    assert f"#{ticket}  " in line(worker.stdout)
    assert "Traceback" not in end(worker)[1]


def test_a_locked_desk_does_not_keep_it_from_ending(say: CommandLine, start: Start) -> None:
    forget(say)
    with locked(say.file):
        worker = start("--verbose")
        line(worker.stdout)
        # It would complain before long; that it did not shows that it did not wait for the lock.
        assert end(worker) == ("", "")


def test_a_reader_that_left_ends_it(say: CommandLine) -> None:
    forget(say)
    reader, writer = os.pipe()
    os.close(reader)
    worker = subprocess.run(
        command(say.file, "--json"),
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(writer)
    assert (worker.returncode, worker.stderr) == (1, b"")


def test_a_missing_desk_is_told_and_not_waited_for(say: CommandLine, tmp_path: Path) -> None:
    say.file = tmp_path / "missing.db"
    assert "tuiticket init" in say.refused("work")
