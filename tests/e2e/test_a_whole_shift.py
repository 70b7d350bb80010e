"""A whole shift by keys alone, and the store holding exactly what was done in it.

Twenty-four tickets lie with logistics when chen comes in, six more come while she works. She files,
takes, answers, hands over, puts together and apart, puts off, takes back, does again and logs a
call; lena, who leads, gives something away. What the desk must hold afterwards is written out below
by hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import Clock, Shop
from tests.e2e.terminal import Terminal
from tuiticket.bootstrap import utc_now
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.people import Draft
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.watching import Watcher
from tuiticket.engine.ports import Reading

SUBJECTS = (
    *(f"Where is parcel {n}" for n in range(1, 9)),
    *(f"Lamp {n} came broken" for n in range(9, 13)),
    *(f"Invoice {n} please" for n in range(13, 25)),
)
"""What the tickets of the morning are about, from #10001 on; #10017 and #10018 are of the customer
of #10016. Each began with the words "Question" and its number.
"""

LETTERS = """\
From ivy@example.cn Mon Mar  2 12:00:00 2026
From: Ivy <ivy@example.cn>
To: help@shop.example
Subject: Do you ship to Oslo
Message-ID: <ivy@example.cn>

I would like two chairs.

From joe@example.cn Mon Mar  2 12:00:01 2026
From: Joe <joe@example.cn>
To: help@shop.example
Subject: You have won a prize
Message-ID: <joe@example.cn>

Click here.

From kim@example.cn Mon Mar  2 12:00:02 2026
From: Kim <kim@example.cn>
To: help@shop.example
Subject: A chair without legs
Message-ID: <kim@example.cn>

It has none.

From liu@example.cn Mon Mar  2 12:00:03 2026
From: Liu <liu@example.cn>
To: help@shop.example
Subject: Thank you
Message-ID: <liu@example.cn>

The lamp shines.

"""


@dataclass(frozen=True)
class Fact:
    """How a ticket stands: if nothing else is said, as it came with the morning.

    `said` are the messages written after the first, `steps` all that the log tells of it in order,
    kinds of event of tickets by their last word.
    """

    state: str = "new"
    owner: str | None = None
    team: str | None = "logistics"
    kind: str = "service"
    filed: str | None = None
    priority: str = "normal"
    tags: tuple[str, ...] = ()
    into: int | None = None
    tied: tuple[int, ...] = ()
    watched: tuple[str, ...] = ()
    snoozed: bool = False
    said: tuple[str, ...] = ()
    steps: str = "opened"


def parcel(number: int, state: str, steps: str) -> Fact:
    """One of the parcels, answered by chen."""
    said = (f"out: Parcel {number} is on its way.",)
    return Fact(state, "chen", said=said, steps=f"opened taken message.sent {steps}".rstrip())


LAMP = Fact(
    team="after-sales",
    kind="complaint",
    priority="urgent",
    steps="opened described described transferred queued desk.undone desk.redone",
)
BILLING = Fact(tags=("billing",), steps="opened described")
MAIL = Fact(team=None, kind="enquiry", steps="opened mail.filed")

EXPECTED = {
    10001: parcel(10001, "open", ""),
    10002: parcel(10002, "open", ""),
    10003: parcel(10003, "open", ""),
    10004: parcel(10004, "waiting-customer", "moved"),
    10005: parcel(10005, "waiting-customer", "moved"),
    10006: parcel(10006, "solved", "moved"),
    10007: parcel(10007, "solved", "moved"),
    10008: parcel(10008, "open", "moved reopened"),
    10009: LAMP,
    10010: LAMP,
    10011: LAMP,
    10012: LAMP,
    10013: BILLING,
    10014: replace(
        BILLING, said=("note: Asked the accountants.",), steps="opened described note.added"
    ),
    10015: replace(BILLING, state="waiting-third", steps="opened described moved"),
    10016: Fact(
        steps="opened described desk.undone merged-in merged-in desk.undone split",
    ),
    10017: Fact("closed", into=10016, steps="opened merged"),
    10018: Fact(steps="opened merged desk.undone"),
    10019: Fact(tied=(10020,), steps="opened linked"),
    10020: Fact(tied=(10019,), steps="opened linked"),
    10021: Fact(watched=("chen",), steps="opened watched"),
    10022: Fact(snoozed=True, steps="opened snoozed"),
    10023: Fact(owner="chen", steps="opened assigned assigned"),
    10024: Fact("open", said=("out: Half a thought!",), steps="opened message.sent"),
    10025: replace(
        MAIL,
        state="open",
        owner="chen",
        said=("out, withdrawn: We do.", "out: We do."),
        steps="opened mail.filed taken message.sent desk.undone message.sent",
    ),
    10026: replace(MAIL, state="spam", steps="opened mail.filed spam"),
    10027: Fact(
        kind="repair",
        filed="logistics/delay",
        steps="opened mail.filed described described category.taught routed",
    ),
    10028: replace(MAIL, state="solved", owner="chen", steps="opened mail.filed taken moved"),
    10029: Fact(
        "open", "lena", kind="enquiry", priority="high", steps="opened taken described stolen"
    ),
    10030: Fact(team=None, kind="enquiry"),
    10031: Fact(steps="split-off"),
    10032: Fact(
        "solved",
        "chen",
        team=None,
        kind="enquiry",
        said=("out: We do.",),
        steps="contact.logged",
    ),
}
"""Every ticket there is at the end of the shift."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A shop whose logistics found twenty-four tickets in the morning."""
    file = tmp_path / "desk.db"
    shop = Shop(file, Clock(utc_now() - timedelta(minutes=5))).furnish()
    for login in ("alice", "bo"):
        shop.do(SetAvailable(login=login, available=False), by=login)
    for place, subject in enumerate(SUBJECTS, start=1):
        contact = f"customer{16 if place in (17, 18) else place}@example.cn"
        body = f"Question {place}"
        shop.open(subject, by="dora", team="logistics", contact=contact, body=body)
    shop.close()
    return file


