"""`tuiticket ticket attachment`: files listed and saved, none written over."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

PICTURE = b"\x89PNG \x00\xff"


@pytest.fixture(name="number")
def _number(say: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A ticket by mail with three files; where we are is an empty folder."""
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "wang@example.cn", "灯", "<1@example.cn>"
    mail.set_content("See the picture")
    for name in ("灯.png", "../../outside.png"):
        mail.add_attachment(PICTURE, maintype="image", subtype="png", filename=name)
    mail.add_attachment(b"x" * 10_485_761, maintype="video", subtype="mp4", filename="long.mp4")
    box = tmp_path / "box"
    box.write_bytes(b"From x\n" + bytes(mail))
    say.done("mail", "import", box)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (ticket,) = say.done("ticket", "list", "--json").objects
    return int(ticket["number"])


def test_files_are_listed(say: CommandLine, number: int) -> None:
    files = say.done("ticket", "attachment", number, "--json").objects
    assert [(file["id"], file["name"], file["size"]) for file in files] == [
        (1, "灯.png", len(PICTURE)),
        (2, "outside.png", len(PICTURE)),
        (3, "long.mp4", 10_485_761),
    ]
    page = say.done("ticket", "attachment", number).out
    assert "灯.png" in page
    assert "larger than 10 MiB" in page


def test_a_file_is_saved_and_none_written_over(say: CommandLine, number: int) -> None:
    saved = [say.done("ticket", "attachment", number, 1, "--json").object["path"] for _ in "123"]
    assert saved == ["灯.png", "灯 (2).png", "灯 (3).png"]
    assert [Path(name).read_bytes() for name in saved] == [PICTURE] * 3
    Path("mine.png").write_bytes(b"mine")
    assert "is there already" in say.refused(
        "ticket", "attachment", number, 1, "--output", "mine.png", code=1
    )
    assert Path("mine.png").read_bytes() == b"mine"


def test_a_link_is_not_followed(say: CommandLine, number: int, tmp_path: Path) -> None:
    Path("灯.png").symlink_to(tmp_path / "elsewhere")
    assert say.done("ticket", "attachment", number, 1, "--json").object["path"] == "灯 (2).png"
    assert not (tmp_path / "elsewhere").exists()


def test_it_goes_where_it_is_told(say: CommandLine, number: int, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    say.done("ticket", "attachment", number, 2, "--output", folder)
    assert [path.name for path in folder.iterdir()] == ["outside.png"]
    say.done("ticket", "attachment", number, 2, "--output", tmp_path / "own.png")
    assert (tmp_path / "own.png").read_bytes() == PICTURE


def test_what_there_is_not_is_refused_in_words(say: CommandLine, number: int) -> None:
    assert "larger than 10 MiB" in say.refused("ticket", "attachment", number, 3, code=1)
    assert "no file 9" in say.refused("ticket", "attachment", number, 9)
    assert "no ticket 7" in say.refused("ticket", "attachment", 7)
    assert "No file was named" in say.refused("ticket", "attachment", number, "--output", "x")
    other = say.ticket()
    assert f"Ticket {other} has no file 1" in say.refused("ticket", "attachment", other, 1)
    assert list(Path().iterdir()) == []
