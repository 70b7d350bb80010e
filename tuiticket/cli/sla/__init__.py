"""`tuiticket sla`: the promises of the shop, and the arithmetic of the clocks."""

from __future__ import annotations

from tuiticket.cli.sla import promises, reckoning
from tuiticket.cli.sla.noun import app

__all__ = ["app", "promises", "reckoning"]
