"""From the words behind a filter's colon to typed values, and back."""

from __future__ import annotations

import re

from tuiticket.engine.rules.query import faults
from tuiticket.engine.rules.query.fields import FieldSpec, ValueKind
from tuiticket.engine.rules.query.instants import (
    Absolute,
    Relative,
    RelativeDay,
    duration_text,
    instant_text,
    read_duration,
    read_instant,
)
from tuiticket.engine.rules.query.lexer import Part, half_width
from tuiticket.engine.rules.query.operators import SIGNS, SLIPS, SPELLINGS, UNEQUAL, Operator
from tuiticket.engine.rules.query.tree import Choice, Field, Special, Value
from tuiticket.engine.rules.query.vocabulary import Word

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)


def read_field(spec: FieldSpec, part: Part) -> Field:
    """Return the filter that one alternative behind the colon makes; raises BadInput."""
    operator = _operator(spec, part)
    return Field(spec.name, operator, _value(spec, operator, part), part.span)


def read_word(spec: FieldSpec, part: Part) -> Word:
    """Return the word of an enumerated field, also by an alias or an unmistakable beginning."""
    asked = part.text.casefold()
    for word in spec.words:
        if asked in (word.word, *word.aliases):
            return word
    begun = [
        word
        for word in spec.words
        if any(name.startswith(asked) for name in (word.word, *word.aliases))
    ]
    if len(begun) > 1:
        raise faults.ambiguous_word(spec, part.text, [word.word for word in begun], part.span)
    if not begun:
        raise faults.unknown_word(spec, part.text, part.span)
    return begun[0]


def _operator(spec: FieldSpec, part: Part) -> Operator:
    sign = part.operator
    operator = SPELLINGS.get(sign)
    if operator in spec.operators:
        return operator
    value = faults.shown(part.text)
    suggestion: str | None = None
    if sign in UNEQUAL:
        suggestion = f"-{spec.name}:{value}"
    elif spec.operators == (Operator.IS,):
        suggestion = f"{spec.name}:{value}"
    elif operator is Operator.IS:
        suggestion = f"{spec.name}:{Operator.LESS}{value}"
    elif sign in SLIPS:
        suggestion = f"{spec.name}:{SLIPS[sign]}{value}"
    raise faults.wrong_operator(spec, sign or "=", suggestion, part.span)


def _value(spec: FieldSpec, operator: Operator, part: Part) -> Value:
    match spec.kind:
        case ValueKind.ENUM | ValueKind.RANK:
            word = read_word(spec, part)
            return Choice(word.word, word.members)
        case ValueKind.FLAG | ValueKind.SORT:
            return read_word(spec, part).word
        case ValueKind.NUMBER:
            return _number(spec, part)
        case ValueKind.DURATION:
            seconds = read_duration(part.text)
            if seconds is None:
                raise faults.not_a_duration(spec, part.text, part.span)
            return seconds
        case ValueKind.INSTANT:
            return _instant(spec, operator, part)
        case ValueKind.PERSON | ValueKind.TEAM | ValueKind.TAG | ValueKind.TEXT:
            if not part.quoted and part.text.lower() in spec.specials:
                return Special(part.text.lower())
            return part.text


def _number(spec: FieldSpec, part: Part) -> int | float:
    if not _NUMBER.fullmatch(part.text):
        raise faults.not_a_number(spec, part.text, part.span)
    return float(part.text) if "." in part.text else int(part.text)


def _instant(spec: FieldSpec, operator: Operator, part: Part) -> Absolute | Relative | RelativeDay:
    instant = read_instant(part.text)
    if instant is None:
        raise faults.not_an_instant(spec, part.text, part.span)
    if isinstance(instant, Relative) and operator is Operator.IS:
        # Nothing happens exactly seven days ago: since then is meant, or until a time ahead.
        likely = Operator.MORE if instant.seconds <= 0 else Operator.LESS
        suggestion = f"{spec.name}:{likely}{part.text}"
        raise faults.wrong_operator(spec, "=", suggestion, part.span)
    return instant


def value_text(spec: FieldSpec, value: Value) -> str:
    """Return the value as a query writes it, such that `read_field` reads it again."""
    match value:
        case Choice(word):
            return word
        case Special():
            return value.value
        case Absolute() | Relative() | RelativeDay():
            return instant_text(value)
        case str() if value.lower() in spec.specials:
            return f'"{value}"'
        case str():
            return quoted(value)
        case float():
            return f"{value:.6f}".rstrip("0").rstrip(".")
        case int():
            return duration_text(value) if spec.kind is ValueKind.DURATION else str(value)


def quoted(text: str) -> str:
    """Return the text as a value, in quotes where it needs them; a quote in it is doubled."""
    if text == half_width(text) and not re.search(rf'[\s,()"“{SIGNS}]', text):
        return text
    return '"' + text.replace('"', '""') + '"'
