"""How well the classifier does on labelled text, and how long it takes.

Run: python -m benchmarks.classify FOLDER. The folder holds one folder for each set, with train.csv
and test.csv (columns text and category), such as banking77 and clinc150; or temper.csv with the
categories upset and calm, to read tempers on. None of them is shipped.
Figures of accuracy are the same on every machine, times are processor time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from random import Random

from tuiticket.adapters.stems import stem
from tuiticket.cli.labelled import labelled
from tuiticket.engine.rules.classify.features import features
from tuiticket.engine.rules.classify.model import pack, unpack
from tuiticket.engine.rules.classify.training import AGAIN, measure, train
from tuiticket.engine.rules.temper.learning import Pupil
from tuiticket.engine.rules.temper.scoring import temper

TOLD = (25, 100, 200, 400, 1600)
"""Corrections after which tempers are measured on the way."""


def learned(folder: Path, passes: int) -> None:
    """Learn the one file of a set and measure on the other, as the command line does."""
    began = time.process_time()
    texts = labelled(str(folder / "train.csv"))
    course = train([(features(text, stem), label) for text, label in texts], passes)
    trained = time.process_time() - began
    data = pack(course, trained)
    model = unpack(data, folder.name)
    others = labelled(str(folder / "test.csv"))
    began = time.process_time()
    told = measure(
        model.learner, model.decisions, ((features(text, stem), label) for text, label in others)
    )
    ms = (time.process_time() - began) * 1000 / len(others)
    print(
        f"{folder.name}, {passes} passes: accuracy {told.accuracy:.4f}, macro F1"
        f" {told.macro_f1:.4f}, coverage at 97 {told.coverage_at_97:.3f}, alone {told.alone:.3f}"
        f" ({told.right_alone or 0:.3f} right), {ms:.2f} ms a text, {trained:.0f} s,"
        f" {len(data) / 1e6:.2f} MB"
    )


def tempers(folder: Path) -> None:
    """Read the tempers of a set; show how well upset is told from calm, and ten wrong cases."""
    texts = labelled(str(folder / "temper.csv"))
    began = time.process_time()
    read = [(temper(text).raw, label == "upset", text) for text, label in texts]
    ms = (time.process_time() - began) * 1000 / len(texts)
    print(f"{folder.name}: temper, lexicon alone: AUC {area(read):.4f}, {ms:.2f} ms a text")
    read.sort()
    for upset, worst in ((True, read), (False, read[::-1])):
        wrong = [text for _raw, label, text in worst if label is upset][:5]
        for text in wrong:
            print(f"  {'upset' if upset else 'calm'}, taken for the contrary: {text[:90]!r}")


def tempers_learned(folder: Path) -> None:
    """Teach every second text as corrections come, and read the others on the way."""
    texts = [(text, label == "upset") for text, label in labelled(str(folder / "temper.csv"))]
    read = [(features(text, stem), temper(text), upset) for text, upset in texts]
    taught, others = read[::2], read[1::2]
    dice, pupil = Random(1), Pupil.new()
    dice.shuffle(taught)
    for told, (found, words, upset) in enumerate(taught, start=1):
        before = dice.sample(taught[: told - 1], min(AGAIN, told - 1))
        again = [(features_, was_upset) for features_, _words, was_upset in before]
        pupil.take(found, words.raw, upset=upset, again=again)
        if told in TOLD or told == len(taught):
            heard = [(pupil.heard(words, found).raw, upset, "") for found, words, upset in others]
            alone = [(pupil.sum(found), upset, "") for found, _words, upset in others]
            print(
                f"{folder.name}: temper, {told} corrections: AUC {area(heard):.4f},"
                f" the learner alone {area(alone):.4f}"
            )


def area(read: Sequence[tuple[float, bool, str]]) -> float:
    """The chance that of one upset and one calm text the upset one has the higher sum."""
    sums = sorted((raw, upset) for raw, upset, _text in read)
    upset = sum(label for _raw, label in sums)
    ranks = 0.0
    for _raw, tied in groupby(enumerate(sums, start=1), key=lambda each: each[1][0]):
        places = list(tied)
        middle = (places[0][0] + places[-1][0]) / 2
        ranks += middle * sum(label for _place, (_sum, label) in places)
    return (ranks - upset * (upset + 1) / 2) / (upset * (len(sums) - upset))


def main(folder: str) -> None:
    """Measure on every set of the folder."""
    for each in sorted(Path(folder).iterdir()):
        if (each / "train.csv").is_file():
            for passes in (1, 5):
                learned(each, passes)
        if (each / "temper.csv").is_file():
            tempers(each)
            tempers_learned(each)


if __name__ == "__main__":
    main(*sys.argv[1:])
