"""Mail that a machine wrote: it is stored and threaded, and never answered by a machine.

The signs are those of RFC 3834 and what mail programs, lists and shops really write. Values are
compared without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuiticket.channels.mail.addresses import mailboxes
from tuiticket.channels.mail.message import Automatic
from tuiticket.channels.mail.mime import Part

MAX_REASON = 120
"""Characters of a header's value that are given as the reason."""

_BY_PRESENCE = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Autoresponder",
    "X-Loop",
    "X-No-Loop",
    "List-Id",
    "List-Unsubscribe",
    "X-Failed-Recipients",
)
_BY_VALUE = {
    "Precedence": {"bulk", "junk", "list", "auto_reply"},
    "X-Auto-Response-Suppress": {"all", "autoreply", "dr"},
}
_MACHINE = re.compile(r"<?(?:mailer-daemon|postmaster)(?:@.*)?>?", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:自动回复|自動回覆|自動回復|自動返信|自动答复|automatic reply|auto[- ]?reply|autoreply"
    r"|out of office|abwesenheitsnotiz|automatische antwort|réponse automatique"
    r"|respuesta automática|risposta automatica|resposta automática|автоответ)\s*[:：]",
    re.IGNORECASE,
)


def automatic(root: Part) -> Automatic | None:
    """Return the first sign that a machine wrote this mail, None if a person did."""
    sign = next(_signs(root), None)
    return Automatic(sign, root.text(sign, MAX_REASON)) if sign else None


def has_null_sender(root: Part) -> bool:
    """Whether the envelope had no sender: such a mail must not be answered (RFC 5321)."""
    return "Return-Path" in root and root.raw("Return-Path") in ("", "<>")


def is_from_machine(root: Part) -> bool:
    """Whether a mail server itself is the sender."""
    senders = mailboxes(root.raw("From"))
    # Some give no domain, and so no address.
    said = senders[0].address if senders else root.raw("From").partition(" ")[0]
    return _MACHINE.fullmatch(said) is not None


def _signs(root: Part) -> Iterator[str]:
    """Yield the names of the headers that give the machine away."""
    submitted = re.split(r"[;\s(]", root.raw("Auto-Submitted").lower())[0]
    if submitted not in ("", "no"):
        yield "Auto-Submitted"
    for name, values in _BY_VALUE.items():
        said = re.split(r"[,;\s]+", root.raw(name).lower().replace("-", "_"))
        if values.intersection(said):
            yield name
    for name in _BY_PRESENCE:
        if name in root and root.raw(name).lower() not in ("no", "false", "0"):
            yield name
    if root.get_content_type() == "multipart/report":
        yield "Content-Type"
    if has_null_sender(root):
        yield "Return-Path"
    if is_from_machine(root):
        yield "From"
    if _SUBJECT.match(root.text("Subject", MAX_REASON)):
        yield "Subject"
