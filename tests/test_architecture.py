"""The shape of the house: what each room loads, and that rooms stay small.

Import rules between our own modules are held by import-linter (pyproject.toml). These tests start
fresh interpreters, because only they show what an import really brings with it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path.relative_to(ROOT)
    for folder in ("tuiticket", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60

# Prints the top-level names of all modules that `body` loaded and an empty interpreter has not.
LOADED_BY = """
import sys
before = set(sys.modules)
{body}
print(*sorted({{name.partition(".")[0] for name in set(sys.modules) - before}}), file=sys.stderr)
"""
IMPORT_ALL = """
import importlib, pkgutil, {package}
for module in pkgutil.walk_packages({package}.__path__, "{package}."):
    if module.name != "tuiticket.db.env":  # which Alembic runs, and nobody imports
        importlib.import_module(module.name)
"""
RUN = """
from tuiticket.cli import main
assert main({arguments}) == 0
"""
STORE = {"alembic", "sqlalchemy", "sqlmodel"}
HEAVY = STORE | {"inscriptis", "lxml", "phonenumbers", "snowballstemmer", "textual"}


def loaded_by(body: str) -> set[str]:
    """The top-level names of the modules that a fresh interpreter loads for `body`."""
    program = LOADED_BY.format(body=body)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def third_party(modules: set[str]) -> set[str]:
    """Those that Python does not bring along; `_sysconfigdata...` is made when Python is built."""
    return {
        name for name in modules - sys.stdlib_module_names if not name.startswith("_sysconfigdata")
    }


def test_the_engine_loads_the_standard_library_only() -> None:
    loaded = loaded_by(IMPORT_ALL.format(package="tuiticket.engine"))
    assert third_party(loaded) == {"tuiticket"}


def test_the_engine_names_the_standard_library_only() -> None:
    """Not even inside a function, where a fresh interpreter would not see it."""
    graph = grimp.build_graph("tuiticket", include_external_packages=True)
    engine = {"tuiticket.engine", *graph.find_descendants("tuiticket.engine")}
    named = {
        imported
        for module in engine
        for imported in graph.find_modules_directly_imported_by(module) - engine
    }
    assert third_party(named) == set()


def test_every_module_can_be_imported() -> None:
    assert "tuiticket" in loaded_by(IMPORT_ALL.format(package="tuiticket"))


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["ticket", "--help"], ["mail", "import", "--help"]]
)
def test_help_is_quick_for_it_loads_neither_console_nor_store(arguments: list[str]) -> None:
    assert loaded_by(RUN.format(arguments=arguments)) & HEAVY == set()


def test_the_console_is_there_before_the_store() -> None:
    assert loaded_by("import tuiticket.app") & STORE == set()


def test_the_console_paints_before_it_loads_what_acts() -> None:
    """Neither what reads commands nor the engine's acts stand before the first paint."""
    loaded = loaded_by(
        "import tuiticket.app, tuiticket.cli.console, tuiticket.cli.outcome\n"
        "import tuiticket.cli.setting\n"
        "assert 'tuiticket.engine.commands' not in sys.modules\n"
        "assert 'tuiticket.engine.desk' not in sys.modules"
    )
    assert loaded & (STORE | {"pydantic", "typer"}) == set()


@pytest.mark.parametrize("path", FILES, ids=str)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES_OF_A_FILE
    long = {name: lines for name, lines in functions(text) if lines > MOST_LINES_OF_A_FUNCTION}
    assert long == {}


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Each function of a file with its length in lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1
