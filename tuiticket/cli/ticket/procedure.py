"""`tuiticket ticket procedure · tick · untick`: what is to be done step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.options import Number, article_number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import instant
from tuiticket.cli.ticket.noun import app
from tuiticket.engine.commands.procedures import TickStep, UntickStep
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.knowledge import procedures
from tuiticket.engine.model.procedure import Procedure, Step
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _

AFTERWARDS = N_(
    "With --json one object a line for each procedure: article, title, done, steps (step, text,"
    " done_at, by)."
)
StepArgument = Annotated[int, typer.Argument(metavar="STEP", min=1, help=N_("The step's number."))]
Of = Annotated[
    int | None,
    typer.Option(
        "--article",
        metavar="KB-N",
        parser=article_number,
        help=N_("The procedure, where the ticket has several."),
    ),
]


@app.verb("procedure", N_("Show what is to be done step by step, and what was done."), AFTERWARDS)
def procedure(context: typer.Context, number: Number) -> None:
    """Show the procedures of a ticket."""
    with at_desk(context) as at:
        _show(at, number)


@app.verb("tick", N_("Say that a step of the procedure was taken."), AFTERWARDS)
def tick(context: typer.Context, number: Number, step: StepArgument, article: Of = None) -> None:
    """Tick a step."""
    with at_desk(context) as at:
        at.do(TickStep(ticket=number, article=_which(at, number, article), step=step))
        _show(at, number)


@app.verb("untick", N_("Say that a step was not taken after all."), AFTERWARDS)
def untick(context: typer.Context, number: Number, step: StepArgument, article: Of = None) -> None:
    """Untick a step."""
    with at_desk(context) as at:
        at.do(UntickStep(ticket=number, article=_which(at, number, article), step=step))
        _show(at, number)


def _of(at: AtDesk, number: int) -> tuple[Procedure, ...]:
    """The procedures of a ticket; raises Unknown for one there is not."""
    with at.reading() as reading:
        found = reading.find(Ticket, id=number)
        if not found:
            raise unknown_ticket(number)
        return procedures(reading, found[0])


def _which(at: AtDesk, number: int, article: int | None) -> int:
    """The procedure meant: the one named, else the only one; else raises BadInput."""
    if article is not None:
        return article
    found = _of(at, number)
    if len(found) != 1:
        raise BadInput(
            N_("Ticket {number} has {count} procedures."),
            N_("Name one with --article; see: tuiticket ticket procedure {number}"),
            number=number,
            count=len(found),
        )
    return found[0].article.id


def _show(at: AtDesk, number: int) -> None:
    found = _of(at, number)
    for one in found:
        if at.json:
            steps = [_step(step) for step in one.steps]
            article = one.article
            say_json(
                {"article": article.id, "title": article.title, "done": one.done, "steps": steps}
            )
            continue
        say(f"KB-{one.article.id} {one.article.title} {one.done}/{len(one.steps)}")
        for step in one.steps:
            by = f" · {step.tick.author}" if step.tick else ""
            say(f"[{'x' if step.tick else ' '}] {step.number:>2} {step.text}{by}")
    if not found and not at.json:
        typer.echo(_("No procedure is tied to this ticket's category."), err=True)


def _step(step: Step) -> dict[str, object]:
    return {
        "step": step.number,
        "text": step.text,
        "done_at": instant(step.tick.at if step.tick else None),
        "by": step.tick.author if step.tick else None,
    }
