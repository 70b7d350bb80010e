"""The noun itself, which every file of this folder hangs its verbs on."""

from __future__ import annotations

from tuiticket.cli.grammar import Noun
from tuiticket.engine.errors import N_

app = Noun(N_("The settings of the desk, your own, and the whole set-up as one file."))
