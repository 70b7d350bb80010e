"""Stems: forms of one word meet, unknown alphabets pass, threads do not disturb each other."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tuiticket.adapters.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("refunds", "refund"),
        ("refunding", "refunded"),
        ("deliveries", "delivery"),
        ("возврата", "возврат"),
        ("επιστροφές", "επιστροφή"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["", "退货", "שלום", "1", "\ue000"])
def test_words_without_an_algorithm_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_threads_get_the_stem_of_their_own_word() -> None:
    words = [f"{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}refunds" for i in range(2_000)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stem, words)) == [word[:-1] for word in words]


def test_the_library_is_imported_at_the_first_word_only() -> None:
    code = (
        "import sys, tuiticket.adapters.stems as s; before = 'snowballstemmer' in sys.modules;"
        "s.stem('refunds'); print(before, 'snowballstemmer' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.split() == ["False", "True"]
