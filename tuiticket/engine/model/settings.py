"""What the shop decided about its desk as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tuiticket.engine.model.ticket import Kind

DAY = 86_400

SECRET: dict[str, Any] = {"secret": True}
"""Metadata of fields that never appear in the log or in an export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The one row of the desk's own facts.

    `zone` is the IANA time zone of the shop, used only where people read or write times.
    `mail_domain` and `mail_secret` sign outgoing Message-IDs. `kind_teams` names the team a kind
    goes to where neither a rule nor a category says better. Durations are seconds.

    A ticket of a kind weighs `weights` of it, 1 where nothing is said, and `waiting_weight` while
    others have to act. After `unrouted_s` without a team, leads hear of a ticket (None: never).
    `sticky` keeps the matters of one customer or order with one person. A gap of a shift up to
    `break_s` is a break, in which tickets stay where they are. A new ticket up to
    `rebound_within_s` after the solution of another may be its matter come back (0: never); it is
    compared to the active ones opened up to `duplicates_within_s` before it (0: to none). At least
    `wave_least` customers (0: never) make a wave, and those within `wave_within_s`.
    """

    id: int = 1
    name: str
    zone: str = "UTC"
    language: str = "en"
    mail_domain: str = "localhost"
    mail_addresses: tuple[str, ...] = ()
    mail_secret: str = field(default="", metadata=SECRET)
    first_number: int = 10_001
    kind_teams: dict[Kind, int] = field(default_factory=dict)
    close_after_s: int = 3 * DAY
    archive_after_s: int = 90 * DAY
    hold_s: int = 10
    weights: dict[Kind, float] = field(default_factory=dict)
    waiting_weight: float = 0.25
    unrouted_s: int | None = 15 * 60
    sticky: bool = True
    break_s: int = 2 * 3600
    rebound_within_s: int = 14 * DAY
    duplicates_within_s: int = 7 * DAY
    wave_least: int = 6
    wave_within_s: int = 6 * 3600
