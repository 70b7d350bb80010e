"""How the commands of the line are built: alike in their help, and all taking --json and --lang.

Helps are written in English and marked with `N_`; they are translated when a page is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from tuiticket import i18n
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.page import in_words, page
from tuiticket.cli.usage import unknown_command
from tuiticket.engine.errors import N_, BadInput

F = TypeVar("F", bound=Callable[..., Any])


def _want_json(context: typer.Context, wanted: bool) -> bool:
    if wanted and not context.resilient_parsing:
        Invocation.of(context).json = True
    return wanted


def _speak(context: typer.Context, language: str | None) -> str | None:
    if context.resilient_parsing:
        return language
    if language is not None and language not in i18n.LANGUAGES:
        raise BadInput(
            N_("There is no language “{language}”."),
            N_("Use one of: {languages}."),
            language=language,
            languages=tuple(i18n.LANGUAGES),
        )
    if language is not None:
        i18n.switch(language)
    return language


Json = Annotated[
    bool,
    typer.Option(
        "--json",
        help=N_("Answer in JSON: one object, or one object a line."),
        callback=_want_json,
        expose_value=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(i18n.LANGUAGES),
        help=N_("The language to speak."),
        callback=_speak,
        expose_value=False,
        is_eager=True,
    ),
]

_everywhere = typer.Typer(add_completion=False)


@_everywhere.command()
def _options(json: Json = False, lang: Lang = None) -> None:
    """Hold the options that every command takes."""


def options_of_every_command() -> list[Any]:
    """--json and --lang, made anew."""
    return list(typer.main.get_command(_everywhere).params)


class Verb(TyperCommand):
    """A command that does something."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += options_of_every_command()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of help in the reader's language."""
        formatter.write(page(self, ctx))


class Group(TyperGroup):
    """A word that is followed by a command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += options_of_every_command()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of help in the reader's language."""
        formatter.write(page(self, ctx, self.summaries()))

    def summaries(self) -> list[tuple[str, str]]:
        """Each command with what it does, in a line."""
        return [(name, _first_line(command)) for name, command in self.commands.items()]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command named first; raises BadInput with the nearest there is."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise unknown_command(args[0], ctx.command_path, self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def _first_line(command: Any) -> str:
    return in_words(command.help).split("\n", 1)[0]


class Noun(typer.Typer):
    """The commands of one noun, or a command by itself: what a file of this package offers."""

    def __init__(self, help: str | None = None) -> None:  # noqa: A002 - typer's word
        super().__init__(
            help=help,
            cls=Group,
            add_completion=False,
            rich_markup_mode=None,
        )

    def verb(self, name: str, help: str, epilog: str = "", **settings: Any) -> Callable[[F], F]:  # noqa: A002
        """Make a function a command of that name; `settings` are click's context settings."""
        return self.command(
            name, cls=Verb, help=help, epilog=epilog or None, context_settings=settings or None
        )
