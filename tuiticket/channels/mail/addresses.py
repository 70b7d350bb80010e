"""Names and addresses out of From, To and their like, however they are written.

Read before encoded words are decoded, so that a comma in a name parts nobody. The standard
library's reader recurses on nested comments and differs between Python versions; this one is a
single pass.
"""

from __future__ import annotations

import re

from tuiticket.channels.mail.headers import header_text, raw_text, unfold
from tuiticket.channels.mail.message import Mailbox
from tuiticket.engine.rules.safetext import one_line

MAX_MAILBOXES = 500
"""Correspondents of one header that are looked at."""
MAX_NAME = 120
"""Characters of a name."""
MAX_ADDRESS = 254
"""Characters of an address (RFC 5321)."""

_TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.){0,200})"|\((?P<comment>[^()]*)\)|<(?P<angle>[^<>]*)>'
    r'|(?P<end>[,;])|(?P<colon>:)|(?P<word>[^",;:<>()]+)|.',
    re.DOTALL,
)
# What looks back keeps the search linear: it begins at the start of a word only.
_ADDRESS = re.compile(r'(?<![^\s@<>,;:"])[^\s@<>,;:"]+@[^\s@<>,;:"]+|"[^"\n]{1,64}"@[^\s@<>,;:"]+')
_SPELLED = re.compile(r"(?<![\w.+-])([\w.+-]+) at ([\w-]+(?:\.[\w-]+)+)")


def mailboxes(value: str, hint: str = "") -> tuple[Mailbox, ...]:
    """Return the correspondents in a raw header value, in order; those without an address go."""
    found = _scanned(raw_text(unfold(value), hint), hint)
    if not found and "=?" in value:
        # Some programs encode name and address together.
        found = _scanned(header_text(value, hint), hint)
    return tuple(found)


def is_usable(address: str) -> bool:
    """Whether an answer could be sent there: some programs write nothing or "@unknown"."""
    return bool(_ADDRESS.fullmatch(address)) and not address.lower().endswith("@unknown")


def _scanned(value: str, hint: str) -> list[Mailbox]:
    found: list[Mailbox] = []
    entry = _Entry()
    for token in _TOKEN.finditer(value):
        if token.lastgroup == "end":
            if mailbox := entry.mailbox(hint):
                found.append(mailbox)
                entry = _Entry()
                if len(found) >= MAX_MAILBOXES:
                    return found
            else:
                entry.names.append(token[0])  # an unquoted "Zhang, San <z@example.cn>"
        elif token.lastgroup == "colon":
            entry = _Entry()  # the name of a group
        elif token.lastgroup is not None:
            entry.take(token.lastgroup, token[token.lastgroup])
    if mailbox := entry.mailbox(hint):
        found.append(mailbox)
    return found


class _Entry:
    """One correspondent being read."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.comments: list[str] = []
        self.address = ""

    def take(self, kind: str, said: str) -> None:
        """Take one token: a word, a quoted string, a comment or an address in angles."""
        if kind == "angle":
            self.address = self.address or "".join(said.split()).removeprefix("mailto:")
        elif kind == "comment":
            self.comments.append(said)
        elif kind == "quoted":
            self.names.append(re.sub(r"\\(.)", r"\1", said))
        elif said.startswith("@") and self.names:
            self.names[-1] = f'"{self.names[-1]}"{said.strip()}'
        else:
            self.names.append(said.strip())

    def mailbox(self, hint: str) -> Mailbox | None:
        """Return what was read, None if there is no address in it."""
        said = " ".join(name for name in self.names if name).replace(" ,", ",")
        if not _ADDRESS.fullmatch(self.address):
            if bare := _ADDRESS.search(said):
                self.address = bare[0]
            elif bare := _SPELLED.search(said):  # as public archives write it
                self.address = f"{bare[1]}@{bare[2]}"
            else:
                return None
            said = said.replace(bare[0], "")
        name = header_text(said, hint).strip(" ,;'\"") or header_text(" ".join(self.comments), hint)
        return Mailbox(one_line(name, MAX_NAME), one_line(self.address, MAX_ADDRESS))
