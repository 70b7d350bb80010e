"""What the store costs, against a bare sqlite3 doing the least possible in the same run.

Run: python -m benchmarks.store [TICKETS [ACTIVE]]. Every figure is the best of several; those with
"x" are ratios, which mean the same on every machine; acts are the median in processor time.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tuiticket.adapters.stems import stem
from tuiticket.db.index import DOCUMENTS
from tuiticket.db.reading import SqlReading
from tuiticket.db.store import SqlStore, open_store
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.desk import Desk
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Priority, State, Ticket
from tuiticket.engine.rules.query import parse
from tuiticket.engine.rules.tokens import index_tokens

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MESSAGES = 3
"""Messages on each ticket."""

TICKET = """
id kind state priority severity channel customer_id created_at updated_at category_id owner_id
team_id order_number language tags assigned_at last_message_at unanswered_since solved_at closed_at
cycle urgency next_clock next_due_at next_breach_at paused_left_s version subject
by_hand needs_level excluded widened follow_up_told
"""
MESSAGE = """
id ticket_id direction channel at agent_id customer_id automatic seconds withdrawn_at mail_id
in_reply_to subject body quoted
"""

_HAN = (
    "我你的了是不在有要退款货物流发快递订单地址换开票"
    "质量问题尺寸颜色收到三天没客服处理投诉灯床沙发柜子"
)
_LATIN = """
the a my order parcel lamp shelf refund arrived broken late please invoice size colour delivery
address wrong missing return exchange money card paid shipped tracking damaged
"""


def text(rng: random.Random, length: int) -> str:
    """A text of about that many characters, every other one in Chinese."""
    if rng.random() < 0.5:
        return "".join(rng.choices(_HAN, k=length // 2))
    return " ".join(rng.choices(_LATIN.split(), k=length // 6))


def fill(path: Path, tickets: int, active: int) -> None:
    """Write that many tickets straight into the tables, the newest `active` of them still open."""
    rng = random.Random(7)
    at = int(NOW.timestamp())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        db.executemany(
            "INSERT INTO agent (id, login, name, role, capacity, available, away_note, skills,"
            " version) VALUES (?, ?, ?, 'agent', 10, 1, '', '[]', 0)",
            [(i, f"agent{i}", f"Agent {i}") for i in range(1, 21)],
        )
        db.executemany(
            "INSERT INTO team (id, key, name, name_zh, automatic, overflow, version)"
            " VALUES (?, ?, ?, '', 1, '[]', 0)",
            [(i, f"team{i}", f"Team {i}") for i in range(1, 5)],
        )
        db.executemany(
            "INSERT INTO customer VALUES (?, ?, ?, 'en', '[]', 0, '')",
            [(i, f"Customer {i}", at) for i in range(1, tickets // 3 + 2)],
        )
        db.executemany(
            _insert("ticket", TICKET),
            (_ticket(rng, i, tickets, active, at) for i in _count(tickets)),
        )
        db.executemany(_insert("message", MESSAGE), _messages(rng, tickets, at))
        for cls, table in ((Ticket, "ticket"), (Message, "message")):
            columns = ", ".join(DOCUMENTS[cls].columns)
            marks = ", ".join("?" * len(DOCUMENTS[cls].columns))
            rows = db.execute(f"SELECT id, {columns} FROM {table}")
            db.executemany(
                f"INSERT INTO {table}_words (rowid, {columns}) VALUES (?, {marks})",
                ((row[0], *(" ".join(index_tokens(t, stem)) for t in row[1:])) for row in rows),
            )


def _insert(table: str, columns: str) -> str:
    marks = ", ".join("?" * len(columns.split()))
    return f"INSERT INTO {table} ({', '.join(columns.split())}) VALUES ({marks})"


def _count(tickets: int) -> range:
    return range(10_001, 10_001 + tickets)


def _ticket(rng: random.Random, id_: int, tickets: int, active: int, at: int) -> tuple[Any, ...]:
    is_open = id_ > 10_000 + tickets - active
    due = at + rng.randint(-90_000, 900_000) if is_open and rng.random() < 0.8 else None
    kind = rng.choice(("service", "enquiry", "complaint", "repair"))
    states = ("new", "open", "open", "waiting-customer") if is_open else ("closed", "archived")
    created = at - (10_001 + tickets - id_) * 30
    row: tuple[Any, ...] = (id_, kind, rng.choice(states), rng.randint(1, 4), 2, "mail")
    row += (rng.randint(1, tickets // 3 + 1), created, created, None, rng.randint(1, 20))
    row += (rng.randint(1, 4), str(rng.randint(1, tickets)), "en", "[]", created, created)
    row += (created if is_open and rng.random() < 0.5 else None, None, None, 0)
    row += (rng.randint(0, 2_000) if is_open else 0, "resolution" if due else None, due, due)
    return (*row, None, 1, text(rng, 30), 0, 0, "[]", 0, 0)


def _messages(rng: random.Random, tickets: int, at: int) -> Iterator[tuple[Any, ...]]:
    for number in _count(tickets):
        for _ in range(MESSAGES):
            said = (at - (10_001 + tickets - number) * 30, None, None, None, None, None)
            yield (None, number, "in", "mail", *said, None, None, "", text(rng, 150), "")


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in milliseconds."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return min(runs) * 1_000


def report(name: str, ours: float, floor: float | None = None) -> None:
    """Print one line."""
    ratio = f"{ours / floor:6.1f} x {floor:8.2f} ms" if floor else ""
    print(f"{name:44} {ours:9.2f} ms  {ratio}")


QUEUES = (
    "state:active kind:complaint",
    "state:active owner:agent3",
    "owner:agent3 is:late",
    "sla:<30m",
    "is:unanswered team:team2",
    "state:active refund",
    "退款",
    "refund lamp",
    "order:10482",
    "created:>-1d",
    "state:closed sort:-updated",
    "",
)
SEARCHES = ("退款", "refund", "refund lamp shelf", '"the parcel"', "物", "10482")


def measure_queue(reading: SqlReading, bare: sqlite3.Connection) -> None:
    """Print what vectors of ids cost, and the lines of one page."""
    in_order = (
        "SELECT id FROM ticket WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third',"
        " 'review') ORDER BY urgency DESC, (next_due_at IS NULL), next_due_at, id"
    )
    ids = partial(reading.queue, me=None, now=NOW)
    active = parse("state:active")
    floor = best(lambda: bare.execute(in_order).fetchall())
    report(f"queue: {len(ids(active))} active ids", best(partial(ids, active)), floor)
    for text in QUEUES:
        query = parse(text)
        name = f"queue: {text or 'everything'} ({len(ids(query))})"
        report(name, best(partial(ids, query), 3))
    report("count up to 1000", best(lambda: reading.count(active, None, NOW, 1_000)))
    page = list(ids(active))[:60]
    rows = f"SELECT * FROM ticket WHERE id IN ({', '.join('?' * len(page))})"
    floor = best(lambda: bare.execute(rows, page).fetchall(), 20)
    report("lines of 60", best(lambda: reading.lines(page), 20), floor)
    report("dossier", best(lambda: reading.dossier(page[0]), 20))


def measure(store: SqlStore, path: Path) -> None:
    """Print what each question costs."""
    with closing(sqlite3.connect(path)) as bare, store.reading() as reading:
        measure_queue(reading, bare)
        report("loads of 20 agents", best(lambda: reading.loads(range(1, 21))))
        for words in SEARCHES:
            report(f"search: {words}", best(partial(reading.search, words, 20)))
    with store.transaction() as tx:
        report("due timers", best(lambda: tx.due(NOW, 100)))
        report("unassigned", best(lambda: tx.unassigned(100)))
        report("next number", best(lambda: tx.next_number(1)))
    report("pulse", best(store.data_version, 100))


def measure_acts(store: SqlStore, times: int = 20) -> None:
    """Print what one act costs from its first read to its commit, in processor time."""
    instant = NOW
    desk = Desk(store, lambda: instant, lambda _number: None)
    desk.do(SetUp(settings=Settings(name="Benchmark")), by=Actor.system(Via.CLI))
    me = desk.actor("agent3", Via.CLI)
    took: dict[str, list[float]] = {}
    for number in range(times):
        instant += timedelta(seconds=1)
        said = text(random.Random(number), 150)
        opening = OpenTicket(subject=said[:30], body=said, contact=f"c{number}@example.cn")
        ticket = _timed(took, "open", desk, opening, me)
        acts: dict[str, Command] = {
            "take": Take(ticket=ticket),
            "note": AddNote(ticket=ticket, body=said),
            "reply": Reply(ticket=ticket, body=said),
            "set": Describe(ticket=ticket, priority=Priority.HIGH),
            "solve": Move(ticket=ticket, to=State.SOLVED),
        }
        for name, command in acts.items():
            _timed(took, name, desk, command, me)
    for name, runs in took.items():
        report(f"act: {name}", statistics.median(runs))


def _timed(took: dict[str, list[float]], name: str, desk: Desk, command: Command, me: Actor) -> int:
    """Carry out an act, and note how long it took; the ticket it was about."""
    start = time.process_time()
    outcome = desk.do(command, by=me)
    took.setdefault(name, []).append((time.process_time() - start) * 1_000)
    return outcome.tickets[0]


def sizes(path: Path) -> None:
    """Print how large the search index is beside the text."""
    with closing(sqlite3.connect(path)) as db:
        (words,) = db.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name GLOB '*_words_*'"
        ).fetchone()
        (said,) = db.execute("SELECT sum(length(CAST(body AS BLOB))) FROM message").fetchone()
        (subjects,) = db.execute("SELECT sum(length(CAST(subject AS BLOB))) FROM ticket").fetchone()
    print(f"search index: {words / 1e6:.1f} MB, {words / (said + subjects):.2f} of the text")


def main(tickets: int = 100_000, active: int = 20_000) -> None:
    """Make a desk, fill it, measure it, throw it away."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        start = time.perf_counter()
        open_store(path, stem=stem, durable=False).close()
        report("make a desk, imports included", (time.perf_counter() - start) * 1_000)
        start = time.perf_counter()
        fill(path, tickets, active)
        print(f"filled {tickets} tickets in {time.perf_counter() - start:.0f} s")
        sizes(path)
        report("open it", best(lambda: open_store(path, stem=stem).close()))
        with closing(open_store(path, stem=stem)) as store:
            measure(store, path)
            measure_acts(store)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
