"""What is wrong with a query: each fault names the word, its place, and the nearest right one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.rules.query.fields import FIELD_NAMES, FIELDS, FieldSpec
from tuiticket.engine.rules.query.tree import Span

_LONGEST_SHOWN = 40

MEANT = N_("Did you mean '{suggestion}'?")
USE = N_("Use one of: {words}.")


def fault(title: str, mend: str, word: str, span: Span, **values: object) -> BadInput:
    """Return the error for `word`, which stands at `span`.

    Its values are `word`, `start` and `end` (from 0), `column` (from 1, for people) and what else
    the templates name.
    """
    start, end = span
    values |= {"word": shown(word), "start": start, "end": end, "column": start + 1}
    return BadInput(title, mend, **values)


def shown(word: str) -> str:
    """Return the word as an error may repeat it: its beginning, without unprintable characters."""
    kept = "".join(char if char.isprintable() else "\ufffd" for char in word[:_LONGEST_SHOWN])
    return kept + ("…" if len(word) > _LONGEST_SHOWN else "")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` is most likely a slip for, if any is near."""
    near = get_close_matches(word.casefold(), candidates, n=1, cutoff=0.55)
    return near[0] if near else None


def unknown_field(name: str, span: Span) -> BadInput:
    """Return the error for a filter that does not exist."""
    title = N_("No filter is called '{word}' (at {column}).")
    near = nearest(name, FIELD_NAMES)
    if near is None:
        mend = N_("To search for the words themselves, put them in quotes.")
        return fault(title, mend, name, span)
    return fault(title, MEANT, name, span, suggestion=near)


def unknown_word(spec: FieldSpec, word: str, span: Span) -> BadInput:
    """Return the error for a word that an enumerated field does not take."""
    title = N_("'{field}' has no value '{word}' (at {column}).")
    own = [name for known in spec.words for name in (known.word, *known.aliases)]
    meant = _elsewhere(word) or nearest(word.lstrip("-"), own)
    if meant is not None:
        return fault(title, MEANT, word, span, field=spec.name, suggestion=meant)
    words = tuple(known.word for known in spec.words)
    return fault(title, USE, word, span, field=spec.name, words=words)


def _elsewhere(word: str) -> str | None:
    """Return the filter that does take this word: `kind:urgent` means `priority:urgent`."""
    for spec in FIELDS.values():
        for known in spec.words:
            if word.casefold() in (known.word, *known.aliases):
                return f"{spec.name}:{known.word}"
    return None


def ambiguous_word(spec: FieldSpec, word: str, candidates: Iterable[str], span: Span) -> BadInput:
    """Return the error for the beginning of several words."""
    title = N_("'{word}' (at {column}) can mean several values of '{field}'.")
    return fault(title, USE, word, span, field=spec.name, words=tuple(candidates))


def missing_value(spec: FieldSpec, span: Span) -> BadInput:
    """Return the error for a filter with nothing behind its colon or comma."""
    title = N_("A value is missing after '{word}' (at {column}).")
    examples = [known.word for known in spec.words] or [*spec.specials, *spec.samples]
    if examples:
        mend = N_("Write it without a space, for example {field}:{suggestion}.")
        return fault(title, mend, spec.name, span, field=spec.name, suggestion=str(examples[0]))
    mend = N_("Write it without a space right after the colon.")
    return fault(title, mend, spec.name, span, field=spec.name)


def wrong_operator(spec: FieldSpec, sign: str, suggestion: str | None, span: Span) -> BadInput:
    """Return the error for an operator that is none, or that the field does not take."""
    title = N_("'{field}' cannot be compared with '{word}' (at {column}).")
    if suggestion is None:
        words = tuple(map(str, spec.operators))
        return fault(title, USE, sign, span, field=spec.name, words=words)
    return fault(title, MEANT, sign, span, field=spec.name, suggestion=suggestion)


def not_a_number(spec: FieldSpec, word: str, span: Span) -> BadInput:
    """Return the error for what should be a number."""
    title = N_("'{word}' (at {column}) is no number, as '{field}' needs one.")
    mend = N_("Write it in digits, such as 3 or 0.6.")
    return fault(title, mend, word, span, field=spec.name)


def not_a_duration(spec: FieldSpec, word: str, span: Span) -> BadInput:
    """Return the error for what should be a length of time."""
    title = N_("'{word}' (at {column}) is no length of time, as '{field}' needs one.")
    mend = N_("Write it like 30m, 4h, 2d or 1w; 1h30m adds up.")
    return fault(title, mend, word, span, field=spec.name)


def not_an_instant(spec: FieldSpec, word: str, span: Span) -> BadInput:
    """Return the error for what should be a moment or a day."""
    title = N_("'{word}' (at {column}) is no time, as '{field}' needs one.")
    mend = N_("Write it like -7d, today, yesterday, 2026-11-20 or 2026-11-20T14:00.")
    return fault(title, mend, word, span, field=spec.name)
