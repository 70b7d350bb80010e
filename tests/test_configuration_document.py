"""What docs/configuration.md says of a person's own settings is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from tuiticket.config import Config, load_config
from tuiticket.i18n import LANGUAGES
from tuiticket.keymap import KeyMap
from tuiticket.theme import THEMES

DOCUMENT = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text("utf-8")


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table whose first column has that heading, by their first cell."""
    rows = DOCUMENT[DOCUMENT.index(f"| {heading} |") :].split("\n\n", 1)[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {first.strip("`"): rest for first, *rest in cells}


def test_every_field_is_there_and_no_other() -> None:
    assert list(table("field")) == [field.name for field in fields(Config)]


def test_switches_have_the_default_it_says() -> None:
    said = {name: default for name, (default, _what) in table("field").items()}
    plain = Config()
    assert said["mouse"] == f"`{str(plain.mouse).lower()}`"
    assert said["restricted"] == f"`{str(plain.restricted).lower()}`"
    decided = [plain.login, plain.language, plain.theme, plain.editor, plain.preview]
    assert decided == [None] * 5, "these are settled by the machine unless the file says otherwise"


def test_its_themes_and_languages_are_those_there_are() -> None:
    assert list(table("theme")) == list(THEMES)
    assert set(re.findall(r"`(\w+)`", table("field")["language"][1])) == set(LANGUAGES)


def test_its_example_names_every_field_and_is_taken(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT, re.S)
    assert example is not None
    file = tmp_path / "config.toml"
    file.write_text(example[1], "utf-8")
    config = load_config(file, {})
    assert [name for name in table("field") if f"{name} = " not in example[1]] == ["keys"]
    assert config.theme in THEMES
    assert KeyMap(changes=config.keys)["ticket.take"].keys == ("a", "f12")


@pytest.mark.parametrize("variable", table("variable"))
def test_its_variables_go_before_the_file(variable: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('database = "/x"\nlogin = "bo"\nlanguage = "en"\nrestricted = false\n', "utf-8")
    name, _equals, value = variable.partition("=")
    value = value or {"TUITICKET_LANG": "zh_CN"}.get(name, "other")
    assert load_config(file, {name: value}) != load_config(file, {})
