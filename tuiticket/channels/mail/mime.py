"""The parts of a mail, read by the standard library under a policy that cannot be made to fail.

`email` reads the structure; every header value is left as it came and understood by our own rules,
as the library's fail on hostile ones and know nothing of mislabelled charsets. A mail inside a mail
stays one part, in its own bytes: it is an attachment, or what a bounce reports on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageDefect
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from tuiticket.channels.mail.headers import header_text, unfold
from tuiticket.channels.mail.parameters import main_value, parameters
from tuiticket.channels.mail.transfer import from_transfer
from tuiticket.engine.rules.safetext import one_line

MAX_NESTING = 30
"""Parts inside one another that are taken apart; a deeper one is plain text."""
MAX_PARTS = 1_000
"""Parts directly inside one part that are kept."""
MAX_HEADERS = 1_000
"""Headers of one part that are kept."""
MAX_BOUNDARY = 200
"""Characters of a boundary; RFC 2046 allows 70."""
MAX_FILE_NAME = 200
"""Characters of a file's name."""

DELIVERY_STATUS = "message/delivery-status"

_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}")
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:From [^\n]*\n)?(?:>From [^\n]*\n)*")


class TooManyPartsDefect(MessageDefect):
    """A part held more parts than are kept."""


class Part(Message):
    """One part of a mail, or the mail itself."""

    _payload: str | list[Part] | None
    nesting = 0
    _overflowing = False

    def attach(self, payload: Message | str) -> None:
        """Add a part, one level deeper than this one."""
        if isinstance(payload, Part):
            payload.nesting = self.nesting + 1
        if len(self.parts) < MAX_PARTS:
            super().attach(payload)
        elif len(self.parts) == MAX_PARTS and not self._overflowing:
            self._overflowing = True
            self.defects.append(TooManyPartsDefect())

    def set_raw(self, name: str, value: str) -> None:
        """Add a header as it was read."""
        if len(self) < MAX_HEADERS:
            super().set_raw(name, value)

    def get_content_type(self) -> str:
        """Return the type in lower case; what is missing, malformed or too deep is plain text."""
        value = main_value(self.raw("Content-Type"))
        if self.nesting > MAX_NESTING:
            return "text/plain"
        return value if _TYPE.fullmatch(value) else self.get_default_type()

    def get_content_maintype(self) -> str:
        """Return the first half of the type; a mail inside a mail is not taken apart."""
        main = self.get_content_type().partition("/")[0]
        return "application" if main == "message" else main

    def get_boundary(self, failobj: object = None) -> str | None:  # type: ignore[override]
        """Return what stands between the parts, None where that is unusable."""
        boundary = parameters(self.raw("Content-Type")).get("boundary", "").rstrip()
        return boundary if 0 < len(boundary) <= MAX_BOUNDARY else None

    def raw(self, name: str) -> str:
        """Return the first value of a header as it came, unfolded; "" if there is none."""
        return unfold(self.get(name, ""))

    def raws(self, name: str) -> list[str]:
        """Return all values of a header as they came, unfolded."""
        return [unfold(value) for value in self.get_all(name, [])]

    def text(self, name: str, limit: int, hint: str = "") -> str:
        """Return what the first value of a header says, cleaned, in at most `limit` characters.

        `hint` is the charset that raw bytes in it are probably in.
        """
        return one_line(header_text(self.raw(name), hint), limit)

    @property
    def label(self) -> str:
        """The charset that the part says it is in."""
        return parameters(self.raw("Content-Type")).get("charset", "")

    @property
    def is_attached(self) -> bool:
        """Whether the sender attached the part, rather than wrote it."""
        return main_value(self.raw("Content-Disposition")) == "attachment"

    @property
    def file_name(self) -> str:
        """The part's name as a file, cleaned; it may be empty or hostile."""
        disposition = parameters(self.raw("Content-Disposition"), self.label)
        own_type = parameters(self.raw("Content-Type"), self.label)
        return one_line(disposition.get("filename") or own_type.get("name", ""), MAX_FILE_NAME)

    @property
    def content(self) -> bytes:
        """The content with its transfer encoding undone; empty for a part of parts."""
        if not isinstance(self._payload, str):
            return b""
        data = self._payload.encode("ascii", "surrogateescape")
        return from_transfer(data, self.raw("Content-Transfer-Encoding"))

    @property
    def parts(self) -> list[Part]:
        """The parts directly inside this one."""
        return self._payload if isinstance(self._payload, list) else []

    def everything(self) -> Iterator[Part]:
        """Yield this part and all inside it, in order."""
        yield self
        for part in self.parts:
            yield from part.everything()


class _AsItCame(Compat32):
    """Values of headers are handed out as they were written, raw bytes as lone surrogates."""

    message_factory = Part

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


_READER: BytesParser[Part] = BytesParser(policy=_AsItCame())  # type: ignore[arg-type]


def read(raw: bytes) -> Part:
    """Take a raw mail apart; never fails. An mbox's envelope lines at its top are passed over."""
    return _READER.parsebytes(raw[_match_end(raw) :])


def read_headers(raw: bytes) -> Part:
    """Read the headers of a raw mail only."""
    return _READER.parsebytes(raw[_match_end(raw) :], headersonly=True)


def _match_end(raw: bytes) -> int:
    found = _LEADING.match(raw)
    return found.end() if found else 0
