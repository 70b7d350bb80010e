"""A raw mail understood, once and as a whole."""

from __future__ import annotations

from tuiticket.channels.mail.addresses import is_usable, mailboxes
from tuiticket.channels.mail.attachments import attachments
from tuiticket.channels.mail.automatic import automatic
from tuiticket.channels.mail.body import read_body
from tuiticket.channels.mail.bounce import bounce
from tuiticket.channels.mail.dates import sent_at
from tuiticket.channels.mail.identity import body_hash, derived_id, ids, message_id
from tuiticket.channels.mail.message import Mailbox, ParsedMail
from tuiticket.channels.mail.mime import Part, read
from tuiticket.engine.errors import N_, Unreadable

MAX_MAIL = 50 * 1024 * 1024
"""Bytes of a mail that are looked at."""
MAX_SUBJECT = 500
"""Characters of a subject."""

_SENDERS = ("From", "Sender", "Reply-To", "Return-Path")


def parse(raw: bytes) -> ParsedMail:
    """Return what a raw mail was understood as; the same bytes always give the same.

    Raises `Unreadable`, and nothing else, for a mail that is too large, or that has neither a
    sender nor anything to read.
    """
    if len(raw) > MAX_MAIL:
        raise Unreadable(
            N_("The mail is larger than {limit} MiB."),
            N_("Ask the sender for a link instead."),
            limit=MAX_MAIL // 1024**2,
        )
    root = read(raw)
    body = read_body(root)
    files = attachments(root, body.read)
    sender = _sender(root, body.charset)
    if not (sender.address or body.text or files):
        raise Unreadable(
            N_("The mail has neither a sender nor anything to read."),
            N_("Check that the file is a mail."),
        )
    body_id = body_hash(root)
    known = message_id(root)
    return ParsedMail(
        message_id=known or derived_id(root, body_id),
        derived_id=not known,
        in_reply_to=ids(root.raws("In-Reply-To")),
        references=ids(root.raws("References")),
        from_name=sender.name,
        from_address=sender.address,
        reply_to=_reply_to(root, sender),
        to=_all(root, "To", body.charset),
        cc=_all(root, "Cc", body.charset),
        subject=root.text("Subject", MAX_SUBJECT, body.charset),
        date=sent_at(root.raw("Date"), root.raws("Received")),
        text=body.text,
        text_without_quote=body.visible,
        quoted=body.quoted,
        charset=body.charset,
        attachments=files,
        automatic=automatic(root),
        bounce=bounce(root, body.text),
        body_hash=body_id,
        defects=_defects(root),
    )


def _sender(root: Part, hint: str) -> Mailbox:
    """Return who wrote the mail, from the best header that names an address."""
    for name in _SENDERS:
        for value in root.raws(name):
            for mailbox in mailboxes(value, hint):
                return mailbox
    return Mailbox("", "")


def _reply_to(root: Part, sender: Mailbox) -> str:
    """Return where an answer goes: Reply-To if it is an address, else the sender."""
    wanted = (box.address for value in root.raws("Reply-To") for box in mailboxes(value))
    return next(filter(is_usable, wanted), sender.address)


def _all(root: Part, name: str, hint: str) -> tuple[Mailbox, ...]:
    return tuple(box for value in root.raws(name) for box in mailboxes(value, hint))


def _defects(root: Part) -> tuple[str, ...]:
    """Return what the reader found wrong with the structure, each once."""
    return tuple(
        sorted({type(fault).__name__ for part in root.everything() for fault in part.defects})
    )
