"""The files that come with a mail: named safely, limited in size, none left out in silence."""

from __future__ import annotations

from collections.abc import Container
from mimetypes import MimeTypes

from tuiticket.channels.mail.message import Attachment
from tuiticket.channels.mail.mime import DELIVERY_STATUS, MAX_FILE_NAME, Part, read_headers
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.file_names import safe_file_name
from tuiticket.engine.rules.safetext import one_line

MAX_BYTES = 10 * 1024 * 1024
"""Bytes of one attachment that are kept; a larger one is listed without its content."""
MAX_FILES = 100
"""Attachments of one mail that are kept; the others are listed without their content."""
MAX_LISTED = 1_000
"""Attachments of one mail that are listed; a mail with more parts is an attack."""

TOO_LARGE = N_("larger than 10 MiB")
TOO_MANY = N_("more than 100 attachments")

_TYPES = MimeTypes()
"""The types that Python knows by itself: names must not depend on the machine."""


def attachments(root: Part, body: Container[int]) -> tuple[Attachment, ...]:
    """Return the files of a mail, in order; parts whose `id()` is in `body` were read as text."""
    found: list[Attachment] = []
    for part in root.everything():
        if part.is_multipart() or id(part) in body or part.get_content_type() == DELIVERY_STATUS:
            continue
        if _is_empty_shell(part):
            continue
        found.append(_attachment(part, len(found) + 1))
        if len(found) == MAX_LISTED:
            break
    return tuple(found)


def _is_empty_shell(part: Part) -> bool:
    """Whether a part has neither name nor content, as programs leave behind."""
    return not part.file_name and not part.is_attached and not part.content.strip()


def _attachment(part: Part, number: int) -> Attachment:
    content = part.content
    skipped = TOO_MANY if number > MAX_FILES else TOO_LARGE if len(content) > MAX_BYTES else ""
    return Attachment(
        name=safe_file_name(part.file_name) or _made_up_name(part, content, number),
        type=part.get_content_type(),
        size=len(content),
        content=b"" if skipped else content,
        skipped=skipped,
        content_id=one_line(part.raw("Content-ID").strip("<> "), MAX_FILE_NAME),
        inline=not part.is_attached and "Content-ID" in part,
    )


def _made_up_name(part: Part, content: bytes, number: int) -> str:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        subject = safe_file_name(read_headers(content).text("Subject", 80))
        return f"{subject or f'mail-{number}'}.eml"
    return f"attachment-{number}{_TYPES.guess_extension(kind) or ''}"
