"""What belongs together in an inbox: the desk's reminders of one sort about one ticket."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from tuiticket.engine.model.inbox import InboxLine, Telling


def tellings(lines: Iterable[InboxLine]) -> list[Telling]:
    """The notices, newest first, with those in one that tell the same again.

    That is what the desk says of one sort about one ticket (or one wave), as a clock that strikes
    at 75, 90 and 100 %. What was seen never stands with what is new, and the words of a colleague,
    and what a watcher is told, each stand alone.
    """
    together: dict[Hashable, list[InboxLine]] = {}
    for line in lines:
        together.setdefault(_sort(line), []).append(line)
    return [Telling(lines=tuple(found)) for found in together.values()]


def _sort(line: InboxLine) -> Hashable:
    notice = line.notice
    about = notice.ticket_id or notice.details.get("wave")
    if about is None or line.events or "by" in notice.details:
        return notice.id
    return notice.about, notice.ticket_id, about, notice.seen_at is None
