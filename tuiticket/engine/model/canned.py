"""Answers that are given often, kept to be sent again."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuiticket.engine.model.ticket import DERIVED


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    """An answer kept under a key, in one or more languages.

    `bodies` are templates by language (`rules.canned` fills them). It is offered to the team
    `team_id`, or to all, in the order of `position`. `uses` counts how often it was sent.
    """

    id: int = 0
    key: str
    name: str
    bodies: dict[str, str] = field(default_factory=dict)
    team_id: int | None = None
    position: int = 0
    uses: int = field(default=0, metadata=DERIVED)
    version: int = field(default=0, metadata=DERIVED)
