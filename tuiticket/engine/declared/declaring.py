"""From what is written to declared facts: every field checked, every fault noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tuiticket.engine.declared.composed import complete, no_table, read_fields, unknown_name
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Entries, Layout, Section, World
from tuiticket.engine.declared.sections import BY_NAME, SECTIONS
from tuiticket.engine.declared.shapes import WRONG, Reference, Zone
from tuiticket.engine.errors import N_

NAME = "name"
"""What an ordered entry is called by."""


@dataclass(frozen=True)
class Declared:
    """The set-up somebody wants: entries by section. A section that is not there is left alone.

    `places` tell where each entry stands in what was written, by section and key.
    """

    sections: Mapping[str, Entries]
    places: Mapping[tuple[str, str], Path] = field(default_factory=dict, compare=False)

    def references(self) -> Iterator[Reference]:
        """Every entry that is named by another, and where."""
        for name, entries in self.sections.items():
            shapes = {one.name: one.shape for one in BY_NAME[name].fields}
            for key, facts in entries.items():
                at = self.places.get((name, key), (name, key))
                for fact, meant in facts.items():
                    if meant is not None and fact in shapes:
                        yield from shapes[fact].references(meant, (*at, fact))


def declare(written: Mapping[str, Any], world: World, faults: Faults) -> Declared:
    """The set-up that is written, as tables by section; what is wrong is added to `faults`."""
    for name in written:
        if name not in BY_NAME:
            unknown_name((name,), name, BY_NAME, faults)
    said = written.get("desk")
    zone = said.get("timezone") if isinstance(said, Mapping) else None
    if zone is not None and Zone().read(zone, (), Faults()) is not WRONG:
        world = replace(world, zone=zone)
    sections: dict[str, Entries] = {}
    places: dict[tuple[str, str], Path] = {}
    for section in SECTIONS:
        if section.name not in written:
            continue
        entries: dict[str, dict[str, Any]] = {}
        for at, key, given in _entries(section, written[section.name], faults):
            facts = _facts(section, given, at, world, faults)
            if key in entries:
                faults.add(at, N_("There is a second “{word}”."), word=key)
            entries[key] = facts
            places[section.name, key] = at
        sections[section.name] = entries
    declared = Declared(sections, places)
    for at, name, key in declared.references():
        if name in sections and key not in sections[name]:
            faults.add(
                at,
                N_("There is no “{word}” among the {section} of this file."),
                N_("A section names all its entries: add [{section}.{word}]."),
                word=key,
                section=name,
            )
    return declared


def _entries(
    section: Section, written: Any, faults: Faults
) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Yield the entries of a section: where each stands, its key, and what is said of it."""
    at: Path = (section.name,)
    if section.layout is Layout.ORDERED:
        yield from _named(section, written, faults)
    elif not isinstance(written, Mapping):
        no_table(at, faults)
    elif section.layout is Layout.ONE:
        yield at, "", written
    else:
        for name, given in written.items():
            key = section.key.read(name, (*at, name), faults)
            if not isinstance(given, Mapping):
                no_table((*at, name), faults)
            elif key is not WRONG:
                yield (*at, name), key, given


def _named(
    section: Section, written: Any, faults: Faults
) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    if not isinstance(written, list) or not all(isinstance(one, Mapping) for one in written):
        faults.add(
            (section.name,),
            N_("This is no list of tables."),
            N_("Write [[{section}]] above each entry."),
            section=section.name,
        )
        return
    for place, one in enumerate(written):
        at = (section.name, place)
        if NAME not in one:
            faults.add(at, N_("It has no “{field_name}”."), field_name=NAME)
            continue
        key = section.key.read(one[NAME], (*at, NAME), faults)
        if key is not WRONG:
            yield at, key, {name: value for name, value in one.items() if name != NAME}


def _facts(
    section: Section, given: Mapping[str, Any], at: Path, world: World, faults: Faults
) -> dict[str, Any]:
    facts = read_fields(section.fields, given, at, faults)
    if section.whole:
        facts = complete(section.fields, facts)
    section.settle(facts, at, world, faults)
    return facts
