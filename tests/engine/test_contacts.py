"""Recognising the ways to reach a customer."""

from __future__ import annotations

import pytest

from tuiticket.adapters.phones import phone_reader
from tuiticket.engine.errors import BadInput
from tuiticket.engine.model.customer import ContactKind
from tuiticket.engine.rules.contacts import recognise

PHONES = phone_reader("CN")


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("  Wang@Example.CN ", ContactKind.MAIL, "wang@example.cn"),
        ("138 0013 8000", ContactKind.PHONE, "+8613800138000"),
        ("+86-138-0013-8000", ContactKind.PHONE, "+8613800138000"),
        ("+49 30 901820", ContactKind.PHONE, "+4930901820"),
        ("wechat:wang_fang", ContactKind.WECHAT, "wang_fang"),
        ("chat:42", ContactKind.CHAT, "42"),
    ],
)
def test_one_form_for_each_way_of_writing(typed: str, kind: ContactKind, value: str) -> None:
    address = recognise(typed, PHONES)
    assert (address.kind, address.value) == (kind, value)


@pytest.mark.parametrize("typed", ["wang", "a@b@c", "12", "wechat:", "two words"])
def test_what_is_no_contact_says_how_one_is_written(typed: str) -> None:
    with pytest.raises(BadInput, match="neither"):
        recognise(typed, PHONES)


def test_nothing_at_all_is_asked_for() -> None:
    with pytest.raises(BadInput, match=r"No contact was given\. Write it as"):
        recognise("  ", PHONES)
