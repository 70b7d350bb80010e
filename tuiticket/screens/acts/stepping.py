"""Ticking the steps of a ticket's procedures."""

from __future__ import annotations

from textual import on
from textual.screen import ScreenResultType

from tuiticket.cells import drawable, shortened
from tuiticket.engine.commands.procedures import TickStep, UntickStep
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.procedure import Step
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets
from tuiticket.widgets.step_list import StepList

SAID = 48
"""Cells of a step's words that are said when it is ticked, for the step itself may be out of sight.
"""


class SteppingActs(OnTickets[ScreenResultType]):
    """A screen with the steps of the current ticket."""

    def action_ticket_step(self) -> None:
        """Tick the step under the cursor; while the keys are elsewhere, the next one open."""
        steps = self.query_one(StepList)
        step = steps.current if steps.has_focus else steps.next
        if step is not None:
            self._tick(step)
        elif steps.procedures:
            self.host.complain(Refused(N_("All steps were taken.")))
        else:
            self.host.complain(
                Refused(
                    N_("No procedure is tied to this ticket's category."),
                    N_("A lead ties one in the set-up, or by: tuiticket kb procedure"),
                )
            )

    @on(StepList.Ticked)
    def _ticked(self, message: StepList.Ticked) -> None:
        self._tick(message.step)

    def _tick(self, step: Step) -> None:
        ticket = self.current()
        if ticket is None:
            return
        command = TickStep if step.tick is None else UntickStep
        words = (
            _("Step {step} taken: {what}")
            if step.tick is None
            else _("Step {step} not taken after all: {what}")
        )
        what = shortened(drawable(step.text), SAID)
        self.act(
            command(ticket=ticket.id, article=step.article_id, step=step.number),
            said=f"{words.format(step=step.number, what=what)} · #{ticket.id}",
        )
