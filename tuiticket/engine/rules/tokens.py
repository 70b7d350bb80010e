"""The one tokenizer: what counts as a word in tickets, articles and the questions asked of them.

Text is normalised (NFKC, case-folded) and cut where the script changes. Alphabets give words, which
are stemmed and then lose their accents; digits are cut from letters. Scripts written without spaces
between words, or whose words carry their particles with them (Han, kana, hangul, Thai and its
neighbours), give overlapping pairs of characters and the run's last character:
我要退货 → 我要 要退 退货 货. So every character starts a token, and a question of one character is
a prefix, of two a token, of more a phrase. The last character alone also ends the run: no phrase
reaches over it into the next sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

Stem = Callable[[str], str]
"""Gives the stem of a case-folded word: from an adapter, or `str` for none."""

FTS_TOKENIZE = "ascii"
"""The `tokenize` option of every FTS5 table that holds our tokens, joined by spaces.

It splits at ASCII characters that are no letter or digit, of which our tokens have only the space
between them, and takes everything beyond ASCII as part of a token. `unicode61` would cut again at
combining vowels and at every ideograph younger than its tables, and fold accents by its own rules.
"""

LONGEST_TOKEN = 64
"""Characters kept of a word or number; the rest of a longer one is not looked at."""

LONGEST_QUESTION = 1_000
"""Characters of a question that are read; what is cut off only makes it find more."""

# Ideographs with their marks and radicals, kana, bopomofo, hangul, Yi, Thai, Lao, Myanmar, Khmer.
_UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"
    "\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
    "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\U0001aff0-\U0001b16f\u3105-\u312f\u31a0-\u31bf"
    "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff\ua000-\ua48c"
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0ece\u0edc-\u0eff\u1000-\u103f\u1050-\u109f\u1780-\u17d3"
)
_LATIN = "a-zA-Z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff\u2c60-\u2c7f"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC = "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"
# Indic letters with the vowel signs that belong to the word; the danda is punctuation.
_INDIC = "\u0900-\u0963\u0971-\u0dff\u0f40-\u0fbc"

_PIECE = re.compile(
    rf"(?P<run>[{_UNSPACED}]+)|(?P<number>\d+)"
    rf"|(?P<word>(?:(?!\d)[{_LATIN}])+|(?:(?=\w)[{_GREEK}])+|(?:(?=\w)[{_CYRILLIC}])+"
    rf"|(?:(?!\d)[{_INDIC}])+|(?:(?![{_UNSPACED}{_LATIN}{_GREEK}{_CYRILLIC}{_INDIC}])[^\W\d_])+)"
)
# Signs that change nothing a reader looks for: loose accents, Hebrew and Arabic points and tatweel,
# variation selectors, joiners, direction marks, soft hyphens. Left in, they would cut words apart.
_SILENT = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"
)
# Marks are no word characters, so only a long run of such can hide thousands of accents on one
# letter, which normalising would sort in quadratic time. No word is lost: there is none in it.
_STORM = re.compile(r"([^\w\s]{32})[^\w\s]+")
_ACCENT = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
# A question's chunks: quoted words (an open quote reaches to the end), or what stands between
# spaces and the marks that end a sentence or clause.
_CHUNK = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s",;!?、。]+)')
_CURLY = str.maketrans("“”„", '"""')


class Piece(NamedTuple):
    """A stretch of normalised text in one script: a run, a number or a word."""

    sort: str
    text: str


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", _STORM.sub(r"\1", text)).casefold()
    return _POSSESSIVE.sub("", _SILENT.sub("", unicodedata.normalize("NFKC", folded)))


