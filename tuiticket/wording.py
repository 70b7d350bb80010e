"""The words for what the engine knows by value: kinds, states, durations, what an event says.

The engine speaks in enumerations and seconds; here they become words in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import N_, DeskError
from tuiticket.engine.model.article import ArticleKind, ArticleLinkKind
from tuiticket.engine.model.calendar import DayKind
from tuiticket.engine.model.clock import ClockKind, ClockState, Policy, ReboundTo, StepAction
from tuiticket.engine.model.customer import ContactKind
from tuiticket.engine.model.duplicate import Ground
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.model.message import Direction
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.people import DraftKind, Role, Via
from tuiticket.engine.model.presence import Doing
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.model.timer import Due
from tuiticket.engine.model.wave import MarkKind
from tuiticket.engine.rules.permissions import Permission
from tuiticket.i18n import LANGUAGES, _, listed, ngettext, run_on

_LABELS: dict[type[Enum], dict[str, str]] = {
    Temper: {
        "CALM": N_("calm"),
        "DISPLEASED": N_("displeased"),
        "ANGRY": N_("angry"),
        "THREATENING": N_("threatening"),
    },
    Kind: {
        "SERVICE": N_("service"),
        "ENQUIRY": N_("enquiry"),
        "COMPLAINT": N_("complaint"),
        "REPAIR": N_("repair"),
    },
    State: {
        "NEW": N_("new"),
        "OPEN": N_("open"),
        "WAITING_CUSTOMER": N_("waiting for customer"),
        "WAITING_THIRD": N_("waiting for third party"),
        "REVIEW": N_("in review"),
        "SOLVED": N_("solved"),
        "CLOSED": N_("closed"),
        "ARCHIVED": N_("archived"),
        "SPAM": N_("spam"),
    },
    Priority: {
        "LOW": N_("low"),
        "NORMAL": N_("normal"),
        "HIGH": N_("high"),
        "URGENT": N_("urgent"),
    },
    Severity: {
        "MINOR": N_("minor"),
        "MODERATE": N_("moderate"),
        "MAJOR": N_("major"),
        "CRITICAL": N_("critical"),
    },
    Channel: {
        "PHONE": N_("phone"),
        "WALK_IN": N_("walk-in"),
        "CHAT": N_("chat"),
        "MAIL": N_("e-mail"),
        "WEB": N_("web page"),
        "API": N_("API"),
        "WECHAT": N_("WeChat"),
        "SMS": N_("SMS"),
    },
    ContactKind: {
        "MAIL": N_("e-mail"),
        "PHONE": N_("phone"),
        "WECHAT": N_("WeChat"),
        "CHAT": N_("chat"),
    },
    DraftKind: {
        "REPLY": N_("answer to the customer"),
        "NOTE": N_("internal note"),
    },
    Direction: {
        "IN": N_("customer"),
        "OUT": N_("answer"),
        "NOTE": N_("internal note"),
    },
    DayKind: {
        "WEEK": N_("day of the week"),
        "CLOSED": N_("own holiday"),
        "PUBLIC_HOLIDAY": N_("public holiday"),
        "MAKEUP": N_("own make-up day"),
        "PUBLIC_WORKDAY": N_("make-up day"),
        "SPECIAL": N_("special hours"),
    },
    ClockKind: {
        "FIRST_RESPONSE": N_("first response"),
        "NEXT_RESPONSE": N_("next response"),
        "PROGRESS_UPDATE": N_("progress update"),
        "RESOLUTION": N_("resolution"),
        "SUBMIT": N_("submission"),
        "REVIEW": N_("review"),
        "TRIAGE": N_("triage"),
    },
    ClockState: {
        "RUNNING": N_("running"),
        "PAUSED": N_("paused"),
        "MET": N_("met"),
        "MISSED": N_("missed"),
        "CANCELLED": N_("cancelled"),
    },
    Via: {
        "CONSOLE": N_("console"),
        "CLI": N_("command line"),
        "MAIL": N_("e-mail"),
        "TIMER": N_("timer"),
        "WEB": N_("web page"),
        "API": N_("API"),
    },
    Role: {
        "AGENT": N_("agent"),
        "LEAD": N_("team lead"),
        "SUPERVISOR": N_("supervisor"),
        "ADMIN": N_("administrator"),
        "MONITOR": N_("monitor"),
    },
    ReboundTo: {
        "SAME": N_("who solved it"),
        "OTHER": N_("somebody else"),
        "SENIOR": N_("somebody senior"),
    },
    StepAction: {
        "REMIND_OWNER": N_("remind the owner"),
        "TELL_LEAD": N_("tell the team lead"),
        "RAISE_PRIORITY": N_("raise the priority"),
        "BACK_TO_QUEUE": N_("put it back into the team’s queue"),
        "HAND_TO_SISTER_TEAM": N_("hand over to the team that helps out"),
        "CLOSE": N_("close the ticket"),
    },
    ArticleKind: {
        "FAQ": N_("FAQ"),
        "CASE": N_("case"),
        "TRAINING": N_("training"),
    },
    ArticleLinkKind: {
        "RELATED": N_("see also"),
        "TRANSLATION": N_("translation"),
    },
    Permission: {
        "WORK": N_("work on tickets"),
        "HAND_OUT": N_("hand out tickets"),
        "SHARE": N_("keep what all use"),
        "MANAGE_PEOPLE": N_("manage people"),
        "SET_UP": N_("set up the desk"),
        "RUN_TIMERS": N_("run timers"),
        "TAKE_IN": N_("take in contacts"),
    },
    LinkKind: {
        "RELATED": N_("related"),
        "DUPLICATE": N_("duplicate"),
    },
    Ground: {
        "CUSTOMER": N_("same customer"),
        "ORDER": N_("same order"),
        "NUMBER": N_("same number named"),
        "NAME": N_("same name"),
    },
    Doing: {
        "LOOKING": N_("looking"),
        "TYPING": N_("typing"),
    },
    Due: {
        "STEP": N_("reminder or escalation"),
        "CLOSE": N_("closing"),
        "ARCHIVE": N_("archiving"),
        "ACCEPT": N_("accept within"),
        "WIDEN": N_("wider offer"),
        "SHIFT": N_("shift"),
        "SNOOZE": N_("coming back"),
        "FOLLOW_UP": N_("follow-up"),
        "WAVE": N_("end of a wave"),
    },
    MarkKind: {
        "WORD": N_("word"),
        "CATEGORY": N_("category"),
        "PRODUCT": N_("product"),
        "CARRIER": N_("carrier"),
    },
    OrderState: {
        "UNPAID": N_("unpaid"),
        "PAID": N_("paid"),
        "SHIPPED": N_("shipped"),
        "DELIVERED": N_("delivered"),
        "CANCELLED": N_("cancelled"),
        "REFUNDED": N_("refunded"),
    },
}
"""By class and member name: members of different classes may be equal as strings or numbers."""

MINUTE, HOUR, DAY = 60, 3600, 86_400


def label(value: Enum) -> str:
    """The word for one value of an enumeration of the engine."""
    return _(_LABELS[type(value)][value.name])


def language_name(code: str) -> str:
    """A language by the name its speakers give it; any other by its code."""
    ours = {known.partition("_")[0]: name for known, name in LANGUAGES.items()}
    return ours.get(code.partition("_")[0].partition("-")[0], code) if code else _("unknown")


def policy_name(policy: Policy) -> str:
    """What a policy is called; one of a new desk, named after its priority, as the reader says."""
    for priority in Priority:
        if policy.name == priority.name.capitalize():
            return capital(label(priority))
    return policy.name


def capital(words: str) -> str:
    """The same words as the beginning of a line."""
    return words[:1].upper() + words[1:]


def told(error: DeskError) -> str:
    """What went wrong and how to mend it, in one line."""
    return with_mend(error.title, error.mend, error.values)


def with_mend(title: str, mend: str, values: Mapping[str, object]) -> str:
    """Two templates of the engine in one line: what is wrong, and how to mend it."""
    return run_on(filled(part, values) for part in (title, mend) if part)


def filled(template: str, values: Mapping[str, object]) -> str:
    """A template of the engine in the reader's language, with its values in words."""
    readable = {name: _readable(name, value) for name, value in values.items()}
    return _(template).format(**readable)


