"""What an article said at one time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One wording of an article, the first being number 1, and who brought it about and how."""

    number: int
    event: int
    at: datetime
    actor: str
    via: str
    title: str
    body: str

    @property
    def text(self) -> str:
        """Title and body, as one reads them."""
        return f"{self.title}\n\n{self.body}"
