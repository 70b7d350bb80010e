"""What is done to the desk as a whole at once, apart from any draft of its set-up."""

from __future__ import annotations

from tuiticket.engine.commands.feeling import TakeOverTempers, tempers_relearned
from tuiticket.engine.commands.learning import TakeOver, relearned
from tuiticket.engine.commands.policies import ApplyPolicies
from tuiticket.engine.desk import Outcome
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _, ngettext
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.setup.view import SetupView


class DeskWideActs(SetupView):
    """Keys of the set-up that change the desk beyond its set-up; each asks first."""

    def action_setup_follow(self) -> None:
        """Let open tickets follow the policies of now."""

        def tell(outcome: Outcome) -> str:
            count = len(outcome.tickets)
            said = ngettext("{count} ticket follows", "{count} tickets follow", count)
            return said.format(count=count)

        def follow(sure: bool | None) -> None:
            if sure:
                self.act(ApplyPolicies(), said=tell)

        question = _(
            "Every clock that runs is counted anew by the policy that fits its ticket now."
        )
        dialog = Confirm(_("Policies for open tickets"), question, verb=_("let them follow"))
        self.app.push_screen(dialog, follow)

    def action_setup_learn(self) -> None:
        """Learn categories and tempers anew, by what people decided on each ticket."""

        def learn(sure: bool | None) -> None:
            if sure:
                self.notify(_("Learning …"), markup=False)
                self.read(_learned, self._take_over, group="learn")

        question = _(
            "What was learned is forgotten, and learned anew from every ticket people filed."
        )
        dialog = Confirm(_("Learn categories and tempers again"), question, verb=_("learn"))
        self.app.push_screen(dialog, learn)

    def _take_over(self, learned: tuple[TakeOver, TakeOverTempers]) -> None:
        categories, tempers = learned
        learner, told = categories.course.learner, tempers.learned.pupil.learner.texts
        said = [
            _("Learned {texts} tickets in {categories} categories.").format(
                texts=learner.texts, categories=len(learner.labels)
            ),
            _("Learned the tempers of {texts} tickets.").format(texts=told),
        ]
        self.act(categories, tempers, said=" ".join(said))


def _learned(reading: Reading) -> tuple[TakeOver, TakeOverTempers]:
    """All that people decided, learned from nothing; takes time in proportion to it."""
    course, newest = relearned(reading)
    tempers = tempers_relearned(reading)
    return TakeOver(course=course, newest=newest), TakeOverTempers(learned=tempers)