def _readable(name: str, value: object) -> object:
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, tuple):
        return listed(map(str, value))
    return _(str(value)) if name in _TEMPLATES else value


_TEMPLATES = frozenset({"field", "reason", "what"})
"""Values that are words of the engine themselves, to be translated."""


def countdown(seconds: int) -> str:
    """Time left on a clock, as the queue shows it: exact in the last hour, coarse before.

    3h 40m above an hour, 2d 4h above two days, 0:08:15 within the hour; a leading minus once late.
    """
    sign, left = ("-", -seconds) if seconds < 0 else ("", seconds)
    if left < HOUR:
        return f"{sign}0:{left // MINUTE:02}:{left % MINUTE:02}"
    if left < 2 * DAY:
        return f"{sign}{left // HOUR}h {left % HOUR // MINUTE:02}m"
    return f"{sign}{left // DAY}d {left % DAY // HOUR}h"


def duration(seconds: int) -> str:
    """A span of time in its two largest units: 45s, 12m, 3h 40m, 2d 4h."""
    if seconds < MINUTE:
        return f"{seconds}s"
    if seconds < HOUR:
        return f"{seconds // MINUTE}m"
    if seconds < 2 * DAY:
        minutes = seconds % HOUR // MINUTE
        return f"{seconds // HOUR}h {minutes:02}m" if minutes else f"{seconds // HOUR}h"
    hours = seconds % DAY // HOUR
    return f"{seconds // DAY}d {hours}h" if hours else f"{seconds // DAY}d"


