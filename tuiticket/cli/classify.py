"""`tuiticket classify`: what is made of a text, and how well that is learned."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.labelled import labelled
from tuiticket.cli.options import words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.i18n import _
from tuiticket.wording import told

if TYPE_CHECKING:
    from tuiticket.engine.rules.classify.model import Model
    from tuiticket.engine.rules.temper.scoring import Reading

app = Noun(N_("What a text is about and how it feels, learned from the shop's own tickets."))

File = Annotated[
    str,
    typer.Argument(metavar="FILE", help=N_("CSV, columns text and category; - reads input.")),
]
ModelFile = Annotated[
    Path | None,
    typer.Option("--model", metavar="FILE", help=N_("The model; default: beside the desk.")),
]
MOST_PASSES = 100

LEVELS = {
    "calm": N_("calm"),
    "displeased": N_("displeased"),
    "angry": N_("angry"),
    "threatening": N_("threatening"),
}
"""How the levels of a temper are called."""


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
    with _progress() as progress:
        course = learn(
            ((features(text, stem), category) for text, category in examples),
            passes,
            progress=progress,
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
    N_("What is made of one text, and why."),
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
    from tuiticket.bootstrap import stems
    from tuiticket.engine.rules.classify.features import features
    from tuiticket.engine.rules.classify.judging import judge

    known = _model(context, model)
    verdict = judge(known.learner, features(text, stems()), known.decisions)
    answer = _shape(verdict, text)
    if Invocation.of(context).json:
        say_json(answer)
    else:
        say(*_lines(verdict))


def _shape(verdict: Any, text: str) -> dict[str, Any]:
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


def _lines(verdict: Any) -> Iterator[str]:
    if not verdict.proposals:
        yield _("Nothing in it was met before.")
        return
    for place, each in enumerate(verdict.proposals):
        yield f"{'→' if place == 0 and verdict.alone else ' '} {each.score:.2f}  {each.label}"
    yield _("because of: {words}").format(words=", ".join(verdict.reasons) or "–")
    if not verdict.alone:
        yield _("Not sure enough to set it without asking.")


@app.verb(
    "temper",
    N_("How the writer of a text feels, from 0 (content) to 1 (furious), and why."),
    N_(
        "With --json one object: score, level (calm, displeased, angry or threatening), reasons."
        " With --batch each line of standard input is a JSON object with id and text; each answer"
        " is one line: id, score, level, reasons; a line that is wrong answers id and error, and"
        " the exit code is 2."
    ),
)
def temper(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", parser=words_or_input, help=N_("The text; - reads standard input.")
        ),
    ] = "",
    batch: Annotated[
        bool, typer.Option("--batch", help=N_("Judge JSON lines from standard input."))
    ] = False,
) -> int:
    """Judge how a text sounds."""
    from tuiticket.engine.rules.temper.scoring import temper as read

    if batch:
        return _temper_of_lines()
    if not text.strip():
        raise BadInput(N_("The text is empty."), N_("Give a TEXT, or --batch for lines."))
    reading = read(text)
    if Invocation.of(context).json:
        say_json(_feeling(reading))
    else:
        say(
            f"{reading.score:.2f}  {_(LEVELS[reading.level])}",
            _("because of: {words}").format(words=", ".join(reading.reasons) or "–"),
        )
    return 0


def _temper_of_lines() -> int:
    from tuiticket.engine.rules.temper.scoring import temper as read

    status = 0
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        id_ = None
        try:
            asked = json.loads(line)
            id_ = asked.get("id") if isinstance(asked, dict) else None
            if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
                raise BadInput(N_("The line is no JSON object with id and text."))
            say_json({"id": id_, **_feeling(read(asked["text"]))})
        except (BadInput, ValueError) as error:
            reason = told(error) if isinstance(error, BadInput) else _("The line is no JSON.")
            say_json({"id": id_, "error": reason})
            status = 2
    return status


def _feeling(reading: Reading) -> dict[str, Any]:
    return {
        "score": reading.score,
        "level": reading.level.value,
        "reasons": list(reading.reasons),
    }


def _place(context: typer.Context, model: Path | None) -> Path:
    """Where the model lies: where it is said, else beside the desk."""
    if model is not None:
        return model
    desk = Path(Invocation.of(context).database.removeprefix("sqlite:///")).expanduser()
    return desk.with_name(f"{desk.name}.model")


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


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Tells a terminal how far the learning is; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return

    def show(done: int, total: int) -> None:
        if done % 500 == 0:
            words = _("{done} of {total} texts").format(done=done, total=total)
            typer.echo(f"\r{words}\x1b[K", err=True, nl=False)

    yield show
    typer.echo("\r\x1b[K", err=True, nl=False)
