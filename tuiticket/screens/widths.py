"""From which size on a screen puts its parts beside or below each other."""

from __future__ import annotations

SIDE_BY_SIDE = 100
"""Cells a terminal must be wide for two panes beside each other."""

NARROW_OR_WIDE = [(0, "-narrow"), (SIDE_BY_SIDE, "-wide")]
"""The classes a screen bears by its width, for `HORIZONTAL_BREAKPOINTS`."""

TALL = 36
"""Lines a terminal must have for what is shown unasked below a list."""

LOW_OR_TALL = [(0, "-low"), (TALL, "-tall")]
"""The classes a screen bears by its height, for `VERTICAL_BREAKPOINTS`."""
