"""The category tree by business process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One branch of the tree; `key` is its path, such as after-sales/refund.

    Tickets of the category go to `team_id`, or to the nearest parent's team if that is None; so it
    is with the `skill` that who gets them must have, at least at `skill_level`.
    """

    id: int = 0
    key: str
    name: str
    name_zh: str = ""
    team_id: int | None = None
    skill: str | None = None
    skill_level: int = 1
