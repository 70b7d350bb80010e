"""Why a ticket is where it is, in words: what routed it, how widely it is offered, why it is back.

Each takes what an event of the log carries and gives what its sentence has to add, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import Kind
from tuiticket.i18n import _, colon, run_on
from tuiticket.wording import duration, label

_WIDER = {
    1: N_("one skill level less will do"),
    2: N_("the sister team helps out"),
    3: N_("the lead may get it"),
}
_GONE = {
    "away": N_("away"),
    "shift-end": N_("their shift is over"),
    "customer-wrote": N_("the customer wrote while they were gone"),
}
_DECIDED = {
    "rule": N_("by the rule “{name}”"),
    "category": N_("by the category {name}"),
    "kind": N_("by its kind, {name}"),
}


def widening(data: Mapping[str, Any]) -> str:
    """To whom else a ticket is offered by now."""
    step = _WIDER.get(data.get("step", 0))
    return colon("", _(step)) if step else ""


def routing(
    data: Mapping[str, Any], team: Callable[[str], str], category: Callable[[str], str]
) -> str:
    """Where to, what decided it, and which skill it takes.

    `team` and `category` name these by their keys.
    """
    parts = []
    if "team" in data:
        parts.append(_("to {team}").format(team=team(data["team"])))
    decided = _DECIDED.get(data.get("by", ""))
    if decided and "name" in data:
        parts.append(_(decided).format(name=_name(data, category)))
    if data.get("skill"):
        skill, level = data["skill"], data.get("level", 1)
        parts.append(_("takes {skill}, level {level}").format(skill=skill, level=level))
    return run_on(["", " · ".join(parts)]) if parts else ""


def _name(data: Mapping[str, Any], category: Callable[[str], str]) -> str:
    name = str(data["name"])
    if data["by"] == "category":
        return category(name)
    return label(Kind(name)) if data["by"] == "kind" and name in set(Kind) else name


def hand_over_note(data: Mapping[str, Any]) -> str:
    """Why it comes back, and what was being done: who takes it on knows where to begin."""
    why = _GONE.get(data.get("reason", ""))
    parts = [_(why)] if why else []
    if data.get("note"):
        parts.append(f"“{data['note']}”")
    if "waited" in data:
        parts.append(_("the customer waits for {time}").format(time=duration(data["waited"])))
    if "reply" in data.get("drafts", ()):
        parts.append(_("an answer was being written"))
    return colon("", " · ".join(parts)) if parts else ""
