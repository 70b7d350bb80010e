"""Reading the content of the sample shop: data files beside this module, each into plain values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent
"""The folder the content lies in."""


def table(name: str) -> dict[str, Any]:
    """A TOML file of the content, by its name in the folder."""
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))
