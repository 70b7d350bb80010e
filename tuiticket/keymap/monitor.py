"""What the wall board answers to: looking, and nothing else."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.MONITOR

ACTIONS = (
    Action("monitor.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("monitor.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
)
