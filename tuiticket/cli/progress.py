"""How far long work is, told to whoever looks on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


@contextmanager
def progress(words: Callable[[int, int], str]) -> Iterator[Tell]:
    """Tells a terminal what `words` says of done and total, and wipes it at the end.

    What reads as before is not written again, and nothing where nobody looks on.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    told = ""

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = words(done, total)
        if now != told:
            told = now
            typer.echo(f"\r{now}\x1b[K", err=True, nl=False)

    yield tell
    typer.echo("\r\x1b[K", err=True, nl=False)
