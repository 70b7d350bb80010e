"""The colours of the console, each with a meaning; a sign or a word beside them says the same.

In our own two themes every text has a contrast of at least 4.5:1 to each ground it can stand on
(WCAG 2.1, 1.4.3), and the meanings stay apart for those who see no red or no green. The two others
leave all colours to the terminal: one uses its sixteen, one none at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from tuiticket.engine.errors import N_, BadInput

MEANINGS = ("late", "soon", "waiting", "mine", "quiet", "note")
"""The variables that style text by what it means, for widgets' CSS: `$late`, `$soon` …"""

GROUNDS = ("background", "surface", "cursor")
"""What text stands on. `$cursor-style` is how the line under the cursor looks beside its
ground, `$cursor-away-style` where the keys are elsewhere."""

DARK = Theme(
    name="tuiticket",
    dark=True,
    primary="#6cb2f2",
    secondary="#9aaecb",
    accent="#6cb2f2",
    warning="#f0c95c",
    error="#ff8a80",
    success="#63dcc0",
    foreground="#d9dde4",
    background="#14171c",
    surface="#1b1f26",
    panel="#232932",
    variables={
        "late": "#ff8a80",
        "soon": "#f0c95c",
        "waiting": "#9aaecb",
        "mine": "#63dcc0",
        "quiet": "#a3adbc",
        "note": "#f0c95c",
        "cursor": "#26405c",
        "cursor-text": "#ffffff",
        "cursor-style": "none",
        "cursor-away-style": "none",
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

LIGHT = Theme(
    name="tuiticket-light",
    dark=False,
    primary="#0a569f",
    secondary="#3b529c",
    accent="#0a569f",
    warning="#8f5600",
    error="#8c1016",
    success="#0d6a5f",
    foreground="#1b1f25",
    background="#fbfaf7",
    surface="#efede7",
    panel="#e4e1d9",
    variables={
        "late": "#8c1016",
        "soon": "#8f5600",
        "waiting": "#3b529c",
        "mine": "#0d6a5f",
        "quiet": "#565d68",
        "note": "#8f5600",
        "cursor": "#cfe2f7",
        "cursor-text": "#000000",
        "cursor-style": "none",
        "cursor-away-style": "none",
        "rule": "#b9b4a8",
        "block-cursor-background": "#cfe2f7",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "none",
        "scrollbar": "#b9b4a8",
        "scrollbar-background": "#fbfaf7",
        "border": "#0a569f",
        "border-blurred": "#b9b4a8",
    },
)
"""The same by daylight."""

_OWN = "ansi_default"
"""Whatever the terminal writes with, or on."""


def _of_the_terminal(name: str, **colours: str) -> Theme:
    """A theme in the terminal's own colours; a meaning without one stands in that of all text.

    The line under the cursor is reversed, for nobody knows which colours would suit the others.
    """
    meant = dict.fromkeys((*MEANINGS, "primary"), _OWN) | colours
    return Theme(
        name=name,
        ansi=True,
        primary=meant["primary"],
        secondary=meant["waiting"],
        accent=meant["primary"],
        warning=meant["soon"],
        error=meant["late"],
        success=meant["mine"],
        foreground=_OWN,
        background=_OWN,
        variables={
            **{meaning: meant[meaning] for meaning in MEANINGS},
            "ansi-background": _OWN,
            "ansi-foreground": _OWN,
            **dict.fromkeys(("surface", "panel", "cursor", "cursor-text", "rule"), _OWN),
            **dict.fromkeys(("scrollbar-background", "border-blurred"), _OWN),
            "block-cursor-background": _OWN,
            "block-cursor-text-style": "reverse",
            "input-selection-background": _OWN,
            "cursor-style": "reverse",
            "cursor-away-style": "underline",
            "border": meant["primary"],
            "scrollbar": meant["primary"],
        },
    )


TERMINAL = _of_the_terminal(
    "terminal",
    primary="ansi_blue",
    late="ansi_red",
    soon="ansi_yellow",
    waiting="ansi_cyan",
    mine="ansi_green",
    note="ansi_yellow",
)
"""The sixteen colours of the terminal, as its owner has set them."""

PLAIN = _of_the_terminal("none")
"""No colour: signs, words, bold, underlined and reversed say it all."""

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DARK, LIGHT, TERMINAL, PLAIN)}
"""All themes by name."""


def theme_called(name: str | None) -> Theme:
    """The theme of that name, the first one for None; raises BadInput for one there is not."""
    if name is None:
        return DARK
    if name not in THEMES:
        raise BadInput(
            N_("There is no theme “{theme}”."),
            N_("Use one of: {themes}."),
            theme=name,
            themes=tuple(THEMES),
        )
    return THEMES[name]


def theme_for(colours: str | None, *, unwanted: bool) -> Theme:
    """The theme for a terminal where nobody named one.

    `colours` is what Rich knows the terminal for (“standard” are sixteen, None is none), `unwanted`
    that the person wants no colours at all (https://no-color.org).
    """
    if unwanted or colours is None:
        return PLAIN
    return DARK if colours in ("256", "truecolor") else TERMINAL


def theme_after(name: str) -> Theme:
    """The one that follows it, the first after the last."""
    names = list(THEMES)
    return THEMES[names[(names.index(name) + 1) % len(names)]]
