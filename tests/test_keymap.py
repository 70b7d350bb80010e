"""The registry of keys: complete, free of clashes, and open to what a person likes better."""

from __future__ import annotations

import re

import pytest
from textual.binding import Binding

from tuiticket.app import Console
from tuiticket.engine.errors import BadInput
from tuiticket.keymap import DEFAULTS, TITLES, TOGETHER, Action, Context, KeyMap
from tuiticket.monitor import Monitor
from tuiticket.screens.bindings import bindings, changed_keys
from tuiticket.screens.board import BoardScreen
from tuiticket.screens.compose import ComposeScreen
from tuiticket.screens.customer import CustomerScreen
from tuiticket.screens.inbox import InboxScreen
from tuiticket.screens.knowledge import KnowledgeScreen
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.ticket import TicketScreen

WHO_ANSWERS: dict[Context, list[type[object]]] = {
    Context.EVERYWHERE: [Console, Monitor],
    Context.DESK: [Console],
    Context.LIST: [QueueScreen, BoardScreen],
    Context.QUEUE: [QueueScreen],
    Context.ON_TICKET: [QueueScreen, TicketScreen],
    Context.TICKET: [TicketScreen],
    Context.COMPOSE: [ComposeScreen],
    Context.KNOWLEDGE: [KnowledgeScreen],
    Context.INBOX: [InboxScreen],
    Context.CUSTOMER: [CustomerScreen],
}


def action(id_: str, *keys: str, context: Context = Context.QUEUE) -> Action:
    return Action(id_, keys, "label", "help", context)


def test_the_keys_there_are_do_not_clash() -> None:
    assert [one.id for one in KeyMap()] == [one.id for one in DEFAULTS]


def test_every_context_has_a_title_and_a_place_among_the_others() -> None:
    assert set(TITLES) == set(Context)
    assert {context for alive in TOGETHER for context in alive} == set(Context)


@pytest.mark.parametrize("one", DEFAULTS, ids=[one.id for one in DEFAULTS])
def test_every_action_is_carried_out_by_what_answers_to_it(one: Action) -> None:
    method = "action_" + re.sub(r"\(.*", "", one.method)
    for screen in WHO_ANSWERS.get(one.context, []):
        assert callable(getattr(screen, method, None)), f"{screen.__name__}.{method}"


def test_ids_are_used_once() -> None:
    ids = [one.id for one in DEFAULTS]
    assert len(set(ids)) == len(ids)


def test_every_default_key_is_one_a_person_could_choose() -> None:
    KeyMap(changes={one.id: one.keys for one in DEFAULTS})


def test_a_clash_names_both_actions_and_the_key() -> None:
    with pytest.raises(BadInput) as caught:
        KeyMap([action("list.one", "a"), action("list.other", "b", "a")])
    assert caught.value.values == {"key": "a", "one": "list.one", "other": "list.other"}


def test_contexts_that_are_never_alive_together_may_share_a_key() -> None:
    KeyMap([action("x", "a"), action("y", "a", context=Context.TICKET)])


def test_a_context_that_is_alive_everywhere_may_not_share_its_keys() -> None:
    with pytest.raises(BadInput):
        KeyMap([action("x", "a"), action("y", "a", context=Context.EVERYWHERE)])


def test_a_person_may_change_and_take_away_keys() -> None:
    keys = KeyMap(changes={"ticket.take": ("f12", "%"), "ticket.solve": ()})
    assert keys["ticket.take"].keys == ("f12", "%")
    assert keys["ticket.solve"].keys == ()
    assert changed_keys(keys)["ticket.take"] == "f12,%"
    assert set(changed_keys(keys)) == {"ticket.take", "ticket.solve"}


def test_swapping_two_keys_is_no_clash() -> None:
    keys = KeyMap(changes={"ticket.take": ("r",), "ticket.reply": ("a",)})
    assert (keys["ticket.take"].keys, keys["ticket.reply"].keys) == (("r",), ("a",))


def test_an_unknown_action_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(BadInput) as caught:
        KeyMap(changes={"ticket.tak": ("a",)})
    assert caught.value.values == {"action": "ticket.tak", "near": "ticket.take"}


@pytest.mark.parametrize("key", ["alt+x", "ctrl+shift+a", "ctrl+i", "ctrl+m", "ctrl+b", "", "ab"])
def test_keys_no_terminal_sends_are_refused(key: str) -> None:
    with pytest.raises(BadInput) as caught:
        KeyMap(changes={"ticket.take": (key,)})
    assert caught.value.values == {"key": key}


def test_bindings_bear_the_ids_that_changes_are_made_by() -> None:
    made = bindings(Context.ON_TICKET)
    assert all(isinstance(one, Binding) for one in made)
    assert {one.id for one in made} == {
        one.id for one in DEFAULTS if one.context is Context.ON_TICKET
    }
