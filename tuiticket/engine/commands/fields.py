"""Describing a ticket: kind, category, priority, severity, language, subject, order, tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.handing_out import bring
from tuiticket.engine.commands.learning import take_back, teach
from tuiticket.engine.commands.opening import SUBJECT_LIMIT
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.ticket import Kind, Priority, Severity, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

LANGUAGE_LIMIT = 35
"""Characters of a language tag such as zh-Hans-CN (BCP 47 asks for room for 35)."""

_PROMISED = ("kind", "priority")
_ROUTED = ("kind", "category_id", "order_number", "subject")
"""What the rules for where a ticket goes look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe(Command):
    """Set any of a ticket's descriptive fields; None leaves one as it is.

    A new kind or priority re-targets the living clocks from their start. An empty category or order
    takes it away.
    """

    ticket: int
    subject: str | None = None
    kind: Kind | None = None
    category: str | None = None
    priority: Priority | None = None
    severity: Severity | None = None
    language: str | None = None
    order_number: str | None = None
    tags: tuple[str, ...] | None = None
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if that leaves everything as it was, and nothing is learned from it."""
        ticket = work.ticket(self.ticket, self.version)
        fields = self._fields(work)
        moved = {name: new for name, new in fields.items() if getattr(ticket, name) != new}
        if not moved and self._confirms(work, ticket):
            return
        if not moved:
            raise Refused(N_("Ticket {number} is so already."), number=ticket.id)
        ticket = work.change(ticket, **moved)
        if self.category == "":
            take_back(work, ticket)
        if any(name in moved for name in _PROMISED):
            tell_clocks(work, ticket, Turn(kind=TurnKind.RETARGETED, at=work.now))
        work.record("ticket.described", ticket.id, fields=sorted(moved))
        if self._teaches(work) and teach(work, ticket, ticket.category_id or 0):
            work.record("category.taught", ticket.id, category=self.category)
        if ticket.active and ticket.owner_id is None and any(name in moved for name in _ROUTED):
            bring(work, ticket)

    def _teaches(self, work: Work) -> bool:
        """Whether a person names a category."""
        return bool(self.category) and work.actor.agent_id is not None

    def _confirms(self, work: Work, ticket: Ticket) -> bool:
        """Whether a person says for the first time that the category it has is right."""
        if not self._teaches(work) or not teach(work, ticket, ticket.category_id or 0):
            return False
        work.record("category.taught", ticket.id, category=self.category)
        return True

    def _fields(self, work: Work) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "kind": self.kind,
            "priority": self.priority,
            "severity": self.severity,
        }
        if self.subject is not None:
            fields["subject"] = required(one_line(self.subject, SUBJECT_LIMIT), N_("subject"))
        if self.language is not None:
            language = one_line(self.language, LANGUAGE_LIMIT)
            fields["language"] = required(language, N_("language"))
        if self.tags is not None:
            fields["tags"] = tuple(dict.fromkeys(self.tags))
        given = {name: new for name, new in fields.items() if new is not None}
        if self.category is not None:
            given["category_id"] = category_at(work.tx, self.category).id if self.category else None
        if self.order_number is not None:
            given["order_number"] = self.order_number or None
        return given
