"""How a person wants their console, and what their account may do on the machine it runs on."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuiticket.keymap import KeyMap


@dataclass(frozen=True, slots=True)
class Setting:
    """`theme` is the name of one of THEMES, `editor` the command line of the person's own editor.

    A `restricted` account came in through a door that leads to this desk only, such as a forced
    command of SSH: nothing it does may start a program, write a file or reach a shell.

    `preview` is whether lists begin with the preview of the ticket; None leaves it to their height.
    """

    keys: KeyMap = field(default_factory=KeyMap)
    mouse: bool = True
    theme: str | None = None
    editor: str | None = None
    restricted: bool = False
    preview: bool | None = None
