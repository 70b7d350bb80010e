"""Colleagues named in a note, as @login."""

from __future__ import annotations

import re

# Between Chinese words there is no space; in a mail address there is a word before the sign.
_MENTION = re.compile(r"(?<![A-Za-z0-9._@-])@([A-Za-z0-9][A-Za-z0-9._-]{0,39})")


def mentioned(text: str) -> tuple[str, ...]:
    """The logins a text may mention, in order, each once; who they are is for others to find."""
    found = (match[1].rstrip("._-").lower() for match in _MENTION.finditer(text))
    return tuple(dict.fromkeys(found))
