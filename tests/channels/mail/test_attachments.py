"""Files that come with a mail: named safely, limited, none left out in silence."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.sample_programs import word
from tuiticket.channels.mail.attachments import MAX_BYTES, MAX_FILES, TOO_LARGE, TOO_MANY
from tuiticket.channels.mail.message import Attachment
from tuiticket.channels.mail.parse import parse
from tuiticket.engine.rules.file_names import safe_file_name


def attached(*parts: bytes) -> tuple[Attachment, ...]:
    """The attachments of a mail with a text and these parts."""
    opened = b"From: li@example.cn\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n"
    joined = b"".join(b"--q\r\n" + part + b"\r\n" for part in (b"\r\nsee below", *parts))
    mail = parse(opened + joined + b"--q--\r\n")
    assert mail.text.startswith("see below")
    return mail.attachments


def file(name: bytes, data: bytes, kind: bytes = b"application/pdf") -> bytes:
    """One attached file."""
    return (
        (b"Content-Type: " + kind + b"\r\nContent-Disposition: attachment; filename=" + name)
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(data)
    )


def test_a_file() -> None:
    name = b'"' + word("发票 10482.pdf", "gb2312") + b'"'
    assert attached(file(name, b"%PDF")) == (
        Attachment("发票 10482.pdf", "application/pdf", 4, b"%PDF"),
    )


def test_an_image_shown_in_the_text() -> None:
    part = b"Content-Type: image/png; name=a.png\r\nContent-ID: <img1@x>\r\n\r\npixels"
    (found,) = attached(part)
    assert (found.name, found.content_id, found.inline) == ("a.png", "img1@x", True)


def test_a_text_that_is_attached_is_no_text() -> None:
    (found,) = attached(b"Content-Disposition: attachment; filename=a.txt\r\n\r\nnot said")
    assert found.name == "a.txt"


def test_a_mail_in_a_mail_is_named_by_its_subject() -> None:
    (found,) = attached(b"Content-Type: message/rfc822\r\n\r\nSubject: Lost/found\r\n\r\nhi")
    assert (found.name, found.type) == ("found.eml", "message/rfc822")
    assert found.content.startswith(b"Subject: Lost/found")


def test_a_file_without_a_name_gets_one() -> None:
    assert attached(b"Content-Type: image/jpeg\r\n\r\nx")[0].name == "attachment-1.jpg"
    assert attached(b"Content-Type: x-odd/odd\r\n\r\nx")[0].name == "attachment-1"


def test_what_programs_leave_behind_empty_is_nothing() -> None:
    assert attached(b"Content-Type: application/octet-stream\r\n\r\n \r\n") == ()


def test_a_large_file_is_listed_without_its_content() -> None:
    (found,) = attached(file(b"big.bin", bytes(MAX_BYTES + 1)))
    assert (found.size, found.content, found.skipped) == (MAX_BYTES + 1, b"", TOO_LARGE)


def test_too_many_files_are_listed_without_their_content() -> None:
    found = attached(*(file(b"%d.bin" % number, b"x") for number in range(MAX_FILES + 2)))
    assert [one.skipped for one in found] == [""] * MAX_FILES + [TOO_MANY] * 2


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\li\photo.jpg", "photo.jpg"),
        ("..", ""),
        (".bashrc", "bashrc"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("发票.pdf", "发票.pdf"),
    ],
)
def test_names_are_safe(hostile: str, safe: str) -> None:
    assert safe_file_name(hostile) == safe


@given(st.text(max_size=300))
def test_no_name_leaves_its_folder(name: str) -> None:
    safe = safe_file_name(name)
    assert not set(safe) & set('/\\<>:"|?*\x00')
    assert not safe.startswith(".")
