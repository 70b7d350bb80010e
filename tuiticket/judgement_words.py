"""What the desk made of a ticket in words: the category, the temper, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.judgement import HEATED, Judgement
from tuiticket.event_words import name_of
from tuiticket.i18n import _, listed, ngettext
from tuiticket.wording import label


def judged(dossier: Dossier) -> Iterator[str]:
    """What was made of a ticket's first words; nothing of a ticket that was never read."""
    found = dossier.judgement
    if found is None:
        return
    names = [name_of(category) for category in dossier.proposals]
    if found.alone and names:
        yield _("The desk set the category by itself: {category}").format(category=names[0])
    elif names:
        yield _("Categories that fit best: {categories}").format(categories=listed(names))
    else:
        yield _("No category is known for such words yet.")
    if found.sure is not None and names:
        yield _("As sure as this it was right {percent} % of the time.").format(percent=found.sure)
    if names:
        yield _because(found.reasons)
    if found.corrected:
        yield _("Temper: {level}, as a person said").format(level=label(found.level))
        return
    yield _("Temper: {level}, {score} of 100").format(
        level=label(found.level), score=round(found.temper / 10)
    )
    if found.temper_reasons:
        yield _because(found.temper_reasons)
    if found.lessons:
        yield _learned(found)
    if found.level in HEATED:
        yield _("It is one step more urgent for that.")


def in_short(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The names and values of what stands beside the ticket; reasons are told by `judged`."""
    found = dossier.judgement
    if found is None:
        return
    if dossier.proposals and (found.alone or dossier.category is None):
        fits = name_of(dossier.proposals[0])
        if found.sure is None:
            yield _("reads as"), fits
        else:
            yield (
                _("reads as"),
                _("{category}, {percent} % sure").format(category=fits, percent=found.sure),
            )
    level = label(found.level)
    if found.corrected:
        yield _("temper"), _("{level}, as said").format(level=level)
    else:
        yield _("temper"), f"{level} · {round(found.temper / 10)} / 100"


def _learned(judgement: Judgement) -> str:
    """How many corrections were heard beside the list of words, and the words they taught."""
    words = listed(judgement.learned.splitlines())
    count = judgement.lessons
    if not words:
        return ngettext(
            "Heard with it: {count} correction by people, which adds no word.",
            "Heard with it: {count} corrections by people, which add no word.",
            count,
        ).format(count=count)
    return ngettext(
        "Learned from {count} correction by people: {words}",
        "Learned from {count} corrections by people: {words}",
        count,
    ).format(count=count, words=words)


def _because(words: str) -> str:
    return _("because of: {words}").format(words=listed(words.splitlines()) or "–")
