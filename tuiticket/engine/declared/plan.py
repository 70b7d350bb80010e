"""What would change: declared set-up against what the desk has, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.declared.declaring import Declared
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.section import (
    POSITION,
    Alteration,
    Entries,
    How,
    Layout,
    Section,
)
from tuiticket.engine.declared.sections import BY_NAME, SECTIONS
from tuiticket.engine.errors import N_
from tuiticket.engine.ports import Find


@dataclass(frozen=True)
class Unlisted:
    """An entry the desk has though its section, which is declared, does not list it.

    `held` tells that it was to go, and something still needs it.
    """

    section: str
    key: str
    held: bool = False


@dataclass(frozen=True)
class Plan:
    """What a declared set-up would do to the desk, and what it would leave though not listed."""

    declared: Declared
    prune: bool
    alterations: tuple[Alteration, ...]
    unlisted: tuple[Unlisted, ...]


def plan(declared: Declared, desk: Find, faults: Faults, *, prune: bool = False) -> Plan:
    """What would have to be done to the desk, for it to be as declared.

    With `prune` entries that are not listed go, where nothing holds them. What the set-up names and
    neither declares nor finds at the desk is added to `faults`.
    """
    present = {section.name: section.present(desk) for section in SECTIONS}
    for at, name, key in declared.references():
        if name not in declared.sections and key not in present[name]:
            faults.add(
                at,
                N_("There is no “{word}” among the {section} of the desk."),
                N_("Add a section [{section}.{word}]."),
                word=key,
                section=name,
            )
    alterations: list[Alteration] = []
    unlisted: list[Unlisted] = []
    named = _named_after(declared, present)
    for section in SECTIONS:
        if section.name not in declared.sections:
            continue
        wanted, there = declared.sections[section.name], present[section.name]
        going = set()
        for key in there:
            if key in wanted:
                continue
            goes = prune and section.removal is not None
            held = goes and ((section.name, key) in named or section.held(key, desk))
            if goes and not held:
                going.add(key)
            else:
                unlisted.append(Unlisted(section.name, key, held))
        section.agree(
            there,
            {
                key: {**there.get(key, {}), **wanted.get(key, {})}
                for key in [*there, *wanted]
                if key not in going
            },
            faults,
        )
        alterations += _alterations(section, wanted, there, going)
    return Plan(declared, prune, tuple(alterations), tuple(unlisted))


def _named_after(declared: Declared, present: Mapping[str, Entries]) -> set[tuple[str, str]]:
    """The entries that others name once it is done."""
    after: dict[str, dict[str, dict[str, Any]]] = {}
    for name, entries in present.items():
        wanted = declared.sections.get(name, {})
        keys = (
            wanted if name in declared.sections and BY_NAME[name].removal else {*entries, *wanted}
        )
        after[name] = {key: {**entries.get(key, {}), **wanted.get(key, {})} for key in keys}
    return {(name, key) for _at, name, key in Declared(after).references()}


def _alterations(
    section: Section, wanted: Entries, there: Entries, going: set[str]
) -> Iterator[Alteration]:
    """Yield what becomes of the entries of one section, those to go last."""
    places = _places(wanted, there, going) if section.layout is Layout.ORDERED else {}
    for key in dict.fromkeys([*wanted, *(key for key in there if key not in going)]):
        old, new = there.get(key), {**there.get(key, {}), **wanted.get(key, {})}
        if key in places:
            new[POSITION] = places[key]
        if old is None:
            yield Alteration(section.name, key, How.ADDED, {}, new)
        elif new != old:
            yield Alteration(section.name, key, How.CHANGED, old, new)
    for key in sorted(going):
        assert section.removal is not None, "only what can go is going"
        yield Alteration(section.name, key, section.removal, there[key], {})


def _places(wanted: Entries, there: Entries, going: set[str]) -> dict[str, Any]:
    """The positions of ordered entries: as they are where their order is right, else from 1 on.

    What is not listed comes after what is.
    """
    staying = [key for key in there if key not in going]
    order = [*wanted, *(key for key in staying if key not in wanted)]
    if order == staying:
        return {key: there[key][POSITION] for key in order}
    return {key: place for place, key in enumerate(order, 1)}
