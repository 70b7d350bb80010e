"""The colours: readable, told apart by everybody, and never the only sign."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from tuiticket.engine.errors import BadInput
from tuiticket.theme import (
    DARK,
    GROUNDS,
    LIGHT,
    MEANINGS,
    PLAIN,
    TERMINAL,
    THEMES,
    theme_after,
    theme_called,
    theme_for,
)

ENOUGH = 4.5
"""WCAG 2.1, success criterion 1.4.3: contrast of text to its ground."""

APART = 17
"""Least distance of two colours in CIELAB (CIE76); from about 10 on they are told apart at once."""

each_theme = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=("dark", "light"))

Rgb = Sequence[float]

SIGHT: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
"""What eyes make of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1)."""


def weighed(shares: Rgb, parts: Rgb) -> float:
    """The sum of parts, each by its share."""
    return sum(share * part for share, part in zip(shares, parts, strict=True))


def linear(colour: str) -> Rgb:
    """The parts of a colour as light (IEC 61966-2-1)."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    return weighed((0.2126, 0.7152, 0.0722), linear(colour))


def lab(light: Rgb) -> Rgb:
    """Linear RGB in CIELAB, white being D65."""

    def root(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    light = [min(1, max(0, part)) for part in light]
    x = root(weighed((0.4124564, 0.3575761, 0.1804375), light) / 0.95047)
    y = root(weighed((0.2126729, 0.7151522, 0.0721750), light))
    z = root(weighed((0.0193339, 0.1191920, 0.9503041), light) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: tuple[Rgb, Rgb, Rgb]) -> float:
    """How far two colours lie apart for such eyes."""
    seen = [lab([weighed(row, linear(colour)) for row in sight]) for colour in (one, other)]
    squares = (abs(a - b) ** 2.0 for a, b in zip(*seen, strict=True))
    return math.sqrt(sum(squares))


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colour(theme: Theme, name: str) -> str:
    """A colour of a theme, by the name widgets use for it."""
    return theme.variables.get(name) or str(getattr(theme, name))


@each_theme
@pytest.mark.parametrize("meaning", [*MEANINGS, "primary", "foreground"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_its_ground(theme: Theme, meaning: str, ground: str) -> None:
    assert contrast(colour(theme, meaning), colour(theme, ground)) >= ENOUGH


@each_theme
def test_what_is_under_the_cursor_stands_out_most(theme: Theme) -> None:
    assert contrast(colour(theme, "cursor-text"), colour(theme, "cursor")) >= 7


@each_theme
@pytest.mark.parametrize("sight", SIGHT.values(), ids=[*SIGHT])
@pytest.mark.parametrize("pair", combinations(("late", "soon", "waiting", "mine"), 2), ids="-".join)
def test_meanings_are_told_apart_without_red_or_green(
    theme: Theme, pair: tuple[str, str], sight: tuple[Rgb, Rgb, Rgb]
) -> None:
    one, other = (colour(theme, meaning) for meaning in pair)
    assert distance(one, other, sight) >= APART


@pytest.mark.parametrize("theme", [TERMINAL, PLAIN], ids=("terminal", "none"))
def test_the_other_themes_leave_colours_to_the_terminal(theme: Theme) -> None:
    named = {colour(theme, name) for name in (*MEANINGS, *GROUNDS, "primary", "foreground")}
    assert {name.partition("_")[0] for name in named} == {"ansi"}
    assert (named == {"ansi_default"}) is (theme is PLAIN)


@pytest.mark.parametrize(
    ("colours", "unwanted", "theme"),
    [
        ("truecolor", False, DARK),
        ("256", False, DARK),
        ("standard", False, TERMINAL),
        (None, False, PLAIN),
        ("truecolor", True, PLAIN),
    ],
)
def test_the_terminal_decides_where_nobody_names_a_theme(
    colours: str | None, unwanted: bool, theme: Theme
) -> None:
    assert theme_for(colours, unwanted=unwanted) is theme


def test_one_key_goes_through_all_themes() -> None:
    seen = [DARK]
    while (following := theme_after(seen[-1].name)) is not DARK:
        seen.append(following)
    assert seen == [*THEMES.values()]


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput) as caught:
        theme_called("solarised")
    assert caught.value.values == {"theme": "solarised", "themes": tuple(THEMES)}
