"""`python -m tuiticket` is `tuiticket`."""

from __future__ import annotations

import sys

from tuiticket.cli import main

if __name__ == "__main__":
    sys.exit(main())
