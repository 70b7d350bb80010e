"""`tuiticket mail`: importing boxes, and showing what a mail is understood as."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests.channels.sample_mails import as_mbox, support_list
from tests.cli.conftest import CommandLine

PARSED_KEYS = {
    "message_id", "from_name", "from_address", "to", "subject", "date", "text",
    "text_without_quote", "attachments", "automatic", "automatic_why", "charset",
}  # fmt: skip
"""The part of the contract that was promised; more may be there."""


def letter(folder: Path, **headers: str) -> Path:
    """A mail in Chinese, in a file."""
    made = EmailMessage()
    made["From"], made["To"] = "王芳 <wang@example.cn>", "care@shop.example"
    made["Subject"], made["Message-ID"] = "退款", "<1@example.cn>"
    made["Date"] = "Mon, 02 Mar 2026 20:00:00 +0800"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content("我要退款\n\n> 您好\n", charset="gb18030")
    made.add_attachment(b"x" * 7, maintype="image", subtype="png", filename="灯.png")
    path = folder / "letter.eml"
    path.write_bytes(bytes(made))
    return path


def test_a_box_is_imported_once(say: CommandLine, tmp_path: Path) -> None:
    raws = [sample.raw for sample in support_list()[:30]]
    box = tmp_path / "box.mbox"
    box.write_bytes(as_mbox([*raws, b"\r\n"]))
    first = say.done("mail", "import", box, "--json").object
    assert first["read"] == first["stored"] + first["quarantined"] == 31
    assert first["known"] == 0
    again = say.done("mail", "import", box, "--json").object
    assert again == {"read": 31, "stored": 0, "known": 31, "quarantined": 0, "opened": 0}
    assert "31 mails read: 0 stored" in say.done("mail", "import", box).out
    listed = say.done("ticket", "list", "channel:mail", "--json").objects
    assert len(listed) == first["opened"]


def test_a_box_may_come_in_on_standard_input(say: CommandLine) -> None:
    box = as_mbox([sample.raw for sample in support_list()[:3]]).decode("ascii")
    assert say.done("mail", "import", "-", "--json", stdin=box).object["stored"] == 3


def test_a_mail_is_shown_as_it_was_understood(say: CommandLine, tmp_path: Path) -> None:
    known = say.done("mail", "parse", letter(tmp_path), "--json").object
    assert known.keys() >= PARSED_KEYS
    wanted = {
        "message_id": "<1@example.cn>",
        "from_name": "王芳",
        "from_address": "wang@example.cn",
        "to": ["care@shop.example"],
        "subject": "退款",
        "date": "2026-03-02T12:00:00Z",
        "automatic": False,
        "charset": "gb18030",
    }
    assert {name: known[name] for name in wanted} == wanted
    assert "我要退款" in known["text_without_quote"]
    (file,) = known["attachments"]
    assert (file["name"], file["type"], file["size"]) == ("灯.png", "image/png", 7)
    page = say.done("mail", "parse", letter(tmp_path)).out
    assert "From: 王芳 <wang@example.cn>" in page
    assert "[file] 灯.png, 7 bytes" in page


def test_several_mails_and_standard_input_give_a_line_each(
    say: CommandLine, tmp_path: Path
) -> None:
    path = letter(tmp_path, Auto_Submitted="auto-replied")
    first, second = say.done(
        "mail", "parse", path, "-", "--json", stdin="From: a@example.com\n\nHello\n"
    ).objects
    assert (first["automatic"], first["automatic_why"]) == (True, "Auto-Submitted: auto-replied")
    assert (second["from_address"], second["text"]) == ("a@example.com", "Hello")


def test_understanding_a_mail_needs_no_desk(say: CommandLine, tmp_path: Path) -> None:
    say.file = tmp_path / "missing.db"
    say.done("mail", "parse", letter(tmp_path))
    assert not say.file.exists()
