"""Mail that machines wrote is known by its headers."""

from __future__ import annotations

import pytest

from tuiticket.channels.mail.automatic import automatic
from tuiticket.channels.mail.mime import read

PERSON = b"From: Li <li@example.cn>\r\nSubject: Where is my lamp?\r\n"


def reason(*headers: bytes) -> str | None:
    """Why a mail with these headers is a machine's."""
    sign = automatic(read(b"\r\n".join(headers) + b"\r\n" + PERSON + b"\r\nhi"))
    return sign.reason if sign else None


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "auto-submitted: AUTO-GENERATED (vacation)",
        "Auto-Submitted: auto-notified; owner-email=x",
        "Precedence: bulk",
        "Precedence: Junk",
        "Precedence: list",
        "Precedence: auto_reply",
        "Precedence: auto-reply",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: OOF, AutoReply",
        "X-Auto-Response-Suppress: DR, RN",
        "X-Autoreply: yes",
        "X-Autorespond: anything",
        "X-Autoresponder: 1",
        "X-Loop: service@example.com",
        "X-No-Loop: true",
        "List-Id: <shops.example.org>",
        "List-Unsubscribe: <https://example.org/u>",
        "X-Failed-Recipients: li@example.cn",
        "Return-Path: <>",
        "Content-Type: multipart/report; boundary=a",
        "From: postmaster@example.net",
        "From: MAILER-DAEMON",
        "Subject: 自动回复：您好",
        "Subject: Automatic reply: order 10482",
        "Subject: Abwesenheitsnotiz: Urlaub",
    ],
)
def test_a_machine_is_told_by(header: str) -> None:
    name, _, value = header.partition(": ")
    said = reason(header.encode())
    assert said is not None
    assert said.lower() == f"{name}: {value}".lower()


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "Auto-Submitted: NO (really)",
        "Precedence: first-class",
        "X-Auto-Response-Suppress: RN, NRN",
        "X-Autoreply: no",
        "Return-Path: <li@example.cn>",
        "Subject: 你们的自动回复：没有收到",
        "Subject: Out of office chairs?",
        "From: Postmaster Paul <paul@example.com>",
        "X-Mailer: Foxmail",
    ],
)
def test_a_person_is_left_a_person(header: str) -> None:
    assert reason(header.encode()) is None


def test_the_reason_controls_nothing() -> None:
    assert reason(b"X-Loop: \x1b[2Jx\x07") == "X-Loop: x"
