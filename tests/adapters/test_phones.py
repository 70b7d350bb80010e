"""Phone numbers: what people write becomes E.164, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.phones import phone_reader, region_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("13800138000", "+8613800138000"),
        (" 138 0013 8000 ", "+8613800138000"),
        ("138-0013-8000", "+8613800138000"),
        ("１３８００１３８０００", "+8613800138000"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("0086 138 0013 8000", "+8613800138000"),
        ("(010) 8888 7777", "+861088887777"),
        ("400-820-8888", "+864008208888"),
        ("+44 7700 900123", "+447700900123"),
        ("+1 (202) 555-0143", "+12025550143"),
        ("0033 1 99 00 12 34", "+33199001234"),
    ],
)
def test_a_number_is_brought_to_its_normal_form(written: str, meant: str) -> None:
    assert phone_reader("CN")(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10482",
        "88213",
        "+1",
        "+86 12",
        "+999 1234 5678",
        "me@example.com",
        "138",
        "王芳 13800138000",
        "call 13800138000 or 13900139000",
        "030 1234567",
        "2026-11-20",
    ],
)
def test_anything_else_is_no_phone_number(text: str) -> None:
    assert phone_reader("CN")(text) is None


def test_bare_numbers_are_those_of_the_shops_country() -> None:
    assert phone_reader("FR")("01 99 00 12 34") == "+33199001234"
    assert phone_reader("GB")("020 7946 0018") == "+442079460018"


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Asia/Shanghai", "CN"), ("Europe/Paris", "FR"), ("America/New_York", "US"), ("UTC", "CN")],
)
def test_a_time_zone_tells_the_country(zone: str, country: str) -> None:
    assert region_of(zone) == country


@given(st.text(max_size=60))
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    read = phone_reader("CN")
    number = read(text)
    assert number is None or read(number) == number


@given(st.from_regex(r"[+0-9 ().-]{3,20}", fullmatch=True))
def test_every_normal_form_reads_back_in_any_country(text: str) -> None:
    number = phone_reader("CN")(text)
    assert number is None or phone_reader("FR")(number) == number
