"""How the desk is set up: seen, changed as a draft, checked, planned and put into force."""

from __future__ import annotations

from tuiticket.screens.setup.screen import SetupScreen

__all__ = ["SetupScreen"]
