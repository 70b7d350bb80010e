"""Small random desks, and random queries about them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.db.oracle import World
from tests.db.samples import NOON, customer, message, ticket
from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Contact, ContactKind
from tuiticket.engine.model.link import TicketLink
from tuiticket.engine.model.message import Attachment
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.rules.query import (
    FIELDS,
    Absolute,
    And,
    Choice,
    Field,
    Node,
    Not,
    Or,
    Query,
    Relative,
    RelativeDay,
    Sort,
    SortKey,
    Special,
    Text,
    ValueKind,
)

ZONE = "Asia/Shanghai"
WORDS = ("lamp", "Parcel", "退款", "物流太慢", "88213")
ASKED = (
    "lamp",
    "LAMP",
    "parcel",
    "退款",
    "款",
    "物流",
    "88213",
    "10003",
    "Wang",
    "王芳",
    "4915112345678",
)
LOGINS, TEAMS = ("alice", "bo"), ("after-sales", "logistics")
CATEGORIES = ("after-sales", "after-sales/refund", "after-salesman", "logistics")
TAGS = ("vip", "急", "New_One")
DISTANCE = st.sampled_from((-90_000, -86_400, -3_600, -60, 0, 60, 1_799, 1_800, 7_200, 100_000))
MOMENT = DISTANCE.map(lambda seconds: NOON + timedelta(seconds=seconds))
PHRASE = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


TICKET = st.fixed_dictionaries(
    {
        "subject": PHRASE,
        "kind": st.sampled_from(Kind),
        "state": st.sampled_from(State),
        "priority": st.sampled_from(Priority),
        "severity": st.sampled_from(Severity),
        "channel": st.sampled_from(Channel),
        "customer_id": st.integers(1, 3),
        "created_at": MOMENT,
        "updated_at": MOMENT,
        "category_id": _maybe(st.integers(1, len(CATEGORIES))),
        "owner_id": _maybe(st.integers(1, 2)),
        "team_id": _maybe(st.integers(1, 2)),
        "order_number": _maybe(st.sampled_from(("88213", "A-1"))),
        "tags": st.lists(st.sampled_from(TAGS), unique=True, max_size=2).map(tuple),
        "unanswered_since": _maybe(MOMENT),
        "urgency": st.integers(0, 2),
        "next_due_at": _maybe(MOMENT),
        "next_breach_at": _maybe(MOMENT),
        "paused_left_s": _maybe(st.integers(0, 99)),
        "snoozed_until": _maybe(MOMENT),
        "follow_up_at": _maybe(MOMENT),
    }
)
MESSAGE = st.tuples(
    st.integers(1, 12), PHRASE, _maybe(MOMENT), st.booleans(), _maybe(st.integers(1, 2))
)
PAIRS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=4, unique=True)


def _pairs_by_parity() -> st.SearchStrategy[list[tuple[int, int]]]:
    """Pairs of a ticket and a number, no two of a ticket with both numbers odd or both even."""
    number = st.integers(1, 12)
    return st.lists(
        st.tuples(number, number), max_size=4, unique_by=lambda pair: (pair[0], pair[1] % 2)
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A desk of up to twelve tickets."""
    told = draw(st.lists(TICKET, min_size=1, max_size=12))
    tickets = [ticket(10_000 + n, **fields) for n, fields in enumerate(told, 1)]
    said = [m for m in draw(st.lists(MESSAGE, max_size=12)) if m[0] <= len(tickets)]
    return World(
        agents=[Agent(id=n, login=login, name=login) for n, login in enumerate(LOGINS, 1)],
        teams=[Team(id=n, key=key, name=key) for n, key in enumerate(TEAMS, 1)],
        members=[Membership(id=1, team_id=2, agent_id=1)],
        categories=[Category(id=n, key=key, name=key) for n, key in enumerate(CATEGORIES, 1)],
        customers=[
            customer("王芳", id=1, tags=("VIP",)),
            customer("Wang Lei", id=2),
            customer("Adeyemi", id=3, tags=("new_one",)),
        ],
        contacts=[
            Contact(id=1, customer_id=1, kind=ContactKind.PHONE, value="+4915112345678"),
            Contact(id=2, customer_id=3, kind=ContactKind.MAIL, value="k@example.org"),
        ],
        tickets=tickets,
        messages=[
            message(10_000 + number, body, id=place, withdrawn_at=withdrawn, agent_id=agent)
            for place, (number, body, withdrawn, _, agent) in enumerate(said, 1)
        ],
        with_files=frozenset(10_000 + m[0] for m in said if m[3]),
        links=[
            TicketLink(id=n, ticket_id=10_000 + one, other_id=10_000 + two)
            for n, (one, two) in enumerate(draw(PAIRS), 1)
            if max(one, two) <= len(tickets)
        ],
        watchers=[
            Watcher(id=n, ticket_id=10_000 + number, agent_id=1 + agent % 2)
            for n, (number, agent) in enumerate(draw(_pairs_by_parity()), 1)
            if number <= len(tickets)
        ],
        seen=[
            Seen(id=n, ticket_id=10_000 + number, agent_id=1 + last % 2, message_id=last)
            for n, (number, last) in enumerate(draw(_pairs_by_parity()), 1)
            if number <= len(tickets)
        ],
        me=draw(_maybe(st.just(Agent(id=1, login="alice", name="alice")))),
        now=NOON,
        zone=ZoneInfo(ZONE),
    )


