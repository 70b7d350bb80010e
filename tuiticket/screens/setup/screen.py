"""Changing the set-up as a draft: nothing of it holds until it is checked and put into force."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on

from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.plan import Plan
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.declared.section import How, Layout, World
from tuiticket.engine.declared.shapes import WRONG
from tuiticket.engine.errors import N_, BadInput, DeskError, Refused
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _, ngettext
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.setup.desk_wide import DeskWideActs
from tuiticket.screens.setup.entry_form import EntryForm
from tuiticket.screens.setup.plan_review import review
from tuiticket.screens.setup.whole_file import WholeFile
from tuiticket.setup_file.draft import Checked, Misplaced, check
from tuiticket.setup_file.field_words import SECTION_WORDS
from tuiticket.widgets.choice_list import ChoiceList
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines


class SetupScreen(DeskWideActs):
    """The set-up, with a form for the entry under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._whole_file = WholeFile(self, self._ask_and_apply)

    def step_back(self) -> bool:
        """Out of the form, then out of the entries; a draft is not thrown away without asking."""
        if self.form is not None:
            self._close_form()
            return True
        if self.entries.has_focus:
            self.parts.focus()
            return True
        if self.draft is None or self.draft.clean:
            return False
        question = _("What you changed is not in force yet.")
        dialog = Confirm(_("Leave the set-up"), question, verb=_("throw it away"))
        self.app.push_screen(dialog, self._leave)
        return True

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    @on(ChoiceList.Chosen)
    def action_setup_edit(self) -> None:
        """Fill the entry in; from the parts go to their entries first."""
        if self.parts.has_focus and self.section.layout is not Layout.ONE:
            self.entries.focus()
        elif self.draft is None or self.key is None or self.form is not None:
            return
        elif not self.may_change:
            self.host.complain(Refused(N_("Only an administrator sets the desk up.")))
        else:
            self._open_form()

    def _open_form(self, field: str = "") -> None:
        assert self.draft is not None
        assert self.key is not None
        entry = self.draft.entry(self.section.name, self.key)
        form = EntryForm(self.section, self.key, entry, self.draft.keys, self._wrong_by_field())
        self.entries.disabled = self.parts.disabled = True
        self.query_one(".page").display = False
        self.query_one(".right").mount(form, after=self.query_one(".about"))
        self.once_shown(form, partial(form.begin, field))

    def _close_form(self) -> None:
        if (form := self.form) is None:
            return
        form.tell()
        self.once_shown(form, partial(self._without_form, form))

    async def _without_form(self, form: EntryForm) -> None:
        await form.remove()
        self._field = None
        self.query_one(".page").display = True
        self.entries.disabled = self.parts.disabled = False
        self.entries.focus()
        self._show_lists()

    @on(EntryForm.Changed)
    def _put(self, event: EntryForm.Changed) -> None:
        # The list beside it may have changed meanwhile: the form knows what it is about.
        if self.draft is not None and (form := self.form) is not None:
            self.draft.put(form.section.name, form.key, event.name, event.written)
            self.query_one(".-heading", Lines).renew()

    @on(EntryForm.At)
    def _explain(self, event: EntryForm.At) -> None:
        self._field = event.field
        self.query_one(".help", Lines).renew()
        self.query_one(".about", Lines).renew()
        self.query_one(HintLine).refresh()

    def action_setup_add(self) -> None:
        """Ask for the key of a new entry, and fill it in."""
        section, draft = self.section, self.draft
        if draft is None:
            return
        if section.layout is Layout.ONE:
            self.host.complain(Refused(N_("There is one desk; change what it says.")))
            return

        def add(typed: str | None) -> None:
            if typed is None:
                return
            faults = Faults()
            key = section.key.read(typed, (section.name,), faults)
            if key is WRONG:
                self.host.complain(BadInput(faults[0].title, faults[0].mend, **faults[0].values))
                return
            draft.add(section.name, key)
            self._show_entries(at=key)
            self.entries.focus()
            self.once_shown(self, self._open_form)

        ordered = section.layout is Layout.ORDERED
        question = (
            _("How is it called?")
            if ordered
            else _("Its key, which others name it by: small letters, digits, dots and dashes.")
        )
        heading = _("{section} · one more").format(section=_(SECTION_WORDS[section.name]))
        self.app.push_screen(Ask(heading, question, verb=_("add it")), add)

    def action_setup_remove(self) -> None:
        """Take the entry away, or keep it after all."""
        if self.draft is None or self.key is None:
            return
        name = self.section.name
        if self.section.removal is None and self.draft.how(name, self.key) is not How.ADDED:
            self.host.complain(
                Refused(
                    N_("What is here stays, for tickets and their log name it."),
                    N_("Change it instead."),
                )
            )
            return
        self.draft.remove(name, self.key)
        self._show_lists()

    def action_setup_forget(self) -> None:
        """Forget what was changed in the entry."""
        if self.draft is not None and self.key is not None:
            self.draft.forget(self.section.name, self.key)
            self.faults = [one for one in self.faults if one not in self._wrong_here()]
            self._show_lists()

    def action_setup_move_down(self) -> None:
        """Try it later than others."""
        self._move(1)

    def action_setup_move_up(self) -> None:
        """Try it before others."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self.draft is None or self.key is None:
            return
        if self.section.layout is not Layout.ORDERED:
            self.host.complain(Refused(N_("The order of these does not matter.")))
            return
        self.draft.move(self.section.name, self.key, step)
        self._show_lists()

    def action_setup_review(self) -> None:
        """Check the draft, show what it would do, and do it."""
        if self.form is not None:
            self.form.tell()
            self.once_shown(self, self._review)
        else:
            self._review()

    def _review(self) -> None:
        if self.draft is None or self.draft.clean:
            self.notify(_("Nothing is changed."), markup=False)
            return
        draft, now, holidays = self.draft.copy(), self.now(), self.host.holidays

        def ask(reading: Reading) -> Checked:
            return check(draft, reading, World(now, holidays, reading.settings().zone))

        self.read(ask, self._checked, group="check", opens=True)

    def _checked(self, checked: Checked) -> None:
        self.faults = checked.wrong
        if self.form is not None:
            self.form.show_wrong(self._wrong_by_field())
            self.query_one(".about", Lines).renew()
        self._show_lists()
        if checked.wrong:
            self._go_to(checked.wrong)
        else:
            self._ask_and_apply(checked.plan)

    def _go_to(self, wrong: Sequence[Misplaced]) -> None:
        """Say how much is wrong, and go to the first of it."""
        count = len(wrong)
        said = ngettext(
            "{count} fault; see what is marked !", "{count} faults; see what is marked !", count
        )
        self.notify(said.format(count=count), severity="error", markup=False)
        first = wrong[0]
        here = first.section == self.section.name and first.key in (self.key, "")
        if self.form is not None:
            if here and first.field:
                self.form.begin(first.field)
            return
        if not here:
            self.parts.move(list(SECTION_WORDS).index(first.section) - self.parts.cursor)
            self._show_entries(at=first.key)
        self.entries.focus()

    def action_setup_file(self) -> None:
        """Edit the whole set-up in the person's own editor, and put what comes back into force."""
        if self.draft is None or not self.draft.clean:
            self.host.complain(
                Refused(
                    N_("Something is changed and not in force yet."),
                    N_("Apply or forget that first."),
                )
            )
        else:
            self._whole_file.begin()

    def on_unmount(self) -> None:
        """Leave no file behind."""
        self._whole_file.close()

    def _ask_and_apply(self, plan: Plan) -> None:
        put = PutSetUp(declared=plan.declared, planned=plan)
        if not plan.alterations:
            self.notify(_("The desk is so already."), markup=False)
            return

        def apply(sure: bool | None) -> None:
            if sure:
                self.act(
                    put,
                    said=_("The set-up is in force"),
                    then=lambda _outcome: self._applied(),
                    otherwise=self._refused,
                )

        self.app.push_screen(review(plan), apply)

    def _applied(self) -> None:
        self.draft, self.faults = None, ()
        if self.form is not None:
            self._close_form()
        self._load()

    def _refused(self, error: DeskError) -> None:
        """Tell what is wrong; what was changed is still in hand, on what the desk has now."""
        self.host.complain(error)
        self._load()
