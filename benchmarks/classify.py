"""How well the classifier does on labelled text, and how long it takes.

Run: python -m benchmarks.classify FOLDER. The folder holds one folder for each set, with train.csv
and test.csv (columns text and category), such as banking77 and clinc150; none of them is shipped.
Figures of accuracy are the same on every machine, times are processor time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tuiticket.adapters.stems import stem
from tuiticket.cli.labelled import labelled
from tuiticket.engine.rules.classify.features import features
from tuiticket.engine.rules.classify.model import pack, unpack
from tuiticket.engine.rules.classify.training import measure, train


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


def main(folder: str) -> None:
    """Measure on every set of the folder."""
    for each in sorted(Path(folder).iterdir()):
        if (each / "train.csv").is_file():
            for passes in (1, 5):
                learned(each, passes)


if __name__ == "__main__":
    main(*sys.argv[1:])
