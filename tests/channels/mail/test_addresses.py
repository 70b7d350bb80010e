"""Names and addresses, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.sample_programs import word, words
from tuiticket.channels.mail.addresses import MAX_MAILBOXES, is_usable, mailboxes
from tuiticket.channels.mail.message import Mailbox


def read(value: bytes, hint: str = "") -> list[tuple[str, str]]:
    """The mailboxes in raw bytes, as pairs."""
    found = mailboxes(value.decode("ascii", "surrogateescape"), hint)
    return [(box.name, box.address) for box in found]


LI = word("李雷", "gb2312")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"li@example.cn", [("", "li@example.cn")]),
        (b"<li@example.cn>", [("", "li@example.cn")]),
        (b"Li Lei <li@example.cn>", [("Li Lei", "li@example.cn")]),
        (b'"Lei, Li" <li@example.cn>', [("Lei, Li", "li@example.cn")]),
        (b"Lei, Li <li@example.cn>", [("Lei, Li", "li@example.cn")]),
        (LI + b" <li@example.cn>", [("李雷", "li@example.cn")]),
        (b'"' + LI + b'" <li@example.cn>', [("李雷", "li@example.cn")]),
        (words("王,芳", "utf-8", size=2) + b" <w@example.cn>", [("王,芳", "w@example.cn")]),
        (word("李雷 <li@example.cn>", "utf-8"), [("李雷", "li@example.cn")]),
        ("李雷 <li@example.cn>".encode("gbk"), [("李雷", "li@example.cn")]),
        ("客服：李雷 <li@example.cn>".encode(), [("客服：李雷", "li@example.cn")]),
        (b"li@example.cn (Li Lei)", [("Li Lei", "li@example.cn")]),
        (b"li at example.cn (Li Lei)", [("Li Lei", "li@example.cn")]),
        (b"'Li' <li@example.cn>", [("Li", "li@example.cn")]),
        (b'"li@example.cn" <li@example.cn>', [("li@example.cn", "li@example.cn")]),
        (b"a@x.cn, B <b@x.cn>;c@x.cn", [("", "a@x.cn"), ("B", "b@x.cn"), ("", "c@x.cn")]),
        (b"Team: a@x.cn, b@x.cn;", [("", "a@x.cn"), ("", "b@x.cn")]),
        (b"undisclosed-recipients:;", []),
        (b"<mailto:li@example.cn>", [("", "li@example.cn")]),
        (b"Li <li@\r\n example.cn>", [("Li", "li@example.cn")]),
        (b"Li <li@example.cn", [("Li", "li@example.cn")]),
        (b'"li lei"@example.cn', [("", '"li lei"@example.cn')]),
        (b"MAILER-DAEMON", []),
        (b"", []),
    ],
)
def test_people_are_found(value: bytes, expected: list[tuple[str, str]]) -> None:
    assert read(value) == expected


def test_raw_names_are_read_like_the_body() -> None:
    assert read("郑爽 <z@example.cn>".encode("gbk"), "gb18030") == [("郑爽", "z@example.cn")]


def test_a_name_controls_nothing() -> None:
    assert read(b"\x1b[31mLi\x07 \x00Lei <li@example.cn>") == [("Li Lei", "li@example.cn")]


@pytest.mark.parametrize("address", ["", "@unknown", "li@unknown", "li", "a b@c.cn"])
def test_where_no_answer_can_go(address: str) -> None:
    assert not is_usable(address)


def test_a_crowd_is_cut() -> None:
    assert len(mailboxes("a@b.cn, " * (MAX_MAILBOXES + 10))) == MAX_MAILBOXES


HOSTILE = {
    "comments": "(" * 60_000,
    "quotes": '"\\' * 30_000,
    "a long word": "9" * 60_000,
    "at signs": "a@" * 30_000,
    "spelled": "a at " * 12_000,
    "angles": "<" * 60_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_headers_end(kind: str) -> None:
    # Quadratic reading would need minutes: a regression shows as a hang.
    assert len(mailboxes(HOSTILE[kind])) <= 1


@given(st.text(st.sampled_from('ab@."<>(),;:\\ =?'), max_size=40) | st.text(max_size=40))
def test_whatever_is_found_is_an_address(value: str) -> None:
    for box in mailboxes(value):
        assert isinstance(box, Mailbox)
        assert "@" in box.address
        assert box.address.split() == [box.address] or '"' in box.address
