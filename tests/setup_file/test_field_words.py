"""What the fields of the set-up are called where they are looked at and filled in."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tuiticket import i18n
from tuiticket.engine.declared.sections import SECTIONS
from tuiticket.i18n import _
from tuiticket.screens.setup.entry_page import CAPTION
from tuiticket.setup_file.field_words import SECTION_WORDS, caption

FIELDS = sorted({field.name for section in SECTIONS for field in section.fields if field.written})


def test_every_section_has_a_heading() -> None:
    assert set(SECTION_WORDS) == {section.name for section in SECTIONS}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_field_is_called_by_a_word_that_fits_its_column(language: str) -> None:
    i18n.switch(language)
    words = {name: _(caption(name)) for name in FIELDS}
    assert [name for name, word in words.items() if "_" in word] == []
    if language != "en":
        assert [name for name, word in words.items() if word == name] == []
    assert [word for word in words.values() if cell_len(word) >= CAPTION] == []
