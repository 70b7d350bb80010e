"""From which width on a screen puts its parts side by side."""

from __future__ import annotations

SIDE_BY_SIDE = 100
"""Cells a terminal must be wide for two panes beside each other."""

NARROW_OR_WIDE = [(0, "-narrow"), (SIDE_BY_SIDE, "-wide")]
"""The classes a screen bears by its width, for `HORIZONTAL_BREAKPOINTS`."""
