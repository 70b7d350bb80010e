"""A person's own settings: defaults, file, environment, and what is said of a wrong file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuiticket.config import Config, config_file, default_database, load_config
from tuiticket.engine.errors import BadInput


@pytest.fixture
def file() -> Path:
    """The place of the settings file, its folder made."""
    file = config_file()
    file.parent.mkdir(parents=True)
    return file


def fault(file: Path, text: str) -> str:
    """What is said of a settings file with that text."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_config(file, {})
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_without_a_file_everything_has_its_default(own_home: Path) -> None:
    config = load_config(environment={})
    assert config == Config(database=default_database())
    assert own_home in Path(config.database).parents
    assert config.mouse


def test_the_file_settles_what_it_names(file: Path) -> None:
    file.write_text(
        """
        database = "~/desk.db"
        login = "alice"
        language = "zh_CN"
        mouse = false
        [keys]
        ticket.take = ["a", "f12"]
        "ticket.note" = "c"
        ticket.late = []
        """,
        encoding="utf-8",
    )
    config = load_config(environment={})
    assert config.database == str(Path.home() / "desk.db")
    assert (config.login, config.language, config.mouse) == ("alice", "zh_CN", False)
    assert config.keys == {"ticket.take": ("a", "f12"), "ticket.late": (), "ticket.note": ("c",)}


def test_the_environment_goes_before_the_file(file: Path) -> None:
    file.write_text('login = "alice"\nlanguage = "zh_CN"\n', encoding="utf-8")
    said = {"TUITICKET_LOGIN": "bo", "TUITICKET_LANG": "en", "TUITICKET_DB": "/srv/desk.db"}
    config = load_config(environment=said)
    assert (config.login, config.language, config.database) == ("bo", "en", "/srv/desk.db")


def test_the_editor_is_the_one_of_the_file_else_that_of_the_machine(file: Path) -> None:
    machine = {"EDITOR": "nano", "VISUAL": "vim -f"}
    assert load_config(environment={}).editor is None
    assert load_config(environment={"EDITOR": "nano"}).editor == "nano"
    assert load_config(environment=machine).editor == "vim -f"
    file.write_text('editor = "emacs -nw"\n', encoding="utf-8")
    assert load_config(environment=machine).editor == "emacs -nw"


def test_the_environment_can_restrict_an_account_and_never_free_it(file: Path) -> None:
    assert not load_config(environment={"TUITICKET_RESTRICTED": "0"}).restricted
    assert load_config(environment={"TUITICKET_RESTRICTED": "1"}).restricted
    file.write_text("restricted = true\n", encoding="utf-8")
    assert load_config(environment={"TUITICKET_RESTRICTED": "0"}).restricted


def test_an_empty_variable_says_nothing(file: Path) -> None:
    file.write_text('login = "alice"\n', encoding="utf-8")
    assert load_config(environment={"TUITICKET_LOGIN": ""}).login == "alice"


def test_the_url_of_a_database_stays_as_it_is(file: Path) -> None:
    file.write_text('database = "postgresql://desk@db/shop"\n', encoding="utf-8")
    assert load_config(environment={}).database == "postgresql://desk@db/shop"


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ('login = "a"\nlogim = "b"\n', 2, "logim"),
        ("\n\nmouse = 1\n", 3, "mouse"),
        ('language = "fr"\n', 1, "language"),
        ("database = 7\n", 1, "database"),
        ('theme = ""\n', 1, "theme"),
        ('keys = "a"\n', 1, "keys"),
        ('login = "a"\n[keys]\n"ticket.take" = 5\n', 3, "ticket.take"),
        ("[keys]\nticket.take = []\nticket.note = [1]\n", 3, "ticket.note"),
        ("\n[keys.ticket]\ntake = 0\n", 3, "ticket.take"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(file: Path, text: str, line: int, field: str) -> None:
    said = fault(file, text)
    assert f"{file}, line {line}: " in said
    assert f"“{field}”" in said
    assert "\n" not in said


def test_a_misspelt_field_is_told_the_right_one(file: Path) -> None:
    assert "Did you mean “language”?" in fault(file, 'langauge = "en"\n')


def test_a_file_that_is_no_toml_is_named_with_its_line(file: Path) -> None:
    said = fault(file, 'login = "alice"\nlanguage = zh_CN\n')
    assert f"{file}, line 2: " in said
    assert "\n" not in said


def test_a_file_that_breaks_off_is_named_too(file: Path) -> None:
    assert f"{file}, line 1: " in fault(file, 'login = "alice')


def test_a_file_that_is_no_text_is_refused(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="not UTF-8"):
        load_config(file, {})


def test_a_language_we_do_not_have_is_refused() -> None:
    with pytest.raises(BadInput, match="fr"):
        load_config(environment={"TUITICKET_LANG": "fr"})
