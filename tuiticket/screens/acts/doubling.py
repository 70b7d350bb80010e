"""Tickets that seem to tell the same matter: merged, looked at, or kept apart by one key."""

from __future__ import annotations

from textual.screen import ScreenResultType

from tuiticket.cells import drawable
from tuiticket.duplicate_words import why
from tuiticket.engine.commands.duplicates import KeepApart
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.duplicate import Double
from tuiticket.i18n import _
from tuiticket.screens.acts.joining import JoiningActs
from tuiticket.screens.acts.on_tickets import about
from tuiticket.screens.alike import Way
from tuiticket.screens.dialogs.pick import Option, Pick


class DoublingActs(JoiningActs[ScreenResultType]):
    """The key that answers whether it is a duplicate."""

    def action_ticket_duplicate(self) -> None:
        """Choose what becomes of it and the ticket it seems to tell again."""
        current = self.current()

        def offer(dossier: Dossier | None) -> None:
            assert current is not None
            if dossier is None or not dossier.doubles:
                self.host.complain(_none(current.id))
                return
            doubles = {each.line.id: each for each in dossier.doubles}
            pick = Pick(about(_("Duplicate?"), [current]), _options(dossier))
            self.ask(pick, lambda way: self._answer(current.id, way[0], doubles[way[1]]))

        if current:
            number = current.id
            self.read(lambda reading: reading.dossier(number), offer, group="options", opens=True)

    def _answer(self, number: int, way: Way, double: Double) -> None:
        other = double.line.id
        match way:
            case Way.LOOK:
                self.host.open_ticket(other)
            case Way.APART:
                said = f"{_('Kept apart')} · #{number} #{other}"
                self.act(KeepApart(ticket=number, other=other), said=said)
            case Way.MERGE if double.ours:
                self.act(
                    Merge(ticket=number, into=other),
                    said=f"{_('Merged')} · #{other}",
                    then=lambda _outcome: self.merged_into(other),
                )
            case Way.MERGE:
                self.act(Merge(ticket=other, into=number), said=f"{_('Merged')} · #{number}")


def _options(dossier: Dossier) -> list[Option[tuple[Way, int]]]:
    options = []
    for each in dossier.doubles:
        number, because = each.line.id, why(each)
        merge = _("put it under #{number}") if each.ours else _("take #{number} up here")
        subject = drawable(each.line.subject)
        options += [
            Option((Way.MERGE, number), merge.format(number=number), because, "merge"),
            Option(
                (Way.LOOK, number),
                _("look at #{number} first").format(number=number),
                subject,
                "open look",
            ),
            Option(
                (Way.APART, number),
                _("another matter than #{number}").format(number=number),
                "",
                "apart",
            ),
        ]
    return options


def _none(number: int) -> Refused:
    return Refused(N_("Ticket {number} is taken for no duplicate."), number=number)
