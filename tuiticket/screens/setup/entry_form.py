"""One entry of the set-up as a form: a row for each field, and what is wrong with it below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tuiticket.cells import drawable
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import Section
from tuiticket.engine.declared.shapes import Choice, Link, Shape, Switch
from tuiticket.screens.dialogs.pick import pick_for
from tuiticket.setup_file.draft import Entry
from tuiticket.setup_file.field_text import as_text, from_text, many_lines
from tuiticket.setup_file.field_words import caption, value_word
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.editor import Editor
from tuiticket.widgets.form import Row, TextField
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap

Keys = Callable[[str], Sequence[str]]
"""The keys of the entries a section has."""


class EntryForm(VerticalScroll):
    """The fields of one entry; what is typed is told at once, field by field.

    `keys` gives what a field can name of other sections, `wrong` the words below a field.
    """

    DEFAULT_CSS = """
    EntryForm {
        height: 1fr; scrollbar-size-vertical: 1;
        & Row Input { background: $background; padding: 0; }
        & ChoiceRow { padding: 0; }
        & Editor { height: auto; min-height: 4; max-height: 12; width: 1fr; padding: 0; }
        & Editor:focus { background: $panel; }
        & Lines { padding: 0 1 0 17; }
    }
    """

    @dataclass
    class Changed(Message):
        """A field holds something else now, as a file would write it."""

        name: str
        written: Any

    @dataclass
    class At(Message):
        """Another field has the keys."""

        field: Field

    def __init__(
        self, section: Section, key: str, entry: Entry, keys: Keys, wrong: Mapping[str, str]
    ) -> None:
        super().__init__(can_focus=False)
        self.section, self.key = section, key
        self._wrong = wrong
        self._fields = [field for field in section.fields if field.written]
        self._widgets = {
            field.name: _widget(field.shape, _held(field, entry), keys) for field in self._fields
        }
        self._below = {field.name: Lines(self._under(field.name)) for field in self._fields}
        self._told = {field.name: self._now(field) for field in self._fields}

    def compose(self) -> ComposeResult:
        """A row for each field."""
        for field in self._fields:
            yield Row(caption(field.name), self._widgets[field.name])
            yield self._below[field.name]

    def begin(self, field: str = "") -> None:
        """Give a field the keys: the one named, else the first."""
        self._widgets.get(field, self._widgets[self._fields[0].name]).focus()

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say below the fields what is wrong with them."""
        self._wrong = wrong
        for lines in self._below.values():
            lines.renew()

    def _under(self, name: str) -> Callable[[int], Iterator[Line]]:
        """What stands below a field: all it holds where its line is too short, what is wrong."""

        def lines(width: int) -> Iterator[Line]:
            field = self._widgets[name]
            if isinstance(field, Input) and cell_len(field.value) >= width:
                yield from (line(Piece(row, "quiet")) for row in wrap(field.value, width))
            for row in wrap(drawable(self._wrong[name]), width) if name in self._wrong else ():
                yield line(Piece(row, "late"))

        return lines

    def tell(self) -> None:
        """Tell what was changed since the last time."""
        for field in self._fields:
            if (now := self._now(field)) != self._told[field.name]:
                self._told[field.name] = now
                self._below[field.name].renew()
                self.post_message(self.Changed(field.name, now))

    def _now(self, field: Field) -> Any:
        widget = self._widgets[field.name]
        if isinstance(widget, ChoiceRow):
            return widget.value
        assert isinstance(widget, Input | TextArea), "fields are typed or chosen"
        text = widget.value if isinstance(widget, Input) else widget.text
        return from_text(field.shape, text)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceRow.Chosen)
    def _typed(self) -> None:
        self.tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell which field has the keys."""
        for field in self._fields:
            if self._widgets[field.name] is event.widget:
                self.post_message(self.At(field))

    @on(ChoiceRow.Asked)
    def _list(self, message: ChoiceRow.Asked) -> None:
        pick_for(message.row)


def _held(field: Field, entry: Entry) -> Any:
    """What a field holds, its default where nothing is said."""
    if field.name in entry:
        return entry[field.name]
    return None if field.default in (None, "", (), {}) else field.shape.write(field.default)


def _widget(shape: Shape, written: Any, keys: Keys) -> Widget:
    if isinstance(shape, Link):
        return _row(keys(shape.section), str, written, optional=shape.optional)
    if isinstance(shape, Choice):
        words = list(shape.words)
        return _row(words, lambda word: value_word(shape, word), written, optional=True)
    if isinstance(shape, Switch):
        return _row([True, False], lambda on_: value_word(shape, on_), written, optional=False)
    text = as_text(shape, written)
    if many_lines(shape):
        editor = Editor()
        editor.load_text(text)
        return editor
    field = TextField()
    field.value = drawable(text)
    return field


def _row(
    values: Sequence[Any], said: Callable[[Any], str], written: Any, *, optional: bool
) -> ChoiceRow[Any]:
    at = "" if written is None else written
    known = [*([""] if optional or at == "" else []), *values]
    offered = known if at in known else [*known, at]
    return ChoiceRow(offered, lambda value: "–" if value == "" else drawable(said(value)), at)
