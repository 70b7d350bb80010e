"""`tuiticket sla due` and `elapsed`: one clock by options, or many as JSON lines."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.desks import Shop
from tuiticket.cli import main

OFFICE = """
timezone = "Asia/Shanghai"
holidays = ["10-01"]
workdays = [2026-10-10]
[business_hours]
mon = [["09:00", "12:00"], ["13:00", "18:00"]]
tue = [["09:00", "12:00"], ["13:00", "18:00"]]
[special_hours]
2026-11-11 = [["00:00", "24:00"]]
"""


@pytest.fixture(name="office")
def _office(tmp_path: Path) -> str:
    """A calendar in a file."""
    file = tmp_path / "office.toml"
    file.write_text(OFFICE, encoding="utf-8")
    return str(file)


def test_a_due_is_told_in_the_time_of_the_calendar(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--calendar", office, "--start", "2026-03-02T11:00", "--target", "1h30m"]
    assert main(["sla", "due", *options]) == 0
    assert capsys.readouterr().out == "2026-03-02T13:30:00+08:00\n"
    assert main(["sla", "due", *options, "--pause", "2026-03-02T11:30.."]) == 0
    assert capsys.readouterr().out == "paused\n"


def test_elapsed_leaves_pauses_and_closed_hours_out(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pause = "2026-03-02T11:30..2026-03-02T14:00"
    options = ["--calendar", office, "--start", "2026-03-02T11:00", "--pause", pause]
    assert main(["sla", "elapsed", *options, "--stop", "2026-03-02T15:00", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["elapsed_seconds"] == 5400
    assert main(["sla", "elapsed", *options, "--now", "2026-03-02T15:00"]) == 0
    assert capsys.readouterr().out == "1h 30m\n"


def test_without_a_calendar_all_time_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sla", "due", "--start", "2026-03-01T23:00:00Z", "--target", "2d"]) == 0
    assert capsys.readouterr().out == "2026-03-03T23:00:00+00:00\n"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ([], "--start"),
        (["--start", "soon"], "--start"),
        (["--start", "2026-03-02", "--target", "long"], "long"),
        (["--start", "2026-03-02", "--pause", "2026-03-03"], "2026-03-03"),
        (["--start", "2026-03-02", "--pause", "x..y"], "--pause"),
        (["--start", "2026-03-02", "--calendar", "/dev/null/none"], "none"),
    ],
)
def test_what_is_wrong_is_named(
    options: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sla", "elapsed", *options]) != 0
    said = capsys.readouterr()
    assert said.out == ""
    assert named in said.err


def test_a_file_that_is_no_calendar_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text("timezone = ", encoding="utf-8")
    options = ["--calendar", str(file), "--start", "2026-03-02", "--target", "1h"]
    assert main(["sla", "due", *options]) == 2
    assert "wrong.toml" in capsys.readouterr().err


LINES = [
    {
        "id": "lunch",
        "timezone": "Asia/Shanghai",
        "business_hours": {"mon": [["09:00", "12:00"], ["13:00", "24:00"]], "tue": []},
        "holidays": ["10-01", "2026-02-17"],
        "workdays": ["2026-02-14"],
        "start": "2026-03-02T11:00:00+08:00",
        "target_seconds": 3600,
        "events": [],
    },
    {"id": 2, "timezone": "Nowhere"},
    {
        "id": 3,
        "timezone": "UTC",
        "business_hours": {"mon": [["09:00", "12:00"]]},
        "start": "2026-03-02T11:00:00Z",
        "target_seconds": 600,
        "events": [{"type": "pause", "at": "2026-03-02T11:05:00Z"}],
    },
    {
        "id": 4,
        "country": "CN",
        "business_hours": {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu")},
        "start": "2025-10-01T00:00:00Z",
        "target_seconds": 60,
    },
]


@pytest.mark.parametrize("verb", ["due", "elapsed"])
def test_lines_are_answered_one_by_one_and_a_wrong_one_does_not_stop_the_rest(
    verb: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = "\n".join([*map(json.dumps, LINES), "", "no json"])
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    assert main(["sla", verb, "--batch"]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["lunch", 2, 3, 4, None]
    assert answers[0] == {
        "id": "lunch",
        "due_at": "2026-03-02T04:00:00Z",
        "breach_at": "2026-03-02T05:00:00Z",
        "elapsed_seconds": 0,
    }
    assert "Nowhere" in answers[1]["error"]
    assert answers[2] == {"id": 3, "due_at": None, "breach_at": None, "elapsed_seconds": 300}
    assert answers[3]["due_at"] == "2025-10-09T00:01:00Z", "after the long holiday"
    assert "error" in answers[4]


def test_a_tickets_clocks_and_owner_are_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Shop(tmp_path / "desk.db").furnish()
    number = shop.open(team="after-sales")
    shop.close()
    assert main(["--db", str(shop.file), "sla", "explain", str(number)]) == 0
    said = capsys.readouterr().out
    assert "resolution: -" in said
    assert "policy “Normal”: 24h, round the clock" in said
    assert "assigned to Alice" in said
    assert main(["--db", str(shop.file), "sla", "explain", "4711", "--json"]) == 2
