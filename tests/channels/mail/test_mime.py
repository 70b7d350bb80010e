"""The structure of mails: read whatever it is, inner mails kept whole, nothing unbounded."""

from __future__ import annotations

import pytest

from tuiticket.channels.mail.mime import MAX_HEADERS, MAX_NESTING, MAX_PARTS, read, read_headers

INNER = b"From: x@example.cn\r\nMessage-ID: <inner@x>\r\n\r\nlost \xc4\xe3\r\n"


def test_parts_and_their_contents() -> None:
    root = read(
        b'Content-Type: multipart/mixed; boundary="a b"\r\n\r\npreamble\r\n--a b\r\n\r\none\r\n'
        b"--a b\r\nContent-Type: IMAGE/PNG\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n"
        b"--a b--"
    )
    assert [(part.get_content_type(), part.content) for part in root.parts] == [
        ("text/plain", b"one"),
        ("image/png", b"\x00\x01\x02"),
    ]


def test_raw_bytes_stay_as_they_are() -> None:
    root = read(b"Subject: \xcd\xcb\xbb\xf5\r\n\r\nbody \xcd\xcb\x00\r\n")
    assert root.content == b"body \xcd\xcb\x00\r\n"
    assert root.text("Subject", 50, "gbk") == "退货"


def test_a_mail_inside_a_mail_keeps_its_bytes() -> None:
    root = read(b"Content-Type: message/rfc822\r\n\r\n" + INNER)
    assert not root.is_multipart()
    assert root.content == INNER
    assert read_headers(root.content).raw("Message-ID") == "<inner@x>"


@pytest.mark.parametrize(
    "above",
    [
        b"From li@example.cn Fri Nov 20 15:04:05 2026\n",
        b"\r\n\r\n",
        b"\xef\xbb\xbf",
        b"From a Fri Nov 20 15:04:05 2026\n>From b Fri Nov 20 15:04:05 2026\n",
    ],
)
def test_what_boxes_and_editors_put_above_is_passed_over(above: bytes) -> None:
    assert read(above + b"Subject: hi\n\nbody").raw("Subject") == "hi"


@pytest.mark.parametrize(
    "kind",
    [
        b"text",
        b"/",
        b"text/plain/extra",
        b"",
        b"text/\xcd\xcb",
        b"multipart/mixed",
        b'multipart/mixed; boundary=""',
        b"multipart/mixed; boundary*0*=x; boundary*=y; boundary*00000000000000000009=z",
    ],
)
def test_a_type_that_makes_no_sense_is_read_as_text(kind: bytes) -> None:
    root = read(b"Content-Type: " + kind + b"\r\n\r\nwords")
    assert root.content == b"words"


def test_what_comes_in_masses_is_bounded() -> None:
    headers = read(b"X-Y: z\n" * (MAX_HEADERS + 10) + b"\nwords")
    assert len(headers) == MAX_HEADERS
    parts = read(
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * (MAX_PARTS + 10)
    )
    assert len(parts.parts) == MAX_PARTS
    assert "TooManyPartsDefect" in {type(defect).__name__ for defect in parts.defects}


@pytest.mark.parametrize("kind", ["mixed", "digest", "alternative"])
def test_deep_nesting_becomes_text(kind: str) -> None:
    opened = "".join(
        f"Content-Type: multipart/{kind}; boundary=b{depth}\n\n--b{depth}\n"
        for depth in range(2000)
    )
    everything = list(read(opened.encode() + b"\nthe words").everything())
    assert len(everything) <= MAX_NESTING + 2
    assert b"the words" in everything[-1].content


@pytest.mark.parametrize("kind", [b"message/rfc822", b"message/delivery-status"])
def test_reports_and_mails_inside_one_another_end(kind: bytes) -> None:
    root = read((b"Content-Type: " + kind + b"\n\n") * 3_000 + b"x")
    assert len(list(root.everything())) < 10_000
