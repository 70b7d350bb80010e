"""Every screen and dialog of the console with its states, each with the keys that lead there.

Played on the sample shop. In the keys, words stand for keys and quoted words are typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import colleagues

from tuiticket.engine.desk import Desk
from tuiticket.engine.model.presence import Doing


def nothing(desk: Desk) -> None:
    """Nothing happens."""


class Scene(NamedTuple):
    """One picture: who sits there (nobody: the wall board), and which keys they press.

    `before` happened at the desk before they sat down; `meanwhile` happens before the last key.
    A `new` desk is one without any ticket instead of the sample shop.
    """

    name: str
    keys: str = ""
    login: str | None = "alice"
    before: Callable[[Desk], None] = nothing
    meanwhile: Callable[[Desk], None] = nothing
    new: bool = False

    @property
    def strokes(self) -> list[str]:
        """The keys, one by one."""
        return list(_strokes(self.keys))


def _strokes(keys: str) -> Iterator[str]:
    for typed, key in re.findall(r"'([^']*)'|(\S+)", keys):
        if key:
            yield key
        else:
            yield from typed


COMPLAINT = "# '10451' enter"
"""Opens a complaint that has come a long way: transferred, reviewed, sent back."""

OWN = "# '10488' enter"
"""Opens a ticket of one's own with an order, a late clock and articles that fit."""

REVIEW = "# '10425' enter"
"""Opens a ticket whose result waits for review."""

