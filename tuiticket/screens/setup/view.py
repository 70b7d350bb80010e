"""Looking at the set-up: its parts, their entries, the fields of the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical

from tuiticket import i18n
from tuiticket.cells import drawable
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import How, Layout, Section, World
from tuiticket.engine.declared.sections import BY_NAME
from tuiticket.engine.model.event import Event
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.permissions import GRANTED, Permission
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.setup.entry_form import EntryForm
from tuiticket.screens.setup.entry_page import calendar_picture, entry_lines
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.setup_file.draft import Draft, Misplaced, SetUp, present_set_up
from tuiticket.setup_file.field_text import as_typed
from tuiticket.setup_file.field_words import SECTION_WORDS
from tuiticket.setup_file.form_faults import in_a_form
from tuiticket.setup_file.words import SIGNS
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap

_LOOKS = {How.ADDED: "mine", How.CHANGED: "soon", How.REMOVED: "late", How.RETIRED: "late"}
_KINDS = (
    "agent.",
    "calendar.",
    "canned.",
    "category.",
    "desk.",
    "policy.",
    "routing.",
    "synonyms.",
    "team.",
    "view.",
)
"""Beginnings of the kinds of event that tell of a changed set-up."""

_EDITING = ("edit", "add", "remove", "move_down", "move_up", "forget")
_AT_ONCE = ("follow", "learn")
_MOVING = ("down", "up", "top", "bottom", "in", "out")
_AT_LISTS = frozenset(f"setup_{act}" for act in (*_EDITING, *_AT_ONCE, *_MOVING))
"""What is done to entries, not while one is filled in: there these keys write."""

_CHANGING = frozenset(f"setup_{act}" for act in (*_EDITING, *_AT_ONCE, "review", "file"))
FAR = 1_000_000


class SetupView(DeskScreen[None]):
    """Parts, entries and fields as the draft has them, with what is wrong with it."""

    DEFAULT_CSS = """
    SetupView {
        & > Container { layout: horizontal; height: 1fr; }
        & .lists { width: 28; }
        & .parts { height: 10; width: 28; padding: 0 0 0 1; }
        & .entries { height: 1fr; width: 28; padding: 0 0 0 1; border-top: solid $rule; }
        & .right { width: 1fr; border-left: solid $rule; }
        & .about { padding: 0 1; }
        & .page { height: 1fr; padding: 0 1; overflow-y: auto; }
        & .help { padding: 0 1; border-top: solid $rule; }
        &.-wide .lists { width: 44%; min-width: 52; layout: horizontal; }
        &.-wide .parts { width: 20; height: 1fr; }
        &.-wide .entries {
            width: 1fr; height: 1fr; border-top: none; border-left: solid $rule;
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.SETUP)]

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self._zone_name = "UTC"
        self.faults: Sequence[Misplaced] = ()
        self._picture: Sequence[Line] = ()
        self._field: Field | None = None
        self.parts = ChoiceList[str]()
        self.entries = ChoiceList[str]()
        self.parts.add_class("parts")
        self.entries.add_class("entries")

    def compose(self) -> ComposeResult:
        """Heading, parts, entries, fields, hints."""
        yield Lines(self._heading, classes="-heading")
        with Container():
            with Vertical(classes="lists"):
                yield self.parts
                yield self.entries
            with Vertical(classes="right"):
                yield Lines(self._about, classes="about")
                yield Lines(self._page, classes="page")
                yield Lines(self._help, classes="help")
        yield HintLine(self._hints)

    @property
    def section(self) -> Section:
        """The part under the cursor."""
        return BY_NAME[self.parts.value or "desk"]

    @property
    def key(self) -> str | None:
        """The entry under the cursor; None in an empty part."""
        return self.entries.value

    @property
    def form(self) -> EntryForm | None:
        """The form, while an entry is filled in."""
        return next(iter(self.query(EntryForm)), None)

    @property
    def may_change(self) -> bool:
        """Whether who sits here sets the desk up."""
        return Permission.SET_UP in GRANTED[self.me.role]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters write while an entry is filled in; who may not change anything only looks."""
        if action in _AT_LISTS and self.form is not None:
            return False
        if action in _CHANGING and (self.host.session is None or not self.may_change):
            return False
        return super().check_action(action, parameters)

    def desk_ready(self) -> None:
        """Read what the desk has."""
        self.parts.show(Choice(name, (Piece(_(word)),)) for name, word in SECTION_WORDS.items())
        self.parts.focus()
        self._load(opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Show what others changed, below what is in hand here."""
        if any(event.kind.startswith(_KINDS) for event in events):
            self._load()

    def language_changed(self) -> None:
        """Say everything again."""
        self._show_lists()
        super().language_changed()

    def _load(self, *, opens: bool = False) -> None:
        def ask(reading: Reading) -> tuple[SetUp, str]:
            return present_set_up(reading), reading.settings().zone

        self.read(ask, self._loaded, group="setup", opens=opens)

    def _loaded(self, found: tuple[SetUp, str]) -> None:
        base, self._zone_name = found
        if self.draft is None:
            self.draft = Draft(base)
        else:
            self.draft.rest_on(base)
        self._show_lists()

    def _show_lists(self) -> None:
        if self.draft is None:
            return
        draft = self.draft
        self.parts.show(self._part(name, word, draft) for name, word in SECTION_WORDS.items())
        self._show_entries()

    def _part(self, name: str, word: str, draft: Draft) -> Choice[str]:
        keys = draft.keys(name)
        changed = draft.moved(name) or any(draft.how(name, key) for key in keys)
        wrong = any(one.section == name for one in self.faults)
        sign = Piece("! ", "late") if wrong else Piece("~ " if changed else "  ", "soon")
        count = "" if BY_NAME[name].layout is Layout.ONE else str(len(keys))
        return Choice(name, (sign, Piece(_(word))), Piece(count, "quiet"))

    def _show_entries(self, at: str | None = None) -> None:
        assert self.draft is not None, "there is nothing to show before it is read"
        name = self.section.name
        self.entries.empty = _("None yet. {key} adds one.").format(
            key=self.host.keys["setup.add"].keys[0]
        )
        self.entries.show((self._entry(name, key) for key in self.draft.keys(name)), at=at)

    def _entry(self, section: str, key: str) -> Choice[str]:
        assert self.draft is not None
        how = self.draft.how(section, key)
        wrong = any((one.section, one.key) == (section, key) for one in self.faults)
        sign = "!" if wrong else SIGNS[how] if how else " "
        look = "late" if wrong else _LOOKS[how] if how else ""
        name = _name_of(self.draft.entry(section, key))
        ordered = BY_NAME[section].layout is Layout.ORDERED
        left = (
            Piece(f"{sign} ", look),
            Piece(drawable(key or _(SECTION_WORDS[section])), "" if name or ordered else "strong"),
            Piece(f" {drawable(name)}" if key and name != key else "", "quiet"),
        )
        return Choice(key, left)

    @on(ChoiceList.Moved)
    def _moved(self, event: ChoiceList.Moved) -> None:
        if self.draft is None:
            return
        if event.control is self.parts:
            self._show_entries()
        else:
            self._renew()

    def _renew(self) -> None:
        """Show the entry under the cursor."""
        self._picture = ()
        for lines in self.query(Lines):
            lines.renew()
        self.query_one(HintLine).refresh()
        if self.section.name == "calendars" and self.key is not None and self.draft is not None:
            key, entry, now = self.key, self.draft.entry("calendars", self.key), self.now()
            world = World(now, self.host.holidays, self._zone_name)
            self.read(
                lambda _reading: calendar_picture(key, entry, world),
                self._pictured,
                group="picture",
            )

    def _pictured(self, picture: Sequence[Line]) -> None:
        self._picture = picture
        self.query_one(".page", Lines).renew()

    def _heading(self, width: int) -> Iterator[Line]:
        right = ""
        if self.host.session is not None and not self.may_change:
            right = _("only an administrator changes it")
        elif self.draft is not None and not self.draft.clean:
            right = _("changed, not in force yet: {key} checks and applies").format(
                key=self.host.keys["setup.review"].keys[0]
            )
        yield aside((Piece(_("Set-up"), "title"),), Piece(right, "soon" if right else ""), width)

    def _about(self, width: int) -> Iterator[Line]:
        name = drawable(self.key or "")
        yield line(Piece(name or _(SECTION_WORDS[self.section.name]), "title"))
        if self.form is None:
            for row in wrap(_(self.section.help), width):
                yield line(Piece(row, "quiet"))
        for one in self._wrong_here():
            if not one.field:
                for row in wrap(in_a_form(one.fault), width):
                    yield line(Piece(row, "late"))

    def _page(self, width: int) -> Iterator[Line]:
        if self.draft is None:
            yield line(Piece(_("reading …"), "quiet"))
        elif self.key is not None:
            draft, wrong = self.draft, self._wrong_by_field()
            entry = draft.entry(self.section.name, self.key)
            yield Line()
            yield from entry_lines(
                self.section,
                entry,
                lambda section, key: _name_of(draft.entry(section, key)) or key,
                wrong,
                width,
            )
            yield from self._picture

    def _help(self, width: int) -> Iterator[Line]:
        if self.form is None or self._field is None:
            return
        for row in wrap(_(self._field.help), width):
            yield line(Piece(row, "quiet"))
        if example := as_typed(self._field.shape):
            for row in wrap(_("Typed as: {example}").format(example=example), width):
                yield line(Piece(row, "quiet"))

    def _hints(self) -> Sequence[Hint]:
        every = hints(self.host.keys, Context.SETUP)
        if self.form is not None:
            review_ = self.host.keys["setup.review"]
            return [
                Hint("tab", _("next field")),
                Hint("esc", _("done")),
                Hint(" ".join(review_.keys[:1]), _(review_.label)),
            ]
        if self.host.session is not None and not self.may_change:
            own = {_(action.label) for action in self.host.keys.of(Context.SETUP)}
            return [hint for hint in every if hint.label not in own]
        return every

    def _wrong_here(self) -> list[Misplaced]:
        """What is wrong with the entry under the cursor, or with the part as a whole."""
        name = self.section.name
        return [
            one for one in self.faults if one.section == name and one.key in (self.key or "", "")
        ]

    def _wrong_by_field(self) -> dict[str, str]:
        by_field: dict[str, str] = {}
        for one in self._wrong_here():
            if one.field and one.field not in by_field:
                by_field[one.field] = in_a_form(one.fault)
        return by_field

    @property
    def _list(self) -> ChoiceList[str]:
        return self.entries if self.entries.has_focus else self.parts

    def action_setup_down(self) -> None:
        """To the next line."""
        self._list.move(1)

    def action_setup_up(self) -> None:
        """To the line before."""
        self._list.move(-1)

    def action_setup_top(self) -> None:
        """To the first line."""
        self._list.move(-FAR)

    def action_setup_bottom(self) -> None:
        """To the last line."""
        self._list.move(FAR)

    def action_setup_page_down(self) -> None:
        """Scroll what the entry says."""
        self.query_one(".page").scroll_page_down(animate=False)

    def action_setup_page_up(self) -> None:
        """Scroll it back."""
        self.query_one(".page").scroll_page_up(animate=False)

    def action_setup_in(self) -> None:
        """From the parts to their entries."""
        self.entries.focus()

    def action_setup_out(self) -> None:
        """Back to the parts."""
        self.parts.focus()


def _name_of(entry: Mapping[str, Any]) -> str:
    """The name of an entry in the reader's language, as far as there is one."""
    chinese = entry.get("name_zh") if i18n.language() == "zh_CN" else None
    return str(chinese or entry.get("name") or "")
