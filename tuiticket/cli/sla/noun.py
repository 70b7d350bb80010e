"""The noun that the files of this package give their verbs to, in the order of the help."""

from __future__ import annotations

from tuiticket.cli.grammar import Noun
from tuiticket.engine.errors import N_

app = Noun(N_("What is promised, when a clock is due, what is used up, and why."))
