"""The sections of the set-up, in the order in which they can be put into force."""

from __future__ import annotations

from tuiticket.engine.declared.section import Section
from tuiticket.engine.declared.sections.calendars import Calendars
from tuiticket.engine.declared.sections.canned import CannedReplies
from tuiticket.engine.declared.sections.categories import Categories
from tuiticket.engine.declared.sections.desk import DeskItself
from tuiticket.engine.declared.sections.people import People
from tuiticket.engine.declared.sections.policies import Policies
from tuiticket.engine.declared.sections.routing import Routing
from tuiticket.engine.declared.sections.synonyms import SynonymGroups
from tuiticket.engine.declared.sections.teams import Teams
from tuiticket.engine.declared.sections.views import Views

SECTIONS: tuple[Section, ...] = (
    Calendars(),
    Teams(),
    People(),
    Categories(),
    DeskItself(),
    Policies(),
    Routing(),
    CannedReplies(),
    SynonymGroups(),
    Views(),
)

BY_NAME = {section.name: section for section in SECTIONS}
