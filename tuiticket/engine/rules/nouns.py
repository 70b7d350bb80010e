"""What each kind of event is called where an error or a notice speaks of it: "undid: answer"."""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.engine.errors import N_

NOUNS: Mapping[str, str] = {
    "article.added": N_("article"),
    "article.changed": N_("article"),
    "canned.added": N_("canned reply"),
    "canned.changed": N_("canned reply"),
    "canned.removed": N_("canned reply"),
    "category.taught": N_("lesson"),
    "clock.breached": N_("breach"),
    "clock.escalated": N_("escalation"),
    "clock.recounted": N_("new count of the clocks"),
    "clock.reminded": N_("reminder"),
    "clock.retargeted": N_("new policy"),
    "colleague.told": N_("message to a colleague"),
    "contact.logged": N_("contact"),
    "desk.redone": N_("redoing"),
    "desk.undone": N_("undoing"),
    "mail.filed": N_("e-mail"),
    "message.automatic": N_("automatic message"),
    "message.received": N_("message of the customer"),
    "message.sent": N_("answer"),
    "note.added": N_("note"),
    "result.accepted": N_("acceptance"),
    "result.recorded": N_("result"),
    "result.rejected": N_("rejection"),
    "temper.corrected": N_("temper"),
    "ticket.accepted": N_("first look"),
    "ticket.assigned": N_("assignment"),
    "ticket.came-back": N_("rebound"),
    "ticket.described": N_("change"),
    "ticket.escalated": N_("escalation"),
    "ticket.follow-up-due": N_("follow-up"),
    "ticket.follow-up-set": N_("follow-up"),
    "ticket.followed-up": N_("follow-up"),
    "ticket.handed-back": N_("hand-over"),
    "ticket.linked": N_("link"),
    "ticket.merged": N_("merging"),
    "ticket.merged-in": N_("merging"),
    "ticket.moved": N_("state"),
    "ticket.needs-senior": N_("demand for a senior"),
    "ticket.not-accepted": N_("return"),
    "ticket.not-spam": N_("taking back from spam"),
    "ticket.opened": N_("opening of the ticket"),
    "ticket.passed-on": N_("passing on"),
    "ticket.queued": N_("waiting"),
    "ticket.raised": N_("priority"),
    "ticket.released": N_("release"),
    "ticket.reopened": N_("reopening"),
    "ticket.routed": N_("routing"),
    "ticket.snoozed": N_("snoozing"),
    "ticket.spam": N_("spam"),
    "ticket.split": N_("splitting"),
    "ticket.split-off": N_("splitting"),
    "ticket.stolen": N_("taking over"),
    "ticket.taken": N_("taking"),
    "ticket.thanked": N_("triage"),
    "ticket.transferred": N_("transfer"),
    "ticket.unrelated": N_("parting"),
    "ticket.unlinked": N_("link"),
    "ticket.unrouted": N_("notice to the leads"),
    "ticket.unwatched": N_("watching"),
    "ticket.watched": N_("watching"),
    "ticket.widened": N_("wider offer"),
    "ticket.woken": N_("end of snoozing"),
    "view.added": N_("view"),
    "view.changed": N_("view"),
    "view.removed": N_("view"),
}
"""For the kinds of event that happen on tickets: a template to translate each."""


def noun(kind: str) -> str:
    """The noun for a kind of event; "setting" for what changes the desk and no ticket."""
    return NOUNS.get(kind, N_("setting"))
