"""`tuiticket wave list`: what came suddenly, in words and for scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.desks import Shop
from tests.engine.commands.test_waves import lived_in, strike


def test_waves_are_listed_with_the_filter_for_their_tickets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = lived_in(tmp_path / "desk.db")
    say = CommandLine(file, capsys, monkeypatch)
    quiet = say("wave", "list")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "No wave goes on.\n")
    shop = Shop(file)
    numbers = strike(shop, 7)
    shop.clock.advance(hours=7)
    say.done("wave", "list")
    wave = say.done("wave", "list", "--json").object
    assert (wave["kind"], wave["tickets"], wave["over_at"]) == ("word", 7, None)
    assert wave["expected"] < 1
    listed = say.done("ticket", "list", wave["query"], "--json").objects
    assert sorted(each["number"] for each in listed) == numbers
    assert say.done("ticket", "show", numbers[0], "--json").object["wave"] == wave["number"]
    assert "7 tickets, usual 0." in say.done("wave", "list").out
    said = say.done("wave", "show", 1).out.splitlines()
    assert len(said) == 8
    assert said[1].startswith(f"  #{numbers[-1]} Parcel stuck (solved · ")
    assert "no wave 9" in say.refused("wave", "show", 9)
    shop.desk.tick()
    shop.close()
    assert say("wave", "list").out == ""
    assert say.done("wave", "list", "--all", "--json").object["over_at"] is not None
