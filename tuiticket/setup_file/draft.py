"""Changes to the set-up that somebody has in hand: not yet checked, not yet in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.declared.declaring import NAME, declare
from tuiticket.engine.declared.faults import Fault, Faults
from tuiticket.engine.declared.plan import Plan, plan
from tuiticket.engine.declared.section import How, Layout, World
from tuiticket.engine.declared.sections import BY_NAME, SECTIONS
from tuiticket.engine.ports import Find
from tuiticket.setup_file.writing import written_fields

Entry = Mapping[str, Any]
"""The fields of an entry as a file writes them; one that is not there has its default."""

SetUp = Mapping[str, Mapping[str, Entry]]
"""Entries by section and key; in order, where order counts."""

_NOTHING: tuple[Any, ...] = ("", [], {})


def present_set_up(desk: Find) -> SetUp:
    """What the desk has now."""
    return {
        section.name: {
            key: written_fields(section, facts) for key, facts in section.present(desk).items()
        }
        for section in SECTIONS
    }


class Draft:
    """What shall become of the set-up, kept as changes to what the desk has.

    So when others change the desk meanwhile, their changes show, and only the fields changed here
    are changed by it.
    """

    def __init__(self, base: SetUp) -> None:
        self._base = base
        self._edits: dict[tuple[str, str], dict[str, Any]] = {}
        self._removed: dict[tuple[str, str], None] = {}
        self._orders: dict[str, list[str]] = {}

    def rest_on(self, base: SetUp) -> None:
        """Stand on what the desk has now."""
        self._base = base
        for (section, key), fields in list(self._edits.items()):
            for name, written in list(fields.items()):
                self.put(section, key, name, written)
        self._removed = {at: None for at in self._removed if at[1] in base[at[0]]}
        for section in list(self._orders):
            self._settle_order(section)

    def copy(self) -> Draft:
        """The same changes once more, to go on with elsewhere."""
        return deepcopy(self)

    @property
    def clean(self) -> bool:
        """Whether there is nothing to do."""
        return not (self._edits or self._removed or self._orders)

    def keys(self, section: str) -> list[str]:
        """The entries of a section, those to be removed too, in their order."""
        base = self._base[section]
        known = [*base, *(key for name, key in self._edits if name == section and key not in base)]
        order = self._orders.get(section, ())
        return [*(key for key in order if key in known), *(k for k in known if k not in order)]

    def how(self, section: str, key: str) -> How | None:
        """What becomes of an entry; None where it stays as it is."""
        if (section, key) in self._removed:
            return BY_NAME[section].removal
        if key not in self._base[section]:
            return How.ADDED
        return How.CHANGED if (section, key) in self._edits else None

    def moved(self, section: str) -> bool:
        """Whether the entries of a section stand in another order."""
        return section in self._orders

    def entry(self, section: str, key: str) -> Entry:
        """The fields of an entry as they shall be."""
        fields = {**self._base[section].get(key, {}), **self._edits.get((section, key), {})}
        return {name: written for name, written in fields.items() if written is not None}

    def add(self, section: str, key: str) -> None:
        """Begin a new entry."""
        self._edits.setdefault((section, key), {})

    def put(self, section: str, key: str, name: str, written: Any) -> None:
        """Set a field; what is nothing takes its default where there is one to take."""
        old = self._base[section].get(key)
        if written in _NOTHING and (BY_NAME[section].whole or old is None):
            written = None
        edits = self._edits.setdefault((section, key), {})
        edits[name] = written
        if old is not None and old.get(name) == written:
            del edits[name]
        if old is not None and not edits:
            del self._edits[section, key]

    def remove(self, section: str, key: str) -> None:
        """Let an entry go, or stay after all; a new one is forgotten."""
        if key not in self._base[section]:
            self.forget(section, key)
        elif (section, key) in self._removed:
            del self._removed[section, key]
        else:
            self._removed[section, key] = None

    def forget(self, section: str, key: str) -> None:
        """Leave an entry as the desk has it."""
        self._edits.pop((section, key), None)
        self._removed.pop((section, key), None)
        if section in self._orders:
            self._settle_order(section)

    def move(self, section: str, key: str, step: int) -> None:
        """Move an entry up or down among the others."""
        keys = self.keys(section)
        place = keys.index(key)
        keys.insert(max(0, place + step), keys.pop(place))
        self._orders[section] = keys
        self._settle_order(section)

    def _settle_order(self, section: str) -> None:
        """Forget an order that is none of its own."""
        order = self._orders.pop(section)
        if [key for key in order if key in self.keys(section)] != self.keys(section):
            self._orders[section] = order

    def content(self) -> dict[str, Any]:
        """What a file would say of the sections that change, each with all its entries."""
        touched = {at[0] for at in (*self._edits, *self._removed)} | set(self._orders)
        return {name: self._content(name) for name in sorted(touched)}

    def _content(self, section: str) -> Any:
        keys = [key for key in self.keys(section) if (section, key) not in self._removed]
        match BY_NAME[section].layout:
            case Layout.ONE:
                return self.entry(section, "")
            case Layout.KEYED:
                return {key: self.entry(section, key) for key in keys}
            case Layout.ORDERED:
                return [{NAME: key, **self.entry(section, key)} for key in keys]


@dataclass(frozen=True)
class Misplaced:
    """What is wrong with a field of an entry; the field is "" where it is the entry, or all."""

    section: str
    key: str
    field: str
    fault: Fault


@dataclass(frozen=True)
class Checked:
    """What a draft would do; only where nothing is wrong with it, it can be done."""

    plan: Plan
    wrong: Sequence[Misplaced]


def check(draft: Draft, desk: Find, world: World) -> Checked:
    """Put a draft on what the desk has now, and plan it: what it does not name any more goes."""
    draft.rest_on(present_set_up(desk))
    content = draft.content()
    faults = Faults()
    planned = plan(declare(content, world, faults), desk, faults, prune=True)
    return Checked(planned, [_misplaced(fault, content) for fault in faults])


def _misplaced(fault: Fault, content: Mapping[str, Any]) -> Misplaced:
    section, *rest = fault.at
    key: Any = ""
    if rest and BY_NAME[str(section)].layout is not Layout.ONE:
        key, *rest = rest
    if isinstance(key, int):
        key = content[str(section)][key][NAME]
    return Misplaced(str(section), str(key), str(rest[0]) if rest else "", fault)
