"""The customers of the shop and the ways to reach them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.model.ticket import DERIVED


class ContactKind(StrEnum):
    """What sort of address a contact is; values are normalised by `rules.contacts`."""

    MAIL = "mail"
    PHONE = "phone"
    WECHAT = "wechat"
    CHAT = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A person or firm that buys from the shop. `tags` such as vip are the shop's own words."""

    id: int = 0
    name: str
    created_at: datetime
    language: str = "en"
    tags: tuple[str, ...] = ()
    note: str = ""
    version: int = field(default=0, metadata=DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One address of one customer: a mail address in lower case, a phone in E.164, a chat id.

    Kind and value together belong to one customer only, so any contact finds its customer.
    """

    id: int = 0
    customer_id: int
    kind: ContactKind
    value: str
