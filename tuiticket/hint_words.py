"""What speaks for another kind or priority than a ticket has, in words."""

from __future__ import annotations

from collections.abc import Iterator

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.hint import Habit, Pressing
from tuiticket.event_words import name_of
from tuiticket.i18n import _, listed, ngettext
from tuiticket.wording import label


def hinted(dossier: Dossier) -> Iterator[str]:
    """What is known of the kind and priority of a ticket like this, whatever it has."""
    habit, pressing = dossier.habit, dossier.pressing
    if habit is not None and dossier.category is not None:
        if habit.calm:
            told = ngettext(
                "Of the last {n} ended ticket of “{category}” with a calm customer, {times} was:"
                " {kind}",
                "Of the last {n} ended tickets of “{category}” with calm customers, {times} were:"
                " {kind}",
                habit.of,
            )
        else:
            told = ngettext(
                "Of the last {n} ended ticket of “{category}” with a customer who was not calm,"
                " {times} was: {kind}",
                "Of the last {n} ended tickets of “{category}” with customers who were not calm,"
                " {times} were: {kind}",
                habit.of,
            )
        yield told.format(
            n=habit.of,
            category=name_of(dossier.category),
            times=habit.times,
            kind=label(habit.kind),
        )
    if pressing is not None:
        yield _("Words that press for the priority “{priority}”: {words}").format(
            priority=label(pressing.priority), words=because(pressing)
        )


def in_short(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Names and values of the hints that ask for something else than the ticket has."""
    if habit := dossier.other_kind:
        yield _("kind hint"), f"{label(habit.kind)} · {usual(habit)}"
    if pressing := dossier.higher_priority:
        yield _("priority hint"), f"{label(pressing.priority)} · {because(pressing)}"


def usual(habit: Habit) -> str:
    """How many of those like it are of that kind."""
    return _("{times} of {of} alike").format(times=habit.times, of=habit.of)


def because(pressing: Pressing) -> str:
    """The words of the customer that press."""
    return listed(pressing.words)
