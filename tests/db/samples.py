"""Values to store: one of each sort, and short ways to make more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.model.article import (
    Article,
    ArticleCheck,
    ArticleDraft,
    ArticleKind,
    ArticleLink,
    ArticleVote,
)
from tuiticket.engine.model.calendar import PublicDays, ShopCalendar, SpecialDay
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, ClockKind, FiredStep, Policy, Step, StepAction
from tuiticket.engine.model.customer import Contact, ContactKind, Customer
from tuiticket.engine.model.duplicate import Ground, PossibleDuplicate
from tuiticket.engine.model.entities import LOGGED, UNLOGGED
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.judgement import (
    Classifier,
    FeatureRow,
    Judgement,
    Keyword,
    Lesson,
    Temper,
    TemperCourse,
    TemperLesson,
    TemperWord,
)
from tuiticket.engine.model.link import TicketLink
from tuiticket.engine.model.message import (
    Attachment,
    Delivery,
    Direction,
    Mail,
    MailState,
    Message,
)
from tuiticket.engine.model.order import Order, OrderLine, OrderState
from tuiticket.engine.model.people import (
    Agent,
    Draft,
    DraftKind,
    Membership,
    Notice,
    Skill,
    Team,
)
from tuiticket.engine.model.procedure import Checklist, StepTick
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State, Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.model.wave import MarkKind, Wave, WaveTicket
from tuiticket.engine.rules.chain import sealed

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
OFFICE = ShopCalendar(
    key="office",
    zone="Asia/Shanghai",
    week=(((32_400, 43_200), (46_800, 64_800)), (), (), (), (), (), ()),
    closed=("10-01", "2026-02-17"),
    makeup=("2026-02-14",),
    special=(SpecialDay("2026-11-11", ((0, 86_400),)),),
    public=PublicDays("CN", (2026,), ("2026-10-01",), ("2026-10-10",)),
)
STANDARD = Policy(
    name="Standard",
    position=1,
    calendar_id=1,
    resolution_s=3600,
    steps=(Step(80, (StepAction.REMIND_OWNER, StepAction.TELL_LEAD)),),
)
ORDER = Order(
    number="A-88213",
    customer_id=1,
    placed_at=NOON,
    state=OrderState.PAID,
    total_cents=25900,
    lines=(OrderLine(sku="L-1", name="Lamp 台灯", quantity=1, price_cents=25900),),
)
ENTITIES: tuple[type[Any], ...] = (*LOGGED.values(), *UNLOGGED)


def ticket(number: int, **fields: Any) -> Ticket:
    """A ticket of customer 1."""
    usual: dict[str, Any] = {
        "subject": "Parcel late",
        "kind": Kind.SERVICE,
        "state": State.OPEN,
        "priority": Priority.NORMAL,
        "severity": Severity.MODERATE,
        "channel": Channel.MAIL,
        "customer_id": 1,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Ticket(id=number, **(usual | fields))


def message(number: int, body: str, **fields: Any) -> Message:
    """What the customer said on a ticket."""
    usual: dict[str, Any] = {"direction": Direction.IN, "channel": Channel.MAIL, "at": NOON}
    return Message(ticket_id=number, body=body, **(usual | fields))


def customer(name: str = "Wang Fang", **fields: Any) -> Customer:
    """A customer."""
    return Customer(name=name, created_at=NOON, **fields)


def article(title: str, body: str, **fields: Any) -> Article:
    """An article."""
    usual: dict[str, Any] = {"kind": ArticleKind.FAQ, "language": "en", "updated_at": NOON}
    return Article(title=title, body=body, **(usual | fields))


def write_events(tx: SqlTransaction, *told: tuple[str, str, dict[str, Any]]) -> list[Event]:
    """Append one act to the log, an event for each (actor, kind, data)."""
    last, previous = tx.last_event()
    events, lines = [], []
    for number, (actor, kind, data) in enumerate(told, last + 1):
        event = Event(
            id=number,
            act=last + 1,
            at=NOON,
            actor=actor,
            via="cli",
            kind=kind,
            ticket_id=data.get("ticket"),
            data=data,
            changes=(Change("Ticket", 1, How.CHANGED, {"subject": ["旧", "新"]}),),
        )
        line = sealed(event, previous)
        previous = line.hash
        events.append(event)
        lines.append(line)
    tx.append(lines)
    return events


def one_of_each(tx: SqlTransaction) -> dict[type[Any], Any]:
    """Store one value of every class, each belonging to the others, and return them."""
    return {type(value): tx.insert(value) for value in (*_shop(), *_matter(), *_read(), *_known())}


def _shop() -> tuple[Any, ...]:
    """Return what there is before anyone complains."""
    return (
        Settings(
            name="栖木家居",
            mail_addresses=("help@shop.example",),
            kind_teams={Kind.REPAIR: 1},
            weights={Kind.COMPLAINT: 2.0},
        ),
        Agent(login="alice", name="Alice", skills=(Skill("refund", 2),)),
        Team(key="after-sales", name="After-sales", lead_id=1, overflow=(25, 50)),
        Membership(team_id=1, agent_id=1),
        Category(key="after-sales/refund", name="Refund", name_zh="退款", team_id=1),
        Keyword(category_id=1, word="退款"),
        TemperWord(word="套路", weight=20),
        Classifier(algorithm="pa1-1", labels=(1,), texts=1, newest=1, decisions=(1200, -30)),
        TemperCourse(algorithm="pa1-1", texts=1, newest=1, felt=((-120, 800, 1),)),
        FeatureRow(id=77, packed=b"\0\1"),
        RoutingRule(name="Refunds", position=1, team_id=1, keywords=("退款", "refund")),
        customer(tags=("vip",)),
        Contact(customer_id=1, kind=ContactKind.PHONE, value="+8613800138000"),
        OFFICE,
        STANDARD,
        ORDER,
    )


def _matter() -> tuple[Any, ...]:
    """Return a ticket and what hangs on it."""
    return (
        ticket(
            10001,
            tags=("vip", "急"),
            order_number="A-88213",
            category_id=1,
            team_id=1,
            owner_id=1,
            next_clock=ClockKind.RESOLUTION,
        ),
        message(10001, "退款三天没到账", mail_id="<1@shop.example>"),
        Attachment(
            message_id=1, name="灯.jpg", media_type="image/jpeg", size=3, content=b"\0\xff\n"
        ),
        Delivery(
            message_id=1,
            ticket_id=10001,
            channel=Channel.MAIL,
            address="wang@example.cn",
            hold_until=NOON,
        ),
        Mail(
            mail_id="<1@shop.example>",
            content_hash="5e",
            received_at=NOON,
            state=MailState.STORED,
            raw=b"From: \xff",
            message_id=1,
        ),
        Clock(
            ticket_id=10001,
            kind=ClockKind.RESOLUTION,
            cycle=0,
            policy_id=1,
            target_s=3600,
            started_at=NOON,
        ),
        FiredStep(clock_id=1, ticket_id=10001, generation=0, percent=80, fired_at=NOON),
        Timer(due=Due.STEP, ticket_id=10001, fire_at=NOON, clock_id=1, percent=100),
        Notice(agent_id=1, ticket_id=10001, at=NOON, about="late", details={"percent": 80}),
        Watcher(ticket_id=10001, agent_id=1),
        Seen(ticket_id=10001, agent_id=1, message_id=1),
        TicketLink(ticket_id=10001, other_id=10001),
        CannedReply(key="refund", name="Refund", bodies={"en": "Hello {customer}", "zh": "您好"}),
        Synonyms(key="glimmer", words=("glimmer", "小夜灯")),
        SavedView(key="angry", name="Angry", query="emotion:>0.6", owner_id=1),
        Draft(ticket_id=10001, agent_id=1, kind=DraftKind.REPLY, body="您好,", saved_at=NOON),
    )


def _read() -> tuple[Any, ...]:
    """Return what was made of the ticket's words, and learned from it."""
    return (
        Judgement(
            ticket_id=10001,
            proposals=(1,),
            sure=98,
            reasons="退款",
            temper=720,
            level=Temper.DISPLEASED,
            learned="三天",
            lessons=12,
        ),
        Lesson(ticket_id=10001, category_id=1),
        TemperLesson(ticket_id=10001, upset=True),
        Wave(
            kind=MarkKind.WORD,
            name="罢工",
            also=("strike",),
            marks=("strike", "罢工"),
            started_at=NOON,
            last_at=NOON,
            tickets=6,
            expected=12,
            told_at=6,
        ),
        WaveTicket(wave_id=1, ticket_id=10001),
        PossibleDuplicate(
            ticket_id=10001, other_id=10001, ground=Ground.ORDER, percent=61, words="灯罩\n裂"
        ),
        Rating(
            ticket_id=10001,
            speed=4,
            quality=5,
            attitude=3,
            comment="快",
            at=NOON,
            category_id=1,
            course=(500, 60),
            foreseen=812,
        ),
        Outlook(
            ratings=1,
            start=0.5,
            usual=(0.25,),
            weights=(-1.5,),
            categories=((1, 0.5),),
            brier=0.125,
        ),
    )


def _known() -> tuple[Any, ...]:
    """Return an article and what hangs on it."""
    return (
        article("Refund times", "Refunds take three days.", category_id=1, source="refund.md"),
        ArticleLink(article_id=1, other_id=1),
        ArticleVote(article_id=1, agent_id=1, useful=True, at=NOON),
        ArticleCheck(article_id=1, author="alice", at=NOON),
        ArticleDraft(
            agent_id=1,
            article_id=1,
            saved_at=NOON,
            kind=ArticleKind.FAQ,
            language="en",
            title="Refund times",
            body="Refunds take",
        ),
        Checklist(article_id=1, category_id=1),
        StepTick(ticket_id=10001, article_id=1, author="alice", at=NOON, step="Ask for a photo"),
    )
