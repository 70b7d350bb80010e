"""Whether the terminal is still there, and how to end quietly when it is not.

A lost SSH line shows as SIGHUP, as a hung-up standard input, or as both.
"""

from __future__ import annotations

import os
import select
import sys


def gone() -> bool:
    """Whether standard input was a terminal and has been hung up."""
    fileno = _number(sys.__stdin__)
    if fileno is None:
        return False
    poll = select.poll()
    poll.register(fileno, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _fd, event in poll.poll(0))


def spare_the_dead() -> None:
    """Let what is still to be painted go nowhere, if there is no terminal to paint it on.

    Writing to a dead terminal fails, and the thread that writes would take the program's orderly
    end down with it.
    """
    if gone():
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.__stdout__, sys.__stderr__):
            fileno = _number(stream)
            if fileno is not None:
                os.dup2(nowhere, fileno)
        os.close(nowhere)


def _number(stream: object) -> int | None:
    try:
        return stream.fileno() if stream is not None else None  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return None
