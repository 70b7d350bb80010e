"""What can be taken back, and the right that takes."""

from __future__ import annotations

from collections.abc import Iterable

from tuiticket.engine.model.people import Actor
from tuiticket.engine.rules.permissions import Permission, require

UNDONE = "desk.undone"
REDONE = "desk.redone"

_RIGHTS = {
    **dict.fromkeys(
        (
            "agent.changed",
            "category.added",
            "category.changed",
            "desk.changed",
            "policy.added",
            "policy.changed",
            "policy.retired",
            "routing.added",
            "routing.changed",
            "routing.removed",
            "synonyms.added",
            "synonyms.changed",
            "synonyms.removed",
            "team.added",
            "team.changed",
        ),
        Permission.SET_UP,
    ),
    **dict.fromkeys(("team.joined", "team.left"), Permission.MANAGE_PEOPLE),
    **dict.fromkeys(("canned.added", "canned.changed", "canned.removed"), Permission.SHARE),
}
"""The right that an act of each kind takes, where it takes more than working on tickets does."""

UNDOABLE = frozenset(
    {
        "article.added",
        "article.changed",
        "article.confirmed",
        "article.linked",
        "article.named",
        "article.removed",
        "article.restored",
        "article.unlinked",
        "article.useful",
        "article.useless",
        "category.taught",
        "clock.breached",
        "clock.retargeted",
        "customer.tagged",
        REDONE,
        "message.sent",
        "note.added",
        "procedure.attached",
        "procedure.detached",
        "procedure.ticked",
        "procedure.unticked",
        "rating.given",
        "result.accepted",
        "result.recorded",
        "result.rejected",
        "temper.corrected",
        "ticket.accepted",
        "ticket.assigned",
        "ticket.described",
        "ticket.escalated",
        "ticket.follow-up-set",
        "ticket.followed-up",
        "ticket.kept-apart",
        "ticket.linked",
        "ticket.merged",
        "ticket.merged-in",
        "ticket.moved",
        "ticket.not-spam",
        "ticket.released",
        "ticket.queued",
        "ticket.reopened",
        "ticket.routed",
        "ticket.snoozed",
        "ticket.spam",
        "ticket.stolen",
        "ticket.taken",
        "ticket.thanked",
        "ticket.transferred",
        "ticket.unrelated",
        "ticket.unlinked",
        "ticket.unwatched",
        "ticket.watched",
        "ticket.woken",
        "view.added",
        "view.changed",
        "view.removed",
        *_RIGHTS,
    }
)
"""Kinds of event a person can take back; what a customer did or a clock struck stays.

So do working hours, by which clocks were counted anew. A breach that one's own act brought to light
goes with the act."""


def may(actor: Actor, kinds: Iterable[str]) -> None:
    """Raise Refused unless the actor may do now what events of these kinds tell of."""
    for kind in kinds:
        require(actor, _RIGHTS.get(kind, Permission.WORK))
