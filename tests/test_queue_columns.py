"""The columns of a list of tickets: always as wide as the terminal, whatever customers wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuiticket import i18n
from tuiticket.cells import fit
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State
from tuiticket.queue_columns import COLUMNS, Reader, Tone, clock, laid_out, steady, tone

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
READER = Reader(NOW, "alice", {"after-sales": "After-sales"})

LINE = QueueLine(
    id=10_482,
    subject="退款三天没到账",
    kind=Kind.COMPLAINT,
    state=State.OPEN,
    priority=Priority.URGENT,
    channel=Channel.WECHAT,
    urgency=6,
    customer="王芳",
    customer_tags=("vip",),
    team="after-sales",
    owner="alice",
    category=None,
    order_number="A-77",
    language="zh",
    tags=("fragile", "gift"),
    created_at=NOW - timedelta(hours=2),
    updated_at=NOW,
    last_message_at=NOW - timedelta(minutes=2),
    unanswered_since=NOW - timedelta(minutes=2),
    next_clock=ClockKind.FIRST_RESPONSE,
    next_due_at=NOW + timedelta(minutes=8, seconds=15),
    next_calendar_id=None,
    next_breach_at=NOW + timedelta(minutes=8, seconds=15),
    paused_left_s=None,
    version=1,
)
"""A ticket with something in every column."""

languages = st.sampled_from(list(i18n.LANGUAGES))


def due(seconds: int) -> QueueLine:
    return replace(LINE, next_due_at=NOW + timedelta(seconds=seconds))


def resting(state: State, left: int | None = None) -> QueueLine:
    return replace(LINE, state=state, next_due_at=None, next_clock=None, paused_left_s=left)


@given(st.integers(50, 400), languages)
def test_columns_fill_the_width_exactly(width: int, language: str) -> None:
    i18n.switch(language)
    placed = laid_out(width)
    assert sum(p.width for p in placed) + len(placed) - 1 == width
    assert all(p.width > 0 for p in placed)


@given(st.integers(50, 399), languages)
def test_a_wider_terminal_never_shows_less(width: int, language: str) -> None:
    i18n.switch(language)
    narrow = {p.column.key for p in laid_out(width)}
    wide = {p.column.key for p in laid_out(width + 1)}
    assert narrow <= wide


def test_the_clock_comes_first_and_the_subject_is_always_there() -> None:
    for width in (50, 80, 120, 200):
        keys = [p.column.key for p in laid_out(width)]
        assert keys[0] == "clock"
        assert "subject" in keys
    assert [p.column.key for p in laid_out(200)] == [c.key for c in COLUMNS]


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_cell_is_as_wide_as_it_should_be(text: str, width: int) -> None:
    assert cell_len(fit(steady(text), width)) == width


@given(st.text(max_size=60))
def test_customer_text_cannot_control_the_terminal(text: str) -> None:
    assert all(char.isprintable() or char == " " for char in steady(text) if ord(char) < 0xA0)
    assert "\n" not in steady(text)


@pytest.mark.parametrize("text", ["👍🏽 好评", "👩‍👧 Mum", "❤️", "1️⃣ first"])
def test_characters_terminals_disagree_about_are_made_plain(text: str) -> None:
    assert not set(steady(text)) & {"\u200d", "\ufe0f", "\u20e3", "\U0001f3fd"}


def test_dots_show_where_a_text_was_cut() -> None:
    assert fit("Parcel stuck in Lyon", 10) == "Parcel st…"
    assert fit("退款三天没到账", 8) == "退款三… "
    assert fit("short", 8) == "short   "


@pytest.mark.parametrize(
    ("line", "text", "how"),
    [
        (due(495), "0:08:15", Tone.SOON),
        (due(0), "0:00:00", Tone.SOON),
        (due(-760), "-0:12:40", Tone.LATE),
        (due(13_200), "3h 40m", Tone.RUNNING),
        (due(187_200), "2d 4h", Tone.RUNNING),
        (resting(State.WAITING_CUSTOMER, 4_000), "paused 1h", Tone.RESTING),
        (resting(State.WAITING_CUSTOMER, 240), "paused 4m", Tone.RESTING),
        (resting(State.WAITING_CUSTOMER, -7_300), "paused -2h", Tone.RESTING),
        (resting(State.WAITING_CUSTOMER, 300_000), "paused 3d", Tone.RESTING),
        (resting(State.OPEN), "–", Tone.RESTING),
        (resting(State.SOLVED), "solved", Tone.RESTING),
    ],
)
def test_the_clock_says_how_the_ticket_stands(line: QueueLine, text: str, how: Tone) -> None:
    assert clock(line, READER) == text
    assert tone(line, READER) is how


def test_every_column_says_something() -> None:
    said = {column.key: column.text(LINE, READER) for column in COLUMNS}
    assert said == {
        "clock": "0:08:15",
        "priority": "▲▲",
        "number": "10482",
        "subject": "退款三天没到账",
        "customer": "王芳 ·vip",
        "kind": "complaint",
        "state": "open",
        "team": "After-sales",
        "owner": "alice",
        "channel": "WeChat",
        "order": "A-77",
        "tags": "fragile gift",
        "opened": "2h",
        "last": "← 2m",
    }


def test_what_is_not_known_is_a_dash() -> None:
    bare = replace(LINE, team=None, owner=None, last_message_at=None, customer_tags=())
    said = {column.key: column.text(bare, READER) for column in COLUMNS}
    assert (said["team"], said["owner"], said["last"], said["customer"]) == ("–", "–", "", "王芳")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_word_of_ours_is_cut(language: str) -> None:
    i18n.switch(language)
    lines = [replace(LINE, kind=kind) for kind in Kind]
    lines += [replace(LINE, state=state) for state in State]
    lines += [replace(LINE, channel=channel) for channel in Channel]
    lines += [resting(state, left) for state in State for left in (None, -90_000, 10**6)]
    for placed in laid_out(200):
        for line in lines:
            text = placed.column.text(line, READER)
            assert fit(text, placed.width).rstrip() == text.rstrip(), placed.column.key
