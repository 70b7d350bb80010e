"""What a person is told who took something back, or did it again."""

from __future__ import annotations

from tuiticket.engine.desk import Outcome
from tuiticket.event_words import acts
from tuiticket.i18n import _
from tuiticket.wording import tickets


def taken_back(outcome: Outcome) -> str:
    """What was undone, and on how many tickets."""
    return _("Taken back: {what}").format(what=_what(outcome))


def done_again(outcome: Outcome) -> str:
    """What was redone, and on how many tickets."""
    return _("Done again: {what}").format(what=_what(outcome))


def _what(outcome: Outcome) -> str:
    """The acts, and their tickets unless they were about none, as a set-up is."""
    kinds = [kind for event in outcome.events for kind in event.data.get("kinds", ())]
    numbers = list(dict.fromkeys(event.ticket_id for event in outcome.events if event.ticket_id))
    if not numbers:
        return acts(kinds)
    which = f"#{numbers[0]}" if len(numbers) == 1 else tickets(len(numbers))
    return f"{acts(kinds)} · {which}"
