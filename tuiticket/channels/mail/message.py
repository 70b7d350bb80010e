"""What a mail was understood as: plain values, derived from the raw mail and derivable again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One correspondent: the name shown (may be empty) and the address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail.

    `size` is in bytes, of the decoded content. `skipped` says why the content was left out (source
    text for translation), or is empty. `content_id` is what an HTML body calls an image by.
    `inline` tells that it is shown in the text rather than attached to it.
    """

    name: str
    type: str
    size: int
    content: bytes
    skipped: str = ""
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Automatic:
    """The header that shows that a machine wrote a mail."""

    header: str
    value: str

    @property
    def reason(self) -> str:
        """Return the header as it stands in the mail, such as "Auto-Submitted: auto-replied"."""
        return f"{self.header}: {self.value}"


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report that our mail was not delivered.

    `recipients` are the addresses it failed for, as far as it says. `permanent` means that no
    later attempt will succeed (RFC 3463 class 5). `message_id` is that of the mail reported on.
    """

    recipients: tuple[str, ...] = ()
    permanent: bool = False
    status: str = ""
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """A mail as the desk understands it; all text is cleaned (see `engine.rules.safetext`).

    `message_id` and the ids in `in_reply_to` and `references` (oldest first) stand in angle
    brackets, as on the wire; where `derived_id` is set the mail had none and it is made from its
    content, so the same mail gets the same id again. `reply_to` is the address an answer goes to.

    `date` is when the mail says it was sent, in UTC, or None; it can lie in the future: see `at`.

    `text` is all that was said, `text_without_quote` what the customer wrote themselves, `quoted`
    what their mail program added. `charset` is the one the text was decoded with.

    `automatic` is set if a machine wrote this: no machine answers it. `bounce` is set if it reports
    on a mail of ours. `body_hash` (SHA-256, hexadecimal) tells apart mails that carry the same id.
    `defects` names what was wrong with the mail, for the curious.
    """

    message_id: str
    derived_id: bool
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    from_name: str
    from_address: str
    reply_to: str
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    date: datetime | None
    text: str
    text_without_quote: str
    quoted: str
    charset: str
    attachments: tuple[Attachment, ...]
    automatic: Automatic | None
    bounce: Bounce | None
    body_hash: str
    defects: tuple[str, ...]

    def at(self, now: datetime) -> datetime:
        """When the customer wrote: `date`, or `now` where it is missing or in the future."""
        return now if self.date is None or self.date > now else self.date
