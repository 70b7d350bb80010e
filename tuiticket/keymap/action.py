"""One thing a person can do with a key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tuiticket.engine.errors import N_


class Context(StrEnum):
    """Where an action can be done; a screen answers to one or several of these.

    EVERYWHERE and LIST only look; all others belong to somebody who works at the desk.
    """

    EVERYWHERE = "everywhere"
    DESK = "desk"
    LIST = "list"
    QUEUE = "queue"
    ON_TICKET = "on-ticket"
    TICKET = "ticket"
    COMPOSE = "compose"
    REVIEW = "review"
    KNOWLEDGE = "knowledge"
    ARTICLE = "article"
    WORDINGS = "wordings"
    FORM = "form"
    INBOX = "inbox"
    SETUP = "setup"
    PEOPLE = "people"
    CUSTOMER = "customer"


TITLES: dict[Context, str] = {
    Context.QUEUE: N_("Queue"),
    Context.TICKET: N_("Ticket"),
    Context.COMPOSE: N_("Writing"),
    Context.REVIEW: N_("Before sending"),
    Context.KNOWLEDGE: N_("Knowledge base"),
    Context.ARTICLE: N_("Writing an article"),
    Context.WORDINGS: N_("Versions of an article"),
    Context.FORM: N_("Forms"),
    Context.INBOX: N_("Inbox"),
    Context.SETUP: N_("Set-up"),
    Context.PEOPLE: N_("Who is here"),
    Context.CUSTOMER: N_("Customer"),
    Context.ON_TICKET: N_("On tickets"),
    Context.LIST: N_("List"),
    Context.DESK: N_("At the desk"),
    Context.EVERYWHERE: N_("Everywhere"),
}
"""The heading of each context in the help, in its order."""

_ALWAYS = frozenset({Context.EVERYWHERE, Context.DESK})

TOGETHER: tuple[frozenset[Context], ...] = (
    _ALWAYS | {Context.LIST, Context.QUEUE, Context.ON_TICKET},
    _ALWAYS | {Context.TICKET, Context.ON_TICKET},
    _ALWAYS | {Context.COMPOSE},
    frozenset({Context.REVIEW}),
    _ALWAYS | {Context.KNOWLEDGE},
    _ALWAYS | {Context.ARTICLE},
    _ALWAYS | {Context.WORDINGS},
    _ALWAYS | {Context.FORM},
    _ALWAYS | {Context.INBOX},
    _ALWAYS | {Context.SETUP},
    _ALWAYS | {Context.PEOPLE},
    _ALWAYS | {Context.CUSTOMER},
)
"""Contexts that are alive at the same time: within each set a key may mean one thing only.

The wall board answers to LIST and EVERYWHERE, where nothing changes the desk.
"""


@dataclass(frozen=True, slots=True)
class Action:
    """An action by its `id` (such as ticket.take, which the configuration knows it under).

    `label` is the word or two beside its key, `help` the sentence that explains it; both are marked
    for translation and translated when shown. `hint` puts it into the line at the foot of the
    screen. `call` is what the screen or app carries out, if not the method named after the id.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    context: Context
    hint: bool = False
    call: str = ""

    @property
    def method(self) -> str:
        """What Textual calls: for `ticket.take` the method `action_ticket_take`."""
        return self.call or self.id.replace(".", "_").replace("-", "_")
