"""The language a person reads: gettext catalogues, chosen once and switched at any time.

Source strings are English; `locale/` holds the other languages. Text that comes from the engine
(errors, labels of enumerations) is marked there with `N_` and translated here, at the edge. Values
are put into a message after it was translated, `_("Taken {n}").format(n=3)`, never before.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

#: The languages there are, each with the name its speakers give it.
LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "zh_CN": "中文"})

_DOMAIN = "tuiticket"
_FOLDER = Path(__file__).parent / "locale"
_SOURCE = "en"

_language = _SOURCE


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """The messages of one language, read once; raises ValueError for a language we do not have."""
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == _SOURCE:
        return _gettext.NullTranslations()
    return _gettext.translation(_DOMAIN, _FOLDER, [language])


def language_from_environment(environment: Mapping[str, str] = os.environ) -> str:
    """The first of our languages that the environment asks for, else English.

    As in gettext, the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set decides; it may
    list several, "fr:zh_TW". Every Chinese is answered with the one we have.
    """
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environment[name] for name in names if environment.get(name)), "")
    ours = {language.partition("_")[0]: language for language in LANGUAGES}
    for locale in wanted.lower().split(":"):
        code = locale.replace("-", "_").replace(".", "_").partition("_")[0]
        if code in ours:
            return ours[code]
    return _SOURCE


def switch(language: str) -> None:
    """Speak `language` from now on, one of LANGUAGES; raises ValueError for any other."""
    global _language
    _catalogue(language)
    _language = language


def language() -> str:
    """The language spoken now, one of LANGUAGES."""
    return _language


def _(text: str) -> str:
    """Translate one message; the empty one stays empty."""
    # gettext keeps the catalogue's header under the empty message.
    return _catalogue(_language).gettext(text) if text else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a count."""
    return _catalogue(_language).ngettext(one, many, n)


def listed(words: Iterable[str]) -> str:
    """Words one after another, as the language writes a list: "a, b", but 甲、乙."""
    return _between(_("{one}, {more}")).join(words)


def clauses(parts: Iterable[str]) -> str:
    """Parts of a sentence one after another: "this; that", but 甲；乙."""
    return _between(_("{one}; {more}")).join(parts)


def run_on(parts: Iterable[str]) -> str:
    """What is read on without a pause: by spaces, but in Chinese nothing stands between."""
    return _between(_("{one} {more}")).join(parts)


def colon(name: str, words: str) -> str:
    """A name and what is said of it: "state: open", but 状态：处理中."""
    return _("{name}: {words}").format(name=name, words=words)


def bracketed(name: str, words: str) -> str:
    """A name and what is said beside it: "alice (typing)", but 林雅（输入中）."""
    return _("{name} ({words})").format(name=name, words=words)


def _between(pattern: str) -> str:
    return pattern.format(one="", more="")
