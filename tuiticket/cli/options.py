"""The arguments and options that several commands share, each read into what the engine takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import Skill
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity
from tuiticket.engine.rules.durations import seconds_in
from tuiticket.engine.rules.query import FIELDS, Query, parse


def ticket_number(text: str | int) -> int:
    """A ticket's number, written 10482 or #10482; raises BadInput."""
    digits = str(text).strip().removeprefix("#")
    if not digits.isdecimal() or len(digits) > 18:
        raise BadInput(
            N_("“{text}” is no ticket number."), N_("See: tuiticket ticket list"), text=text
        )
    return int(digits)


def article_number(text: str | int) -> int:
    """An article's number, written 12 or KB-12; raises BadInput."""
    digits = str(text).strip().upper().removeprefix("KB-")
    if not digits.isdecimal() or len(digits) > 18:
        raise BadInput(
            N_("“{text}” is no article's number."), N_("See: tuiticket kb search"), text=text
        )
    return int(digits)


def seconds_for(option: str) -> Callable[[str | int], int]:
    """Reads a time into seconds, written 4h, 90m, 1h30m, 2d or, bare, 30.

    Raises BadInput naming the option.
    """

    def read(text: str | int) -> int:
        seconds = seconds_in(str(text))
        if seconds is None:
            raise BadInput(
                N_("{option} takes no “{word}”."),
                N_("Write it as 4h, 90m or 1h30m."),
                option=option,
                word=text,
            )
        return seconds

    return read


def skill_of(text: str | Skill) -> Skill:
    """A skill written refund:2, or refund for the first level; raises BadInput."""
    if isinstance(text, Skill):
        return text
    key, _colon, level = text.partition(":")
    if not (level or "1").isdecimal():
        raise BadInput(
            N_("{option} takes no “{word}”."),
            N_("Write it as refund:2."),
            option="--skill",
            word=text,
        )
    return Skill(key, int(level[:9] or 1))


def shares_of(text: str | tuple[int, ...]) -> tuple[int, ...]:
    """Shares in per cent, written 25,50,75, or never for none; raises BadInput."""
    if not isinstance(text, str):
        return text
    words = [] if text.strip() in ("", "never") else text.split(",")
    if not all(word.strip().isdecimal() and len(word) < 9 for word in words):
        raise BadInput(
            N_("{option} takes no “{word}”."),
            N_("Write it as 25,50,75, or never."),
            option="--overflow",
            word=text,
        )
    return tuple(int(word) for word in words)


def words_or_input(text: str) -> str:
    """The words themselves; for "-" what comes in on standard input, as UTF-8."""
    if text != "-":
        return text
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def query_of(words: Sequence[str]) -> Query:
    """The query that words of the command line make; raises BadInput.

    They may begin with a minus, `-tag:spam`, which hides a mistyped option from typer.
    """
    for word in words:
        if word.startswith("--"):
            raise BadInput(
                N_("There is no option {option}."),
                N_("To search for the words themselves, put them in quotes."),
                option=word,
            )
    return parse(" ".join(words))


def spellings_of(field: str) -> dict[str, Any]:
    """How the members of an enumeration are written in queries: urgent, 紧急 …, the first first."""
    words = [word for word in FIELDS[field].words if len(word.members) == 1]
    return {spelt: word.members[0] for word in words for spelt in (word.word, *word.aliases)}


def one_of(option: str, spellings: Mapping[str, Any]) -> Callable[[Any], Any]:
    """Reads one word of an enumeration, also by an unmistakable beginning.

    Raises BadInput naming the option and the nearest word.
    """

    def read(text: Any) -> Any:
        if not isinstance(text, str):
            return text
        asked = text.strip().casefold()
        for fits in (str.__eq__, str.startswith):
            found = {member for word, member in spellings.items() if fits(word, asked)}
            if asked and len(found) == 1:
                return found.pop()
        near = get_close_matches(asked, spellings, 1, 0.5)
        raise BadInput(
            N_("{option} takes no “{word}”."),
            N_("Did you mean {suggestion}?") if near else N_("Use one of: {words}."),
            option=option,
            word=text,
            suggestion=near[0] if near else "",
            words=tuple(_first_spellings(spellings)),
        )

    return read


def _first_spellings(spellings: Mapping[str, Any]) -> list[str]:
    firsts: dict[Any, str] = {}
    for word, member in spellings.items():
        firsts.setdefault(member, word)
    return list(firsts.values())


def choice(option: str, spellings: Mapping[str, Any], help: str) -> Any:  # noqa: A002 - typer's word
    """An option that takes one word of an enumeration, and offers them to the shell."""
    words = _first_spellings(spellings)
    return typer.Option(
        option,
        help=help,
        parser=one_of(option, spellings),
        metavar="WORD",
        autocompletion=lambda: words,
    )


Number = Annotated[
    int,
    typer.Argument(metavar="NUMBER", parser=ticket_number, help=N_("The ticket's number.")),
]
Numbers = Annotated[
    list[int],
    typer.Argument(metavar="NUMBER", parser=ticket_number, help=N_("Numbers of tickets.")),
]
Fitting = Annotated[
    bool,
    typer.Option("--fitting", help=N_("Leave out tickets it does not fit, and say which and why.")),
]
Body = Annotated[
    str,
    typer.Option(
        "--body",
        metavar="TEXT",
        parser=words_or_input,
        help=N_("The text; - reads standard input."),
    ),
]
KindOption = Annotated[
    Kind | None,
    choice("--kind", spellings_of("kind"), N_("service, enquiry, complaint or repair")),
]
PriorityOption = Annotated[
    Priority | None,
    choice("--priority", spellings_of("priority"), N_("how soon: low, normal, high, urgent")),
]
SeverityOption = Annotated[
    Severity | None,
    choice(
        "--severity",
        spellings_of("severity"),
        N_("how much it hurts: minor, moderate, major, critical"),
    ),
]
ChannelOption = Annotated[
    Channel | None,
    choice("--channel", spellings_of("channel"), N_("how the contact came in")),
]
CategoryOption = Annotated[
    str | None, typer.Option("--category", metavar="KEY", help=N_("A path in the category tree."))
]
OrderOption = Annotated[
    str | None, typer.Option("--order", metavar="NUMBER", help=N_("The number of the order."))
]
TagOption = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help=N_("A tag; may be repeated."))
]
