"""All that describes a ticket in one form, saved as one act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.errors import N_, DeskError
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.ticket import Kind, Priority, Severity
from tuiticket.engine.rules.language import CHINESE, ENGLISH
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.dialogs.pick import pick_for
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.form import Row, TextField
from tuiticket.wording import label, language_name


class Fields(Dialog[None]):
    """The fields of one ticket, filled in with what they are."""

    DEFAULT_CSS = """
    Fields > Vertical { width: 76; }
    Fields Row { padding: 0; }
    Fields Row Input { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.FORM)]

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        ticket = dossier.ticket
        self.number = ticket.id
        self.heading = _("Fields · #{number}").format(number=ticket.id)
        self.subject = _filled(ticket.subject)
        self.order_number = _filled(ticket.order_number or "")
        self.tags = _filled(" ".join(ticket.tags))
        self.kind = ChoiceRow[Kind](list(Kind), label, ticket.kind)
        self.category = ChoiceRow[Category | None]([dossier.category], _category, dossier.category)
        priorities, severities = list(reversed(Priority)), list(reversed(Severity))
        self.priority = ChoiceRow[Priority](priorities, label, ticket.priority)
        self.severity = ChoiceRow[Severity](severities, label, ticket.severity)
        languages = list(dict.fromkeys((ENGLISH, CHINESE, ticket.language)))
        self.language = ChoiceRow[str](languages, language_name, ticket.language)
        self._before = self._now()

    def parts(self) -> Iterable[Widget]:
        """A row for each field."""
        yield Row(N_("subject"), self.subject)
        yield Row(N_("kind"), self.kind)
        yield Row(N_("category"), self.category)
        yield Row(N_("priority"), self.priority)
        yield Row(N_("severity"), self.severity)
        yield Row(N_("language"), self.language)
        yield Row(N_("order"), self.order_number)
        yield Row(N_("tags"), self.tags)

    def compose(self) -> Iterable[Widget]:
        """The box, with the key that saves at its foot."""
        keys = self.host.keys["form.record"].keys
        self.foot = _("{key}: save · tab next · esc leaves").format(key=" ".join(keys[:1]))
        return super().compose()

    def desk_ready(self) -> None:
        """Begin with the subject; meanwhile fetch the categories."""
        self.subject.focus()
        self.read(
            lambda reading: sorted(reading.all(Category), key=lambda category: category.key),
            lambda found: self.category.offer([None, *found]),
            group="categories",
            opens=True,
        )

    def action_form_record(self) -> None:
        """Save what was changed, as one act."""
        changed = self._changed()
        if not changed:
            self.dismiss(None)
            return
        self.act(
            Describe(ticket=self.number, **changed),
            said=_("Fields saved · #{number}").format(number=self.number),
            then=lambda _outcome: self._leave(True),
            otherwise=self._refused,
        )

    def action_leave(self) -> None:
        """Leave everything as it is; what was changed is not thrown away without asking."""
        if not self._changed():
            self.dismiss(None)
            return
        question = _("What you changed is not saved yet.")
        confirm = Confirm(self.heading, question, verb=_("throw it away"))
        self.app.push_screen(confirm, self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    def _refused(self, error: DeskError) -> None:
        """Tell what is wrong, and go where it is."""
        self.host.complain(error)
        if error.values.get("field") == "subject":
            self.subject.focus()

    def _now(self) -> dict[str, Any]:
        """The fields as they stand in the form, as `Describe` takes them."""
        category = self.category.value
        return {
            "subject": self.subject.value,
            "kind": self.kind.value,
            "category": category.key if category else "",
            "priority": self.priority.value,
            "severity": self.severity.value,
            "language": self.language.value,
            "order_number": self.order_number.value.strip(),
            "tags": tuple(self.tags.value.split()),
        }

    def _changed(self) -> dict[str, Any]:
        return {name: new for name, new in self._now().items() if new != self._before[name]}

    @on(ChoiceRow.Asked)
    def _list(self, message: ChoiceRow.Asked) -> None:
        pick_for(message.row)


def _filled(text: str) -> TextField:
    field = TextField()
    field.value = drawable(text)
    return field


def _category(category: Category | None) -> str:
    return name_of(category) if category else "–"