def store(tx: SqlTransaction, world: World) -> None:
    """Put the world into a store."""
    tx.insert(Settings(name="x", zone=ZONE))
    people = (*world.agents, *world.teams, *world.members, *world.categories)
    for value in (*people, *world.customers, *world.contacts, *world.tickets, *world.messages):
        tx.insert(value)
    for value in (*world.links, *world.watchers, *world.seen):
        tx.insert(value)
    for number in world.with_files:
        first = next(m.id for m in world.messages if m.ticket_id == number)
        tx.insert(Attachment(message_id=first, name="a", media_type="text/plain", size=1))


STRINGS: dict[str, tuple[str | Special, ...]] = {
    "owner": (*LOGINS, "ALICE", "nobody", Special.ME, Special.NONE),
    "team": (*TEAMS, "nothing", Special.MINE, Special.NONE),
    "category": (*CATEGORIES, "after", Special.NONE),
    "tag": (*TAGS, "vIP", "nothing", Special.NONE),
    "customer": ("王", "wang", "adey", "+4915112345678", "k@example.org", "example"),
    "order": ("88213", "a-1", "A-1", "A", Special.NONE),
    "subject": ("lamp", "退款", "流"),
}
INSTANT = st.one_of(
    DISTANCE.map(Relative),
    st.sampled_from(RelativeDay),
    st.builds(
        Absolute, st.sampled_from((date(2026, 3, 2), date(2026, 3, 3))), _maybe(st.just(time(20)))
    ),
)


@st.composite
def fields(draw: st.DrawFn) -> Field:
    """One filter that the store can answer."""
    names = [name for name in FIELDS if name not in ("sort", "emotion", "wave")]
    spec = FIELDS[draw(st.sampled_from(names))]
    return Field(spec.name, draw(st.sampled_from(spec.operators)), draw(_value(spec)))


def _value(spec: Any) -> st.SearchStrategy[Any]:
    match spec.kind:
        case ValueKind.ENUM | ValueKind.RANK:
            return st.sampled_from([Choice(word.word, word.members) for word in spec.words])
        case ValueKind.FLAG:
            return st.sampled_from([word.word for word in spec.words])
        case ValueKind.NUMBER:
            return st.sampled_from((10_001, 10_003, 10_003.5, 10_012))
        case ValueKind.DURATION:
            return DISTANCE
        case ValueKind.INSTANT:
            return INSTANT
    return st.sampled_from(STRINGS[spec.name])


LEAVES = fields() | st.sampled_from(ASKED).map(Text)
NODES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.filter(lambda node: not isinstance(node, Not)).map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: And(tuple(nodes))),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: Or(tuple(nodes))),
    ),
    max_leaves=5,
)
SORTS = st.lists(st.builds(Sort, st.sampled_from(SortKey), st.booleans()), max_size=2).map(tuple)
QUERIES = st.builds(Query, NODES | st.just(And()), SORTS)
