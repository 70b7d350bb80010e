"""One story told as what people asked of the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from tuiticket.demo.articles import load_articles
from tuiticket.demo.casting import first_team
from tuiticket.demo.director import direct
from tuiticket.demo.happenings import Happening
from tuiticket.demo.shop import load_shop
from tuiticket.demo.telling import Billed, Knowledge, tell
from tuiticket.engine.commands.assignment import Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.customers import PutOrder
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.opening import LogCall, OpenTicket
from tuiticket.engine.model.people import Role, Via
from tuiticket.engine.model.ticket import Channel, State

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
KNOWLEDGE: Knowledge = {
    (page.category, page.language): number for number, page in enumerate(load_articles(), start=1)
}


@cache
def bill() -> tuple[Billed, ...]:
    return direct(NOW).bill


def whole(scene: str, channel: Channel | None = None) -> Billed:
    """A ticket with that story, told to its end."""
    found = next(billed for billed in bill() if billed.part.scene.id == scene)
    part = replace(found.part, turns=len(found.part.scene.turns), state=State.SOLVED)
    return replace(found, part=replace(part, channel=channel or part.channel))


def told(billed: Billed) -> list[Happening]:
    return list(tell(billed, load_shop(), KNOWLEDGE))


def commands(billed: Billed) -> list[Command]:
    return [command for happening in told(billed) for command in happening.commands]


def test_whoever_acts_has_taken_the_ticket_first_and_again_after_it_was_handed_over() -> None:
    billed = whole("refund-three-days")
    holder: str | None = None
    for happening in told(billed):
        for command in happening.commands:
            match command:
                case Take():
                    holder = happening.who
                case Transfer():
                    assert happening.who == holder
                    holder = None
                case Reply() | AddNote() | Move():
                    assert happening.who == holder
    assert holder == billed.part.owners["finance"]


def test_an_answer_is_signed_by_whoever_gives_it() -> None:
    billed = whole("refund-chargeback-threat")
    first, second = [c.body for c in commands(billed) if isinstance(c, Reply)]
    team = first_team(billed.part.scene, load_shop())
    assert first.endswith(load_shop().person(billed.part.owners[team]).sign["en"])
    finance = load_shop().person(billed.part.owners["finance"]).sign["en"]
    assert second.endswith(f"{finance}, Finance")


def test_a_call_is_recorded_by_who_took_it_and_the_customer_writes_back_by_text_message() -> None:
    billed = whole("bulky-appointment", Channel.PHONE)
    opening = told(billed)[0]
    call, take = opening.commands
    assert isinstance(call, LogCall)
    assert isinstance(take, Take)
    assert call.seconds
    assert opening.who == billed.part.owners["logistics"]
    back = [c.channel for c in commands(billed) if isinstance(c, Receive)]
    assert set(back) == {Channel.SMS}


def test_a_mail_comes_in_through_the_mail_and_belongs_to_nobody_yet() -> None:
    opening = told(whole("return-opened-topper", Channel.MAIL))[0]
    assert [type(command) for command in opening.commands] == [OpenTicket]
    assert (opening.who, opening.via) == (None, Via.MAIL)


def test_ringing_back_is_an_answer_on_the_phone_and_a_note_elsewhere() -> None:
    by_phone = commands(whole("smell-of-formaldehyde", Channel.PHONE))
    by_web = commands(whole("smell-of-formaldehyde", Channel.WEB))
    assert any(isinstance(c, Reply) and c.body.startswith("☎") for c in by_phone)
    assert any(isinstance(c, AddNote) and c.body.startswith("☎") for c in by_web)
    assert not any(isinstance(c, Reply) and c.body.startswith("☎") for c in by_web)


def test_what_goes_to_review_is_decided_by_a_senior_who_did_not_ask() -> None:
    billed = whole("finish-scratched")
    asked_by = None
    for happening in told(billed):
        for command in happening.commands:
            if isinstance(command, Move) and command.to is State.REVIEW:
                asked_by = happening.who
            if isinstance(command, Move) and command.to is State.OPEN:
                assert happening.who is not None
                assert happening.who != asked_by
                assert load_shop().person(happening.who).role in (Role.LEAD, Role.SUPERVISOR)


def test_the_order_changes_with_the_story_but_only_when_it_is_told_to_the_end() -> None:
    billed = whole("return-how-seven-days")
    *_, last = commands(billed)
    assert isinstance(last, PutOrder)
    assert last.order.state is billed.part.scene.becomes
    half = replace(billed, part=replace(billed.part, turns=3, state=State.OPEN))
    assert not any(isinstance(command, PutOrder) for command in commands(half))


def test_articles_inserted_are_about_the_matter_in_the_customers_language() -> None:
    pages = dict(enumerate(load_articles(), start=1))
    inserted = 0
    for billed in bill():
        for command in commands(billed):
            for article in command.articles if isinstance(command, Reply) else ():
                inserted += 1
                assert pages[article].category == billed.part.scene.category
                assert pages[article].language == billed.part.scene.language
    assert inserted > 20
