"""Articles as plain text: nothing of Markdown is left, nothing of the words is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.widgets.article_text import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("# Refunds\n\nThree days.", "Refunds\n\nThree days."),
        ("**Bold** and *leaning* and `code`", "Bold and leaning and code"),
        ('- *"Nothing yet."* Wait.', '- "Nothing yet." Wait.'),
        ("**怎么说**：“您好”", "怎么说：“您好”"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("see [our page](https://shop.example/a)", "see our page (https://shop.example/a)"),
        (
            "| Step | Who |\n| --- | :-: |\n| Pack | us |\n| Send | them |",
            "- Pack: us\n- Send: them",
        ),
        ("| a | b | c |", "- a: b, c"),
        ("| only |", "- only"),
        ("before\n| a | b |\nafter", "before\n- a: b\nafter"),
    ],
)
def test_what_marks_become(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@given(st.text(st.sampled_from("ab 退款\n*`#[]()-"), max_size=60))
def test_no_word_is_lost(markdown: str) -> None:
    assert re.findall(r"[ab退款]", plain(markdown)) == re.findall(r"[ab退款]", markdown)
