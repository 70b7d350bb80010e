"""What a person is told who took something back."""

from __future__ import annotations

from tuiticket.engine.desk import Outcome
from tuiticket.event_words import acts
from tuiticket.i18n import _
from tuiticket.wording import tickets


def taken_back(outcome: Outcome) -> str:
    """What was undone, and on how many tickets."""
    kinds = [kind for event in outcome.events for kind in event.data.get("kinds", ())]
    numbers = list(dict.fromkeys(event.ticket_id for event in outcome.events if event.ticket_id))
    which = f"#{numbers[0]}" if len(numbers) == 1 else tickets(len(numbers))
    return _("Taken back: {acts} · {tickets}").format(acts=acts(kinds), tickets=which)
