"""Words from one member of the staff to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.drafts import myself
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.mentions import mentioned
from tuiticket.engine.rules.record import digest
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, required

LONGEST = 5_000
"""Characters of a message to a colleague; what is longer belongs into a note."""

SHOWN = 300
"""Characters of a note that the inbox shows of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell(Command):
    """Say something to a colleague alone, perhaps about a ticket; it lands in their inbox.

    The log keeps that it was said, and the SHA-256 of the words.
    """

    login: str
    text: str
    ticket: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput without words, with too many, or for oneself; Unknown for nobody."""
        me = myself(work)
        colleague = work.agent(self.login)
        text = required(clean(self.text), N_("text"))
        if len(text) > LONGEST:
            raise BadInput(
                N_("The text has {length} characters."),
                N_("Use at most {most}, or write a note."),
                length=len(text),
                most=LONGEST,
            )
        if colleague.id == me:
            raise BadInput(N_("That is you yourself."), N_("Name a colleague."))
        ticket = work.ticket(self.ticket) if self.ticket is not None else None
        number = ticket.id if ticket else None
        work.record("colleague.told", number, login=colleague.login, words=digest(text))
        work.tell(colleague.id, ticket, "message", text=text)


def tell_mentioned(work: Work, ticket: Ticket, body: str) -> list[str]:
    """Tell the colleagues a note names; their logins, for the log."""
    logins = mentioned(body)
    named: Sequence[Agent] = work.tx.find(Agent, login=logins) if logins else []
    for colleague in named:
        work.tell(colleague.id, ticket, "mentioned", text=one_line(body, SHOWN))
    return [colleague.login for colleague in named]
