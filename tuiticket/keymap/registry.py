"""The keys as they are now: the defaults with what the person changed, checked for clashes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from tuiticket.engine.errors import N_, BadInput
from tuiticket.keymap import (
    article,
    compose,
    customer,
    desk,
    everywhere,
    form,
    inbox,
    knowledge,
    on_ticket,
    people,
    queue,
    review,
    setup,
    ticket,
    ticket_list,
    wordings,
)
from tuiticket.keymap.action import TOGETHER, Action, Context

DEFAULTS: tuple[Action, ...] = tuple(
    action
    for module in (
        queue,
        ticket,
        on_ticket,
        ticket_list,
        compose,
        review,
        knowledge,
        article,
        wordings,
        form,
        inbox,
        setup,
        people,
        customer,
        desk,
        everywhere,
    )
    for action in module.ACTIONS
)
"""Every action there is, in the order of the help."""

_NAMED = (
    "backspace|delete|down|end|enter|escape|home|insert|left|pagedown|pageup|right|space|tab|up"
)
_KEY = re.compile(
    rf"[^\s,\x00-\x1f\x7f]|(?:ctrl\+)?(?:{_NAMED})|shift\+tab|f(?:[1-9]|1[0-2])"
    r"|ctrl\+[c-gk-lnopq-z]"
)


class KeyMap:
    """All actions with the keys they have on this desk.

    `changes` gives other keys to actions by id; an action without any is left to the palette.
    Raises BadInput for an action there is not, a key that no terminal sends, and a key that would
    mean two things at once.
    """

    def __init__(
        self,
        actions: Iterable[Action] = DEFAULTS,
        changes: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._actions = {action.id: action for action in actions}
        for id_, keys in (changes or {}).items():
            if id_ not in self._actions:
                raise _unknown(id_, self._actions)
            self._actions[id_] = replace(self._actions[id_], keys=tuple(map(_checked, keys)))
        for contexts in TOGETHER:
            _refuse_clashes(self.of(*contexts))

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __getitem__(self, id_: str) -> Action:
        return self._actions[id_]

    def of(self, *contexts: Context) -> list[Action]:
        """The actions of these contexts, in the order of the help."""
        return [action for action in self if action.context in contexts]


def shown(keys: Sequence[str]) -> str:
    """Keys as a person reads them: escape as it stands on the key."""
    return " ".join("esc" if key == "escape" else key for key in keys)


def _unknown(id_: str, known: Iterable[str]) -> BadInput:
    near = get_close_matches(id_, list(known), 1)
    if near:
        return BadInput(
            N_("There is no action “{action}” to give a key to."),
            N_("Did you mean “{near}”?"),
            action=id_,
            near=near[0],
        )
    return BadInput(
        N_("There is no action “{action}” to give a key to."),
        N_("See the table of keys."),
        action=id_,
    )


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise BadInput(
            N_("No terminal sends the key “{key}” reliably."),
            N_("Use a character, f1 to f12, ctrl with a letter, or a name such as enter."),
            key=key,
        )
    return key


def _refuse_clashes(actions: Sequence[Action]) -> None:
    taken: dict[str, Action] = {}
    for action in actions:
        for key in action.keys:
            if key in taken:
                raise BadInput(
                    N_("The key “{key}” means both {one} and {other}."),
                    N_("Give one of them another key."),
                    key=key,
                    one=taken[key].id,
                    other=action.id,
                )
            taken[key] = action
