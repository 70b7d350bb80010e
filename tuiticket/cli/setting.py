"""What the configuration and the terminal at hand make of the console; loads Textual."""

from __future__ import annotations

import os

from rich.console import Console

from tuiticket.app import Setting
from tuiticket.config import Config
from tuiticket.keymap import KeyMap
from tuiticket.theme import theme_for


def setting_of(config: Config) -> Setting:
    """How the person wants their console; raises BadInput for keys that clash."""
    return Setting(
        KeyMap(changes=config.keys),
        config.mouse,
        config.theme or _fitting_theme(),
        config.editor,
        config.restricted,
        preview=config.preview,
    )


def _fitting_theme() -> str:
    unwanted = bool(os.environ.get("NO_COLOR"))
    return theme_for(Console(no_color=False).color_system, unwanted=unwanted).name
