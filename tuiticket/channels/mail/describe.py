"""What a mail was understood as, in the shape of `tuiticket mail parse --json`."""

from __future__ import annotations

from typing import Any

from tuiticket.channels.mail.message import ParsedMail


def as_json(mail: ParsedMail) -> dict[str, Any]:
    """Return the mail as values for JSON; keys are a contract: added to, never renamed.

    `date` is UTC in ISO 8601 with a Z, or null. `automatic` comes with `automatic_why`, the header
    that says so, or null.
    """
    return {
        "message_id": mail.message_id,
        "derived_id": mail.derived_id,
        "in_reply_to": list(mail.in_reply_to),
        "references": list(mail.references),
        "from_name": mail.from_name,
        "from_address": mail.from_address,
        "reply_to": mail.reply_to,
        "to": [mailbox.address for mailbox in mail.to],
        "cc": [mailbox.address for mailbox in mail.cc],
        "subject": mail.subject,
        "date": mail.date.strftime("%Y-%m-%dT%H:%M:%SZ") if mail.date else None,
        "text": mail.text,
        "text_without_quote": mail.text_without_quote,
        "quoted": mail.quoted,
        "attachments": [
            {
                "name": file.name,
                "type": file.type,
                "size": file.size,
                "skipped": file.skipped or None,
            }
            for file in mail.attachments
        ],
        "automatic": mail.automatic is not None,
        "automatic_why": mail.automatic.reason if mail.automatic else None,
        "bounce": _bounce(mail),
        "charset": mail.charset,
        "defects": list(mail.defects),
    }


def _bounce(mail: ParsedMail) -> dict[str, Any] | None:
    if mail.bounce is None:
        return None
    return {
        "recipients": list(mail.bounce.recipients),
        "permanent": mail.bounce.permanent,
        "status": mail.bounce.status or None,
        "message_id": mail.bounce.message_id or None,
    }
