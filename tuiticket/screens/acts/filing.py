"""What tickets are filed under: kind, category, priority; how their customers feel."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import ScreenResultType

from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.judging import CorrectTemper
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.dialogs.pick_tag import PickTag
from tuiticket.screens.on_ticket import Doing, OnTicket
from tuiticket.screens.options import kinds_and_categories, priorities, tags, tags_in_use, tempers
from tuiticket.wording import label


class FilingActs(OnTickets[ScreenResultType]):
    """Keys that describe tickets."""

    def action_ticket_priority(self) -> None:
        """Choose its priority."""
        targets = self.targets()

        def set_to(priority: Priority) -> None:
            self.each(
                _("Priority set"),
                lambda one: Describe(ticket=one.id, priority=priority),
                targets,
                action="ticket.priority",
            )

        def offer(options: Sequence[Option[Priority]]) -> None:
            self.ask(Pick(about(_("Priority"), targets), options), set_to)

        if targets:
            now, number = targets[0].priority, _only(targets)
            self.read(
                lambda reading: priorities(reading, now, number),
                offer,
                group="options",
                opens=True,
            )

    def action_ticket_kind(self) -> None:
        """Choose its kind or its category."""
        targets = self.targets()

        def file(under: Kind | Category) -> None:
            self.each(_("Filed"), _filing(under), targets, action="ticket.kind")

        def offer(options: Sequence[Option[Kind | Category]]) -> None:
            pick = Pick[Kind | Category](about(_("Kind and category"), targets), options)
            self.ask(pick, file)

        if targets:
            kind, number = targets[0].kind, _only(targets)
            self.read(
                lambda reading: kinds_and_categories(reading, kind, number),
                offer,
                group="options",
                opens=True,
            )

    def action_ticket_temper(self) -> None:
        """Say how its customer feels."""
        targets = self.targets()

        def feel(level: Temper) -> None:
            self.each(
                _("Temper: {level}").format(level=label(level)),
                lambda one: CorrectTemper(ticket=one.id, level=level),
                targets,
                action="ticket.temper",
            )

        def offer(options: Sequence[Option[Temper]]) -> None:
            self.ask(Pick(about(_("How does the customer feel?"), targets), options), feel)

        if targets:
            number = targets[0].id
            self.read(lambda reading: tempers(reading, number), offer, group="options", opens=True)

    def action_ticket_tags(self) -> None:
        """Give it a tag, or take one away; of several tickets, from all where all have it."""
        targets = self.targets()
        me, now = self.me, self.now()

        def toggle(tag: str) -> None:
            said = _("Took the tag {tag} away") if _all_have(tag, targets) else _("Tagged {tag}")
            self.each(said.format(tag=tag), _tagging(tag, targets), targets, action="ticket.tags")

        def offer(known: Sequence[str]) -> None:
            self.ask(PickTag(about(_("Tags"), targets), tags(known, targets)), toggle)

        if targets:
            self.read(
                lambda reading: tags_in_use(reading, me, now), offer, group="options", opens=True
            )


def _only(targets: Sequence[OnTicket]) -> int | None:
    """The number of the ticket, if it is one."""
    return targets[0].id if len(targets) == 1 else None


def _all_have(tag: str, targets: Sequence[OnTicket]) -> bool:
    return all(tag in one.tags for one in targets)


def _tagging(tag: str, targets: Sequence[OnTicket]) -> Doing:
    """How a tag is given to tickets, or taken away where all of them have it."""
    away = _all_have(tag, targets)

    def describe(one: OnTicket) -> Describe:
        others = tuple(other for other in one.tags if other != tag)
        given = one.tags if tag in one.tags else (*others, tag)
        return Describe(ticket=one.id, tags=others if away else given, version=one.version)

    return describe


def _filing(value: Kind | Category) -> Doing:
    """How a ticket is filed under a kind, or under a category."""
    if isinstance(value, Kind):
        return lambda one: Describe(ticket=one.id, kind=value)
    return lambda one: Describe(ticket=one.id, category=value.key)
