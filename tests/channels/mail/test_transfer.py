"""Transfer encodings undone, however damaged."""

from __future__ import annotations

import base64
import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.channels.mail.transfer import from_base64, from_transfer


@given(st.binary(max_size=300))
def test_what_was_encoded_comes_back(data: bytes) -> None:
    assert from_transfer(base64.encodebytes(data), "Base64") == data
    assert from_transfer(binascii.b2a_qp(data, istext=False), "quoted-printable") == data
    assert from_transfer(data, "8bit") == data


@given(st.binary(max_size=90), st.binary(max_size=90))
def test_pieces_of_base64_one_behind_the_other(one: bytes, other: bytes) -> None:
    assert from_base64(base64.b64encode(one) + base64.b64encode(other)) == one + other


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"6YCA6LSn", "退货"),
        (b"6YCA\r\n  6LSn\x00\xff", "退货"),
        (b"6YCA6LSn6", "退货"),
        (b"YQ", "a"),
        (b"YQ=", "a"),
        (b"====", ""),
        (b"", ""),
    ],
)
def test_damaged_base64_gives_what_it_holds(data: bytes, text: str) -> None:
    assert from_base64(data).decode() == text


def test_uuencoded() -> None:
    data = b"begin 644 a.txt\n" + binascii.b2a_uu(b"refund please") + b"`\nend\n"
    assert from_transfer(data, "x-uuencode") == b"refund please"
    assert from_transfer(b"no uuencoding \xff", "uuencode") == b"no uuencoding \xff"


@given(st.binary(max_size=200), st.sampled_from(["base64", "quoted-printable", "x-uue", "odd"]))
def test_nothing_fails(data: bytes, encoding: str) -> None:
    assert isinstance(from_transfer(data, encoding), bytes)
