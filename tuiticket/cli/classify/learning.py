"""`tuiticket classify train`, `test`, `one`: learning text, measuring it, judging one."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.classify.noun import app
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.labelled import labelled
from tuiticket.cli.options import words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.progress import progress
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Classifier, Keyword
from tuiticket.i18n import _, listed

if TYPE_CHECKING:
    from tuiticket.engine.rules.classify.judging import Verdict
    from tuiticket.engine.rules.classify.model import Model

File = Annotated[
    str,
    typer.Argument(metavar="FILE", help=N_("CSV, columns text and category; - reads input.")),
]
ModelFile = Annotated[
    Path | None,
    typer.Option("--model", metavar="FILE", help=N_("The model; default: beside the desk.")),
]
TOLD_EVERY = 500
"""Texts after which a terminal is told how far the learning is."""

MOST_PASSES = 100


@app.verb(
    "train",
    N_(
        "Learn labelled texts from a file, and keep what was learned in a model.\n\nThe model lies"
        " in a file of its own; what the desk learned from its tickets is not touched."
    ),
    N_("With --json one object: n, categories, passes, train_s (processor time), model, bytes."),
)
def train(
    context: typer.Context,
    file: File,
    model: ModelFile = None,
    passes: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=MOST_PASSES,
            help=N_("How often each text is looked at; 1: as tickets arrive, knowing none before."),
        ),
    ] = 5,
) -> None:
    """Learn from a file."""
    from tuiticket.bootstrap import stems
    from tuiticket.engine.rules.classify.features import features
    from tuiticket.engine.rules.classify.model import pack
    from tuiticket.engine.rules.classify.training import train as learn

    examples, stem = labelled(file), stems()
    began = time.process_time()
    with progress(_so_far) as tell:
        course = learn(
            ((features(text, stem), category) for text, category in examples),
            passes,
            progress=tell,
        )
    seconds = time.process_time() - began
    where = _place(context, model)
    data = pack(course, seconds)
    _write(where, data)
    answer = {
        "n": len(examples),
        "categories": len(course.learner.labels),
        "passes": passes,
        "train_s": round(seconds, 3),
        "model": str(where),
        "bytes": len(data),
    }
    if Invocation.of(context).json:
        say_json(answer)
    else:
        say(
            _("{n} texts in {categories} categories learned in {train_s} s: {model}").format(
                **answer
            )
        )


@app.verb(
    "test",
    N_("Measure a model on labelled texts it was not taught."),
    N_(
        "With --json one object: n, accuracy, macro_f1, coverage_at_97 (the largest share that"
        " could be decided alone with 97 of a hundred right), alone (the share it does decide"
        " alone), right_alone (of those), ms_per_text, train_s."
    ),
)
def measured(context: typer.Context, file: File, model: ModelFile = None) -> None:
    """Measure on a file."""
    from tuiticket.bootstrap import stems
    from tuiticket.engine.rules.classify.features import features
    from tuiticket.engine.rules.classify.training import measure

    examples, known, stem = labelled(file), _model(context, model), stems()
    began = time.process_time()
    result = measure(
        known.learner,
        known.decisions,
        ((features(text, stem), category) for text, category in examples),
    )
    ms = (time.process_time() - began) * 1000 / len(examples)
    answer: dict[str, Any] = {
        "n": result.n,
        "accuracy": round(result.accuracy, 4),
        "macro_f1": round(result.macro_f1, 4),
        "coverage_at_97": round(result.coverage_at_97, 4),
        "alone": round(result.alone, 4),
        "right_alone": None if result.right_alone is None else round(result.right_alone, 4),
        "ms_per_text": round(ms, 3),
        "train_s": known.seconds,
    }
    if Invocation.of(context).json:
        say_json(answer)
    else:
        say(*(f"{name}  {'–' if value is None else value}" for name, value in answer.items()))


@app.verb(
    "one",
    N_(
        "What is made of one text, and why.\n\nThe desk judges by what it learned from its tickets;"
        " one that has learned nothing by the model beside it."
    ),
    N_(
        "With --json one object: category, score, margin, alone (whether it would be set without"
        " asking), confidence (the share of decisions as sure as this that were right), proposals"
        " (category and score of the best three), reasons, language."
    ),
)
def one(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", parser=words_or_input, help=N_("The text; - reads standard input.")
        ),
    ],
    model: ModelFile = None,
) -> None:
    """Judge one text."""
    verdict = _by_model(context, model, text) if model else _by_desk(context, text)
    answer = _shape(verdict, text)
    if Invocation.of(context).json:
        say_json(answer)
    else:
        say(*_lines(verdict))


def _by_desk(context: typer.Context, text: str) -> Verdict:
    """What the desk makes of a text; where it has learned nothing, the model that lies beside it.

    A desk need not be there for that.
    """
    from tuiticket.engine.commands.judging import verdict_on
    from tuiticket.engine.rules.classify.judging import Proposal

    beside = _place(context, None)
    if beside.exists() and not Path(_desk(context)).exists():
        return _by_model(context, beside, text)
    with at_desk(context) as at, at.reading() as reading:
        learned = bool(reading.find(Classifier)) or bool(reading.find(Keyword))
        if beside.exists() and not learned:
            return _by_model(context, beside, text)
        verdict = verdict_on(reading, text)
        keys = {str(category.id): category.key for category in reading.all(Category)}
    return replace(
        verdict,
        proposals=tuple(
            Proposal(keys[each.label], each.score)
            for each in verdict.proposals
            if each.label in keys
        ),
    )


def _by_model(context: typer.Context, model: Path, text: str) -> Verdict:
    from tuiticket.bootstrap import stems
    from tuiticket.engine.rules.classify.features import features
    from tuiticket.engine.rules.classify.judging import judge

    known = _model(context, model)
    return judge(known.learner, features(text, stems()), known.decisions)


def _shape(verdict: Verdict, text: str) -> dict[str, Any]:
    from tuiticket.engine.rules.language import guess_language

    best = verdict.proposals[0] if verdict.proposals else None
    return {
        "category": best.label if best else None,
        "score": round(best.score, 3) if best else None,
        "margin": round(verdict.margin, 3),
        "alone": verdict.alone,
        "confidence": verdict.confidence,
        "proposals": [
            {"category": each.label, "score": round(each.score, 3)} for each in verdict.proposals
        ],
        "reasons": list(verdict.reasons),
        "language": guess_language(text),
    }


def _lines(verdict: Verdict) -> Iterator[str]:
    if not verdict.proposals:
        yield _("Nothing in it was met before.")
        return
    for place, each in enumerate(verdict.proposals):
        yield f"{'→' if place == 0 and verdict.alone else ' '} {each.score:.2f}  {each.label}"
    yield _("because of: {words}").format(words=listed(verdict.reasons) or "–")
    if not verdict.alone:
        yield _("Not sure enough to set it without asking.")


def _place(context: typer.Context, model: Path | None) -> Path:
    """Where the model lies: where it is said, else beside the desk."""
    if model is not None:
        return model
    desk = Path(_desk(context))
    return desk.with_name(f"{desk.name}.model")


def _desk(context: typer.Context) -> str:
    """The path of the desk's file."""
    return str(Path(Invocation.of(context).database.removeprefix("sqlite:///")).expanduser())


def _model(context: typer.Context, model: Path | None) -> Model:
    from tuiticket.engine.rules.classify.model import unpack

    where = _place(context, model)
    try:
        return unpack(where.read_bytes(), str(where))
    except FileNotFoundError:
        raise Unknown(
            N_("There is no model at {file}."),
            N_("Make one: tuiticket classify train FILE.csv"),
            file=str(where),
        ) from None


def _write(where: Path, data: bytes) -> None:
    """Put the model in place whole, or leave what was there."""
    where.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=where.parent, prefix=where.name, delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(where)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _so_far(done: int, total: int) -> str:
    return _("{done} of {total} texts").format(done=done - done % TOLD_EVERY, total=total)
