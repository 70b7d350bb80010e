"""Putting files that strangers sent into a folder of ours: under a fit name, over no other file."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.message import Attachment
from tuiticket.engine.rules.file_names import numbered, safe_file_name


def save(content: bytes | None, file: Attachment, to: Path) -> Path:
    """Write a new file and give its path: in the folder `to` under its own name, else at `to`.

    In a folder a number is added to a name that is taken. Raises Refused where the content was not
    kept or a file named by `to` is there already, BadInput where nothing can be written.
    """
    if content is None:
        raise Refused(
            N_("The content of “{name}” was not kept: {reason}."),
            name=file.name,
            reason=file.skipped or "?",
        )
    try:
        return _in_folder(content, file, to) if to.is_dir() else _write(content, to)
    except FileExistsError as error:
        raise Refused(
            N_("The file {file} is there already."),
            N_("Name another one; nothing is written over."),
            file=to,
        ) from error
    except OSError as error:
        raise BadInput(
            N_("Nothing can be saved in {folder}: {reason}."),
            N_("Name another folder."),
            folder=to,
            reason=error.strerror or str(error),
        ) from error


def _in_folder(content: bytes, file: Attachment, folder: Path) -> Path:
    name = safe_file_name(file.name) or f"attachment-{file.id}"
    for number in count(1):
        try:
            return _write(content, folder / numbered(name, number))
        except FileExistsError:
            continue
    raise AssertionError("there is always a number more")


def _write(content: bytes, path: Path) -> Path:
    """Write what was not there, following no link."""
    with path.open("xb") as target:
        target.write(content)
    return path
