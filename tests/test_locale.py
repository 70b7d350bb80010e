"""The language of the person, and that every catalogue says all of what the program says."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import tuiticket
from tuiticket import i18n
from tuiticket.engine.errors import DeskError
from tuiticket.wording import told

PACKAGE = Path(tuiticket.__file__).parent
TRANSLATED = [language for language in i18n.LANGUAGES if language != "en"]
MEND = "run `make locale`, then translate what is new in the .po file"

Forms = tuple[str, ...]

each_language = pytest.mark.parametrize("language", TRANSLATED)


def catalogue_file(language: str, suffix: str) -> Path:
    """Where the messages of one language are."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / f"tuiticket{suffix}"


def written(language: str) -> Catalog:
    """The catalogue as its translators write it."""
    with catalogue_file(language, ".po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str) -> Catalog:
    """The catalogue as the program reads it."""
    with catalogue_file(language, ".mo").open("rb") as file:
        return read_mo(file)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """All messages but the header."""
    return (message for message in catalogue if message.id)


def forms(text: str | Sequence[str] | None) -> Forms:
    """A message's forms: one, or one for each plural."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def said_by_the_program() -> set[Forms]:
    """Every source text that is marked for translation anywhere in the package."""
    return {forms(text) for _file, _line, text, _comments, _context in extract_from_dir(PACKAGE)}


def places(text: str) -> set[str]:
    """What is put into a message: `{name}` and `{n:,}` places, `%s` ones and `[b]` tags."""
    braces = {
        f"{{{name}!{conversion}:{spec}}}"
        for _literal, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    }
    return braces | set(re.findall(r"%(?:\(\w+\))?[sdfr]|\[/[a-z$ ]*\]", text))


@each_language
def test_a_catalogue_has_what_the_program_says_and_nothing_else(language: str) -> None:
    said = said_by_the_program()
    known = {forms(message.id) for message in messages(written(language))}
    assert said - known == set(), MEND
    assert known - said == set(), MEND


@each_language
def test_every_message_is_translated_and_seen_by_a_person(language: str) -> None:
    wrong = [
        message.id
        for message in messages(written(language))
        if message.fuzzy or not all(form.strip() for form in forms(message.string))
    ]
    assert wrong == [], MEND


@each_language
def test_a_translation_keeps_the_places_and_the_space_around(language: str) -> None:
    for message in messages(written(language)):
        source = forms(message.id)[-1]
        for form in forms(message.string):
            assert places(form) == places(source), message.id
            assert len(form) - len(form.lstrip()) == len(source) - len(source.lstrip()), message.id
            assert len(form) - len(form.rstrip()) == len(source) - len(source.rstrip()), message.id


@each_language
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    def texts(catalogue: Catalog) -> set[tuple[Forms, Forms]]:
        return {(forms(message.id), forms(message.string)) for message in messages(catalogue)}

    assert texts(compiled(language)) ^ texts(written(language)) == set(), MEND


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.GB18030"}, "zh_CN"),
        ({"LANG": "zh-Hans"}, "zh_CN"),
        ({"LANG": "zh"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "C"}, "zh_CN"),
        ({"LANGUAGE": "fr:zh_CN:en", "LANG": "en_US.UTF-8"}, "zh_CN"),
        ({"LANGUAGE": "en_GB:zh", "LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert i18n.language_from_environment(environment) == language


@each_language
def test_switching_changes_every_text_at_once(language: str) -> None:
    source, translation = next(
        (str(message.id), str(message.string))
        for message in messages(written(language))
        if not message.pluralizable
    )
    assert i18n._(source) == source
    i18n.switch(language)
    assert i18n.language() == language
    assert i18n._(source) == translation != source
    i18n.switch("en")
    assert i18n._(source) == source


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_is_in_no_catalogue_is_said_as_it_is(language: str) -> None:
    i18n.switch(language)
    assert i18n._("") == ""
    assert i18n._("Zyx 退款") == "Zyx 退款"
    assert i18n.ngettext("{n} zyx", "{n} zyxes", 2) in {"{n} zyx", "{n} zyxes"}


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="xx"):
        i18n.switch("xx")
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("a, b", "a; b", "a b", "a: b", "All of {a, b}. Use c, d.")),
        ("zh_CN", ("a、b", "a；b", "ab", "a：b", "All of {a、b}.Use c、d.")),
    ],
)
def test_what_stands_side_by_side_is_joined_as_the_language_does(
    language: str, said: tuple[str, ...]
) -> None:
    i18n.switch(language)
    error = DeskError("All of {{{names}}}.", "Use {more}.", names=("a", "b"), more=("c", "d"))
    pair = ("a", "b")
    joined = (i18n.listed(pair), i18n.clauses(pair), i18n.run_on(pair), i18n.colon(*pair))
    assert (*joined, told(error)) == said
