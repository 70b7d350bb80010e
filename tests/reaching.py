"""What a person can bring about by a key or a command: a walk over the source from there.

A function leads to what it names: other functions, classes (and so to their methods) and values of
modules; `self` is the class through which it was come to, `self.host` and `self.app` the console.
The walk stays in the rooms of its side (`CONSOLE`, `COMMAND_LINE`); there it notes each intent that
is named, for whoever names one outside the engine makes it. What has a key of its own is come to by
that key only.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import typer

from tuiticket.app import Console
from tuiticket.cli.program import program
from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.declared.sections import SECTIONS
from tuiticket.keymap import DEFAULTS

CONSOLE = ("tuiticket.app", "tuiticket.screens")
COMMAND_LINE = ("tuiticket.cli", "tuiticket.channels")
SECTIONS_ROOM = "tuiticket.engine.declared.sections"
_HOST = ("host", "app")


def method_of(action_id: str) -> str:
    """The method that carries out an action of the key map."""
    method = next(one.method for one in DEFAULTS if one.id == action_id)
    return "action_" + re.sub(r"\(.*", "", method)


_DOORS = frozenset(method_of(one.id) for one in DEFAULTS)


@dataclass(frozen=True)
class Place:
    """A function, method or value: its module, its name there, and the class it was come to by."""

    module: str
    name: str
    by: type | None = None

    @property
    def node(self) -> ast.AST:
        """Its source."""
        return source(self.module).nodes[self.name]


class Source:
    """The source of one module: what it defines at its top, and where it has other names from."""

    def __init__(self, module: str) -> None:
        self.module: ModuleType = importlib.import_module(module)
        self.tree = ast.parse(Path(str(self.module.__file__)).read_text("utf-8"))

    @cached_property
    def nodes(self) -> dict[str, ast.AST]:
        """Functions, methods (`Class.method`) and values by their names."""
        found: dict[str, ast.AST] = {}
        for node in self.tree.body:
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    found[node.name] = node
                case ast.ClassDef():
                    found |= {
                        f"{node.name}.{part.name}": part
                        for part in node.body
                        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
                    }
                case ast.Assign(targets=[ast.Name(id=name)]):
                    found[name] = node.value
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    found[name] = value
        return found

    @cached_property
    def imports(self) -> dict[str, tuple[str, str]]:
        """The names that come from other modules of ours, wherever the import stands."""
        return {
            alias.asname or alias.name: (node.module, alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0
            for alias in node.names
            if node.module.startswith("tuiticket")
        }


@cache
def source(module: str) -> Source:
    """The source of a module, read once."""
    return Source(module)


def defined(module: str, name: str) -> tuple[str, str]:
    """The module that defines what a module calls by that name, and its name there."""
    while name not in source(module).nodes and name in source(module).imports:
        module, name = source(module).imports[name]
    return module, name


def in_rooms(module: str) -> bool:
    """Whether the walk goes there."""
    return module.startswith(f"{SECTIONS_ROOM}.") or any(
        module == room or module.startswith(f"{room}.") for room in (*CONSOLE, *COMMAND_LINE)
    )


def methods(cls: type, names: Sequence[str] = ()) -> Iterator[Place]:
    """The methods a class has in the rooms, or those of these names; doors only by name."""
    for base in cls.__mro__:
        for name in vars(base) if in_rooms(base.__module__) else ():
            wanted = name in names if names else name not in _DOORS
            place = Place(base.__module__, f"{base.__qualname__}.{name}", cls)
            if wanted and place.name in source(base.__module__).nodes:
                yield place


@cache
def leads_to(place: Place) -> frozenset[Place | type[Command]]:
    """What a place names: further places, and the intents it makes."""
    return frozenset(_names(place))


def _names(place: Place) -> Iterator[Place | type[Command]]:
    for node in expressions(place.node):
        match node:
            case ast.Name(id=name):
                yield from _named(place.module, name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name) if place.by:
                yield from methods(place.by, [name])
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name) if owner in _HOST:
                yield from methods(Console, [name])
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="self"), attr=part), attr=name
            ) if place.by:
                for cls in _part(place.by, part):
                    yield from methods(cls, [name])


def _named(module: str, name: str) -> Iterator[Place | type[Command]]:
    module, name = defined(module, name)
    thing = getattr(importlib.import_module(module), name, None)
    if inspect.isclass(thing) and issubclass(thing, Command):
        yield thing
    if not in_rooms(module):
        return
    if inspect.isclass(thing):
        yield from methods(thing)
    elif name in source(module).nodes:
        yield Place(module, name)


@cache
def _part(cls: type, name: str) -> list[type]:
    """The classes of what an object of that class keeps under a name: `self.name = Other(…)`."""
    return [
        thing
        for place in methods(cls)
        for node in ast.walk(place.node)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr == name
        and inspect.isclass(thing := getattr(
            importlib.import_module(place.module), node.value.func.id, None))
    ]  # fmt: skip


def expressions(node: ast.AST) -> Iterator[ast.AST]:
    """All below a node, but what only says of which type something is."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from expressions(child)


@cache
def made_from(start: tuple[Place, ...], rooms: tuple[str, ...]) -> frozenset[type[Command]]:
    """The intents that are made anywhere on the way from these places, within these rooms."""
    made: set[type[Command]] = set()
    seen: set[Place] = set()
    todo = list(start)
    while todo:
        place = todo.pop()
        if place in seen or not place.module.startswith((*rooms, SECTIONS_ROOM)):
            continue
        seen.add(place)
        for found in leads_to(place):
            if isinstance(found, Place):
                todo.append(found)
            else:
                made.add(found)
                todo += _sections() if found is PutSetUp else ()
    return frozenset(made)


def _sections() -> Iterator[Place]:
    """What the sections of the set-up make of what was declared."""
    for section in SECTIONS:
        yield from methods(type(section))


def by_key() -> dict[str, frozenset[type[Command]]]:
    """The intents of each action of the key map."""
    return {one.id: made_from(tuple(_doors(method_of(one.id))), CONSOLE) for one in DEFAULTS}


def _doors(method: str) -> Iterator[Place]:
    for cls in _screens():
        if hasattr(cls, method):
            yield from methods(cls, [method])


@cache
def _screens() -> list[type]:
    found: list[type] = []
    package = importlib.import_module("tuiticket.screens")
    for module in pkgutil.walk_packages(package.__path__, "tuiticket.screens."):
        things: list[Any] = list(vars(importlib.import_module(module.name)).values())
        found += [t for t in things if inspect.isclass(t) and t.__module__ == module.name]
    return [*found, Console]


def by_command() -> dict[str, frozenset[type[Command]]]:
    """The intents of each command of the command line, by its words: "ticket take"."""
    root: Any = typer.main.get_command(program)
    return {words: made_from((_place(found),), COMMAND_LINE) for words, found in _leaves(root, ())}


def _leaves(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "list_commands"):
        yield " ".join(words), inspect.unwrap(command.callback)
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        yield from _leaves(command.get_command(context, name), (*words, name))


def _place(function: Any) -> Place:
    return Place(function.__module__, function.__qualname__)
