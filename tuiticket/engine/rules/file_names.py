"""Names of files that strangers sent, made fit for a folder of ours."""

from __future__ import annotations

import re

from tuiticket.engine.rules.safetext import one_line

LONGEST = 200
"""Bytes of a name in UTF-8; file systems take 255, and a number may have to be added."""


def safe_file_name(name: str) -> str:
    """The name without folders, controls, a leading dot and what a file system takes amiss.

    Too long a name keeps its ending. Empty if nothing is left.
    """
    base = re.split(r"[/\\]", name)[-1]
    plain = re.sub(r'[<>:"|?*\x00-\x1f]', "_", one_line(base, 1000)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not stem or len(ending) > 10:
        stem, dot, ending = plain, "", ""
    return _cut(stem, LONGEST - len(f"{dot}{ending}".encode())) + dot + ending


def numbered(name: str, number: int) -> str:
    """The name with a number before its ending: "lamp (2).jpg"; the first bears none."""
    if number == 1:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"


def _cut(text: str, most: int) -> str:
    """Cut a text to so many bytes, between characters."""
    return text.encode()[:most].decode("utf-8", errors="ignore").rstrip(" .")
