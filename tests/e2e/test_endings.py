"""However a console ends, the terminal is left as it was and no word is lost."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.e2e.answering import begin_answer, drafts, half_a_thought
from tests.e2e.conftest import Sit
from tests.e2e.terminal import RESTORED


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_draft_kept(
    sit: Sit, desk_file: Path, number: signal.Signals
) -> None:
    console = half_a_thought(sit("alice"))
    console.signal(number)
    assert console.ended() == 0
    assert RESTORED in console.received
    assert drafts(desk_file) == ["half a thought"]


def test_a_line_that_is_cut_ends_it_with_the_draft_kept(sit: Sit, desk_file: Path) -> None:
    console = half_a_thought(sit("alice"))
    assert console.hang_up() == 0
    assert drafts(desk_file) == ["half a thought"]


def test_the_draft_is_there_at_the_next_sitting(sit: Sit) -> None:
    console = half_a_thought(sit("alice"))
    console.signal(signal.SIGTERM)
    console.ended()
    again = sit("alice")
    begin_answer(again)
    again.until("half a thought")


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
def test_a_key_ends_it(sit: Sit, key: str) -> None:
    console = sit("alice")
    console.until("Subject")
    console.press(key)
    assert console.ended() == 0
    assert RESTORED in console.received


def test_suspended_it_gives_the_terminal_back_and_resumed_it_stands_as_it_was(sit: Sit) -> None:
    console = sit("alice")
    console.until("Subject")
    before = console.settled()
    console.press("ctrl+z")
    console.until(lambda _text: RESTORED in console.received)
    assert console.stopped()
    console.screen.reset()
    console.signal(signal.SIGCONT)
    console.until("Subject")
    titles = next(row for row in before.splitlines() if "Subject" in row)
    assert titles in console.settled()
    console.press("q")
    assert console.ended() == 0
