"""How a value of the desk becomes plain JSON for the log, and comes back.

Instants are seconds UTC, enumerations their value, tuples lists. Private fields are kept as the
SHA-256 of their words; derived and secret ones are left out (see the metadata in `model`).
"""

from __future__ import annotations

import hashlib
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def recorded_fields(cls: Any) -> tuple[Field[Any], ...]:
    """The fields of a model class that the log keeps, its id excepted."""
    return _recorded_fields(cls)


@cache
def _recorded_fields(cls: Any) -> tuple[Field[Any], ...]:
    return tuple(
        f
        for f in fields(cls)
        if f.name != "id" and not f.metadata.get("derived") and not f.metadata.get("secret")
    )


def record(value: Any) -> dict[str, Any]:
    """All recorded fields of one model value as JSON, by name."""
    return {
        f.name: digest(getattr(value, f.name))
        if f.metadata.get("private")
        else plain(getattr(value, f.name))
        for f in recorded_fields(type(value))
    }


def plain(value: Any) -> Any:
    """One field's value as JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return int(value.timestamp())
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    return value


def digest(value: str | bytes | None) -> str | None:
    """What the log keeps of private words: their SHA-256, so that they can be erased."""
    if value is None:
        return None
    data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
    return "sha256:" + hashlib.sha256(data).hexdigest()


def revive(cls: type[T], data: Mapping[str, Any]) -> T:
    """The model value a record tells of; fields it does not hold get their defaults.

    Raises TypeError if a field without default is missing.
    """
    model: Any = cls
    hints = _hints(model)
    values: dict[str, Any] = {}
    for f in fields(model):
        if f.name in data:
            values[f.name] = unplain(hints[f.name], data[f.name])
        elif f.default is MISSING and f.default_factory is MISSING:
            raise TypeError(f.name)
    return cls(**values)


def revive_field(cls: type[Any], name: str, value: Any) -> Any:
    """One field's value, as the model class declares it, from its JSON."""
    model: Any = cls
    return unplain(_hints(model)[name], value)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


_AS_THEY_ARE = frozenset({bool, int, float, str})
"""Types whose values JSON brings back as they were."""


def unplain(hint: Any, value: Any) -> Any:
    """A JSON value as the type a field declares."""
    if value is None:
        return None
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = [arg for arg in args if arg is not type(None)]
        return unplain(inner[0], value) if len(inner) == 1 else value
    if origin is tuple and args[0] in _AS_THEY_ARE:
        return tuple(value)
    if origin is tuple:
        return tuple(unplain(args[0], item) for item in value)
    if origin is dict:
        return {unplain(args[0], key): unplain(args[1], item) for key, item in value.items()}
    if hint is datetime:
        return datetime.fromtimestamp(value, UTC)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if is_dataclass(hint):
        return revive(typing.cast("type[Any]", hint), value)
    return value
