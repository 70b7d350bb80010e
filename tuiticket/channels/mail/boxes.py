"""Mails out of files: an mbox, a Maildir, or one mail.

An mbox is read line by line, so one of any size needs the memory of its largest mail. The standard
library's reader is not used: it leaves ">From " as it is, takes any line that begins with "From "
for a new mail, and holds a table of the whole file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tuiticket.channels.mail.parse import MAX_MAIL
from tuiticket.engine.errors import N_, Unreadable

MAX_LINE = 1024 * 1024
"""Bytes of a line that are read at once."""

# After a sender, which may hold spaces, date and time as C writes them and anything; or in
# another way, if time, zone and year close the line.
_ENVELOPE = re.compile(
    rb"From .*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4}\b.*\s*"
    rb"|From .*\d{1,2}:\d\d(?::\d\d)?(?: +[A-Z]{2,5}| +[+-]\d{4})* +\d{4}(?: +[+-]\d{4})?"
    rb"(?: remote from .*)?\s*"
)
_QUOTED_FROM = re.compile(rb">+From ")


@dataclass(frozen=True, slots=True)
class RawMail:
    """One mail as it was found.

    `origin` says where, for a person to find it again. Of a mail over `MAX_MAIL` bytes, `data`
    holds the beginning only, which `parse` refuses.
    """

    data: bytes
    origin: str


def read_box(path: Path) -> Iterator[RawMail]:
    """Yield the mails of an mbox file or a Maildir, in order.

    Raises `Unreadable` at the call if it is neither.
    """
    if path.is_dir():
        return _maildir(path)
    try:
        with path.open("rb") as file:
            first = file.readline(MAX_LINE)
    except OSError as error:
        raise _closed(path, error) from error
    if not first:
        raise Unreadable(N_("{path} is empty: there is no mail in it."), path=path)
    if not first.startswith(b"From "):
        raise Unreadable(
            N_("{path} is not an mbox: its first line does not begin with “From ”."),
            N_("Name an mbox file or a Maildir; a single mail is read with “mail parse”."),
            path=path,
        )
    return _mbox(path)


def read_message(path: Path) -> RawMail:
    """Return the one mail in a file, such as an .eml; raises `Unreadable` if it cannot be read."""
    try:
        with path.open("rb") as file:
            return RawMail(file.read(MAX_MAIL + 1), path.name)
    except OSError as error:
        raise _closed(path, error) from error


def _mbox(path: Path) -> Iterator[RawMail]:
    number = 0
    with path.open("rb") as file:
        mail = bytearray()
        for line, begins in _lines(file):
            if begins:
                if number:
                    yield RawMail(_without_gap(mail), f"{path.name} #{number}")
                number += 1
                mail = bytearray()
            elif len(mail) <= MAX_MAIL:
                mail += line[1:] if _QUOTED_FROM.match(line) else line
        yield RawMail(_without_gap(mail), f"{path.name} #{number}")


def _lines(file: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Yield each line, and whether it is the envelope that begins a mail.

    That is the first line, and later one that ends in a time and a year, as "From " also begins
    sentences.
    """
    whole = True
    first = True
    while line := file.readline(MAX_LINE):
        begins = first or (whole and _ENVELOPE.fullmatch(line) is not None)
        yield line, begins
        whole = line.endswith(b"\n")
        first = False


def _without_gap(mail: bytearray) -> bytes:
    """The mail without the blank line that parts it from the next."""
    for gap in (b"\r\n\r\n", b"\n\n"):
        if mail.endswith(gap):
            return bytes(mail[: -len(gap) // 2])
    return bytes(mail)


def _maildir(path: Path) -> Iterator[RawMail]:
    folders = [path / name for name in ("new", "cur")]
    if not all(folder.is_dir() for folder in folders):
        raise Unreadable(
            N_("{path} is not a Maildir: it has no folders “new” and “cur”."),
            N_("Name an mbox file or a Maildir."),
            path=path,
        )
    try:
        files = [found for folder in folders for found in sorted(os.scandir(folder), key=_name)]
    except OSError as error:
        raise _closed(path, error) from error
    return (_mail_of(Path(found.path)) for found in files if found.is_file())


def _mail_of(path: Path) -> RawMail:
    """Return a mail of a Maildir, empty if it cannot be read: it must not stop the others."""
    try:
        return read_message(path)
    except Unreadable:
        return RawMail(b"", path.name)


def _name(found: os.DirEntry[str]) -> str:
    return found.name


def _closed(path: Path, error: OSError) -> Unreadable:
    return Unreadable(
        N_("{path} cannot be read: {reason}."),
        N_("Check the name and that you may read it."),
        path=path,
        reason=error.strerror or type(error).__name__,
    )
