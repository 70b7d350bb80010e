"""The language a person reads: gettext catalogues, chosen once and switched at any time.

Source strings are English; `locale/` holds the other languages. Text that comes from the engine (errors,
labels of enumerations) is marked there and translated here, at the edge.
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

LANGUAGES = ("en", "zh_CN")
_DOMAIN = "tuiticket"
_FOLDER = Path(__file__).parent / "locale"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def language_from_environment() -> str:
    """The first of our languages that LANGUAGE, LC_ALL, LC_MESSAGES or LANG asks for, else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return "en"


def switch(language: str) -> None:
    """Speak `language` from now on, one of LANGUAGES; raises ValueError for any other."""
    global _catalogue, _language
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language
    _catalogue = (
        _gettext.NullTranslations()
        if language == "en"
        else _gettext.translation(_DOMAIN, _FOLDER, [language])
    )


def language() -> str:
    """The language spoken now, one of LANGUAGES."""
    return _language


def _(text: str) -> str:
    """Translate one message."""
    return _catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a count."""
    return _catalogue.ngettext(one, many, n)
