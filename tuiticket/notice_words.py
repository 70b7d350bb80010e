"""Notices in words: what a member of the staff is told, in their language.

As in the log a sentence has no subject, for who did it stands beside it: "bo · assigned it to you".
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.inbox import InboxLine, Telling
from tuiticket.engine.model.wave import MarkKind
from tuiticket.event_words import NO_NAMES, Names, sentence
from tuiticket.i18n import _, clauses
from tuiticket.wording import label

SENTENCES: Mapping[str, str] = {
    "accepted": N_("accepted your result"),
    "assigned": N_("assigned it to you"),
    "clock": N_("{clock} at {percent} % of its time"),
    "came-back": N_("a matter you solved is back in a new ticket"),
    "customer-wrote": N_("the customer wrote"),
    "escalated": N_("calls for you: {reason}"),
    "follow-up": N_("it is time to follow up"),
    "handed-back": N_("it went back into the queue"),
    "handed-over": N_("handed it over to your team"),
    "mentioned": N_("mentions you: {text}"),
    "merged-in": N_("merged another ticket into yours"),
    "message": N_("{text}"),
    "not-accepted": N_("{owner} did not open it in time"),
    "rejected": N_("sent your result back: {reason}"),
    "reopened": N_("brought it back to work"),
    "stolen": N_("took it over from you: {reason}"),
    "submitted": N_("submitted a result for review"),
    "taken-away": N_("it is no longer yours"),
    "unrouted": N_("it still has no team"),
    "wave-grew": N_("the wave “{name}” grew to {tickets} tickets"),
    "wave-started": N_("a sudden wave “{name}” ({mark}): {tickets} tickets"),
    "woken": N_("it is back in the views"),
}
"""What each notice says; those to watchers are told by the log."""


def who(line: InboxLine, names: Names = NO_NAMES) -> str:
    """Who did what one is told of: a colleague by name, else the desk."""
    login = line.notice.details.get("by")
    return _("the desk") if login is None else names.agent(str(login))


def said(line: InboxLine, names: Names = NO_NAMES) -> str:
    """What one is told, in one line; the bare word for a notice of a newer program."""
    notice = line.notice
    if line.events:
        return clauses(dict.fromkeys(sentence(event, names) for event in line.events))
    template = SENTENCES.get(notice.about)
    if template is None:
        return notice.about
    values = {name: str(value) for name, value in notice.details.items()}
    if values.get("clock") in set(ClockKind):
        values["clock"] = label(ClockKind(values["clock"]))
    if values.get("mark") in set(MarkKind):
        values["mark"] = label(MarkKind(values["mark"]))
    return " ".join(_(template).format_map(_Filled(values)).split())


def times(telling: Telling) -> str:
    """How often it was told, " ×3"; nothing for once."""
    return f" ×{len(telling.lines)}" if len(telling.lines) > 1 else ""


class _Filled(dict[str, str]):
    """Values for a sentence; what a notice does not carry is a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"
