"""Recognising and normalising the ways to reach a customer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.customer import ContactKind
from tuiticket.engine.model.ticket import Channel

_MAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,190}")
_CHAT = re.compile(r"(?P<kind>wechat|chat):(?P<id>\S{1,100})")


@dataclass(frozen=True, slots=True)
class Address:
    """A contact without its customer: its kind and normal form."""

    kind: ContactKind
    value: str

    @property
    def channel(self) -> Channel:
        """The channel on which one is reached there."""
        return Channel(self.kind.value)


def recognise(text: str, phones: Callable[[str], str | None]) -> Address:
    """What sort of contact a person typed, in its normal form.

    A mail address is lower-cased, a phone number brought to E.164 by `phones`, a chat id written as
    wechat:NAME or chat:NAME. Raises BadInput for anything else.
    """
    text = text.strip()
    if _MAIL.fullmatch(text):
        return Address(ContactKind.MAIL, text.lower())
    if chat := _CHAT.fullmatch(text):
        return Address(ContactKind(chat["kind"]), chat["id"])
    if phone := phones(text):
        return Address(ContactKind.PHONE, phone)
    mend = N_("Write it as name@example.com, +86 138 0000 0000 or wechat:NAME.")
    if not text:
        raise BadInput(N_("No contact was given."), mend, contact=text)
    raise BadInput(
        N_("The contact “{contact}” is neither a mail address nor a phone number nor a chat id."),
        mend,
        contact=text,
    )
