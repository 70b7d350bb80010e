"""Writing the set-up of a desk as a file that says, beside each section, what its fields mean."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from tuiticket.engine.declared.composed import write_fields
from tuiticket.engine.declared.declaring import NAME
from tuiticket.engine.declared.section import Facts, Layout, Section
from tuiticket.engine.declared.sections import SECTIONS
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.safetext import clean
from tuiticket.i18n import _

WIDTH = 100
_IN_FILE = sorted(SECTIONS, key=lambda section: section.layout is not Layout.ONE)
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write_setup(desk: Find) -> str:
    """The whole set-up of a desk as TOML; secrets are no part of it.

    Put into force at the same desk it changes nothing.
    """
    sections = {section: section.present(desk) for section in _IN_FILE}
    head = [_comment(_("The set-up of a desk. See what would change: tuiticket config plan FILE"))]
    for section, entries in sections.items():
        if not entries:
            # An empty section says that there are none; without it, nothing is said of them.
            head.append(f"{section.name} = {'[]' if section.layout is Layout.ORDERED else '{}'}")
    parts = ("\n".join(_section(section, entries)) for section, entries in sections.items())
    return "\n\n".join(["\n".join(head), *parts]) + "\n"


def _section(section: Section, entries: Mapping[str, Facts]) -> Iterator[str]:
    yield _comment(_(section.help))
    for field in section.fields:
        if field.written:
            yield f"#   {field.name}: {_(field.help)}"
    for key, facts in entries.items():
        yield ""
        yield from _entry(section, key, facts)


def _entry(section: Section, key: str, facts: Facts) -> Iterator[str]:
    match section.layout:
        case Layout.ONE:
            yield f"[{section.name}]"
        case Layout.KEYED:
            yield f"[{section.name}.{_key(key)}]"
        case Layout.ORDERED:
            yield f"[[{section.name}]]"
            yield f"{NAME} = {in_toml(key)}"
    for name, written in written_fields(section, facts).items():
        yield from _assignment(name, written)
    for field in section.fields:
        if not field.written and facts.get(field.name):
            yield f"# {field.name}: {_(field.help)} {' '.join(map(str, facts[field.name]))}"


def written_fields(section: Section, facts: Facts) -> dict[str, Any]:
    """The fields of an entry as they are written; of a whole one those unlike their default."""
    if section.whole:
        return write_fields(section.fields, facts)
    return {
        field.name: field.shape.write(facts[field.name])
        for field in section.fields
        if field.written
    }


def _assignment(name: str, written: Any) -> Iterator[str]:
    line = f"{_key(name)} = {in_toml(written)}"
    if isinstance(written, dict) and any("\n" in str(item) for item in written.values()):
        yield from (f"{_key(name)}.{_key(key)} = {_text(item)}" for key, item in written.items())
        return
    if len(line) <= WIDTH or not written or not isinstance(written, list | dict):
        yield line
    elif isinstance(written, list):
        yield f"{_key(name)} = ["
        yield from (f"    {in_toml(item)}," for item in written)
        yield "]"
    else:
        # A table over many lines needs dotted keys.
        yield from (f"{_key(name)}.{_key(key)} = {in_toml(item)}" for key, item in written.items())


def in_toml(written: Any) -> str:
    """A written value on one line of TOML."""
    match written:
        case bool():
            return "true" if written else "false"
        case int() | float():
            return repr(written)
        case str():
            return _quoted(written)
        case dict():
            inside = ", ".join(f"{_key(key)} = {in_toml(item)}" for key, item in written.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            return f"[{', '.join(map(in_toml, written))}]"


def _text(text: str) -> str:
    """A text over as many lines as it has; the line break after the opening quotes is no part."""
    lines = (_quoted(line)[1:-1] for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are its own.

    What would control or deceive the terminal of a reader is escaped too.
    """
    written = json.dumps(text, ensure_ascii=False)
    return written if clean(written) == written else "".join(map(_escaped, written))


def _escaped(char: str) -> str:
    harmless = unicodedata.category(char) not in ("Zl", "Zp", "Mn", "Me", "Cc", "Cf", "Cs", "Cn")
    return char if harmless else f"\\U{ord(char):08x}"


def _comment(text: str) -> str:
    return f"# {text}"
