"""Completion: what the prompt offers at the cursor, and what taking an offer does to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.query import FIELDS, complete, parse

STARTING_WITH_S = ["state", "severity", "subject", "sla", "sort"]
DESK = {
    "owner": ["alice", "bo"],
    "team": ["after-sales", "logistics"],
    "tag": ["vip", "gift wrap", "a,b", "大客户"],
}


def offers(marked: str) -> list[str]:
    """The whole text after each offer was taken; `|` marks the cursor."""
    cursor = marked.index("|")
    text = marked.replace("|", "")
    return [
        text[: offer.start] + offer.text + text[offer.end :]
        for offer in complete(text, cursor, DESK)
    ]


@pytest.mark.parametrize(
    ("marked", "texts"),
    [
        ("st|", ["state:", "customer:"]),
        ("a (-ki|", ["a (-kind:"]),
        ("优先|", ["priority:"]),
        ("st|ate:open", ["customer:open"]),
        ("s|atte:open b", [f"{name}:open b" for name in STARTING_WITH_S]),
        ("state:op|", ["state:open"]),
        ("state:so|", ["state:solved"]),
        ("state:third|", ["state:waiting-third"]),
        ("state:so|vole a", ["state:solved a"]),
        ("状态：已解|", ["状态：solved"]),
        ("state:open,arch|", ["state:open,archived"]),
        ("-state:arch|", ["-state:archived"]),
        ("priority:>=h|", ["priority:>=high"]),
        ("kind:|", ["kind:service", "kind:enquiry", "kind:complaint", "kind:repair"]),
        ("owner:|", ["owner:me", "owner:none", "owner:alice", "owner:bo"]),
        ("team:l|", ["team:logistics"]),
        ("tag:g|", ['tag:"gift wrap"']),
        ('tag:"gift w|', ['tag:"gift wrap"']),
        ('tag:"gift w|" a "b"', ['tag:"gift wrap" a "b"']),
        ('tag:"a,|', ['tag:"a,b"']),
        ('tag:"x, y",v|', ['tag:"x, y",vip']),
        ("tag:大|", ["tag:大客户"]),
        ("created:>|", ["created:>-1d", "created:>-7d", "created:>-30d"]),
        ("created:t|", ["created:today"]),
        ("sla:<3|", ["sla:<30m"]),
        ("sort:-d|", ["sort:-due"]),
        ("is:l|", ["is:late"]),
        ('"st|', []),
        ('tag:"vip"| a "b"', []),
        ("nothing:s|", []),
        ("state:open|", []),
        ("http://s|", []),
    ],
)
def test_offers_at_the_cursor(marked: str, texts: list[str]) -> None:
    assert offers(marked) == texts


def test_a_fresh_word_offers_every_filter_with_its_help() -> None:
    for text in ("", "a ", "(", "-"):
        found = complete(text, len(text))
        assert [offer.text for offer in found] == [f"{name}:" for name in FIELDS]
        assert all(offer.help for offer in found)


@given(text=st.text(alphabet='stagowner:,-("“” >=退|', max_size=25), cursor=st.integers(-3, 30))
def test_any_text_and_cursor_have_offers_within_the_text(text: str, cursor: int) -> None:
    for offer in complete(text, cursor, DESK):
        assert 0 <= offer.start <= max(0, min(cursor, len(text))) <= offer.end <= len(text)


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_offered_is_understood(name: str) -> None:
    for offer in complete(f"{name}:", len(name) + 1, DESK):
        parse(f"{name}:{offer.text}")


def test_a_text_too_long_for_a_query_has_no_offers() -> None:
    assert complete("a" * 2_001, 0, DESK) == []


def test_hostile_text_is_completed_without_delay() -> None:
    """Signs and quotes that could be parted in countless ways are parted in one."""
    text = "tag:" + ">>>," * 400 + '"a"b'
    assert complete(text, len(text), DESK) == []
