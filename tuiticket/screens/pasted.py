"""What is pasted into a terminal comes as if it were typed, between two marks.

Between them only text may stand. A sequence in there would be read as keys, and a key of the
console acts: text somebody copied from a hostile page could press them.
"""

from __future__ import annotations

from tuiticket.engine.rules.safetext import clean

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""The marks of a bracketed paste."""

_MOST_OF_A_MARK = len(BEGIN) - 1


class Pasted:
    """Makes what is pasted harmless on its way from the terminal to whoever parses it."""

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""
        """Of a paste, all that came so far."""
        self._before = ""
        """Of anything else, the last that was passed on: a mark may have begun in it."""

    def harmless(self, typed: str) -> str:
        """What came in, pastes cleaned; one that still goes on is held back until it ends."""
        passed: list[str] = []
        while typed:
            typed = self._paste(typed, passed) if self._pasting else self._plain(typed, passed)
        return "".join(passed)

    def _plain(self, typed: str, passed: list[str]) -> str:
        """Pass on what comes up to the next paste, its mark with it; gives the rest."""
        known = len(self._before)
        text = self._before + typed
        at = text.find(BEGIN)
        self._pasting = at >= 0
        end = at + len(BEGIN) if self._pasting else len(text)
        passed.append(text[known:end])
        self._before = "" if self._pasting else text[-_MOST_OF_A_MARK:]
        return text[end:]

    def _paste(self, typed: str, passed: list[str]) -> str:
        """Hold what is pasted, or pass it on with the mark that ends it; gives the rest."""
        since = max(0, len(self._held) - _MOST_OF_A_MARK)
        self._held += typed
        at = self._held.find(END, since)
        if at < 0:
            return ""
        pasted, rest = self._held[:at], self._held[at + len(END) :]
        passed += clean(pasted), END
        self._pasting, self._held = False, ""
        return rest
