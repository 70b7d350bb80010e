"""`tuiticket redo`: doing again what was taken back."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_what_was_undone_is_done_again(say: CommandLine) -> None:
    numbers = [say.ticket(), say.ticket()]
    say.done("ticket", "take", *numbers)
    say.done("undo")
    assert [one["owner"] for one in say.done("redo", "--json").objects] == ["ada", "ada"]
    assert "nothing of yours to redo" in say.refused("redo", code=1)
    assert "did again: taking" in say.done("log", "show", numbers[0]).out
