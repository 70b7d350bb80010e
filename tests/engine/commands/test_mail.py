"""Filing mail under the right ticket, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.desks import ADMIN, NOON, Shop
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.mail import IncomingFile, IncomingMail, QuarantineMail, TakeInMail
from tuiticket.engine.commands.people import ChangeAgent
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.commands.spam import MarkSpam
from tuiticket.engine.model.clock import ClockState
from tuiticket.engine.model.message import Direction, Mail, MailState
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.model.ticket import State

POSTMAN = Actor.system(Via.MAIL)


def mail(serial: int, **fields: object) -> IncomingMail:
    facts: dict[str, object] = {
        "mail_id": f"<m{serial}@example.cn>",
        "content_hash": f"hash {serial}",
        "at": NOON - timedelta(hours=1),
        "from_address": "wang@example.cn",
        "from_name": "王芳",
        "subject": f"Question {serial}",
        "text": f"Text {serial}",
        "quoted": "",
        "raw": f"raw {serial}".encode(),
    }
    return IncomingMail(**(facts | fields))  # type: ignore[arg-type]


def take_in(shop: Shop, *mails: IncomingMail) -> list[int]:
    """File mails; the tickets each touched."""
    return [
        outcome.tickets[0] if outcome.tickets else 0
        for outcome in (shop.desk.do(TakeInMail(mail=m), by=POSTMAN) for m in mails)
    ]


def test_a_first_mail_opens_a_ticket_that_is_as_old_as_the_mail(shop: Shop) -> None:
    [number] = take_in(shop, mail(1))
    dossier = shop.dossier(number)
    assert dossier.ticket.subject == "Question 1"
    assert dossier.ticket.unanswered_since == NOON - timedelta(hours=1)
    assert dossier.customer.name == "王芳"
    assert [clock.started_at for clock in dossier.clocks] == [NOON - timedelta(hours=1)] * 2
    with shop.desk.reading() as reading:
        [kept] = reading.find(Mail)
    assert (kept.raw, kept.state) == (b"raw 1", MailState.STORED)
    assert kept.message_id == dossier.messages[0].id


def test_a_reply_joins_its_thread_by_any_id_it_names(shop: Shop) -> None:
    first, second, third = take_in(
        shop,
        mail(1),
        mail(2, in_reply_to="<m1@example.cn>"),
        mail(3, references=("<m0@gone>", "<m2@example.cn>", "<m9@gone>"), subject="Other"),
    )
    assert first == second == third
    assert len(shop.dossier(first).messages) == 3


def test_a_reply_to_our_answer_finds_its_ticket_by_our_signed_id(shop: Shop) -> None:
    [number] = take_in(shop, mail(1))
    shop.do(Reply(ticket=number, body="Hello", then=State.WAITING_CUSTOMER))
    ours = shop.dossier(number).messages[-1].mail_id
    assert take_in(shop, mail(2, in_reply_to=ours)) == [number]
    assert shop.ticket(number).state is State.OPEN


def test_a_mail_that_came_after_its_reply_still_finds_the_thread(shop: Shop) -> None:
    reply, original = take_in(shop, mail(2, in_reply_to="<m1@example.cn>"), mail(1))
    assert reply == original


def test_a_copy_changes_nothing_another_mail_under_the_same_id_is_kept(shop: Shop) -> None:
    numbers = take_in(shop, mail(1), mail(1), mail(1, content_hash="other", text="Other"))
    assert numbers[1] == 0
    with shop.desk.reading() as reading:
        assert len(reading.find(Mail)) == 2


def test_a_machines_mail_makes_nobody_wait(shop: Shop) -> None:
    [number] = take_in(shop, mail(1, automatic="List-Id"))
    ticket = shop.ticket(number)
    assert ticket.unanswered_since is None
    assert ticket.tags == ("automatic",)
    assert shop.dossier(number).clocks == ()
    [number] = take_in(shop, mail(2))
    shop.do(Move(ticket=number, to=State.SOLVED))
    take_in(shop, mail(3, in_reply_to="<m2@example.cn>", automatic="Auto-Submitted: auto-replied"))
    assert shop.ticket(number).state is State.SOLVED, "a vacation notice reopens nothing"


def test_a_bounce_is_filed_with_the_answer_it_reports(shop: Shop) -> None:
    [number] = take_in(shop, mail(1))
    shop.do(Reply(ticket=number, body="Hello"))
    ours = shop.dossier(number).messages[-1].mail_id
    bounce = mail(2, from_address="mailer-daemon@example.cn", automatic="bounce", reports=ours)
    assert take_in(shop, bounce) == [number]


def test_an_answer_a_colleague_wrote_in_their_own_program_stops_the_clock(shop: Shop) -> None:
    shop.desk.do(ChangeAgent(login="bo", mail="bo@shop.example"), by=ADMIN)
    answer = mail(
        2, in_reply_to="<m1@example.cn>", from_address="bo@shop.example", at=at_minute(30)
    )
    [number, _] = take_in(shop, mail(1), answer)
    dossier = shop.dossier(number)
    assert dossier.messages[-1].direction is Direction.OUT
    assert dossier.ticket.unanswered_since is None
    assert dossier.clocks[0].state is ClockState.MET
    assert dossier.clocks[0].consumed_s == 1800


def at_minute(minute: int) -> datetime:
    """An instant after the first mail."""
    return NOON - timedelta(hours=1) + timedelta(minutes=minute)


def test_an_archived_ticket_is_left_in_peace(shop: Shop) -> None:
    [number] = take_in(shop, mail(1))
    shop.do(Move(ticket=number, to=State.SOLVED))
    shop.clock.advance(days=100)
    shop.desk.tick()
    shop.clock.advance(days=100)
    shop.desk.tick()
    assert shop.ticket(number).state is State.ARCHIVED
    [other] = take_in(shop, mail(2, in_reply_to="<m1@example.cn>"))
    assert other != number


def test_a_mail_without_sender_subject_or_text_is_filed_all_the_same(shop: Shop) -> None:
    [number] = take_in(shop, mail(1, from_address="", from_name="", subject="", text=""))
    assert shop.ticket(number).subject == "(no subject)"


def test_files_come_with_their_mail_and_skipped_ones_are_named(shop: Shop) -> None:
    files = (
        IncomingFile(name="a.png", media_type="image/png", size=3, content=b"abc"),
        IncomingFile(name="b.iso", media_type="x/y", size=9**9, content=None, skipped="too large"),
    )
    [number] = take_in(shop, mail(1, files=files))
    kept = shop.dossier(number).attachments
    assert [(a.name, a.size, a.skipped) for a in kept] == [
        ("a.png", 3, None),
        ("b.iso", 9**9, "too large"),
    ]
    with shop.desk.reading() as reading:
        assert reading.attachment(kept[0].id) == b"abc"


def test_what_cannot_be_read_is_set_aside_once_byte_for_byte(shop: Shop) -> None:
    broken = QuarantineMail(mail_id="<x@y>", content_hash="h", raw=b"\xff\x00", fault="no header")
    for _ in range(2):
        shop.desk.do(broken, by=POSTMAN)
    with shop.desk.reading() as reading:
        [kept] = reading.find(Mail)
    assert (kept.raw, kept.state, kept.fault) == (b"\xff\x00", MailState.QUARANTINED, "no header")


@pytest.mark.parametrize("rests", ["closed", "spam", "solved and written to since"])
def test_a_colleagues_late_answer_starts_no_clock_on_a_ticket_at_rest(
    shop: Shop, rests: str
) -> None:
    promise = replace(POLICIES[2], progress_s=3600, triage_s=3600)
    shop.desk.do(
        PutPolicy(policy=promise), ChangeAgent(login="bo", mail="bo@shop.example"), by=ADMIN
    )
    [number] = take_in(shop, mail(1))
    to = State.CLOSED if rests == "closed" else State.SOLVED
    shop.do(MarkSpam(ticket=number) if rests == "spam" else Move(ticket=number, to=to))
    if to is State.SOLVED:
        take_in(shop, mail(2, in_reply_to="<m1@example.cn>", text="It broke again", at=NOON))
    before = shop.ticket(number).state
    take_in(shop, mail(3, in_reply_to="<m1@example.cn>", from_address="bo@shop.example", at=NOON))
    assert shop.ticket(number).state is before
    assert shop.dossier(number).messages[-1].direction is Direction.OUT
    assert not any(clock.alive for clock in shop.dossier(number).clocks)


def test_more_spam_by_mail_joins_what_is_spam_already(shop: Shop) -> None:
    [number] = take_in(shop, mail(1))
    shop.do(MarkSpam(ticket=number))
    assert take_in(shop, mail(2, in_reply_to="<m1@example.cn>")) == [number]
    assert shop.ticket(number).state is State.SPAM
