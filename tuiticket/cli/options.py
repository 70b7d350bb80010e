"""The arguments and options that several commands share, each read into what the engine takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity
from tuiticket.engine.rules.query import FIELDS, Query, Word, parse


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


def one_of(name: str, option: str) -> Callable[[Any], Any]:
    """Reads one word of an enumeration for an option; raises BadInput naming the nearest.

    The words are those of the query language, so that --priority takes what `priority:` takes:
    urgent, 紧急, or an unmistakable beginning.
    """
    words = [word for word in FIELDS[name].words if len(word.members) == 1]

    def read(text: Any) -> Any:
        if not isinstance(text, str):
            return text
        asked = text.strip().casefold()
        for fits in (str.__eq__, str.startswith):
            found = [word for word in words if any(fits(w, asked) for w in _spellings(word))]
            if asked and len(found) == 1:
                return found[0].members[0]
        near = get_close_matches(asked, [w for word in words for w in _spellings(word)], 1, 0.5)
        raise BadInput(
            N_("{option} takes no “{word}”."),
            N_("Did you mean {suggestion}?") if near else N_("Use one of: {words}."),
            option=option,
            word=text,
            suggestion=near[0] if near else "",
            words=", ".join(word.word for word in words),
        )

    return read


def _spellings(word: Word) -> tuple[str, ...]:
    return (word.word, *word.aliases)


def choice(name: str, option: str, help: str) -> Any:  # noqa: A002 - typer's word
    """An option that takes one word of an enumeration, and offers them to the shell."""
    words = [word.word for word in FIELDS[name].words if len(word.members) == 1]
    return typer.Option(
        option,
        help=help,
        parser=one_of(name, option),
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
    choice("kind", "--kind", N_("service, enquiry, complaint or repair")),
]
PriorityOption = Annotated[
    Priority | None,
    choice("priority", "--priority", N_("how soon: low, normal, high, urgent")),
]
SeverityOption = Annotated[
    Severity | None,
    choice("severity", "--severity", N_("how much it hurts: minor, moderate, major, critical")),
]
ChannelOption = Annotated[
    Channel | None,
    choice("channel", "--channel", N_("how the contact came in")),
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
