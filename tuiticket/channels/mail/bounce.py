"""Reports that a mail of ours did not arrive (RFC 3464, and servers that never heard of it)."""

from __future__ import annotations

import re

from tuiticket.channels.mail.addresses import MAX_ADDRESS, mailboxes
from tuiticket.channels.mail.automatic import has_null_sender, is_from_machine
from tuiticket.channels.mail.identity import ids, message_id
from tuiticket.channels.mail.message import Bounce
from tuiticket.channels.mail.mime import DELIVERY_STATUS, Part, read_headers
from tuiticket.channels.mail.parameters import parameters
from tuiticket.engine.rules.safetext import one_line

MAX_RECIPIENTS = 50
"""Failed recipients of one report that are looked at."""
MAX_REPORT = 100_000
"""Characters of a report in words that are looked at."""

_ARRIVED = frozenset(["delivered", "relayed", "expanded"])
_RETURNED = re.compile(r"(?:message/rfc822|message/global|text/rfc822)(?:-headers)?")
_STATUS = re.compile(r"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])")
_REFUSED = re.compile(r"(?<![\d.])5(?:\d\d|\.\d{1,3}\.\d{1,3})(?![\d.])")
_ON_A_LINE = re.compile(r"^[ \t>]*(?:to:? )?<?([^\s<>@:;,]{1,64}@[\w.-]{1,190})>?:?[ \t]*$", re.M)
_SAID_ID = re.compile(r"^[ \t>]*(Message-ID:[^\n]*)", re.IGNORECASE | re.MULTILINE)


def bounce(root: Part, text: str) -> Bounce | None:
    """Return what a report of failure says, None if the mail is none; `text` is its body."""
    blocks = [
        block for block in _status_blocks(root) if block.raw("Action").lower() not in _ARRIVED
    ]
    arrived = not blocks and any(_status_blocks(root))
    if arrived or not (blocks or _looks_like_report(root)):
        return None
    text = text[:MAX_REPORT]
    if blocks:
        recipients = [_recipient(block) for block in blocks]
        statuses = [_first(_STATUS, block.raw("Status")) for block in blocks]
        permanent = any(_is_permanent(block) for block in blocks)
    elif "X-Failed-Recipients" in root:
        recipients = [box.address for box in mailboxes(root.raw("X-Failed-Recipients"))]
        statuses, permanent = [_first(_STATUS, text)], True
    else:
        recipients = _ON_A_LINE.findall(text) if _REFUSED.search(text) else []
        statuses, permanent = [_first(_STATUS, text)], bool(recipients)
    named = dict.fromkeys(one_line(name, MAX_ADDRESS) for name in recipients if name)
    return Bounce(
        recipients=tuple(named)[:MAX_RECIPIENTS],
        permanent=permanent,
        status=next(filter(None, statuses), ""),
        message_id=_reported_id(root, text),
    )


def _status_blocks(root: Part) -> list[Part]:
    """Return the blocks of a delivery status that speak of one recipient each."""
    reports = [part for part in root.everything() if part.get_content_type() == DELIVERY_STATUS]
    return [block for report in reports for block in report.parts if "Action" in block]


def _looks_like_report(root: Part) -> bool:
    kind = parameters(root.raw("Content-Type")).get("report-type", "").lower()
    return (
        kind == "delivery-status"
        or has_null_sender(root)
        or is_from_machine(root)
        or "X-Failed-Recipients" in root
    )


def _recipient(block: Part) -> str:
    """Return the address of a "Final-Recipient: rfc822; li@example.cn"."""
    said = block.raw("Final-Recipient") or block.raw("Original-Recipient")
    found = mailboxes(said.rpartition(";")[2])
    return found[0].address if found else ""


def _is_permanent(block: Part) -> bool:
    return block.raw("Action").lower() == "failed" and not block.raw("Status").startswith("4")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _reported_id(root: Part, text: str) -> str:
    """Return the Message-ID of the mail that comes back, as a part or quoted in the text."""
    for part in root.everything():
        if _RETURNED.fullmatch(part.get_content_type()) and part is not root:
            known = message_id(read_headers(part.content))
            if known:
                return known
    said = _first(_SAID_ID, text).partition(":")[2]
    return next(iter(ids([said])), "")
