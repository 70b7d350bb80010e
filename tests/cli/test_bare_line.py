"""The line without a command: read without typer, and understood as typer would."""

from __future__ import annotations

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st

from tuiticket.cli.bare_line import COMPLETION, options_alone
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.program import program
from tuiticket.config import Config

VALUES = st.sampled_from(["a.db", "", "en", "zh_CN", "xx", "-", "--as", "a=b", "ticket", "x y"])
NAMES = st.sampled_from(["--db", "--as", "--lang", "--json", "--da", "-d", "ticket", "--"])
WORDS = st.one_of(
    NAMES.map(lambda name: [name]),
    st.tuples(NAMES, VALUES).map(list),
    st.tuples(NAMES, VALUES).map(lambda both: ["=".join(both)]),
)
LINES = st.lists(WORDS, max_size=4).map(lambda words: [word for part in words for word in part])


@given(LINES)
@example(["--db", "a", "--db=b", "--as", "x"])
def test_what_is_read_is_what_typer_reads(line: list[str]) -> None:
    found = options_alone(line, {})
    if found is None:
        return
    said = Invocation(Config(), "", None)
    command = typer.main.get_command(program)
    with command.make_context("tuiticket", line, obj=said) as context:
        assert (context.params["db"], context.params["login"]) == (
            found.get("database"),
            found.get("login"),
        )
        assert (context.args, said.json) == ([], False)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ([], {}),
        (["--db", "a.db"], {"database": "a.db"}),
        (["--as=bo", "--db=a=b"], {"login": "bo", "database": "a=b"}),
        (["--lang", "zh_CN"], {"language": "zh_CN"}),
        (["--lang", "xx"], None),
        (["--db"], None),
        (["--db="], None),
        (["--db", "--as"], None),
        (["--json"], None),
        (["--version"], None),
        (["ticket", "list"], None),
    ],
)
def test_only_options_are_read(line: list[str], found: dict[str, str] | None) -> None:
    assert options_alone(line, {}) == found


def test_a_shell_that_asks_how_to_go_on_is_typers() -> None:
    assert options_alone([], {COMPLETION: "complete_bash"}) is None
