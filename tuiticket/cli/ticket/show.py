"""`tuiticket ticket show`: one ticket with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk, dossier_of
from tuiticket.cli.options import Number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import draft as draft_shape
from tuiticket.cli.shapes import ticket
from tuiticket.cli.ticket.draft import drafts_of
from tuiticket.cli.ticket.noun import app
from tuiticket.duplicate_words import looks_like
from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.link import Linked, LinkKind
from tuiticket.engine.model.message import Attachment, Direction, Message
from tuiticket.engine.model.people import Draft
from tuiticket.engine.model.presence import Present
from tuiticket.engine.rules.clocks import left
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.event_words import name_of
from tuiticket.i18n import _, bracketed, clauses, colon, listed
from tuiticket.wording import countdown, duration, label, when


@app.verb(
    "show",
    N_("Show one ticket: its facts, its clocks and everything that was said."),
    N_(
        "With --json one object: the keys of “ticket list”, and severity, assigned_at, solved_at,"
        " closed_at, cycle, rebound_of, customer_details, clocks, messages,"
        " order_details, judgement, rating (speed, quality, attitude, comment, at, taken_down_by,"
        " foreseen), forecast (content: the probability of a content customer; reasons), others,"
        " watchers, links, duplicates, wave, present, drafts (your own: number, kind, text,"
        " saved_at)."
    ),
)
def show(context: typer.Context, number: Number) -> None:
    """Show a ticket."""
    with at_desk(context) as at, at.reading() as reading:
        now, calendars = at.desk.now(), reading.calendars()
        dossier = dossier_of(reading, number)
        present, drafts = at.desk.presence.at([number], now), drafts_of(at, reading, number)
        if at.json:
            shape = ticket(dossier, reading.lines([number], at.me(reading))[0], now, calendars)
            here = [{"login": one.login, "doing": one.doing.value} for one in present]
            mine = [draft_shape(each) for each in drafts]
            say_json({**shape, "present": here, "drafts": mine})
        else:
            zone = ZoneInfo(reading.settings().zone)
            say(*_Page(dossier, now, zone, calendars, present, drafts).lines())


def _kind(to: Linked) -> str:
    if to.kind is LinkKind.RELATED:
        return label(to.kind)
    return _("says the same") if to.ours else _("its duplicate")


class _Page:
    """A ticket in plain lines, its instants on the shop's clock."""

    def __init__(
        self,
        dossier: Dossier,
        now: datetime,
        zone: ZoneInfo,
        calendars: Calendars,
        present: Sequence[Present],
        drafts: Sequence[Draft],
    ) -> None:
        self.dossier = dossier
        self.now = now
        self.zone = zone
        self.calendars = calendars
        self.present = present
        self.drafts = drafts

    def lines(self) -> Iterator[str]:
        """Heading, facts, clocks, then the conversation."""
        yield f"#{self.dossier.ticket.id} {self.dossier.ticket.subject}"
        for name, words in self._facts():
            if words:
                yield "  " + colon(name, words)
        yield from (f"  {self._clock(clock)}" for clock in self.dossier.clocks if clock.alive)
        for message in self.dossier.messages:
            yield ""
            yield self._heading(message)
            yield from (f"  {line}" for line in message.body.splitlines())
            yield from (f"  {self._file(f)}" for f in self._files(message))
        for draft in self.drafts:
            yield ""
            yield _("Not sent yet: {kind}, {when}").format(
                kind=label(draft.kind), when=self._when(draft.saved_at)
            )
            yield from (f"  {line}" for line in draft.body.splitlines())

    def _facts(self) -> Iterator[tuple[str, str]]:
        ticket, dossier = self.dossier.ticket, self.dossier
        words = [label(ticket.state), label(ticket.kind), label(ticket.priority)]
        yield _("State"), " · ".join([*words, label(ticket.severity)])
        yield _("Category"), name_of(dossier.category) if dossier.category else ""
        yield _("Team"), name_of(dossier.team) if dossier.team else _("no team")
        yield _("Owner"), dossier.owner.name if dossier.owner else _("nobody")
        contacts = listed(contact.value for contact in dossier.contacts)
        yield _("Customer"), bracketed(dossier.customer.name, contacts)
        yield _("Order"), ticket.order_number or ""
        yield _("Tags"), " ".join((*ticket.tags, *dossier.customer.tags))
        until, follow_up = ticket.snoozed_until, ticket.follow_up_at
        yield _("Snoozed until"), self._when(until) if until else ""
        yield _("Follow-up"), self._when(follow_up) if follow_up else ""
        yield _("Linked"), listed(f"#{to.line.id} {_kind(to)}" for to in dossier.linked)
        doubles = (looks_like(each, self.now) for each in self.dossier.doubles)
        yield _("Duplicate?"), clauses(doubles)
        watchers = [agent.name for agent in dossier.agents if agent.id in dossier.watchers]
        yield _("Watched by"), listed(watchers)
        yield _("Here now"), listed(bracketed(p.login, label(p.doing)) for p in self.present)
        yield _("Opened"), f"{self._when(ticket.created_at)} · {label(ticket.channel)}"

    def _clock(self, clock: Clock) -> str:
        seconds = left(clock, self.now, self.calendars)
        if clock.due_at is None:
            return _("{clock}: paused, {left} left").format(
                clock=label(clock.kind), left=countdown(seconds)
            )
        return _("{clock}: {left}, due {at}").format(
            clock=label(clock.kind), left=countdown(seconds), at=self._when(clock.due_at)
        )

    def _heading(self, message: Message) -> str:
        agent = self.dossier.agent(message.agent_id)
        who = self.dossier.customer.name if message.direction is Direction.IN else ""
        marks = [
            label(message.direction) if message.direction is Direction.NOTE else "",
            label(message.channel) if message.direction is not Direction.NOTE else "",
            duration(message.seconds) if message.seconds else "",
            _("automatic") if message.automatic else "",
            _("taken back") if message.withdrawn_at else "",
            _("message {message}").format(message=message.id) if who else "",
        ]
        parts = [self._when(message.at), who or (agent.name if agent else _("the desk")), *marks]
        return " · ".join(part for part in parts if part)

    def _files(self, message: Message) -> Iterator[Attachment]:
        return (file for file in self.dossier.attachments if file.message_id == message.id)

    def _file(self, file: Attachment) -> str:
        words = _("[file] {name}, {size} bytes").format(name=file.name, size=file.size)
        return bracketed(words, _(file.skipped)) if file.skipped else words

    def _when(self, instant: datetime) -> str:
        return when(instant, self.now, self.zone)
