"""Reports that a mail of ours did not arrive."""

from __future__ import annotations

import pytest

from tuiticket.channels.mail.message import Bounce
from tuiticket.channels.mail.parse import parse

OURS = b"From: service@qimu.example\r\nMessage-ID: <17.ab@qimu.example>\r\nSubject: x\r\n\r\nhi\r\n"


def report(action: bytes, status: bytes, *, returned: bytes = b"message/rfc822") -> bytes:
    """A delivery status notification as Postfix writes them."""
    return (
        b"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\r\n"
        b"Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=a\r\n\r\n"
        b"--a\r\n\r\nI am sorry.\r\n--a\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; li@example.cn\r\n"
        b"Action: " + action + b"\r\nStatus: " + status + b"\r\n\r\n--a\r\n"
        b"Content-Type: " + returned + b"\r\n\r\n" + OURS + b"\r\n--a--\r\n"
    )


def test_a_permanent_failure() -> None:
    mail = parse(report(b"failed", b"5.1.1"))
    assert mail.bounce == Bounce(("li@example.cn",), True, "5.1.1", "<17.ab@qimu.example>")
    assert mail.automatic is not None
    assert mail.text == "I am sorry."


@pytest.mark.parametrize(
    ("action", "status", "permanent"),
    [
        (b"Failed", b"5.2.2", True),
        (b"failed", b"4.4.7", False),
        (b"delayed", b"4.4.1", False),
        (b"failed", b"", True),
    ],
)
def test_only_what_will_never_arrive_is_permanent(
    action: bytes, status: bytes, permanent: bool
) -> None:
    found = parse(report(action, status)).bounce
    assert found is not None
    assert found.permanent is permanent
    assert found.recipients == ("li@example.cn",)


@pytest.mark.parametrize("action", [b"delivered", b"relayed", b"expanded"])
def test_news_of_arrival_is_no_bounce(action: bytes) -> None:
    mail = parse(report(action, b"2.0.0"))
    assert mail.bounce is None
    assert mail.automatic is not None


def test_returned_headers_are_enough() -> None:
    found = parse(report(b"failed", b"5.1.1", returned=b"text/rfc822-headers")).bounce
    assert found is not None
    assert found.message_id == "<17.ab@qimu.example>"


@pytest.mark.parametrize(
    "header",
    [
        b"Return-Path: <>",
        b"Return-Path:",
        b"From: mailer-daemon@mx.example",
        b"From: Postmaster@mx.example",
        b"From: MAILER-DAEMON (Mail Delivery System)",
        b"X-Failed-Recipients: li@example.cn",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=a",
    ],
)
def test_any_one_sign_is_enough(header: bytes) -> None:
    assert parse(header + b"\r\nSubject: returned\r\n\r\nsorry").bounce is not None


def test_exim_names_the_failed() -> None:
    found = parse(b"X-Failed-Recipients: li@example.cn, w@example.cn\n\n5.1.1 unknown").bounce
    assert found == Bounce(("li@example.cn", "w@example.cn"), True, "5.1.1", "")


def test_a_report_in_words() -> None:
    text = (
        b"From: MAILER-DAEMON@mx.example\n\nHi. This is the qmail-send program.\n\n"
        b"<li@example.cn>:\n192.0.2.7 does not like recipient.\n"
        b"Remote host said: 550 5.1.1 no such user\n\n--- Below is a copy of the message.\n\n"
        b"Message-ID: <17.ab@qimu.example>\n"
    )
    found = parse(text).bounce
    assert found == Bounce(("li@example.cn",), True, "5.1.1", "<17.ab@qimu.example>")


def test_a_customer_is_no_bounce() -> None:
    assert parse(b"From: li@example.cn\n\n550 yuan for a lamp?").bounce is None
