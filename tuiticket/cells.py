"""Text measured in the cells of a terminal, where a Chinese character takes two."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from tuiticket.engine.rules.safetext import clean

_UNSTEADY = dict.fromkeys([0x200D, 0x20E3, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)])
"""Joiners, variants and skin tones: terminals disagree on how wide they make a character."""


def drawable(text: str) -> str:
    """Text somebody else wrote, without what controls a terminal or has no width of its own."""
    text = clean(text)
    return text if text.isascii() else text.translate(_UNSTEADY)


def fit(text: str, width: int) -> str:
    """`text` on one line of exactly `width` cells: filled with blanks, or cut with an ellipsis."""
    text = shortened(text, width)
    return text + " " * (width - cell_len(text))


def shortened(text: str, width: int) -> str:
    """`text` cut with an ellipsis where it is wider than `width` cells."""
    if cell_len(text) <= width:
        return text
    return (chop_cells(text, width - 1)[0].rstrip() + "…") if width > 1 else "…"[:width]
