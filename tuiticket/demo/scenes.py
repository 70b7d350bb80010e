"""The stories customers come with: who says what, after how long, and where it leaves the ticket.

A scene is written once and can be played more than once: what is given as a list of alternatives
(subject, opening, answers) is taken in turn, and {places} are filled with the customer, the goods
and the order of the day. It can also be stopped in the middle, for a ticket still being worked on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from tuiticket.demo.content import CONTENT, table
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State

ANY = "any"
"""The tag every product has."""


class Act(StrEnum):
    """What happens in a turn."""

    SAYS = "says"
    REPLY = "reply"
    NOTE = "note"
    CALL = "call"
    TRANSFER = "transfer"
    WAIT = "wait"
    PRIORITY = "priority"
    REVIEW = "review"
    APPROVE = "approve"
    SOLVE = "solve"


_THEN = {
    "wait": State.WAITING_CUSTOMER,
    "customer": State.WAITING_CUSTOMER,
    "third": State.WAITING_THIRD,
    "solve": State.SOLVED,
}
_UNITS = {"m": "minutes", "h": "hours"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of a story, `after` the one before.

    `text` holds the alternatives of what is said, or the team, priority or party named. `then` is
    the state it leaves the ticket in, `minutes` how long a call took.
    """

    after: timedelta
    act: Act
    text: tuple[str, ...]
    why: str = ""
    then: State | None = None
    minutes: int = 0

    @property
    def ours(self) -> bool:
        """Whether the staff acts here, not the customer."""
        return self.act is not Act.SAYS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """One story; its first turn is what the customer came with.

    `order` is the state of the order it is about (None: about none), `becomes` what the order is
    when all is told, `age` its age in days when the customer comes. `team` says where it lands if
    not with the team of its category. `qty` and `channels` are taken in turn like texts.
    """

    id: str
    language: str
    kind: Kind
    category: str
    priority: Priority
    severity: Severity
    channels: tuple[Channel, ...]
    goods: frozenset[str]
    order: OrderState | None
    becomes: OrderState | None
    age: tuple[int, int] | None
    business: bool
    team: str | None
    tags: tuple[str, ...]
    qty: tuple[int, ...]
    subject: tuple[str, ...]
    turns: tuple[Turn, ...]

    @property
    def lead_in(self) -> timedelta:
        """How long after the opening the staff acts for the first time."""
        first = next(i for i, turn in enumerate(self.turns) if turn.ours)
        return sum((turn.after for turn in self.turns[: first + 1]), timedelta())

    def length(self, turns: int) -> timedelta:
        """The time from the opening to the last of so many turns."""
        return sum((turn.after for turn in self.turns[:turns]), timedelta())


@cache
def load_scenes() -> tuple[Scene, ...]:
    """All scenes, in the order of their files and places."""
    files = sorted(path.name for path in (CONTENT / "scenes").glob("*.toml"))
    return tuple(read_scene(row) for name in files for row in table(f"scenes/{name}")["scene"])


def read_scene(row: dict[str, Any]) -> Scene:
    """A scene as a table of TOML tells it."""
    order = row.get("order", "delivered")
    return Scene(
        id=row["id"],
        language=row["language"],
        kind=Kind(row["kind"]),
        category=row["category"],
        priority=Priority[row["priority"].upper()],
        severity=Severity[row.get("severity", "moderate").upper()],
        channels=tuple(Channel(channel) for channel in row["channel"]),
        goods=frozenset(row["goods"]),
        order=OrderState(order) if order else None,
        becomes=OrderState(row["becomes"]) if "becomes" in row else None,
        age=tuple(row["age"]) if "age" in row else None,
        business=row.get("customers") == "business",
        team=row.get("team"),
        tags=tuple(row.get("tags", ())),
        qty=tuple(row.get("qty", (1,))),
        subject=tuple(row["subject"]),
        turns=tuple(_turn(turn) for turn in row["turns"]),
    )


def _turn(row: dict[str, Any]) -> Turn:
    act = next(act for act in Act if act in row)
    text = row[act]
    then = text if act is Act.WAIT else row.get("then")
    after = row.get("after", "0m")
    return Turn(
        after=timedelta(**{_UNITS[after[-1]]: int(after[:-1])}),
        act=act,
        text=tuple(text) if isinstance(text, list) else (text,),
        why=row.get("why", ""),
        then=_THEN[then] if then else None,
        minutes=row.get("minutes", 0),
    )
