"""Set-ups to start from, by trade: one TOML file each, beside this one."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files

from tuiticket.engine.errors import N_, Unknown

SUFFIX = ".toml"


def trades() -> list[str]:
    """The trades there is a set-up for."""
    names = (file.name for file in files(__name__).iterdir())
    return sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def set_up_of(trade: str) -> bytes:
    """The set-up of a trade as TOML; raises Unknown for one there is none for."""
    if trade not in trades():
        near = get_close_matches(trade, trades(), 1)
        raise Unknown(
            N_("There is no template “{word}”."),
            N_("Did you mean “{near}”?") if near else N_("Known are: {names}."),
            word=trade,
            near=near[0] if near else "",
            names=tuple(trades()),
        )
    return (files(__name__) / f"{trade}{SUFFIX}").read_bytes()
