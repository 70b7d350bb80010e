"""The command line: everything the console can do, for scripts, cron, mail servers and people.

One file per noun. Each is imported only when its noun is spoken, so that `tuiticket --help` loads
neither the engine nor the store.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line (the process's own by default) and give its exit code.

    0 is done, 1 could not be done, 2 the input is wrong; what went wrong stands in one line on
    standard error.
    """
    from tuiticket.cli.outcome import run

    return run(sys.argv[1:] if arguments is None else arguments)
