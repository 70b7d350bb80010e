"""What may be typed next in a query: names of filters, and the values of the one being written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tuiticket.engine.rules.query.fields import FIELD_NAMES, FIELDS, FieldSpec, ValueKind
from tuiticket.engine.rules.query.lexer import LONGEST, half_width
from tuiticket.engine.rules.query.operators import SIGNS
from tuiticket.engine.rules.query.values import quoted

# One word with its quoted stretches; the last of them may still be open.
_WORD = re.compile(r'(?:"[^"]*(?:""[^"]*)*(?:"(?!")|$)|“[^”]*(?:”|$)|[^\s()"“])+')
_NAMED = re.compile(r"-*([^\W\d][\w-]*):")
_NAME = re.compile(r"-*([\w-]*)")
_REST_OF_NAME = re.compile(r"[\w-]*:?")
_REST_OF_VALUE = re.compile(r'[^\s,()"“]*')
_REST_OF_QUOTE = re.compile(r'[^"”]*["”]?')
_LAST_PART = re.compile(
    rf'(?:(?:[{SIGNS}]*(?:"[^"]*(?:""[^"]*)*"(?!")|“[^”]*”)|[^,"“]*),)*'
    rf'(?P<sign>[{SIGNS}]*)(?P<value>"[^"]*(?:""[^"]*)*|“[^”]*|[^,"“]*)'
)
_SAMPLED = {ValueKind.DURATION, ValueKind.INSTANT, ValueKind.NUMBER}


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` may replace the characters `start` to `end`; `help` is a template, often empty."""

    text: str
    start: int
    end: int
    help: str = ""


def complete(
    text: str, cursor: int, dynamic: Mapping[str, Sequence[str]] | None = None
) -> list[Completion]:
    """Return what may stand at the cursor, best first: what begins so, then what contains it.

    `dynamic` gives the desk's own values by the name of the filter: logins for `owner`, keys for
    `team`, tags, and so on. Nothing is offered inside of quoted words of text, and nothing for a
    text too long to be a query.
    """
    if len(text) > LONGEST:
        return []
    text = half_width(text)
    cursor = max(0, min(cursor, len(text)))
    words = list(_WORD.finditer(text[:cursor]))
    if not words or words[-1].end() < cursor:
        return _names(text, cursor, cursor)
    last = words[-1]
    named = _NAMED.match(last[0])
    if named is None:
        name = _NAME.fullmatch(last[0])
        return _names(text, last.start() + name.start(1), cursor) if name else []
    spec = FIELDS.get(FIELD_NAMES.get(named[1].lower(), ""))
    if spec is None:
        return []
    return _values(spec, text, last.start() + named.end(), cursor, dynamic or {})


def _names(text: str, start: int, cursor: int) -> list[Completion]:
    rest = _REST_OF_NAME.match(text, cursor)
    end = rest.end() if rest else cursor
    known = ((spec.name, spec.aliases) for spec in FIELDS.values())
    return [
        Completion(f"{name}:", start, end, FIELDS[name].help)
        for name in _fitting(text[start:cursor], known)
        if f"{name}:" != text[start:end]
    ]


def _values(
    spec: FieldSpec, text: str, start: int, cursor: int, dynamic: Mapping[str, Sequence[str]]
) -> list[Completion]:
    part = _LAST_PART.fullmatch(text, start, cursor)
    if part is None:
        return []
    begin = part.start("sign" if spec.kind in _SAMPLED else "value")
    written = part["value"]
    rest = (_REST_OF_QUOTE if written[:1] in {'"', "“"} else _REST_OF_VALUE).match(text, cursor)
    end = rest.end() if rest else cursor
    minus = "-" if spec.kind is ValueKind.SORT and written.startswith("-") else ""
    typed = text[begin:cursor].lstrip('"“').removeprefix(minus)
    offered = (f"{minus}{value}" for value in _fitting(typed, _known(spec, dynamic)))
    return [Completion(value, begin, end) for value in offered if value != text[begin:end]]


def _known(
    spec: FieldSpec, dynamic: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the values of a field as they are written, with other words for the same."""
    for word in spec.words:
        yield word.word, word.aliases
    for value in (*spec.specials, *spec.samples):
        yield str(value), ()
    for value in dynamic.get(spec.name, ()):
        yield quoted(value), (value.casefold(),)


def _fitting(typed: str, known: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """Return the names that begin as typed, then those that contain it; one letter is in most."""
    asked = typed.casefold()
    beginning, containing = [], []
    for name, aliases in known:
        spellings = (name.casefold(), *aliases)
        if any(spelling.startswith(asked) for spelling in spellings):
            beginning.append(name)
        elif len(asked) > 1 and any(asked in spelling for spelling in spellings):
            containing.append(name)
    return beginning + containing
