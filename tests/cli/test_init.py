"""`tuiticket init`, and who acts where nobody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.cli import main
from tuiticket.cli.setting_up import machine_zone


@pytest.fixture
def bare(say: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line that names a file not there yet."""
    say.file = tmp_path / "new.db"
    return say


def test_a_new_desk_is_a_helpdesk_from_its_first_minute(bare: CommandLine) -> None:
    made = bare.done(
        "init", "--name", "栖木家居", "--zone", "Asia/Shanghai", "--login", "alice", "--json"
    ).object
    assert made == {
        "database": str(bare.file), "name": "栖木家居", "zone": "Asia/Shanghai", "login": "alice",
    }  # fmt: skip
    bare.login = "alice"
    (admin,) = bare.done("agent", "list", "--json").objects
    assert (admin["login"], admin["role"], admin["teams"]) == ("alice", "admin", ["support"])
    line = bare.done("call", "13800138000", "灯不亮", "--json").object
    assert (line["team"], line["owner"], line["state"]) == ("support", None, "new")
    assert bare.done("doctor").code == 0


def test_a_desk_is_set_up_once(bare: CommandLine) -> None:
    bare.done("init", "--login", "alice")
    assert "set up already" in bare.refused("init", "--login", "alice", code=1)


@pytest.mark.parametrize("words", [["--login", "No Login"], ["--zone", "Mars/Olympus"]])
def test_a_wrong_word_makes_no_desk(bare: CommandLine, words: list[str]) -> None:
    bare.refused("init", *words)
    assert not bare.file.exists()
    bare.done("init", "--login", "alice")


def test_the_machines_time_zone_is_taken(
    bare: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    assert machine_zone() == "Europe/Paris"
    assert bare.done("init", "--login", "ada", "--json").object["zone"] == "Europe/Paris"
    monkeypatch.setenv("TZ", ":Mars/Olympus")
    assert machine_zone() != "Mars/Olympus"


def test_bare_phone_numbers_are_those_of_the_shops_country(bare: CommandLine) -> None:
    bare.done("init", "--login", "ada", "--zone", "Europe/Paris")
    number = bare.done("call", "01 99 00 12 34", "x", "--json").object["number"]
    known = bare.done("ticket", "show", number, "--json").object
    assert known["customer_details"]["contacts"][0]["value"] == "+33199001234"


def test_the_login_of_the_machine_acts_or_the_only_account(
    bare: CommandLine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def acts() -> str:
        capsys.readouterr()
        if main(["--db", str(bare.file), "call", "13800138000", "x"]) != 0:
            return capsys.readouterr().err
        assert main(["--db", str(bare.file), "--json", "log", "show"]) == 0
        capsys.readouterr()
        return str(bare.done("log", "show", "--json", login="alice").objects[-1]["actor"])

    monkeypatch.setenv("LOGNAME", "root-of-the-machine")
    bare.done("init", "--login", "alice")
    assert acts() == "alice"
    bare.done("agent", "add", "bo", login="alice")
    assert "This desk has no account for you, root-of-the-machine." in acts()
    monkeypatch.setenv("LOGNAME", "bo")
    assert acts() == "bo"
    monkeypatch.setenv("TUITICKET_LOGIN", "alice")
    assert acts() == "alice"


def test_a_desk_of_a_trade_has_its_teams_and_promises(bare: CommandLine) -> None:
    bare.done("init", "--login", "ada", "--zone", "Asia/Shanghai", "--template", "electronics")
    (ada,) = bare.done("agent", "list", "--json").objects
    assert ada["teams"] == ["pre-sales", "after-sales", "logistics", "repair"]
    line = bare.done("call", "13800138000", "手机不开机", "--kind", "repair", "--json").object
    assert line["team"] == "repair"
    assert bare.done("doctor").code == 0


def test_a_trade_there_is_not_makes_no_desk(bare: CommandLine) -> None:
    said = bare.refused("init", "--login", "ada", "--template", "electronic")
    assert "Did you mean “electronics”?" in said
    assert not bare.file.exists()
