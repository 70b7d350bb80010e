"""Choosing a time to come: one of the usual ones, or one that is typed, on the shop's clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.moments import moment, usual
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.wording import day_and_time


@dataclass(frozen=True, slots=True)
class Time:
    """What was picked: an instant in UTC, or None for never."""

    at: datetime | None


class When(Pick[Time]):
    """Gives a time to come. What is typed goes before what it also finds.

    `never` is what stands for no time at all, where that can be picked too.
    """

    def __init__(self, heading: str, now: datetime, zone: ZoneInfo, *, never: str = "") -> None:
        options = [
            Option(Time(one.at), _(one.name), day_and_time(one.at, zone))
            for one in usual(now, zone)
        ]
        if never:
            options.insert(0, Option(Time(None), never))
        super().__init__(heading, options)
        self.foot = _("type a time: 2h, 14:30, 11-30 · enter picks · esc leaves")
        self._now, self._zone = now, zone

    def may_be_typed(self) -> str:
        """What stands in the line as long as nothing was typed."""
        return _("a time, or some letters")

    def nothing(self) -> str:
        """What stands in place of the list where no time was understood."""
        return _("Write 2h, 14:30, tomorrow, 11-30 or 2026-11-30 14:30.")

    def fitting(self, typed: str) -> Sequence[Option[Time]]:
        """The time that was typed, if it is one, and the usual ones that fit."""
        fitting = [*super().fitting(typed)]
        try:
            at = moment(typed, self._now, self._zone)
        except BadInput:
            return fitting
        return [Option(Time(at), typed.strip(), day_and_time(at, self._zone)), *fitting]

    @property
    def _numbers(self) -> Mapping[Time, str]:
        """None: digits begin a time here."""
        return {}
