"""Reading a set-up file: what it declares, and every fault with its line and field."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuiticket.engine.declared.declaring import Declared, declare
from tuiticket.engine.declared.faults import Fault, Faults
from tuiticket.engine.declared.section import World
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.rules.safetext import one_line
from tuiticket.toml_text import TomlText, read_toml
from tuiticket.wording import with_mend


@dataclass(frozen=True)
class Said:
    """One fault in words: the line it is on, the field it is about, and what is wrong."""

    line: int
    field: str
    words: str


@dataclass
class SetupFile:
    """A set-up file: what it declares, and what is wrong with it."""

    name: str
    text: TomlText
    declared: Declared
    faults: Faults

    def told(self) -> list[Said]:
        """All faults in words, in the order of their lines."""
        return sorted((self._said(fault) for fault in self.faults), key=lambda said: said.line)

    def _said(self, fault: Fault) -> Said:
        words = with_mend(fault.title, fault.mend, fault.values)
        field = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault.at)
        return Said(self.text.line(fault.at), one_line(field, 200), words)


def read_setup_file(file: Path, world: World) -> SetupFile:
    """Read the set-up in a file; raises BadInput where it cannot be read, or is no TOML."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise BadInput(
            N_("{file} cannot be read: {reason}."),
            file=file,
            reason=error.strerror or type(error).__name__,
        ) from None
    return read_setup(raw, str(file), world)


def read_setup(raw: bytes, name: str, world: World) -> SetupFile:
    """Read the set-up in the bytes of a file of that name; raises BadInput where it is no TOML."""
    text = read_toml(raw, name)
    faults = Faults()
    return SetupFile(name, text, declare(text.content, world, faults), faults)
