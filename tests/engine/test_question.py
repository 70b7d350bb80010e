"""What a text asks of the search: any text can be asked, and signs mean what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.question import Place, Question, Term, read_question
from tuiticket.engine.rules.tokens import searchable


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("refund lamp", [Term("refund"), Term("lamp")]),
        ('"three days"', [Term("three days")]),
        ("refun*", [Term("refun", begins=True)]),
        ("-broken", [Term("broken", absent=True)]),
        ('-"no box" in-stock', [Term("no box", absent=True), Term("in-stock")]),
        ('from:"Wang Fang"', [Term("Wang Fang", "from")]),
        ("subject:refun*", [Term("refun", "subject", begins=True)]),
        ("Subject:refund", [Term("refund", "subject")]),
        ("主题：退款", [Term("退款", "subject")]),
        ("－退款", [Term("退款", absent=True)]),
        ("http://a.example", [Term("http://a.example")]),
        ("note:this", [Term("note:this")]),
        ("in:stock", [Term("in:stock")]),
        ("a@b.c C++", [Term("a@b.c"), Term("C++")]),
        ('"open to the end', [Term("open to the end")]),
        ("退款，refund 退款", [Term("退款，refund"), Term("退款")]),
        ("?? - * subject:", [Term("subject:")]),
    ],
)
def test_signs_mean_what_they_say(text: str, terms: list[Term]) -> None:
    assert read_question(text) == Question(tuple(terms))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("x in:note", {Place.NOTE}),
        ("x in:备注", {Place.NOTE}),
        ("x in:note in:kb", {Place.NOTE, Place.KB}),
        ("x -in:note", {Place.SUBJECT, Place.MESSAGE, Place.KB}),
        ("x", set()),
    ],
)
def test_places_are_named_or_barred(text: str, places: set[Place]) -> None:
    assert read_question(text).places == places


@given(text=st.text(max_size=60) | st.text(alphabet='"*-:in from kb退a,', max_size=40))
def test_no_text_is_an_error_and_every_term_can_be_looked_for(text: str) -> None:
    question = read_question(text)
    assert all(searchable(term.words) for term in question.terms)
    assert all(term.expression(str) for term in question.terms)
    if not searchable(text):
        assert question.terms == ()
