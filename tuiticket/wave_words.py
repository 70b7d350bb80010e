"""Sudden waves in words: what about, how many tickets, and how many would be usual."""

from __future__ import annotations

from tuiticket.cells import drawable
from tuiticket.engine.model.wave import Wave
from tuiticket.i18n import _, bracketed, listed
from tuiticket.wording import label, tickets


def called(wave: Wave) -> str:
    """What a wave is about: the word or thing, and the words that rose with it."""
    name = f"{label(wave.kind)} “{drawable(wave.name)}”"
    return bracketed(name, listed(map(drawable, wave.also))) if wave.also else name


def briefly(wave: Wave) -> str:
    """What a wave is about and how large it is, where there is little room."""
    name = " ".join(map(drawable, (wave.name, *wave.also[:1])))
    return _("wave: {name}, {tickets}").format(name=name, tickets=tickets(wave.tickets))


def size(wave: Wave) -> str:
    """How many tickets it has, beside what would be usual in such a time."""
    usual = f"{wave.expected / 100:.1f}"
    return _("{tickets}, usual {usual}").format(tickets=tickets(wave.tickets), usual=usual)


def query(wave: Wave) -> str:
    """The filter that shows its tickets."""
    return f"wave:{wave.id}"
