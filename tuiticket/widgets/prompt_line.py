"""The line a filter is typed in, and the one below it that helps: completions, or what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tuiticket.engine.rules.query import Completion
from tuiticket.i18n import _
from tuiticket.widgets.list_summary import ListSummary, News
from tuiticket.widgets.text_line import TextLine
from tuiticket.widgets.wrapping import wrap

SIGN = "/ "
"""What the line begins with."""

GAP = 2
"""Cells between two completions."""


class PromptInput(TextLine):
    """The text itself; leaving it, completing and choosing are for the line to decide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    class Left(Message):
        """The person wants nothing typed after all."""

    class Completed(Message):
        """The completion offered first is wanted."""

    @dataclass
    class Chose(Message):
        """Another completion is to be offered first."""

        step: int

    def action_leave(self) -> None:
        """Want nothing typed."""
        self.post_message(self.Left())

    def action_complete(self) -> None:
        """Want the completion."""
        self.post_message(self.Completed())

    def action_choose(self, step: int) -> None:
        """Want another completion."""
        self.post_message(self.Chose(step))


class PromptHelp(Widget):
    """One line: the completions there are, the chosen one lit, or a fault under its column."""

    DEFAULT_CSS = """
    PromptHelp { height: auto; max-height: 3; color: $quiet; display: none; }
    """

    completions: reactive[tuple[Completion, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)
    column: reactive[int] = reactive(0)
    """The cell of the line above where the word to be completed begins."""
    fault: reactive[tuple[str, int] | None] = reactive(None, layout=True)
    """What is wrong in words, and the cell of the line above where it begins."""

    def render(self) -> Content:
        """The fault if there is one, else what may be typed."""
        if self.fault is not None:
            return self._faulty(*self.fault)
        if not self.completions:
            words = _("words or filters such as kind:complaint · enter shows · esc leaves")
            return Content(" " * len(SIGN) + words)
        lit, *others = self.completions[self.chosen :]
        offered = [lit.text, *([_(lit.help)] if lit.help else []), *(one.text for one in others)]
        room = self.size.width - self.column
        parts = [Content(" " * self.column)]
        for place, word in enumerate(offered):
            room -= cell_len(word) + GAP
            if place and room < -GAP:
                break
            look = "$cursor-text on $cursor $cursor-style"
            parts.append(Content.styled(word, "" if place else look))
            parts.append(Content(" " * GAP))
        return Content.assemble(*parts[:-1]).truncate(self.size.width or 1)

    def _faulty(self, words: str, column: int) -> Content:
        width = self.size.width or self.app.size.width
        if column + cell_len(words) + 2 <= width:
            return Content.styled(f"{' ' * column}^ {words}", "$late")
        return Content.styled("\n".join([" " * column + "^", *wrap(words, width)]), "$late")


class PromptLine(Horizontal):
    """The filter: what is shown now, how many tickets that are, and the place to type another."""

    DEFAULT_CSS = """
    PromptLine {
        height: 1;
        & > .prompt-line--sign { width: 2; color: $primary; }
        & > PromptInput {
            width: 1fr; height: 1; border: none; padding: 0;
            background: $background; color: $foreground;
            &:focus { background: $surface; border: none; }
        }
    }
    """

    @dataclass
    class Typing(Message):
        """The text changed, or the typing began."""

        text: str
        cursor: int

    @dataclass
    class Applied(Message):
        """The text is what is wanted."""

        text: str

    class Left(Message):
        """Nothing is wanted; what was shown before stays."""

    def __init__(self) -> None:
        super().__init__()
        self._help = PromptHelp()
        self._words = ""
        self._news: News | None = None

    def compose(self) -> ComposeResult:
        """Sign, text, information."""
        yield Static(SIGN, classes="prompt-line--sign", markup=False)
        yield PromptInput(select_on_focus=False)
        yield ListSummary()

    @property
    def help(self) -> PromptHelp:
        """The line of help, for the screen to put below."""
        return self._help

    @property
    def typing(self) -> bool:
        """Whether somebody types in it now."""
        return self._input.has_focus

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._input.value

    def begin(self) -> None:
        """Let the person type, at the end of what stands there."""
        self._input.focus()
        self._input.cursor_position = len(self.text)
        self._help.display = True
        self._sum_up()
        self.post_message(self.Typing(self.text, len(self.text)))

    def end(self, text: str) -> None:
        """Show `text` as what is wanted; the typing is over."""
        self._input.value = text
        self._help.display = False
        self._help.completions, self._help.fault = (), None
        self._sum_up()

    def inform(self, words: str, *, empty: str) -> None:
        """Say how many tickets there are in which order, and what to press where it is empty."""
        self._words, self._input.placeholder = words, empty
        self._sum_up()

    def tell(self, news: News | None) -> None:
        """Say what one should look at, or that there is nothing any more."""
        self._news = news
        self._sum_up()

    def on_resize(self) -> None:
        """There may be more room for news, or less."""
        self._sum_up()

    def _sum_up(self) -> None:
        typed = cell_len(self.text or self._input.placeholder)
        room = self.size.width - len(SIGN) - typed - 1
        self.query_one(ListSummary).show(
            self._words, None if self._help.display else self._news, room
        )

    def offer(self, completions: Sequence[Completion]) -> None:
        """Offer these completions, the first one chosen."""
        self._help.fault, self._help.chosen = None, 0
        self._help.completions = tuple(completions)
        if completions:
            self._help.column = self._cells(completions[0].start)

    def blame(self, words: str, start: int) -> None:
        """Say what is wrong, below the character where it begins."""
        self._help.fault = (words, self._cells(start))
        self._input.cursor_position = min(len(self.text), max(start, 0))

    def _cells(self, place: int) -> int:
        return len(SIGN) + cell_len(self.text[:place])

    @property
    def _input(self) -> PromptInput:
        return self.query_one(PromptInput)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.typing:
            self.post_message(self.Typing(self.text, self._input.cursor_position))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Applied(self.text))

    @on(PromptInput.Left)
    def _left(self, event: PromptInput.Left) -> None:
        event.stop()
        self.post_message(self.Left())

    @on(PromptInput.Chose)
    def _choose(self, event: PromptInput.Chose) -> None:
        event.stop()
        if self._help.completions:
            self._help.chosen = (self._help.chosen + event.step) % len(self._help.completions)

    @on(PromptInput.Completed)
    def _complete(self, event: PromptInput.Completed) -> None:
        event.stop()
        if not self._help.completions:
            return
        chosen = self._help.completions[self._help.chosen]
        text = chosen.text if chosen.text.endswith(":") else chosen.text + " "
        self._input.value = self.text[: chosen.start] + text + self.text[chosen.end :].lstrip()
        self._input.cursor_position = chosen.start + len(text)
