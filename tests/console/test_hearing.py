"""What a customer said by another way, recorded on the ticket it belongs to."""

from __future__ import annotations

from tests.console.driving import console, press, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.model.message import Direction
from tuiticket.engine.model.ticket import Channel, State


async def test_a_second_call_is_recorded_where_it_belongs(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Which size?", then=State.WAITING_CUSTOMER))
    async with console(shop) as sitting:
        await press(sitting, "#", *str(number), "enter", '"', "ctrl+s")
        assert "What did the customer say?" in shown(sitting), "nothing is no message"
        await type_in(sitting, "The large one")
        await press(sitting, "escape")
        assert "esc again throws it away" in shown(sitting)
        await press(sitting, "tab", "right", "ctrl+s")
        assert toasts(sitting)[-1] == f"Recorded · #{number}"
        assert "The large one" in shown(sitting)
    dossier = shop.dossier(number)
    said = dossier.messages[-1]
    assert (said.direction, said.channel, said.body) == (
        Direction.IN,
        Channel.WALK_IN,
        "The large one",
    )
    assert dossier.ticket.state is State.OPEN
    assert dossier.ticket.unanswered_since is not None
