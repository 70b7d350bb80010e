"""The colours of the console, each with a meaning; a sign or a word beside them says the same.

Every text has a contrast of at least 4.5:1 to each ground it can stand on (WCAG 2.1, 1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from tuiticket.engine.errors import N_, BadInput

MEANINGS = ("late", "soon", "waiting", "mine", "quiet", "note")
"""The variables that style text by what it means, for widgets' CSS: `$late`, `$soon` …"""

GROUNDS = ("background", "surface", "cursor")
"""What text stands on."""

DARK = Theme(
    name="tuiticket",
    dark=True,
    primary="#6cb2f2",
    secondary="#9aaecb",
    accent="#6cb2f2",
    warning="#e8b84b",
    error="#ff8a80",
    success="#79c98a",
    foreground="#d9dde4",
    background="#14171c",
    surface="#1b1f26",
    panel="#232932",
    variables={
        "late": "#ff8a80",
        "soon": "#e8b84b",
        "waiting": "#9aaecb",
        "mine": "#79c98a",
        "quiet": "#a3adbc",
        "note": "#e8b84b",
        "cursor": "#26405c",
        "cursor-text": "#ffffff",
        "rule": "#3a4350",
        "block-cursor-background": "#26405c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "scrollbar": "#3a4350",
        "scrollbar-background": "#14171c",
        "border": "#6cb2f2",
        "border-blurred": "#3a4350",
    },
)
"""Calm and dark; colour only where it means something."""

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DARK,)}
"""All themes by name."""


def theme_called(name: str | None) -> Theme:
    """The theme of that name, the first one for None; raises BadInput for any other."""
    if name is None:
        return DARK
    if name not in THEMES:
        raise BadInput(
            N_("There is no theme “{theme}”."),
            N_("Use one of: {themes}."),
            theme=name,
            themes=", ".join(THEMES),
        )
    return THEMES[name]
