"""The keys a screen reminds of, from the registry."""

from __future__ import annotations

from tuiticket.i18n import _
from tuiticket.keymap import Context, KeyMap
from tuiticket.widgets.hint_line import Hint


def hints(keys: KeyMap, *contexts: Context) -> list[Hint]:
    """What is most needed in these contexts, and after it what is everywhere."""
    wanted = [action for action in keys.of(*contexts) if action.hint]
    wanted += [action for action in keys.of(Context.EVERYWHERE) if action.hint]
    return [Hint(action.keys[0], _(action.label)) for action in wanted if action.keys]
