"""Customer text made harmless: what is stored, searched and drawn can control nothing.

Mail, chat and forms are hostile input to a terminal (escape sequences), to a reader's eye (bidi
overrides, stacked marks) and to a store (null bytes, lone surrogates). `clean` is applied once at
intake, `one_line` to subjects and names. Nothing is interpreted: a backslash stays a backslash.
"""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 8
"""Combining marks kept on one character; the deepest stacks of living scripts need fewer."""

# ECMA-48: CSI … final byte; OSC, DCS, SOS, PM, APC … string terminator; any other escape with its
# intermediates. A string that never ends loses its introducer only, so the words in it stay.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[\]PX^_]"
    r"|\x1b[ -/]*[0-~]?"
)
# C0 and C1 without \t \n \v \f \r and NEL; soft hyphen; joiners, marks and fillers drawing nothing;
# bidi controls; annotation, musical and tag controls; surrogates; noncharacters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\ud800-\udfff]+"
)
_BREAKS = re.compile("\r\r\n|\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Arabic to Tibetan, Myanmar, Khmer and Mongolian shape letters by joiners, emoji are built so.
_SHAPING = "\u0600-\u109f\u1780-\u18af\u1a20-\u1aaf\ua800-\uabff\U00010a00-\U00011fff"
_EMOJI = "\u200d\u20e3\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"
_JOINERS = re.compile(
    f"(?<=[{_SHAPING}])([\u200c\u200d])|(?<=[{_EMOJI}])(\u200d)(?=[{_EMOJI}])|[\u200c\u200d]"
)
# Marks are no word characters for `re`, so only a long run of others can hide a storm.
_PERHAPS_STORM = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")
_PLAIN = re.compile(r"[\t\n -~]*")


def clean(text: str) -> str:
    r"""`text` without what controls a terminal, hides or overflows; lines end in \n, form NFC.

    Tabs and line breaks stay, words are never touched. Idempotent, linear in the length.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _SEQUENCES.sub("", text)
    text = _INVISIBLE.sub("", text)
    text = _BREAKS.sub("\n", text)
    if text.isascii():
        return text
    text = _JOINERS.sub(r"\1\2", text)
    # Capped before normalising, which sorts marks in quadratic time, and after, as it can add some.
    text = _PERHAPS_STORM.sub(_calm, text)
    text = unicodedata.normalize("NFC", text)
    return _PERHAPS_STORM.sub(_calm, text)


def one_line(text: str, limit: int) -> str:
    """`text` cleaned, on one line of at most `limit` characters (1 or more): subjects and names.

    Runs of white space become one space. What is too long ends in "…", never between a character
    and its marks.
    """
    line = " ".join(clean(text).split())
    if len(line) <= limit:
        return line
    end = limit - 1
    while end > 0 and (_is_mark(line[end]) or "\u200d" in line[end - 1 : end + 1]):
        end -= 1
    return line[:end].rstrip() + "…"


def _calm(run: re.Match[str]) -> str:
    """Drop the marks beyond the cap on each character of a run."""
    kept: list[str] = []
    marks = 0
    for char in run[0]:
        if _is_mark(char):
            marks += 1
            if marks > MAX_MARKS:
                continue
        elif char not in "\u200c\u200d":
            marks = 0
        kept.append(char)
    return "".join(kept)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
