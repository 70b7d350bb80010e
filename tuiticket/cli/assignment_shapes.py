"""The JSON shapes of what assignment goes by: routing rules, and why an owner is one."""

from __future__ import annotations

from tuiticket.cli.shapes import Json, instant
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.rules.ownership import ownership as why


def routing_rule(rule: RoutingRule, team: str) -> Json:
    """A routing rule; what it asks for is null or empty where it matches every ticket."""
    return {
        "position": rule.position,
        "name": rule.name,
        "team": team,
        "kind": rule.kind.value if rule.kind else None,
        "category": rule.category,
        "keywords": list(rule.keywords),
        "order_state": rule.order_state.value if rule.order_state else None,
        "customer_tag": rule.customer_tag,
        "channel": rule.channel.value if rule.channel else None,
        "language": rule.language,
        "skill": rule.skill,
        "level": rule.skill_level if rule.skill else None,
    }


def ownership(dossier: Dossier) -> Json:
    """Why a ticket is whose it is: `by` is who did it, `considered` whom the desk looked at."""
    found = why(dossier.events)
    rule = found.routed.data if found.routed else {}
    return {
        "who": dossier.owner.login if dossier.owner else None,
        "team": dossier.team.key if dossier.team else None,
        "rule": {"by": rule["by"], "name": rule.get("name")} if rule else None,
        "skill": dossier.ticket.needs_skill,
        "level": dossier.ticket.needs_level,
        "event": found.decided.kind if found.decided else None,
        "at": instant(found.decided.at) if found.decided else None,
        "by": found.decided.actor if found.decided else None,
        "considered": list(found.considered),
    }