class Agent:
    """Somebody at a console: what they do, in keys."""

    def __init__(self, terminal: Terminal) -> None:
        self.at = terminal
        self.at.until("Subject")

    def on(self, number: int, *keys: str, told: str) -> None:
        """Open a ticket, press keys, go back to the list; that was told in the end."""
        self.at.press("#", str(number), "enter", *keys)
        self.at.until(told)
        self.at.press("escape")
        self.at.until("Subject")

    def through(self, words: str, *keys: str, told: str) -> None:
        """Filter the list, press keys, take marks and filter away; that was told in the end."""
        self.at.press("/", words, "enter", *keys)
        self.at.until(told)
        self.at.press("escape", "escape")
        self.at.until("/ filter")

    def back(self, key: str, told: str) -> None:
        """Take back, or do again."""
        self.at.press(key)
        self.at.until(told)


@contextmanager
def sitting(desk: Path, login: str) -> Iterator[Agent]:
    """Somebody at a console of their own, who leaves it in the end."""
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk), "--as", login, "--lang", "en"]
    with Terminal(command, rows=24, columns=80) as terminal:
        yield Agent(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def run(desk: Path, *arguments: str) -> str:
    """A command beside the consoles, such as a shop's mail fetched by cron."""
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk), *arguments]
    env = {**os.environ, "TUITICKET_LANG": "en"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return done.stdout


def answer_parcels(chen: Agent) -> None:
    """#10001 to #10008: taken and answered, each in one go of the fingers."""
    for number in range(10001, 10009):
        send = "y" if number < 10004 else "w" if number < 10006 else "x"
        words = f"Parcel {number} is on its way."
        chen.on(number, "a", "r", words, "ctrl+s", send, told=f"Sent · #{number}")
    chen.on(10008, "X", told="Reopened · #10008")


def hand_lamps_over(chen: Agent) -> None:
    """#10009 to #10012 together: filed, made urgent, transferred, that taken back and redone."""
    chen.through("broken", "*", "=", "complaint", "enter", told="Filed · 4 tickets")
    chen.through("broken", "*", "!", "urgent", "enter", told="Priority set · 4 tickets")
    transfer = ("t", "after", "enter", "Broken on arrival", "enter")
    chen.through("broken", "*", *transfer, told="Transferred · 4 tickets")
    chen.back("u", "Taken back: transfer")
    chen.back("U", "Done again: transfer")


def tidy_invoices(chen: Agent) -> None:
    """#10013 to #10024: some by a range and by repeating, the others one by one."""
    tag = ("T", "billing", "enter")
    chen.through("Invoice", "g", *"VjjV", *tag, "escape", "j", ".", told="Tagged billing · #10016")
    chen.back("u", "Taken back: change · #10016")
    chen.on(10014, "c", "Asked the accountants.", "ctrl+s", "y", told="Note added · #10014")
    chen.on(10015, "s", "third", "enter", told="State changed · #10015")
    chen.on(10017, "m", "10016", "enter", "y", told="Merged · #10016")
    chen.on(10018, "m", "10016", "enter", "y", told="Merged · #10016")
    chen.back("u", "Taken back: merging · 2 tickets")
    chen.on(10019, "l", "10020", "enter", "1", told="Tied to #10020")
    chen.on(10021, "W", told="Watched · #10021")
    chen.on(10022, "z", "2h", "enter", told="Snoozed until")
    chen.on(10023, "A", "dora", "enter", told="Assigned · #10023")
    chen.on(10024, "r", "Half a thought", "escape", told="Invoice 24")


def see_what_comes(desk: Path, chen: Agent, letters: Path) -> None:
    """Mail and a colleague's ticket come in while she looks; she opens one herself."""
    chen.at.press("/", "Oslo", "enter")
    letters.write_text(LETTERS)
    run(desk, "mail", "import", str(letters))
    chen.at.until("Do you ship to Oslo")
    chen.at.press("escape")
    new = ("--subject", "A box is missing", "--customer", "+442071838751", "--body", "One of two.")
    run(desk, "--as", "dora", "ticket", "new", *new, "--name", "Mo", "--team", "logistics")
    form = ("+", "nia@example.cn", "enter", "Nia", "enter", "Opening hours", "enter", "When?")
    chen.at.press(*form, "ctrl+s")
    chen.at.until("Opened · #10030")


def work_on_what_came(chen: Agent) -> None:
    """#10025 to #10030, a part of #10016 for itself, and a call."""
    answer = ("a", "r", "We do.", "ctrl+s", "y")
    chen.on(10025, *answer, told="Sent · #10025")
    chen.back("u", "Taken back: answer · #10025")
    chen.on(10025, "r", "ctrl+s", "y", told="Sent · #10025")
    chen.on(10026, "B", told="Marked as spam · #10026")
    chen.on(10027, "=", "repair", "enter", "=", "delay", "enter", told="Filed · #10027")
    chen.on(10028, "a", "x", told="Solved · #10028")
    chen.on(10029, "a", "!", "high", "enter", told="Priority set · #10029")
    chen.on(10016, "M", "2", "enter", told="Split off")
    call = ("C", "+442071838750", "enter", "Ms Okafor", "enter", "Do you ship to Lagos", "enter")
    chen.at.press(*call, "To a hotel", "enter", "We do.", "ctrl+s")
    chen.at.until("Recorded and solved · #10032")


def lead(lena: Agent) -> None:
    """Lena gives #10023 to chen and takes #10029 over."""
    lena.on(10023, "A", "chen", "enter", told="Assigned · #10023")
    lena.on(10029, "ctrl+t", "Chen goes home.", "enter", told="Taken over · #10029")


def facts(reading: Reading, number: int) -> Fact:
    """How a ticket stands in the store."""
    dossier = reading.dossier(number)
    assert dossier is not None
    ticket, logins = dossier.ticket, {agent.id: agent.login for agent in dossier.agents}
    categories = {category.id: category.key for category in reading.all(Category)}
    return Fact(
        state=ticket.state.value,
        owner=dossier.owner.login if dossier.owner else None,
        team=dossier.team.key if dossier.team else None,
        kind=ticket.kind.value,
        filed=categories.get(ticket.category_id or 0),
        priority=ticket.priority.name.lower(),
        tags=ticket.tags,
        into=ticket.merged_into,
        tied=tuple(linked.line.id for linked in dossier.linked),
        watched=tuple(logins[one.agent_id] for one in reading.find(Watcher, ticket_id=number)),
        snoozed=ticket.snoozed_until is not None,
        said=tuple(map(said, dossier.messages[1:])),
        steps=" ".join(event.kind.removeprefix("ticket.") for event in dossier.events),
    )


def said(message: Message) -> str:
    """A message in a line."""
    way = message.direction.value + (", withdrawn" if message.withdrawn_at else "")
    return f"{way}: {message.body}"


def test_the_store_holds_what_was_done_and_nothing_else(desk: Path, tmp_path: Path) -> None:
    with sitting(desk, "chen") as chen:
        answer_parcels(chen)
        hand_lamps_over(chen)
        tidy_invoices(chen)
        see_what_comes(desk, chen, tmp_path / "letters.mbox")
        work_on_what_came(chen)
        with sitting(desk, "lena") as lena:
            lead(lena)
    with sitting(desk, "chen") as chen:
        chen.on(10024, "r", "!", "ctrl+s", "y", told="Sent · #10024")

    run(desk, "log", "verify")
    run(desk, "doctor")
    shop = Shop(desk)
    with shop.desk.reading() as reading:
        numbers = [ticket.id for ticket in reading.all(Ticket)]
        assert {number: facts(reading, number) for number in numbers} == EXPECTED
        assert reading.all(Draft) == []
        assert [one.body for one in reading.find(Message, ticket_id=10031)] == ["Question 17"]
    shop.close()