def _pieces(normal: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(normal):
        sort = match.lastgroup or ""
        yield Piece(sort, match[0] if sort == "run" else match[0][:LONGEST_TOKEN])


def _plain(word: str) -> str:
    """Return the word without its accents."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", word)))


def _tokens(piece: Piece, stem: Stem) -> list[str]:
    if piece.sort == "run":
        return [*_pairs(piece.text), piece.text[-1]]
    return [_plain(stem(piece.text)) if piece.sort == "word" else piece.text]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def pieces(text: str) -> Iterator[Piece]:
    """Yield the runs, numbers and words of a text in order, normalised and not yet stemmed."""
    return _pieces(_normal(text))


def searchable(text: str) -> bool:
    """Whether the text holds anything an index could hold: a letter, a digit, an ideograph."""
    return next(_pieces(_normal(text)), None) is not None


def index_tokens(text: str, stem: Stem) -> list[str]:
    """Return the tokens of a ticket's or message's text, in order, as an FTS5 table holds them."""
    return [token for piece in _pieces(_normal(text)) for token in _tokens(piece, stem)]


def surfaces(text: str, stem: Stem) -> dict[str, str]:
    """Return each token of a text with the word it first came from, in small letters."""
    found: dict[str, str] = {}
    for piece in _pieces(_normal(text)):
        for token in _tokens(piece, stem):
            found.setdefault(token, token if piece.sort == "run" else piece.text)
    return found


def article_tokens(text: str, stem: Stem) -> list[str]:
    """Return the tokens of an article: as `index_tokens`, and every single character besides.

    A few hundred articles are asked with "any of these words", where a single character that fits
    is better than nothing. They stand at the end, so that phrases stay unbroken.
    """
    pieces = list(_pieces(_normal(text)))
    tokens = [token for piece in pieces for token in _tokens(piece, stem)]
    return tokens + [char for sort, run in pieces if sort == "run" for char in run[:-1]]


def match_expression(question: str, stem: Stem) -> str | None:
    """Return the FTS5 expression for what a person typed, or None where it holds no word.

    All words must be found; "quoted words" together and in this order; what is written together
    (a@b.c, 重跑gen) likewise; `refun*` finds every word that begins so. Every token is quoted: no
    text is an error, none of FTS5's own syntax gets through. A leading minus has no meaning here,
    the query language knows it. An open quote reaches to the end.
    """
    terms = []
    for match in _CHUNK.finditer(_normal(question[:LONGEST_QUESTION]).translate(_CURLY)):
        chunk = match["bare"] if match["quoted"] is None else match["quoted"]
        begins = match["quoted"] is None and chunk.endswith("*")
        terms.append(_phrase(chunk, stem, begins=begins))
    return " AND ".join(dict.fromkeys(filter(None, terms))) or None


def phrase_expression(words: str, stem: Stem, *, begins: bool = False) -> str | None:
    """Return the FTS5 expression for words that stand together in this order, or None as above.

    With `begins` the last word may go on, as with `refun*`.
    """
    return _phrase(_normal(words[:LONGEST_QUESTION]), stem, begins=begins) or None


def _phrase(chunk: str, stem: Stem, *, begins: bool) -> str:
    """Return the chunk's tokens as one FTS5 phrase; empty where it has none."""
    pieces = list(_pieces(chunk))
    if not pieces:
        return ""
    *before, last = pieces
    head = [token for piece in before for token in _tokens(piece, stem)]
    if last.sort == "run":
        return _quoted([*head, *(_pairs(last.text) or last.text)], begins=len(last.text) == 1)
    whole, (stemmed,) = _plain(last.text), _tokens(last, stem)
    if not begins or not chunk.rstrip("*").endswith(last.text):
        return _quoted([*head, stemmed])
    prefix = _quoted([*head, whole], begins=True)
    if stemmed.startswith(whole):
        return prefix
    # The index holds stems: of "delivery" only "deliveri", which does not begin with "delivery".
    return f"({prefix} OR {_quoted([*head, stemmed])})"


def _quoted(tokens: list[str], *, begins: bool = False) -> str:
    return f'"{" ".join(tokens)}"' + ("*" if begins else "")
