"""The play as a whole: complete, filled in, in order, the same every time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tuiticket.demo.director import Play, direct
from tuiticket.demo.setting_up import FIRST_TICKET
from tuiticket.engine.commands.assignment import Take, Transfer
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.opening import LogCall, OpenTicket
from tuiticket.engine.commands.setup import SetUp

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
PLAY = direct(NOW)
HAN = re.compile(r"[\u4e00-\u9fff]")


def openings(play: Play) -> list[OpenTicket | LogCall]:
    return [
        command
        for happening in play.happenings
        for command in happening.commands
        if isinstance(command, OpenTicket | LogCall)
    ]


def said(play: Play) -> Iterator[str]:
    for happening in play.happenings:
        for command in happening.commands:
            match command:
                case OpenTicket() | LogCall():
                    yield command.subject
                    yield command.body
                case Reply() | AddNote() | Receive():
                    yield command.body
                case Transfer():
                    yield command.reason


def test_the_same_instant_gives_the_same_play() -> None:
    assert direct(NOW) == PLAY


def test_another_seed_gives_another_play_of_the_same_shape() -> None:
    other = direct(NOW, seed=7)
    assert other != PLAY
    assert len(openings(other)) == len(openings(PLAY)) == 200


def test_at_another_hour_the_same_stories_are_told() -> None:
    later = direct(NOW + timedelta(hours=11))
    stories = Counter((b.part.scene.id, b.part.take, b.part.state) for b in PLAY.bill)
    assert stories == Counter((b.part.scene.id, b.part.take, b.part.state) for b in later.bill)


def test_it_begins_with_an_empty_desk_runs_in_order_and_ends_now() -> None:
    instants = [happening.at for happening in PLAY.happenings]
    assert instants == sorted(instants)
    assert instants[-1] == NOW
    assert isinstance(PLAY.happenings[0].commands[0], SetUp)


def test_tickets_are_numbered_as_they_are_opened() -> None:
    numbers = [billed.number for billed in PLAY.bill]
    assert numbers == list(range(FIRST_TICKET, FIRST_TICKET + 200))
    for billed, opening in zip(PLAY.bill, openings(PLAY), strict=True):
        assert opening.category == billed.part.scene.category
        assert opening.contact == billed.part.customer.contacts[0]
        assert opening.order_number == (billed.order.number if billed.order else None)


def test_no_place_is_left_unfilled_and_no_text_is_slovenly() -> None:
    for text in said(PLAY):
        assert not re.search(r"[{}]|None|  ", text), text


def test_about_sixty_per_cent_is_chinese() -> None:
    chinese = sum(bool(HAN.search(opening.body)) for opening in openings(PLAY))
    assert chinese == 120


def test_the_queue_reads_differently_line_by_line() -> None:
    subjects = [opening.subject for opening in openings(PLAY)]
    assert max(Counter(subjects).values()) <= 2
    assert len(set(subjects)) >= 190


def test_customers_act_through_the_desk_and_staff_in_their_own_name() -> None:
    for happening in PLAY.happenings:
        for command in happening.commands:
            if isinstance(command, OpenTicket | Receive):
                assert happening.who is None
            if isinstance(command, Take | Reply | AddNote | Transfer | LogCall):
                assert happening.who is not None
