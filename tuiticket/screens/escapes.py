"""`esc` and the key typed right behind it, told from the sequence of one other key.

A terminal sends `esc` as the byte that also begins every sequence, and alt with a key as `esc` and
that key. On a slow line or a slow machine `esc` and the next key come in together; read as one key
with alt, which the console never uses, `esc` would be lost and the other act where `esc` should
have led away from.
"""

from __future__ import annotations

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

ESC = "\x1b"

_BEGINS = "[O"
"""What follows `esc` in the sequences of keys, of the mouse and of a terminal's answers."""


class Escapes:
    """Takes what comes in apart; the beginning of a sequence is held back until more comes."""

    def __init__(self) -> None:
        self._held = ""

    def apart(self, typed: str) -> list[str]:
        """What came in, each `esc` that stands for itself a piece of its own."""
        text, self._held = self._held + typed, ""
        pieces: list[str] = []
        since = 0
        at = text.find(ESC)
        while at >= 0:
            behind = text[at + 1 : at + 3]
            if not behind or (len(behind) == 1 and behind in _BEGINS):
                text, self._held = text[:at], text[at:]
            elif not _sequence(behind):
                pieces += text[since:at], ESC
                since = at + 1
            at = text.find(ESC, at + 1)
        return [piece for piece in (*pieces, text[since:]) if piece]

    def alone(self) -> list[str]:
        """What was held back: nothing came behind it, so it was typed like this."""
        held, self._held = self._held, ""
        return [piece for piece in (held[:1], held[1:]) if piece]


def _sequence(behind: str) -> bool:
    """Whether two characters behind `esc` make a sequence with it, or the beginning of one."""
    return behind[0] == "[" or (behind[0] == "O" and ESC + behind in ANSI_SEQUENCES_KEYS)
