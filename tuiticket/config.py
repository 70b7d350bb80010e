"""The settings of one person on one machine, from a TOML file and the environment.

The file is `config.toml` in the user's configuration folder; every line of it is optional:

    database = "/srv/shop/desk.db"  # a file or a URL; default: a file in the user data folder
    login = "alice"         # who you are at the desk; default: your login name on the machine
    language = "zh_CN"      # en or zh_CN; default: as the environment says
    theme = "tuiticket"     # or tuiticket-light, terminal (its own 16 colours), none; default: by
                            # what the terminal can show, none where NO_COLOR is set
    mouse = false           # leave the mouse to the terminal; default: true
    editor = "vim"          # what F4 writes with; default: $VISUAL, then $EDITOR
    restricted = true       # no programs, no files, no shell; default: false
    preview = true          # show the ticket under the cursor; default: on tall terminals

    [keys]                  # other keys for the console's actions, by their ids
    take = ["a", "f12"]

TUITICKET_DB, TUITICKET_LOGIN and TUITICKET_LANG go before the file, options of the command line
before both. TUITICKET_RESTRICTED=1 restricts whatever the file says, for accounts that come in
through a forced command. What belongs to the shop rather than to a person is kept in the desk
itself.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import LANGUAGES
from tuiticket.toml_text import TomlText, read_toml

_NAME = "tuiticket"


def config_file() -> Path:
    """Where the user's own settings are read from, whether or not the file is there."""
    return platformdirs.user_config_path(_NAME) / "config.toml"


def default_database() -> str:
    """The desk one works at where nobody says otherwise: a file in the user data folder."""
    return str(platformdirs.user_data_path(_NAME) / "desk.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a person has settled for themselves.

    `database` is a path or URL. `login` and `language` are None where the machine decides. `keys`
    gives for an action's id the keys that replace its own.
    """

    database: str = field(default_factory=default_database)
    login: str | None = None
    language: str | None = None
    theme: str | None = None
    mouse: bool = True
    editor: str | None = None
    restricted: bool = False
    preview: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_config(file: Path | None = None, environment: Mapping[str, str] = os.environ) -> Config:
    """The settings in force: the file's, where the environment does not say otherwise.

    Raises BadInput naming file, line and field where the file is wrong; no file is no fault.
    """
    config = _from_file(file or config_file())
    said = {name: environment.get(f"TUITICKET_{short}") for name, short in _VARIABLES.items()}
    fields: dict[str, Any] = {name: value for name, value in said.items() if value}
    if fields.get("language", "en") not in LANGUAGES:
        raise BadInput(
            N_("There is no language “{language}” (TUITICKET_LANG)."),
            N_("Use one of: {languages}."),
            language=fields["language"],
            languages=tuple(LANGUAGES),
        )
    if environment.get("TUITICKET_RESTRICTED", "0") not in ("", "0"):
        fields["restricted"] = True
    if config.editor is None:
        fields["editor"] = environment.get("VISUAL") or environment.get("EDITOR") or None
    return replace(config, **fields)


_VARIABLES = {"database": "DB", "login": "LOGIN", "language": "LANG"}


def _from_file(file: Path) -> Config:
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise BadInput(
            N_("The settings in {file} cannot be read: {reason}."), file=file, reason=error
        ) from error
    text = read_toml(raw, str(file))
    return Config(**_Checked(file, text).fields(text.content))


class _Checked:
    """One settings file, its fields made sure of; every fault names file, line and field."""

    def __init__(self, file: Path, text: TomlText) -> None:
        self.file = file
        self.text = text

    def fields(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """All fields of the file, as `Config` wants them."""
        return {name: self._field(name, value) for name, value in content.items()}

    def _field(self, name: str, value: Any) -> Any:
        check = _CHECKS.get(name)
        if check is None:
            near = difflib.get_close_matches(name, _CHECKS, 1)
            raise self._wrong(
                (name,),
                N_("{file}, line {line}: nothing is called “{field_name}”."),
                N_("Did you mean “{near}”?") if near else N_("Known are: {names}."),
                near=near[0] if near else "",
                names=tuple(_CHECKS),
            )
        if name == "keys" and isinstance(value, dict):
            return {".".join(way): self._keys(way, keys) for way, keys in _flat(value)}
        mend = check(value)
        if mend:
            raise self._wrong((name,), _WRONG, mend, languages=tuple(LANGUAGES))
        return str(Path(value).expanduser()) if name == "database" and "://" not in value else value

    def _keys(self, way: tuple[str, ...], keys: Any) -> tuple[str, ...]:
        several = [keys] if isinstance(keys, str) else keys
        if not isinstance(several, list) or not all(isinstance(k, str) and k for k in several):
            mend = N_('Write a key or a list of keys: ["a", "f12"].')
            raise self._wrong(way, _WRONG, mend, above="keys")
        return tuple(several)

    def _wrong(
        self, way: tuple[str, ...], title: str, mend: str, *, above: str = "", **values: object
    ) -> BadInput:
        line = self.text.line((above, *way) if above else way)
        return BadInput(title, mend, file=self.file, line=line, field_name=".".join(way), **values)


def _flat(
    table: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The values of a table by the ways to them: TOML makes tables of unquoted dots."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, (*above, name))
        else:
            yield (*above, name), value


_WRONG = N_("{file}, line {line}: the value of “{field_name}” is wrong.")


def _words(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else N_("Write it in quotes.")


def _language(value: Any) -> str:
    return "" if value in LANGUAGES else N_("Use one of: {languages}.")


def _switch(value: Any) -> str:
    return "" if isinstance(value, bool) else N_("Write true or false.")


def _table(value: Any) -> str:
    return N_("It is a table: write [keys] and the keys below it.")


_CHECKS: Mapping[str, Callable[[Any], str]] = {
    "database": _words,
    "login": _words,
    "language": _language,
    "theme": _words,
    "mouse": _switch,
    "editor": _words,
    "restricted": _switch,
    "preview": _switch,
    "keys": _table,
}
"""What may stand in the file, and what each says to a wrong value (nothing to a right one)."""
