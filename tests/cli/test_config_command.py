"""`tuiticket config`: what holds for the desk, and for a person."""

from __future__ import annotations

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.config import config_file


def test_settings_of_the_desk_are_set_and_shown(say: CommandLine) -> None:
    desk = say.done(
        "config", "set", "--name", "新店", "--zone", "Europe/Paris", "--mail-address",
        "Care@Shop.example", "--route", "enquiry=logistics", "--route", "投诉=logistics", "--json",
    ).object["desk"]  # fmt: skip
    assert (desk["name"], desk["zone"]) == ("新店", "Europe/Paris")
    assert desk["mail_addresses"] == ["care@shop.example"]
    assert desk["kind_teams"] == {"enquiry": "logistics", "complaint": "logistics"}
    assert say.done("config", "show", "--json").object["desk"] == desk
    page = say.done("config", "show").out
    assert "新店" in page
    assert "enquiry → logistics" in page
    assert "Nothing to set was named." in say.refused("config", "set")


def test_own_settings_are_shown_with_their_file(
    say: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text('language = "zh_CN"\nmouse = false\n', encoding="utf-8")
    own = say.done("config", "show", "--json").object["own"]
    assert own["file"] == str(config_file())
    assert (own["database"], own["language"], own["mouse"]) == (str(say.file), "zh_CN", False)
    monkeypatch.setenv("TUITICKET_LANG", "en")
    assert say.done("config", "show", "--json").object["own"]["language"] == "en"


def test_only_an_administrator_sets_the_desk(say: CommandLine) -> None:
    assert "alice may not" in say.refused("config", "set", "--name", "x", code=1, login="alice")
