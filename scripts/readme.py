"""Write the table of keys into the README, from the registry the console itself uses.

python scripts/readme.py
"""

from __future__ import annotations

from pathlib import Path

from tuiticket.keymap import DEFAULTS, TITLES

README = Path(__file__).parent.parent / "README.md"
BEGIN = "<!-- keys: written by scripts/readme.py -->\n"
END = "<!-- /keys -->"


def table() -> str:
    """All actions that have a key, by where they can be done."""
    lines = []
    for context, title in TITLES.items():
        actions = [action for action in DEFAULTS if action.context is context and action.keys]
        if actions:
            lines += [f"**{title}**", "", "| keys | |", "| --- | --- |"]
            lines += [f"| {_keys(action.keys)} | {action.help} |" for action in actions]
            lines.append("")
    return "\n".join(lines)


def _keys(keys: tuple[str, ...]) -> str:
    """The keys by the names they have in the configuration."""
    return " ".join(f"`{key}`".replace("|", "\\|") for key in keys)


def with_table(readme: str) -> str:
    """The README with the table as it must be now."""
    before, rest = readme.split(BEGIN)
    return before + BEGIN + table() + rest[rest.index(END) :]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8")), "utf-8")
