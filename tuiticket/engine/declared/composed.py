"""How facts are written that are made of others: lists, tables, and fields with names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.shapes import SHOWN, WRONG, Reference, Shape
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.safetext import one_line

LONGEST = 1000
"""Items a list may hold."""


@dataclass(frozen=True)
class Field:
    """A fact with a name; `help` says what it means, `default` what holds where it is not said.

    A field that is `needed` must be said. One that is not `written` follows from others.
    """

    name: str
    shape: Shape
    help: str
    default: Any = None
    needed: bool = False
    written: bool = True


@dataclass(frozen=True)
class Many(Shape):
    """A list of facts of one shape, none of them twice."""

    item: Shape
    most: int = LONGEST

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The facts as a tuple."""
        if not isinstance(written, list):
            faults.add(at, N_("This is no list."), N_('Write it in brackets, as ["one", "two"].'))
            return WRONG
        if len(written) > self.most:
            faults.add(at, N_("This is too long."), N_("At most {limit}."), limit=self.most)
            return WRONG
        meant: list[Any] = []
        for place, one in enumerate(written):
            value = self.item.read(one, (*at, place), faults)
            if value is WRONG:
                continue
            if value in meant:
                faults.add((*at, place), N_("“{word}” stands here twice."), word=_shown(one))
            else:
                meant.append(value)
        return tuple(meant)

    def write(self, meant: Any) -> Any:
        """The list."""
        return [self.item.write(one) for one in meant]

    def references(self, meant: Any, at: Path) -> Iterator[Reference]:
        """Those of its items."""
        for place, one in enumerate(meant):
            yield from self.item.references(one, (*at, place))


@dataclass(frozen=True)
class Table(Shape):
    """Facts of one shape by a key of another, such as teams by kind."""

    key: Shape
    value: Shape

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The facts by what their keys mean."""
        if not isinstance(written, Mapping):
            return no_table(at, faults)
        meant: dict[Any, Any] = {}
        for name, one in written.items():
            key = self.key.read(name, (*at, name), faults)
            value = self.value.read(one, (*at, name), faults)
            if WRONG not in (key, value):
                meant[key] = value
        return meant

    def write(self, meant: Any) -> Any:
        """The table."""
        return {self.key.write(key): self.value.write(value) for key, value in meant.items()}

    def references(self, meant: Any, at: Path) -> Iterator[Reference]:
        """Those of its values."""
        for key, value in meant.items():
            yield from self.value.references(value, (*at, self.key.write(key)))


@dataclass(frozen=True)
class Record(Shape):
    """A few fields that belong together."""

    fields: tuple[Field, ...]

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The fields by name, those not said with their defaults."""
        if not isinstance(written, Mapping):
            return no_table(at, faults)
        return complete(self.fields, read_fields(self.fields, written, at, faults))

    def write(self, meant: Any) -> Any:
        """The fields that are not as they are anyway."""
        return write_fields(self.fields, meant)


def read_fields(
    fields: Sequence[Field], written: Mapping[str, Any], at: Path, faults: Faults
) -> dict[str, Any]:
    """The fields that are said, by name; a fault for each that is wrong, unknown or missing."""
    known = {field.name: field for field in fields if field.written}
    for name in written:
        if name not in known:
            unknown_name((*at, name), name, known, faults)
    meant: dict[str, Any] = {}
    for field in known.values():
        if field.name in written:
            value = field.shape.read(written[field.name], (*at, field.name), faults)
            if value is not WRONG:
                meant[field.name] = value
        elif field.needed:
            faults.add(at, N_("It has no “{field_name}”."), field_name=field.name)
    return meant


def complete(fields: Sequence[Field], meant: Mapping[str, Any]) -> dict[str, Any]:
    """All fields, those not said with their defaults."""
    return {field.name: meant.get(field.name, field.default) for field in fields}


def write_fields(fields: Sequence[Field], meant: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are written, without those that hold what they hold by default."""
    return {
        field.name: field.shape.write(meant[field.name])
        for field in fields
        if field.written and (field.needed or meant[field.name] != field.default)
    }


def unknown_name(at: Path, name: str, known: Iterable[str], faults: Faults) -> None:
    """Note that nothing has that name, and what comes near."""
    names = list(known)
    near = get_close_matches(name[:SHOWN], names, 1)
    faults.add(
        at,
        N_("Nothing is called “{word}” here."),
        N_("Did you mean “{near}”?") if near else N_("Known are: {names}."),
        word=_shown(name),
        near=near[0] if near else "",
        names=tuple(names),
    )


def no_table(at: Path, faults: Faults) -> object:
    """Note that something is no table."""
    faults.add(at, N_("This is no table."), N_("Write fields below a heading in brackets."))
    return WRONG


def _shown(word: Any) -> str:
    return one_line(str(word), SHOWN)
