"""Telling colleagues at which ticket one is, and learning who else is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from threading import Lock
from typing import NamedTuple
from uuid import uuid4

from tuiticket.engine.model.presence import Doing, Present
from tuiticket.screens.session import Session

SIGN_EVERY = 5
"""Seconds between two signs of life at the same ticket."""


class At(NamedTuple):
    """The ticket a screen is about, and what its person does there."""

    ticket: int
    doing: Doing


class Attendance:
    """The presence of one console; blocks on a file, so it is called in threads."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seat = uuid4().hex
        self._told: At | None = None
        self._at: datetime | None = None
        self._one_at_a_time = Lock()

    @property
    def nowhere(self) -> bool:
        """Whether nobody was told of any ticket."""
        return self._told is None

    def beat(self, at: At | None) -> Sequence[Present]:
        """Be there, or nowhere with None; who else is there."""
        with self._one_at_a_time:
            return self._beat(at)

    def _beat(self, at: At | None) -> Sequence[Present]:
        desk = self._session.desk
        now = desk.now()
        if at is None:
            self.leave()
            return ()
        assert self._session.me is not None, "somebody sits at every console"
        old = self._at is None or abs((now - self._at).total_seconds()) >= SIGN_EVERY
        if at != self._told or old:
            desk.presence.stay(self._seat, self._session.me.login, at.ticket, at.doing, now)
            self._told, self._at = at, now
        return desk.presence.at([at.ticket], now, without=self._seat)

    def leave(self) -> None:
        """Be nowhere any more."""
        if self._told is not None:
            self._session.desk.presence.leave(self._seat)
            self._told = None