def exactly(seconds: int) -> str:
    """A span of time to the second, without what is nothing at its end: 12m 20s, 4h, 1d 0h 05m."""
    parts = (
        ("d", seconds // DAY, ""),
        ("h", seconds % DAY // HOUR, ""),
        ("m", seconds % HOUR // MINUTE, "02"),
        ("s", seconds % MINUTE, "02"),
    )
    some = [number for number, (_unit, count, _width) in enumerate(parts) if count]
    if not some:
        return "0s"
    first, last = some[0], some[-1]
    return " ".join(
        f"{count:{width if number > first else ''}}{unit}"
        for number, (unit, count, width) in enumerate(parts)
        if first <= number <= last
    )


def money(cents: int, currency: str) -> str:
    """Money as it is written here: 259.00 CNY."""
    return f"{cents / 100:,.2f} {currency}"


def age(then: datetime, now: datetime) -> str:
    """How long ago, in the largest unit: now, 2m, 3h, 5d."""
    seconds = int((now - then).total_seconds())
    if seconds < MINUTE:
        return _("now")
    for unit, size in (("d", DAY), ("h", HOUR), ("m", MINUTE)):
        if seconds >= size:
            return f"{seconds // size}{unit}"
    return _("now")


def when(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """An instant on the shop's clock: the time today, the date and time before."""
    local, today = instant.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    if local.year == today.year:
        return f"{local:%m-%d %H:%M}"
    return f"{local:%Y-%m-%d %H:%M}"


def none_stale(days: int) -> str:
    """What stands in place of the stale articles where there are none, for so many days."""
    said = ngettext(
        "Every article was changed or confirmed in the last {days} day.",
        "Every article was changed or confirmed in the last {days} days.",
        days,
    )
    return said.format(days=days)


def file_size(octets: int) -> str:
    """The size of a file, one below the other with as many digits: 812 B, 3.5 KB, 12.3 MB."""
    for unit, factor in (("MB", 1_000_000), ("KB", 1_000)):
        if octets >= factor:
            return f"{octets / factor:.1f} {unit}"
    return f"{octets} B"


_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def day_and_time(instant: datetime, zone: ZoneInfo) -> str:
    """An instant on the shop's clock, with the day of the week: Mon 11-30 14:30."""
    local = instant.astimezone(zone)
    return f"{weekday(local)} {local:%m-%d %H:%M}"


def weekday(day: date) -> str:
    """The day of the week in three letters, or as the language has it."""
    return day_name(day.weekday())


def day_name(number: int) -> str:
    """The same by its number, Monday being 0."""
    return _(_DAYS[number])


def tickets(count: int) -> str:
    """A number of tickets in words."""
    return ngettext("{count} ticket", "{count} tickets", count).format(count=count)
