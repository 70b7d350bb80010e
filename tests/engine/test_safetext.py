"""Customer text made harmless: nothing controls the terminal, nothing said is lost."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuiticket.engine.rules.safetext import MAX_MARKS, clean, one_line

# Everything `st.text` leaves out by default, surrogates, and alphabets that make sequences likely.
hostile = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from(
        "a字\n\r\t \x00\x07\x08\x1b\x7f\x85\x90\x9b\x9c\x9d[]\\;0mPX^_(B?"
        "\u0301\u0323\u0344\u093c\u0958\u200b\u200c\u200d\u200e\u2028\u202e\u2066\u3164\ufe0f\ufeff"
        "\ud800\udc00\U0001f469\U000e0041\u1100\u1161\u11a8\uac00\u0915\u094d\u0628क़"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red \x1b[31;1mtext\x1b[0m", "red text"),
        ("title \x1b]0;owned\x07set", "title set"),
        ("clip \x1b]52;c;aGk=\x1b\\board", "clip board"),
        ("dcs \x1bPq#0;2;0\x1b\\end", "dcs end"),
        ("eight bit \x9b31mtext \x9d0;x\x9cend", "eight bit text end"),
        ("charset \x1b(Bend \x1bcreset", "charset end reset"),
        ("never ends \x1b]0;but these words stay", "never ends 0;but these words stay"),
        ("null\x00 bell\x07 back\x08 del\x7f", "null bell back del"),
        ("a\r\nb\rc\r\r\nd", "a\nb\nc\nd"),
        ("page\x0cbreak\x0btab\x85next\u2028line", "page\nbreak\ntab\nnext\nline"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("is\u2066ola\u2069ted \u200elrm", "isolated lrm"),
        ("z\u200be\ufeffr\u2060o\u00ad", "zero"),
        ("half \ud83d pair", "half  pair"),
        ("cafe\u0301", "caf\u00e9"),
        (r"C:\new\table \u0041", r"C:\new\table \u0041"),
        ("[b]not markup[/b] [/]", "[b]not markup[/b] [/]"),
    ],
)
def test_what_controls_goes_and_what_is_said_stays(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧 family, 👍🏽, ❤️‍🔥, 🏳️‍🌈, 1️⃣",
        "می‌خواهم",  # Persian needs the non-joiner
        "क्‍ष ന്‍",  # Devanagari and Malayalam need the joiner, also at a word's end
        "您好，我要退货。\n\t订单号：10482",
        "Tiếng Việt ngữ, ภาษาไทย, עִבְרִית",
        "> quoted\n>> twice",
    ],
)
def test_living_scripts_and_emoji_stay_whole(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_joiners_that_join_nothing_go() -> None:
    assert clean("pay\u200dpal 退\u200c款 \u200d") == "paypal 退款 "


def test_a_storm_of_marks_is_capped() -> None:
    stormy = "Z" + "\u0335\u0301\u0323" * 2000 + "algo"
    calm = clean(stormy)
    assert calm.endswith("algo")
    assert len(calm) <= len("Zalgo") + MAX_MARKS


@given(hostile)
@example("\x1b\x1b[0m]0;\x07")
@example("\x9d\x1b]a\x07\x9c")
@example("\u0915" + "\u0344" * 20)
def test_clean_twice_is_clean_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(hostile)
def test_no_control_survives(text: str) -> None:
    bad = re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    )
    assert not bad.search(clean(text))
    clean(text).encode("utf-8")


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs"])))
def test_ordinary_writing_is_only_normalised(text: str) -> None:
    expected = unicodedata.normalize("NFC", text)
    assert clean(text) == expected


MALICE = {
    "strings that never end": "\x1b]" * 500_000,
    "eight-bit strings": "\x9d" * 1_000_000,
    "one long sequence": "\x1b[" + "0;" * 500_000,
    "marks": "a" + "\u0323\u0301" * 500_000,
    "joiners": "\u200d\u200c" * 500_000,
    "plain Chinese": "退" * 1_000_000,
}


@pytest.mark.parametrize("kind", MALICE)
def test_a_megabyte_of_malice_ends(kind: str) -> None:
    # The naive forms of these expressions need hours: a regression shows as a hang.
    once = clean(MALICE[kind])
    assert clean(once) == once


def test_a_name_comes_on_one_line() -> None:
    assert one_line("  Re:\r\n\t退款  \x1b[2J now ", 40) == "Re: 退款 now"


def test_a_long_subject_is_cut_with_an_ellipsis() -> None:
    assert one_line("abcdef ghij", 8) == "abcdef…"
    assert one_line("abcdef", 6) == "abcdef"


def test_a_cut_does_not_part_a_character_from_its_marks() -> None:
    assert one_line("xy" + "q\u0323\u0301" + "more", 5) == "xy…"
    assert one_line("ab👩‍👩‍👧cd", 5) == "ab…"


@given(hostile, st.integers(1, 30))
def test_one_line_is_one_line_and_settled(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert one_line(line, limit) == line
