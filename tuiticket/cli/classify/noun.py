"""The noun that the files of this package give their verbs to."""

from __future__ import annotations

from tuiticket.cli.grammar import Noun
from tuiticket.engine.errors import N_

app = Noun(N_("What a text is about and how it feels, learned from the shop's own tickets."))
