"""Which mail is which: ids, and hashes that survive a journey."""

from __future__ import annotations

import base64

import pytest

from tuiticket.channels.mail.identity import (
    MAX_ID,
    MAX_REFERENCES,
    body_hash,
    derived_id,
    ids,
    message_id,
)
from tuiticket.channels.mail.mime import read


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("<a@x>", ("<a@x>",)),
        ("<a@x> <b@x>", ("<a@x>", "<b@x>")),
        ("<a@x><b@x>", ("<a@x>", "<b@x>")),
        ("<a@x> <a@x>", ("<a@x>",)),
        ("<a b@x>", ("<ab@x>",)),
        ("a@x", ("<a@x>",)),
        ("Your message of Friday <a@x>", ("<a@x>",)),
        ("<no-at-sign>", ("<no-at-sign>",)),
        ("<\x1b[2Ja@x>", ("<a@x>",)),
        ("<>", ()),
        ("", ()),
        (f"<{'a' * MAX_ID}@x>", ()),
    ],
    ids=range(12),
)
def test_ids_in_a_header(value: str, found: tuple[str, ...]) -> None:
    assert ids([value]) == found


def test_of_a_long_thread_the_newest_ids_stay() -> None:
    known = ids([" ".join(f"<{number}@x>" for number in range(MAX_REFERENCES + 50))])
    assert len(known) == MAX_REFERENCES
    assert known[-1] == f"<{MAX_REFERENCES + 49}@x>"


def test_the_first_good_id_counts() -> None:
    assert message_id(read(b"Message-ID: <>\nMessage-ID: <a@x>\n\nhi")) == "<a@x>"
    assert message_id(read(b"Subject: x\n\nhi")) == ""


MAIL = b"From: li@example.cn\nSubject: x\nDate: Fri, 20 Nov 2026 15:04:05 +0800\n"


def test_the_hash_survives_a_journey() -> None:
    plain = MAIL + b"\nrefund, please \nthanks\n"
    coded = (
        b"Received: from a by b\nStatus: RO\n"
        + MAIL.replace(b"\n", b"\r\n")
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(b"refund, please\r\nthanks\r\n\r\n")
    )
    assert body_hash(read(plain)) == body_hash(read(coded))
    assert body_hash(read(plain)) != body_hash(read(plain + b"and quickly"))


def test_ends_of_lines_in_a_mail_inside_do_not_matter() -> None:
    inner = MAIL + b"Content-Type: message/rfc822\n\nSubject: y\n\nhi\n"
    assert body_hash(read(inner)) == body_hash(read(inner.replace(b"\n", b"\r\n")))


def test_the_hash_covers_attachments() -> None:
    def mail(data: bytes) -> bytes:
        opened = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nhi\n--a\n"
        return opened + b"Content-Type: image/png\n\n" + data + b"\n--a--\n"

    assert body_hash(read(mail(b"one"))) != body_hash(read(mail(b"two")))


def test_an_id_is_made_of_what_does_not_change() -> None:
    one, again = (
        read(MAIL + b"\nhi"),
        read(b"Received: from a by b\nX-Status: A\n" + MAIL + b"\nhi"),
    )
    other = read(MAIL.replace(b"15:04", b"15:05") + b"\nhi")
    made = derived_id(one, body_hash(one))
    assert made == derived_id(again, body_hash(again))
    assert made != derived_id(other, body_hash(other))
    assert made.endswith("@derived.invalid>")
