"""A desk to test on: a real store in a file of its own, and a clock that moves when told to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.presence import FilePresence
from tuiticket.db.store import open_store
from tuiticket.engine.commands.categories import AddCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeTeam
from tuiticket.engine.commands.setup import ChangeSettings, SetUp
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.people import Actor, Role, Via
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Kind, Ticket

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""A Monday; where a test says nothing else, its story begins now."""

ADMIN = Actor.system(Via.CLI)


@dataclass
class Clock:
    """The present instant, as a test wants it."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        """Let time pass: `advance(minutes=30)`."""
        self.now += timedelta(**span)


class Shop:
    """A small desk with people: two teams, two agents each, a lead over both.

    After-sales (`after-sales`: alice, bo) is automatic, logistics (`logistics`: chen, dora) takes
    its tickets by hand; lena leads both, ada administers, wall only looks.
    """

    def __init__(self, file: Path, clock: Clock | None = None) -> None:
        self.file = file
        self.clock = clock or Clock()
        store = open_store(file, stem=stem, durable=False)
        self.desk = Desk(store, self.clock, phone_reader("CN"), FilePresence(file))

    def furnish(self) -> Shop:
        """Set the desk up; a shop opened on an existing file is furnished already."""
        self.desk.do(
            SetUp(
                settings=Settings(
                    name="Test shop", zone="Asia/Shanghai", mail_domain="shop.example"
                )
            ),
            AddTeam(key="after-sales", name="After-sales", name_zh="售后"),
            AddTeam(key="logistics", name="Logistics", name_zh="物流", automatic=False),
            *(
                AddAgent(login=login, name=login.capitalize(), teams=(team,), capacity=3)
                for login, team in (
                    ("alice", "after-sales"),
                    ("bo", "after-sales"),
                    ("chen", "logistics"),
                    ("dora", "logistics"),
                )
            ),
            AddAgent(login="lena", name="Lena", role=Role.LEAD),
            AddAgent(login="ada", name="Ada", role=Role.ADMIN),
            AddAgent(login="wall", name="Wall", role=Role.MONITOR),
            ChangeTeam(key="after-sales", lead="lena"),
            ChangeTeam(key="logistics", lead="lena", sister="after-sales"),
            AddCategory(key="logistics", name="Logistics", name_zh="物流", team="logistics"),
            AddCategory(key="logistics/delay", name="Delay", name_zh="物流延迟"),
            ChangeSettings(kind_teams={Kind.COMPLAINT: "after-sales"}),
            by=ADMIN,
        )
        return self

    def do(self, *commands: Command, by: str = "alice") -> Outcome:
        """Carry out commands as a member of the staff, at the console."""
        return self.desk.do(*commands, by=self.desk.actor(by, Via.CONSOLE))

    def open(self, subject: str = "Parcel late", by: str = "alice", **fields: object) -> int:
        """Open a ticket and give its number."""
        intent: dict[str, object] = {
            "subject": subject,
            "body": "Where is my parcel?",
            "contact": "wang@example.cn",
            "kind": Kind.SERVICE,
            "channel": Channel.PHONE,
        }
        return self.do(OpenTicket(**(intent | fields)), by=by).tickets[0]  # type: ignore[arg-type]

    def dossier(self, number: int) -> Dossier:
        """Everything about a ticket that must exist."""
        with self.desk.reading() as reading:
            dossier = reading.dossier(number)
        assert dossier is not None
        return dossier

    def ticket(self, number: int) -> Ticket:
        """A ticket that must exist."""
        return self.dossier(number).ticket

    def close(self) -> None:
        """Let go of the file."""
        self.desk.close()
