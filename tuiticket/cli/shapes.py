"""The JSON shapes of the command line: a contract with scripts. Keys are added, never renamed.

Instants are ISO-8601 in UTC with a Z, durations whole seconds, enumerations their English words,
what is not there null. The help of each command names the keys it answers with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tuiticket.engine.customer_file import CustomerFile
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.dossier import Dossier, Hit, HitKind
from tuiticket.engine.model.duplicate import Double
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.message import Attachment, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Draft
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.rules.clocks import late, left, remaining
from tuiticket.engine.rules.forecast.outlook import forecast_of
from tuiticket.engine.rules.shop_hours import Calendars

Json = dict[str, Any]


def instant(at: datetime | None) -> str | None:
    """An instant as 2026-11-22T08:30:00Z."""
    return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def ticket_line(line: QueueLine, now: datetime, calendars: Calendars) -> Json:
    """A ticket as lists show it.

    `clock` is the running clock that is due first, `due_at` its due and `left_seconds` the working
    time left of it, negative once late; while all clocks rest `paused` is true and `left_seconds`
    what is left on the tightest.
    """
    running = None
    if line.next_due_at is not None:
        running = remaining(line.next_due_at, now, calendars.of(line.next_calendar_id))
    return {
        "number": line.id,
        "subject": line.subject,
        "kind": line.kind.value,
        "state": line.state.value,
        "priority": line.priority.name.lower(),
        "urgency": line.urgency,
        "channel": line.channel.value,
        "customer": line.customer,
        "customer_tags": list(line.customer_tags),
        "team": line.team,
        "owner": line.owner,
        "category": line.category,
        "order": line.order_number,
        "language": line.language,
        "tags": list(line.tags),
        "created_at": instant(line.created_at),
        "updated_at": instant(line.updated_at),
        "last_message_at": instant(line.last_message_at),
        "unanswered_since": instant(line.unanswered_since),
        "clock": line.next_clock.value if line.next_clock else None,
        "due_at": instant(line.next_due_at),
        "left_seconds": line.paused_left_s if running is None else running,
        "paused": line.next_due_at is None and line.paused_left_s is not None,
        "late": line.next_breach_at is not None and line.next_breach_at < now,
        "snoozed_until": instant(line.snoozed_until),
        "follow_up_at": instant(line.follow_up_at),
        "unread": line.unread,
    }


def ticket(dossier: Dossier, line: QueueLine, now: datetime, calendars: Calendars) -> Json:
    """A ticket with all that belongs to it: the keys of `ticket_line`, and those below."""
    files = _by_message(dossier.attachments)
    return {
        **ticket_line(line, now, calendars),
        "severity": dossier.ticket.severity.name.lower(),
        "assigned_at": instant(dossier.ticket.assigned_at),
        "solved_at": instant(dossier.ticket.solved_at),
        "closed_at": instant(dossier.ticket.closed_at),
        "cycle": dossier.ticket.cycle,
        "rebound_of": dossier.ticket.rebound_of,
        "customer_details": {
            "id": dossier.customer.id,
            "name": dossier.customer.name,
            "language": dossier.customer.language,
            "tags": list(dossier.customer.tags),
            "contacts": [
                {"kind": contact.kind.value, "value": contact.value} for contact in dossier.contacts
            ],
        },
        "clocks": [clock(each, now, calendars) for each in dossier.clocks],
        "messages": [
            message(each, dossier.agent(each.agent_id), files.get(each.id, []))
            for each in dossier.messages
        ],
        "order_details": order(dossier.order) if dossier.order else None,
        "judgement": judgement(dossier),
        "hints": hints(dossier),
        "rating": rating(dossier),
        "forecast": forecast(dossier, now),
        "others": [other.id for other in dossier.others],
        "watchers": [a.login for a in dossier.agents if a.id in dossier.watchers],
        "links": [
            {"number": to.line.id, "kind": to.kind.value, "ours": to.ours} for to in dossier.linked
        ],
        "duplicates": [double(each) for each in dossier.doubles],
        "wave": dossier.wave.id if dossier.wave else None,
    }


def double(each: Double) -> Json:
    """The other ticket of a possible duplicate; `ours` says that ours was opened after it.

    `ground` is what ties them apart from words: customer, order, number or name. `percent` says how
    like the words are, `words` which rare ones both hold.
    """
    return {
        "number": each.line.id,
        "subject": each.line.subject,
        "state": each.line.state.value,
        "created_at": instant(each.line.created_at),
        "ours": each.ours,
        "ground": each.found.ground.value,
        "percent": each.found.percent,
        "words": each.found.words.splitlines(),
    }


def customer(known: CustomerFile, now: datetime, calendars: Calendars) -> Json:
    """A customer with all that is known of them, the newest tickets and orders first."""
    return {
        "id": known.customer.id,
        "name": known.customer.name,
        "language": known.customer.language,
        "tags": list(known.customer.tags),
        "note": known.customer.note,
        "created_at": instant(known.customer.created_at),
        "contacts": [{"kind": each.kind.value, "value": each.value} for each in known.contacts],
        "tickets": [ticket_line(line, now, calendars) for line in known.tickets],
        "ticket_count": known.count,
        "orders": [order(bought) for bought in known.orders],
    }


def draft(unsent: Draft) -> Json:
    """What somebody has begun to write on a ticket."""
    return {
        "number": unsent.ticket_id,
        "kind": unsent.kind.value,
        "text": unsent.body,
        "saved_at": instant(unsent.saved_at),
    }


def judgement(dossier: Dossier) -> Json | None:
    """What the desk made of a ticket's first words; null if it was never read.

    `alone` says that the first proposal was set without asking, `sure` how many of a hundred as
    sure as that were right, `temper` is 0 to 1;
    `temper_learned` are words that corrections taught, `temper_lessons` how many of them were heard
    beside the list of words.
    """
    found = dossier.judgement
    if found is None:
        return None
    return {
        "proposals": [category.key for category in dossier.proposals],
        "alone": found.alone,
        "sure": found.sure,
        "reasons": found.reasons.splitlines(),
        "temper": found.temper / 1000,
        "level": found.level.value,
        "corrected": found.corrected,
        "temper_reasons": found.temper_reasons.splitlines(),
        "temper_learned": found.learned.splitlines(),
        "temper_lessons": found.lessons,
    }


def hints(dossier: Dossier) -> Json:
    """What speaks for a kind (how many of how many alike were of it) and a priority (which words).

    Each is null where nothing stands out. It is told also where the ticket is so already.
    """
    habit, pressing = dossier.habit, dossier.pressing
    return {
        "kind": habit and {"kind": habit.kind.value, "times": habit.times, "of": habit.of},
        "priority": pressing
        and {"priority": pressing.priority.name.lower(), "words": list(pressing.words)},
    }


def rating(dossier: Dossier) -> Json | None:
    """What the customer thought of it, marks 1 to 5; null while they did not say.

    `foreseen` is how likely the desk had thought it that they would be content, null if it could
    not tell.
    """
    found = dossier.rating
    if found is None:
        return None
    by = dossier.agent(found.agent_id)
    return {
        "speed": found.speed,
        "quality": found.quality,
        "attitude": found.attitude,
        "comment": found.comment,
        "at": instant(found.at),
        "taken_down_by": by.login if by else None,
        "foreseen": None if found.foreseen is None else found.foreseen / 1000,
    }


def forecast(dossier: Dossier, now: datetime) -> Json | None:
    """How likely the customer is content in the end, and what that follows from; null if not known.

    Each reason names a circumstance, its value, and what it does to the log-odds.
    """
    found = forecast_of(dossier, now)
    if found is None:
        return None
    return {
        "content": round(found.content, 3),
        "reasons": [
            {
                "what": reason.what,
                "value": getattr(found.course, reason.what, None),
                "change": round(reason.change, 3),
            }
            for reason in found.reasons
        ],
    }


def _by_message(attachments: Sequence[Attachment]) -> Mapping[int, list[Attachment]]:
    found: dict[int, list[Attachment]] = {}
    for attachment in attachments:
        found.setdefault(attachment.message_id, []).append(attachment)
    return found


def message(said: Message, agent: Agent | None, files: Sequence[Attachment]) -> Json:
    """One message; `direction` is in, out or note."""
    return {
        "id": said.id,
        "direction": said.direction.value,
        "channel": said.channel.value,
        "at": instant(said.at),
        "agent": agent.login if agent else None,
        "subject": said.subject,
        "text": said.body,
        "quoted": said.quoted,
        "automatic": said.automatic,
        "seconds": said.seconds,
        "message_id": said.mail_id,
        "withdrawn_at": instant(said.withdrawn_at),
        "attachments": [attachment(file) for file in files],
    }


def attachment(file: Attachment) -> Json:
    """A file without its content; `skipped` says why that was not kept, if it was not."""
    return {
        "id": file.id,
        "name": file.name,
        "type": file.media_type,
        "size": file.size,
        "skipped": file.skipped,
    }


def clock(each: Clock, now: datetime, calendars: Calendars) -> Json:
    """One clock; a stopped one has no due but `stopped_at`."""
    return {
        "kind": each.kind.value,
        "cycle": each.cycle,
        "state": each.state.value,
        "target_seconds": each.target_s,
        "left_seconds": left(each, now, calendars) if each.alive else None,
        "late": late(each, now),
        "started_at": instant(each.started_at),
        "due_at": instant(each.due_at) if each.alive else None,
        "stopped_at": instant(each.stopped_at),
    }


def order(bought: Order) -> Json:
    """An order; amounts in hundredths of its currency."""
    return {
        "number": bought.number,
        "state": bought.state.value,
        "placed_at": instant(bought.placed_at),
        "total_cents": bought.total_cents,
        "currency": bought.currency,
        "tracking": bought.tracking,
        "lines": [
            {
                "sku": line.sku,
                "name": line.name,
                "quantity": line.quantity,
                "price_cents": line.price_cents,
            }
            for line in bought.lines
        ],
    }


def hit(found: Hit) -> Json:
    """A find of a search: `number` is the ticket's, `article` the article's."""
    return {
        "kind": found.kind.value,
        "number": None if found.kind is HitKind.ARTICLE else found.id,
        "article": found.id if found.kind is HitKind.ARTICLE else None,
        "title": found.title,
        "snippet": found.snippet,
        "at": instant(found.at),
    }


def article(known: Article, categories: Mapping[int, str], **more: Any) -> Json:
    """An article without its text, and what else is said of it."""
    return {
        "article": known.id,
        "title": known.title,
        "kind": known.kind.value,
        "language": known.language,
        "category": categories.get(known.category_id or 0),
        "source": known.source,
        "uses": known.uses,
        "updated_at": instant(known.updated_at),
        **more,
    }


def category(branch: Category, team_key: str | None) -> Json:
    """A branch of the category tree."""
    return {
        "key": branch.key,
        "name": branch.name,
        "name_zh": branch.name_zh,
        "team": team_key,
        "skill": branch.skill,
        "level": branch.skill_level if branch.skill else None,
    }


def event(happened: Event) -> Json:
    """A line of the log; `changes` holds for each field what it was and became."""
    return {
        "id": happened.id,
        "act": happened.act,
        "at": instant(happened.at),
        "actor": happened.actor,
        "via": happened.via,
        "kind": happened.kind,
        "number": happened.ticket_id,
        "data": happened.data,
        "changes": [
            {"entity": c.entity, "id": c.id, "how": c.how.value, "fields": c.fields}
            for c in happened.changes
        ],
    }