SCENES: tuple[Scene, ...] = (
    Scene("queue"),
    Scene("queue-marked", "j space j space space"),
    Scene("queue-range", "j V j j j"),
    Scene("queue-typing", "/ 'kind:com'"),
    Scene("queue-completion", "/ 'state:'"),
    Scene("queue-wrong", "/ 'kind:wrong (' enter"),
    Scene("queue-filtered", "/ 'kind:complaint' enter"),
    Scene("queue-nothing", "/ 'kind:repair tag:unheard-of' enter"),
    Scene("queue-empty", new=True),
    Scene("queue-preview", "p"),
    Scene("queue-preview-side", "p P"),
    Scene("queue-preview-hidden", "p p"),
    Scene("queue-all", "2"),
    Scene("queue-sort", "o"),
    Scene("queue-views", "v", before=colleagues.keep_views),
    Scene("queue-saved-view", "v 'Good' enter", before=colleagues.keep_views),
    Scene("queue-keep-view", "/ 'tag:vip' enter ctrl+s"),
    Scene("queue-change-view", "v 'Good' enter ctrl+e", before=colleagues.keep_views),
    Scene("queue-bulk-transfer", "space space space t"),
    Scene("queue-bulk-solve", "2 * x"),
    Scene("queue-undone", "c 'Rang them.' ctrl+s y u"),
    Scene("jump", "#"),
    Scene("palette", "colon"),
    Scene("palette-typed", "colon 'snoo'"),
    Scene("palette-ticket", f"{OWN} colon"),
    Scene("palette-setup", "f9 colon", login="fang"),
    Scene("help", "question_mark"),
    Scene("help-ticket", f"{OWN} question_mark"),
    Scene("ticket", COMPLAINT),
    Scene("ticket-own", OWN),
    Scene("ticket-unfolded", f"{OWN} g v"),
    Scene("ticket-many-unfolded", f"{COMPLAINT} v g"),
    Scene("ticket-side", f"{OWN} S"),
    Scene("ticket-side-end", f"{COMPLAINT} S G"),
    Scene("ticket-order", f"{COMPLAINT} o"),
    Scene("ticket-unknown-order", "# '10497' enter o"),
    Scene("ticket-review", REVIEW),
    Scene("ticket-files", "1 # '10501' enter", before=colleagues.write_with_files),
    Scene("ticket-save-files", "1 # '10501' enter F", before=colleagues.write_with_files),
    Scene("ticket-others", OWN, before=colleagues.be_at(10488, Doing.LOOKING)),
    Scene("ticket-hostile", "# '10501' enter", before=colleagues.write_with_malice),
    Scene("ticket-wave", "# '10506' enter", before=colleagues.storm),
    Scene("ticket-wave-why", "# '10506' enter E space", before=colleagues.storm),
    Scene("ticket-none", "# '99' enter"),
    Scene("fields", f"{COMPLAINT} h"),
    Scene("log", f"{COMPLAINT} L"),
    Scene("explain", f"{OWN} E"),
    Scene("explain-end", f"{OWN} E space"),
    Scene("explain-complaint", f"{COMPLAINT} E"),
    Scene("customer", f"{OWN} $"),
    Scene("customer-many", f"{COMPLAINT} $"),
    Scene("customer-tags", f"{COMPLAINT} $ T"),
    Scene("temper", f"{OWN} H"),
    Scene("rate", "8 enter Q"),
    Scene("priority", f"{OWN} !"),
    Scene("kind", f"{OWN} ="),
    Scene("kind-typed", f"{OWN} = 'refund'"),
    Scene("tags", f"{COMPLAINT} T"),
    Scene("state", f"{OWN} s"),
    Scene("transfer", f"{OWN} t"),
    Scene("hand-over", f"{OWN} t 2"),
    Scene("hand-over-typed", f"{OWN} t 2 'The carrier has it' tab '4h'"),
    Scene("hand-over-wrong", f"{OWN} t 2 'The carrier has it' tab 'soon'"),
    Scene("assign", f"{OWN} A"),
    Scene("steal", f"{COMPLAINT} ctrl+t"),
    Scene("merge", f"{OWN} m"),
    Scene("merge-sure", f"{OWN} m '10495' enter"),
    Scene("split", f"{COMPLAINT} M"),
    Scene("link", f"{OWN} l"),
    Scene("link-kind", f"{OWN} l '10495' enter"),
    Scene("spam", f"{OWN} B"),
    Scene("snooze", f"{OWN} z"),
    Scene("snooze-typed", f"{OWN} z 'mon 9:00'"),
    Scene("follow-up", f"{OWN} Z"),
    Scene("escalate", f"{OWN} e"),
    Scene("tell", f"{OWN} @"),
    Scene("tell-words", f"{OWN} @ 1"),
    Scene("received", f'{OWN} "'),
    Scene("views-kept", "0", before=colleagues.keep_views),
    Scene("views-none-kept", "0"),
    Scene("hand-in", f"{OWN} D"),
    Scene("rate-too-early", f"{REVIEW} Q"),
    Scene("ticket-duplicate", "# '10501' enter", before=colleagues.tell_again),
    Scene("duplicate", "# '10501' enter &", before=colleagues.tell_again),
    Scene("duplicate-none", f"{OWN} &"),
    Scene("judge", f"{REVIEW} d"),
    Scene("judge-reject", f"{REVIEW} d 2", login="fang"),
    Scene("reply", f"{COMPLAINT} r"),
    Scene("reply-written", f"{OWN} r '您好' enter 'Best regards'"),
    Scene("reply-canned", f"{OWN} r f3"),
    Scene("reply-canned-in", f"{OWN} r f3 enter"),
    Scene("reply-article", f"{OWN} r f2"),
    Scene("reply-review", f"{OWN} r '退款今天到账' ctrl+s"),
    Scene("reply-sent", f"{OWN} r '退款今天到账' ctrl+s y"),
    Scene(
        "reply-meanwhile", f"{OWN} r '退款今天到账' ctrl+s y", meanwhile=colleagues.answer(10488)
    ),
    Scene("reply-others", f"{OWN} r", before=colleagues.be_at(10488, Doing.TYPING)),
    Scene("note", f"{OWN} c"),
    Scene("note-review", f"{OWN} c 'Rang the bank.' ctrl+s"),
    Scene("insert", f"{OWN} i"),
    Scene("knowledge", f"{OWN} f"),
    Scene("knowledge-read", "f5"),
    Scene("knowledge-typed", "f5 / 'refund'"),
    Scene("knowledge-nothing", "f5 / 'zzzz'"),
    Scene("knowledge-stale", "f5 s"),
    Scene("knowledge-edit", "f5 e", login="fang"),
    Scene("knowledge-new", "f5 +", login="fang"),
    Scene("knowledge-versions", "f5 v", login="fang"),
    Scene("knowledge-link", "f5 l", login="fang"),
    Scene("knowledge-pair", "f5 p", login="fang"),
    Scene("knowledge-remove", "f5 d", login="fang"),
    Scene("knowledge-help", "f5 question_mark"),
    Scene("to-article", "# '10383' enter O"),
    Scene("article-wordings", "f5 e 'NB ' ctrl+s v"),
    Scene("article-asked", "f5 a"),
    Scene("ticket-steps", "# '10482' enter ; tab tab"),
    Scene("new-ticket", "+"),
    Scene("new-ticket-typed", "+ 'wang@example.cn' tab tab 'Lamp flickers'"),
    Scene("new-ticket-wrong", "+ ctrl+s"),
    Scene("new-ticket-pick", "+ tab tab tab tab tab enter"),
    Scene("call", "C"),
    Scene("call-known", "C 'yangxue@example.cn'"),
    Scene("call-wrong", "C ctrl+s"),
    Scene("inbox", "I", before=colleagues.tell_alice),
    Scene("inbox-empty", "I", new=True),
    Scene("inbox-answer", "I r", before=colleagues.tell_alice),
    Scene("inbox-all", "I v", before=colleagues.tell_alice),
    Scene("people", "f6"),
    Scene("people-away", "f6 enter"),
    Scene("setup", "f9", login="fang"),
    Scene("setup-reading", "f9"),
    *(Scene(f"setup-{at}", f"f9 {'j ' * at}", login="fang") for at in range(1, 9)),
    Scene("setup-form", "f9 enter", login="fang"),
    *(Scene(f"setup-form-{at}", f"f9 {'j ' * at} enter enter", login="fang") for at in range(1, 8)),
    Scene("setup-wrong", "f9 j j j enter enter tab tab tab 'x' ctrl+s", login="fang"),
    Scene("setup-plan", "f9 j j j enter enter ' B.' ctrl+s", login="fang"),
    Scene("setup-follow", "f9 o", login="fang"),
    Scene("setup-learn", "f9 L", login="fang"),
    Scene("setup-words", f"f9 {'j ' * 4} enter enter tab tab tab tab tab", login="fang"),
    Scene("setup-add", "f9 j j +", login="fang"),
    Scene("setup-leave", "f9 enter 'x' escape escape escape", login="fang"),
    Scene("board", login=None),
    Scene("board-second", "3", login=None),
    Scene("board-filter", "/ 'kind:complaint' enter", login=None),
    Scene("board-wave", login=None, before=colleagues.storm),
    Scene("board-help", "question_mark", login=None),
    Scene("board-empty", login=None, new=True),
    Scene("theme", "f7"),
)
"""Every picture there is."""
