"""The procedures of a ticket: their steps with what was taken, ticked one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tuiticket.cells import drawable
from tuiticket.engine.model.procedure import Procedure, Step
from tuiticket.i18n import _
from tuiticket.widgets.page import Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import wrap

BOX = 4
"""Cells before the words of a step: [x]."""


class StepList(Page):
    """Every step in full, under the name of its procedure, with a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter,space", "tick", show=False),
    ]

    @dataclass
    class Ticked(Message):
        """A step is to be ticked, or not any more if it was."""

        step: Step

    class Moved(Message):
        """The cursor came to another step."""

    def __init__(self) -> None:
        super().__init__()
        self.procedures: Sequence[Procedure] = ()
        self.cursor = 0

    @property
    def steps(self) -> list[Step]:
        """The steps of all procedures."""
        return [step for procedure in self.procedures for step in procedure.steps]

    @property
    def current(self) -> Step | None:
        """The step under the cursor."""
        steps = self.steps
        return steps[self.cursor] if steps else None

    @property
    def next(self) -> Step | None:
        """The first step of all that nobody has taken yet."""
        return next((step for step in self.steps if step.tick is None), None)

    def show(self, procedures: Sequence[Procedure]) -> None:
        """Show these."""
        self.procedures = procedures
        self.cursor = max(0, min(self.cursor, len(self.steps) - 1))
        self.renew()
        self.refresh()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """Each procedure with how far it is, below it its steps; a step's number is its target."""
        number = 0
        for procedure in self.procedures:
            done = Piece(f"{procedure.done}/{len(procedure.steps)}", "quiet")
            heading = _("Steps · {title}").format(title=drawable(procedure.article.title))
            yield aside((Piece(heading, "title"),), done, width)
            for step in procedure.steps:
                yield from self._step(step, number, width)
                number += 1

    def _step(self, step: Step, number: int, width: int) -> Iterator[Line]:
        box = Piece("[x] ", "mine") if step.tick else Piece("[ ] ")
        text = drawable(step.text) + (f" · {drawable(step.tick.author)}" if step.tick else "")
        for row in wrap(text, max(2, width - BOX)):
            yield line(box, Piece(row, "quiet" if step.tick else ""), target=number)
            box = Piece(" " * BOX)

    def over(self, y: int) -> Style | None:
        """The cursor, where the list has the keys."""
        if not self.has_focus or self.lines[y].target != self.cursor:
            return None
        return self.get_component_rich_style("page--cursor", partial=True)

    def lines_of_cursor(self) -> tuple[int, int]:
        """The first line of the step under the cursor, and how many it has."""
        rows = [y for y, each in enumerate(self.lines) if each.target == self.cursor]
        return (rows[0], len(rows)) if rows else (0, 0)

    def move(self, step: int) -> None:
        """Move the cursor that many steps on, as far as there are any."""
        to = max(0, min(self.cursor + step, len(self.steps) - 1))
        if to != self.cursor:
            self.cursor = to
            self.refresh()
            self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.move(step)

    def action_tick(self) -> None:
        """Tick the step under the cursor, or untick it."""
        if step := self.current:
            self.post_message(self.Ticked(step))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor ticks."""
        event.prevent_default()
        y = event.y + self.scroll_offset.y
        target = self.lines[y].target if y < len(self.lines) else None
        if not isinstance(target, int):
            return
        if target == self.cursor:
            self.action_tick()
        self.move(target - self.cursor)

    def on_focus(self) -> None:
        """Show the cursor, on the next step that is to be taken."""
        if step := self.next:
            self.cursor = self.steps.index(step)
        self.refresh()
        self.post_message(self.Moved())

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.refresh()
