"""`tuiticket config check`, `plan`, `apply` and `export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

SHIFT = """
[calendars.early]
country = "CN"
years = [2026]
business_hours.mon = [["06:00", "14:00"]]

[people.alice]
calendar = "early"
skills = { refund = 2 }
capacity = 7
"""


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / "shop.toml"
    file.write_text(SHIFT, encoding="utf-8")
    return file


def test_a_file_is_planned_applied_and_then_nothing_is_left_to_do(
    say: CommandLine, file: Path
) -> None:
    calendar, alice, *others = say.done("config", "plan", file, "--json").objects
    assert (calendar["section"], calendar["key"], calendar["how"]) == (
        "calendars",
        "early",
        "added",
    )
    assert "2026-02-14" in calendar["fields"]["public_workdays"][1]
    assert alice["fields"] == {
        "capacity": [3, 7],
        "skills": [None, {"refund": 2}],
        "calendar": [None, "early"],
    }
    assert {other["how"] for other in others} == {"stays"}
    assert say.done("agent", "list", "--json").objects[0]["capacity"] == 3

    said = say.done("config", "apply", file).out
    assert "~ people.alice: changed\n    capacity: 3 → 7\n" in said
    assert 'business_hours.mon: [["06:00", "14:00"]]\n' in said
    assert "skills.refund: 2\n" in said
    assert "public_holidays: [" in said
    assert said.endswith("Done: 2 entries.\n")
    assert say.done("agent", "list", "--json").objects[0]["capacity"] == 7
    assert say.done("config", "apply", file).out.endswith("Nothing to do.\n")
    assert say.done("doctor").code == 0


def test_check_looks_at_nothing_but_the_file(say: CommandLine, file: Path, tmp_path: Path) -> None:
    say.file = tmp_path / "none.db"
    sections = say.done("config", "check", file, "--json").object["sections"]
    assert sections == {"calendars": 1, "people": 1}
    assert "calendars: 1" in say.done("config", "check", "-", stdin=SHIFT).out


def test_every_fault_is_one_line(say: CommandLine, file: Path) -> None:
    file.write_text(SHIFT.replace("06:00", "6").replace("refund", "Refund"), encoding="utf-8")
    answer = say("config", "apply", file)
    assert (answer.code, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first.startswith(f"tuiticket: {file}, line 5, calendars.early.business_hours.mon.1: ")
    assert second.startswith(f"tuiticket: {file}, line 9, people.alice.skills.Refund: ")
    answer = say("config", "check", file, "--json")
    assert [(one["line"], one["field"]) for one in answer.objects] == [
        (5, "calendars.early.business_hours.mon.1"),
        (9, "people.alice.skills.Refund"),
    ]


def test_far_too_many_faults_are_counted(say: CommandLine) -> None:
    answer = say(
        "config", "check", "-", stdin="[teams]\n" + "".join(f"a{n} = 1\n" for n in range(500))
    )
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 101
    assert answer.err.endswith("400 more faults.\n")


@pytest.mark.parametrize("raw", [b"a = ", b"\xff\xfe", b"a = " + b"[" * 99_999, b"#" * 2_000_000])
def test_what_is_no_toml_is_refused_in_a_line(say: CommandLine, file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    assert str(file) in say.refused("config", "check", file)


def test_a_file_that_is_not_there(say: CommandLine, file: Path) -> None:
    assert "No such file" in say.refused("config", "plan", file.with_name("other.toml"))


def test_an_export_changes_nothing_and_overwrites_nothing(say: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "export.toml"
    say.done("config", "export", file)
    assert say.done("config", "plan", file, "--prune").out == "Nothing to do.\n"
    assert say.done("config", "plan", file, "--json").out == ""
    assert "already" in say.refused("config", "export", file)
    assert say.done("config", "export").out == file.read_text("utf-8")


def test_open_tickets_follow_changed_policies_only_where_that_is_said(
    say: CommandLine, file: Path
) -> None:
    number = say.ticket()
    file.write_text("[[policies]]\nname = 'All'\nresolution = '2h'\n", encoding="utf-8")

    def target() -> int:
        clocks = say.done("ticket", "show", number, "--json").object["clocks"]
        found = next(clock["target_seconds"] for clock in clocks if clock["kind"] == "resolution")
        assert isinstance(found, int)
        return found

    say.done("config", "apply", file)
    assert target() == 24 * 3600
    say.done("config", "apply", file, "--apply-to-open")
    assert target() == 2 * 3600
    assert say.done("doctor").code == 0


def test_only_an_administrator_sets_the_desk_up(say: CommandLine, file: Path) -> None:
    assert "alice may not" in say.refused("config", "apply", file, code=1, login="alice")
