"""Which mail this is: its Message-ID, the ids it answers, and a hash of what it says.

The same id with the same hash is the same mail come twice; with another hash it is another mail.
Neither changes when a relay adds headers, encodes the body anew or a mailbox marks it as read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from tuiticket.channels.mail.headers import raw_text
from tuiticket.channels.mail.mime import Part
from tuiticket.engine.rules.safetext import clean

MAX_ID = 500
"""Characters of a Message-ID; a longer one is no id."""
MAX_REFERENCES = 100
"""Ids of a thread that are kept, the newest ones."""

DERIVED_DOMAIN = "derived.invalid"
"""The domain of ids made from a mail's content (RFC 2606: it belongs to nobody)."""

_ANGLED = re.compile(r"<([^<>]+)>")
_BARE = re.compile(r'(?<![^\s<>,;()"])[^\s<>@,;()"]+@[^\s<>,;()"]+')
_STABLE = ("From", "To", "Cc", "Date", "Subject", "In-Reply-To")


def ids(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids in raw header values, oldest first, each once and in angle brackets."""
    found: dict[str, None] = {}
    for value in values:
        for said in _ANGLED.findall(value) or _BARE.findall(value):
            known = "".join(clean(raw_text(said)).split())
            if 0 < len(known) <= MAX_ID:
                found[f"<{known}>"] = None
    return tuple(found)[-MAX_REFERENCES:]


def message_id(root: Part) -> str:
    """Return the id that the mail says it has, "" if none."""
    return next(iter(ids(root.raws("Message-ID"))), "")


def derived_id(root: Part, body: str) -> str:
    """Return an id for a mail without one, from its content and the hash of its `body`."""
    said = "\n".join([*(root.raw(name) for name in _STABLE), body])
    digest = hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()
    return f"<{digest[:32]}@{DERIVED_DOMAIN}>"


def body_hash(root: Part) -> str:
    """Return the hash of all content, whatever way it was encoded for its journey."""
    digest = hashlib.sha256()
    for part in root.everything():
        if part.is_multipart():
            continue
        content = part.content
        if part.get_content_type().startswith(("text/", "message/")):
            # Relays change ends of lines.
            content = b"\n".join(line.rstrip() for line in content.splitlines()).strip()
        digest.update(f"{part.get_content_type()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
