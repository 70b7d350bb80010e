"""The colours of the console, each with a meaning; a sign or a word beside them says the same.

Every pair of text and ground that is used has a contrast of at least 4.5:1.
"""

from __future__ import annotations

from textual.theme import Theme

GROUND = "#14171c"
"""The colour everything is drawn on."""

DESK_DARK = Theme(
    name="desk-dark",
    dark=True,
    primary="#6cb2f2",
    secondary="#8fa3bf",
    accent="#6cb2f2",
    warning="#e8b84b",
    error="#ff7a70",
    success="#79c98a",
    foreground="#d9dde4",
    background=GROUND,
    surface="#1b1f26",
    panel="#232932",
    variables={
        "late": "#ff7a70",
        "soon": "#e8b84b",
        "waiting": "#8fa3bf",
        "mine": "#79c98a",
        "quiet": "#98a2b1",
        "customer": "#d9dde4",
        "note": "#e8b84b",
        "cursor": "#2b4766",
        "cursor-text": "#ffffff",
        "rule": "#3a4350",
        "block-cursor-background": "#2b4766",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "scrollbar": "#3a4350",
        "scrollbar-background": "#14171c",
        "border": "#6cb2f2",
        "border-blurred": "#3a4350",
    },
)
"""The one of ours: dark, calm, colour only where it means something."""

MEANINGS = ("late", "soon", "waiting", "mine", "quiet", "note")
"""The variables that style text by what it means, for widgets' CSS: `$late`, `$soon` …"""
