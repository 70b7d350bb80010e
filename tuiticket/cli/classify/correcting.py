"""`tuiticket classify rebuild`, `word`, `correct`: what people know better than the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.classify.noun import app
from tuiticket.cli.options import Number, one_of
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.commands.feeling import TakeOverTempers, own_words, tempers_relearned
from tuiticket.engine.commands.judging import CorrectTemper, WeighWord
from tuiticket.engine.commands.learning import TakeOver, relearned
from tuiticket.engine.errors import N_
from tuiticket.engine.model.judgement import Temper
from tuiticket.i18n import _
from tuiticket.wording import label

LEVELS = {level.value: level for level in Temper}


@app.verb(
    "rebuild",
    N_(
        "Learn all categories and tempers again from nothing, by what people decided on each"
        " ticket."
    ),
    N_("With --json one object: texts, categories, tempers (tickets whose temper was told)."),
)
def rebuild(context: typer.Context) -> None:
    """Learn again."""
    with at_desk(context) as at:
        with at.reading() as reading:
            course, newest = relearned(reading)
            tempers = tempers_relearned(reading)
        at.do(TakeOver(course=course, newest=newest), TakeOverTempers(learned=tempers))
    learner, told = course.learner, tempers.pupil.learner.texts
    if at.json:
        say_json({"texts": learner.texts, "categories": len(learner.labels), "tempers": told})
    else:
        say(
            _("Learned {texts} tickets in {categories} categories.").format(
                texts=learner.texts, categories=len(learner.labels)
            ),
            _("Learned the tempers of {texts} tickets.").format(texts=told),
        )


@app.verb(
    "word",
    N_("Say what a word of the shop's own tells of temper; without a word, list them."),
    N_("With --json one object a word: word, weight."),
)
def word(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="WORD", help=N_("A word or phrase."))] = "",
    weight: Annotated[
        float | None,
        typer.Option(
            metavar="W",
            help=N_("1 a plain complaint, 3 an insult, below 0 content; without, it is forgotten."),
        ),
    ] = None,
) -> None:
    """Weigh a word."""
    with at_desk(context) as at:
        if not text and weight is None:
            _list_words(at)
            return
        at.do(WeighWord(word=text, weight=weight))
    if at.json:
        say_json({"word": text.strip().casefold(), "weight": weight})
    elif weight is None:
        say(_("Forgot the word {word}.").format(word=text))
    else:
        say(_("The word {word} weighs {weight}.").format(word=text, weight=weight))


def _list_words(at: AtDesk) -> None:
    with at.reading() as reading:
        words = sorted(own_words(reading).items(), key=lambda one: (-one[1], one[0]))
    if at.json:
        for word, weight in words:
            say_json({"word": word, "weight": weight})
    elif words:
        say(*(f"{weight:4.1f}  {word}" for word, weight in words))
    else:
        say(_("The shop has no words of its own yet."))


@app.verb(
    "correct",
    N_("Say how the customer of a ticket really feels; its urgency follows."),
    N_("With --json one object: number, level."),
)
def correct(
    context: typer.Context,
    number: Number,
    level: Annotated[
        Temper,
        typer.Argument(
            metavar="LEVEL",
            parser=one_of("LEVEL", LEVELS),
            help=N_("calm, displeased, angry or threatening"),
        ),
    ],
) -> None:
    """Correct the temper of a ticket."""
    with at_desk(context) as at:
        at.do(CorrectTemper(ticket=number, level=level))
    if at.json:
        say_json({"number": number, "level": level.value})
    else:
        say(
            _("The customer of ticket {number} feels {level}.").format(
                number=number, level=label(level)
            )
        )
