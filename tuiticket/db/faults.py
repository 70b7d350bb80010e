"""What a database reports, in words a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tuiticket.engine.errors import N_, DeskError, Refused, Unreadable

PATIENCE_S = 10
"""How long a writer waits for the one before it."""


@contextmanager
def in_words(file: str) -> Iterator[None]:
    """Raise what the database reports in this block as a DeskError about that file.

    What nobody but a programmer could mend (a wrong statement) stays as it is.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise Refused(N_("The text holds half a character, which cannot be kept.")) from error
    except (sqlite3.Error, DBAPIError) as error:
        told = _told(error.orig if isinstance(error, DBAPIError) else error, file)
        if told is None:
            raise
        raise told from error


def _told(error: BaseException | None, file: str) -> DeskError | None:
    """Return the error to raise for what SQLite reports, or None for anything else."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DeskError(
                N_("The desk has been busy for {seconds} seconds; nothing was changed."),
                N_("Try again; if it stays so, look which program holds {file}."),
                seconds=PATIENCE_S,
                file=file,
            )
        case sqlite3.SQLITE_FULL:
            return DeskError(
                N_("The disk is full; nothing was changed."),
                N_("Make room where {file} lies, then try again."),
                file=file,
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return Refused(
                N_("Your rights do not suffice for {file}."),
                N_("Ask its owner for the right to write to it and its folder."),
                file=file,
            )
        case sqlite3.SQLITE_CONSTRAINT if _refers(error):
            return Refused(
                N_("Other things at the desk go by it already."), N_("Set them right first.")
            )
        case sqlite3.SQLITE_CONSTRAINT:
            return Refused(N_("The desk's own rules forbid this: {detail}."), detail=str(error))
        case sqlite3.SQLITE_NOTADB:
            return not_ours(file)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CORRUPT:
            return unreadable(file, str(error))
    return None


def _refers(error: BaseException | None) -> bool:
    """Whether something would refer to what is not there."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY


def unreadable(file: str, detail: str) -> Unreadable:
    """The error for a file that the machine cannot give us."""
    return Unreadable(
        N_("{file} cannot be read: {detail}."),
        N_("Check the disk and your rights; if it is damaged, restore a backup."),
        file=file,
        detail=detail,
    )


def not_ours(file: str) -> Unreadable:
    """The error for a file that holds something else."""
    return Unreadable(
        N_("{file} is not a tuiticket desk."),
        N_("Name another file with --db, or make a new desk: tuiticket init"),
        file=file,
    )
