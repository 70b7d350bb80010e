"""Word stems by the Snowball algorithms, so that "refunds" finds "refund".

One algorithm for each alphabet: a single word does not tell its language, and the index and a
question must cut it alike. Words of the Latin alphabet are taken for English; those of other
languages still find themselves, as both sides are cut the same way. The library is imported at
the first word.
"""

from __future__ import annotations

import threading
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

_ALGORITHMS = {
    "LATIN": "english",
    "CYRILLIC": "russian",
    "GREEK": "greek",
    "ARABIC": "arabic",
    "ARMENIAN": "armenian",
    "DEVANAGARI": "hindi",
    "TAMIL": "tamil",
}
_one_at_a_time = threading.Lock()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    import snowballstemmer  # type: ignore[import-untyped]

    found: _Stemmer = snowballstemmer.stemmer(algorithm)
    return found


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the stem of a case-folded word of one alphabet; the word itself where none is known.

    May be called from any thread: the library's stemmers keep the word they work on in themselves.
    """
    if not word:
        return word
    alphabet = unicodedata.name(word[0], "").partition(" ")[0]
    algorithm = _ALGORITHMS.get(alphabet)
    if algorithm is None:
        return word
    with _one_at_a_time:
        return _stemmer(algorithm).stemWord(word) or word
