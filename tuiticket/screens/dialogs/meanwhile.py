"""Someone changed the ticket while one wrote: what changed, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.event import Event
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import words
from tuiticket.screens.dialogs.overtaken import Overtaken
from tuiticket.screens.ticket_view import TicketView
from tuiticket.widgets.timeline import Timeline
from tuiticket.widgets.timeline_entries import Entry, entries


class Meanwhile(Overtaken):
    """What is new on a ticket. Gives True to send all the same, None to go on writing."""

    def __init__(self, view: TicketView, story: tuple[Entry, ...]) -> None:
        super().__init__()
        self.view, self.story = view, story
        number = view.dossier.ticket.id
        self.heading = _("#{number} changed while you wrote").format(number=number)
        self.foot = _("y: send all the same · e: go on writing")

    def parts(self) -> Iterable[Widget]:
        """What happened meanwhile."""
        yield words(_("This is new since you began:"))
        yield Timeline()

    def desk_ready(self) -> None:
        """Show it."""
        timeline = self.query_one(Timeline)
        timeline.show(self.story, self.view.names, self.now(), self.zone)
        timeline.focus()


def news(before: Dossier, after: Dossier, me: int) -> tuple[Entry, ...]:
    """What others said and did on a ticket between two looks at it.

    Clocks that struck and mails kept beside their message are no news to a writer.
    """
    messages = {message.id for message in before.messages if message.withdrawn_at is None}
    seen = {event.id for event in before.events}
    login = next((agent.login for agent in after.agents if agent.id == me), "")
    return entries(
        replace(
            after,
            messages=tuple(
                message
                for message in after.messages
                if message.id not in messages and message.agent_id != me
            ),
            events=tuple(
                event
                for event in after.events
                if event.id not in seen and event.actor != login and _matters(event)
            ),
        )
    )


_NO_NEWS = frozenset(
    {
        "ticket.accepted",
        "ticket.follow-up-due",
        "ticket.follow-up-set",
        "ticket.queued",
        "ticket.snoozed",
        "ticket.unrouted",
        "ticket.unwatched",
        "ticket.watched",
        "ticket.widened",
        "ticket.woken",
    }
)
"""What changes nothing an answer could depend on."""


def _matters(event: Event) -> bool:
    told = event.kind.startswith(("ticket.", "desk.", "contact."))
    return told and event.kind not in _NO_NEWS
