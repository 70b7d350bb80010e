"""The colours: readable, and never the only sign."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tuiticket.engine.errors import BadInput
from tuiticket.theme import GROUNDS, MEANINGS, THEMES, theme_called

ENOUGH = 4.5
"""WCAG 2.1, success criterion 1.4.3: contrast of text to its ground."""

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=[*THEMES])


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


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


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    assert theme_called(None) is theme_called("tuiticket")
    with pytest.raises(BadInput) as caught:
        theme_called("solarised")
    assert caught.value.values == {"theme": "solarised", "themes": ", ".join(THEMES)}
