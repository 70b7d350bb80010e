"""Whole mails understood: a support list, the standard library's own samples, and malice."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.channels.sample_mails import SampleMail, support_list
from tuiticket.channels.mail.message import Mailbox, ParsedMail
from tuiticket.channels.mail.parse import MAX_MAIL, parse
from tuiticket.engine.errors import Unreadable

MAILS = support_list()


def test_the_list_is_long_and_mixed() -> None:
    assert len(MAILS) >= 100
    assert len({mail.program for mail in MAILS}) >= 12
    assert len({mail.thread for mail in MAILS}) >= 25
    assert [mail.raw for mail in support_list()] == [mail.raw for mail in MAILS]


@pytest.mark.parametrize(
    "sample", MAILS, ids=lambda sample: f"{sample.program} {sample.letter.message_id}"
)
def test_every_mail_of_the_list_is_understood(sample: SampleMail) -> None:
    mail, letter = parse(sample.raw), sample.letter
    assert (mail.message_id, mail.derived_id) == (letter.message_id, False)
    assert (mail.from_name, mail.from_address) == (letter.name, letter.address)
    assert mail.to == (Mailbox("", letter.to),)
    assert mail.subject == letter.subject
    assert mail.date == letter.date
    assert mail.references == letter.answers
    assert mail.in_reply_to == letter.answers[-1:]
    assert mail.charset == sample.charset
    assert mail.text_without_quote.removesuffix("发自我的iPhone").strip() == letter.text
    assert bool(mail.quoted) is bool(letter.quote)
    assert letter.quote.split("\n")[-1] in mail.quoted
    assert (mail.automatic, mail.bounce, mail.attachments) == (None, None, ())


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        (b"From: li@example.cn\r\nReply-To: w@example.cn", "w@example.cn"),
        (b"From: li@example.cn\r\nReply-To: ", "li@example.cn"),
        (b"From: li@example.cn\r\nReply-To: Li <@unknown>", "li@example.cn"),
        (b"From: li@example.cn\r\nReply-To: li@unknown", "li@example.cn"),
        (b"From: li@example.cn", "li@example.cn"),
    ],
)
def test_an_answer_goes_where_it_can_arrive(headers: bytes, address: str) -> None:
    assert parse(headers + b"\r\n\r\nhi").reply_to == address


@pytest.mark.parametrize(
    "headers",
    [
        b"From: Li <li@example.cn>",
        b"From: nobody\r\nFrom: Li <li@example.cn>",
        b"Sender: Li <li@example.cn>",
        b"From: \r\nReply-To: Li <li@example.cn>",
        b"Return-Path: <li@example.cn>",
    ],
)
def test_the_sender_is_found(headers: bytes) -> None:
    assert parse(headers + b"\r\n\r\nhi").from_address == "li@example.cn"


def test_a_mail_without_an_id_always_gets_the_same() -> None:
    raw = b"From: li@example.cn\nSubject: x\n\nhi"
    mail = parse(raw)
    assert mail.derived_id
    assert mail.message_id == parse(b"Status: O\n" + raw.replace(b"\n", b"\r\n")).message_id
    assert mail.message_id != parse(raw + b" there").message_id


def test_a_date_in_the_future_counts_as_now() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    mail = parse(b"From: li@example.cn\nDate: Fri, 20 Nov 2099 15:04:05 +0800\n\nhi")
    assert mail.date is not None
    assert mail.at(now) == now
    assert parse(b"From: li@example.cn\n\nhi").at(now) == now
    early = parse(b"From: li@example.cn\nDate: Thu, 19 Nov 2026 08:00:00 +0800\n\nhi")
    assert early.at(now) == datetime(2026, 11, 19, tzinfo=UTC)


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b" \n", b"X-Y: z\n\n"])
def test_what_is_no_mail_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="neither a sender nor anything to read"):
        parse(raw)


def test_a_mail_that_is_too_large_is_refused() -> None:
    with pytest.raises(Unreadable, match="larger than 50 MiB"):
        parse(bytes(MAX_MAIL + 1))


@pytest.mark.parametrize(
    "raw", [b"From: li@example.cn", b"hello", b"Subject: x\n\nhello", b"\xff\xfe"]
)
def test_a_sender_or_a_word_is_enough(raw: bytes) -> None:
    mail = parse(raw)
    assert mail.from_address or mail.text


# --- the samples of Python's own email package ---


def python_samples() -> list[Path]:
    """The mails that CPython tests its own parser with; many systems leave them out."""
    found = find_spec("test")
    places = found.submodule_search_locations if found else None
    return sorted(Path(next(iter(places))).glob("test_email/data/msg_*.txt")) if places else []


NOTHING_IN_IT = {"msg_18.txt"}
"""A sample that is a single header of no meaning."""


@pytest.mark.skipif(not python_samples(), reason="this Python comes without its own tests")
def test_the_samples_of_the_standard_library_are_understood() -> None:
    for path in python_samples():
        raw = path.read_bytes()
        if path.name in NOTHING_IN_IT:
            with pytest.raises(Unreadable):
                parse(raw)
        else:
            assert_clean(parse(raw))


# --- malice ---

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def assert_clean(mail: ParsedMail) -> None:
    """Nothing in the mail controls a terminal, and all of it can be stored."""
    people = [f"{box.name}{box.address}" for box in (*mail.to, *mail.cc)]
    names = [f"{file.name}{file.type}{file.content_id}" for file in mail.attachments]
    failed = mail.bounce.recipients if mail.bounce else ()
    reason = mail.automatic.reason if mail.automatic else ""
    short = (
        mail.message_id, *mail.in_reply_to, *mail.references, mail.from_name, mail.from_address,
        mail.reply_to, *people, mail.subject, *names, *failed, reason, mail.charset,
    )  # fmt: skip
    for said in short:
        assert len(said.splitlines()) <= 1
    for said in (*short, mail.text, mail.text_without_quote, mail.quoted):
        assert not _CONTROLS.search(said)
        said.encode()


@cache
def seeds() -> list[bytes]:
    """Mails to start malice from."""
    return [mail.raw for mail in MAILS[:40]] + [path.read_bytes() for path in python_samples()]


PIECES = (
    b"\n", b"\r\n\r\n", b"\x00", b"\xff", b"\x1b[2J", b"\xe2\x80\xae", b"\xed\xa0\x80", b'"', b"<",
    b"(", b"=?utf-8?B?", b"?=", b"=?gb2312?q?=1b?=", b"charset=punycode", b"charset=utf-7",
    b"charset=x\x00", b"filename*1*=utf-8''%", b"--a--\n",
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    b"Content-Type: message/delivery-status\n\n", b"Content-Type: message/rfc822\n\n",
    b"Content-Type: text/html\n\n<table><td>&#27;", b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: x-uuencode\n", b"Date: 99 Foo 99999999999 99:99 +9999999\n",
    b"References: <<>> <\x1b>\n", b"From: ((\n", b"9" * 500,
)  # fmt: skip


@st.composite
def mutilated(draw: st.DrawFn) -> bytes:
    """A real mail with pieces cut out and hostile ones put in."""
    raw = bytearray(draw(st.sampled_from(seeds())))
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(raw)))
        raw[place : place + draw(st.integers(0, 40))] = draw(st.sampled_from(PIECES))
    return bytes(raw)


@given(st.binary(max_size=400) | mutilated() | st.lists(st.sampled_from(PIECES)).map(b"".join))
@example(b"Content-Type: multipart/mixed; boundary*0*=a; boundary*=b\n\n--a\n")
@example(b"Content-Disposition: attachment; filename*99999999999999999999=x\n\nx")
def test_nothing_but_the_typed_error_comes_of_malice(raw: bytes) -> None:
    try:
        mail = parse(raw)
    except Unreadable:
        return
    assert_clean(mail)
    assert parse(raw) == mail
