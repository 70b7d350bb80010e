"""`tuiticket config`: what holds for the desk, for a person, and the whole set-up as one file."""

from __future__ import annotations

from tuiticket.cli.config import settings, setup_file
from tuiticket.cli.config.noun import app

__all__ = ["app", "settings", "setup_file"]
