"""Saving the files that came with a message."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.screen import ScreenResultType

from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.message import Attachment
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _, ngettext
from tuiticket.saving import save
from tuiticket.screens.acts.on_tickets import OnTickets
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.widgets.timeline_lines import one_name
from tuiticket.wording import file_size

Files = tuple[Attachment, ...]


class FileActs(OnTickets[ScreenResultType]):
    """A screen from which files can be saved; restricted accounts save none."""

    def save_files(self, files: Files) -> None:
        """Ask which of several, and into which folder; then save them, in a thread."""
        if self.host.setting.restricted:
            self.host.complain(Refused(N_("Files cannot be saved from this account.")))
        elif not files:
            self.notify(_("No file came with this."), severity="warning", markup=False)
        elif len(files) == 1:
            self._ask_folder(files)
        else:
            self.ask(Pick(_("Save files"), _options(files)), self._ask_folder)

    def _ask_folder(self, files: Files) -> None:
        question = _("Into which folder? No file there is written over.")
        ask = Ask(_told(files), question, verb=_("save"), typed=self.host.save_to)
        self.ask(ask, lambda folder: self._save(files, folder))

    def _save(self, files: Files, folder: str) -> None:
        self.host.save_to = folder
        self.read(
            lambda reading: _saved(reading, files, Path(folder).expanduser()),
            self._told_saved,
            group="save",
        )

    def _told_saved(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            said = _("Saved {file}.").format(file=paths[0])
        else:
            said = ngettext(
                "{n} file saved in {folder}.", "{n} files saved in {folder}.", len(paths)
            ).format(n=len(paths), folder=paths[0].parent)
        self.notify(said, markup=False)


def _saved(reading: Reading, files: Files, folder: Path) -> list[Path]:
    """Save files one after the other; those whose content was not kept are refused."""
    if not folder.is_dir():
        raise Refused(N_("There is no folder {folder}."), N_("Name another folder."), folder=folder)
    kept = [file for file in files if not file.skipped] or files
    return [save(reading.attachment(file.id), file, folder) for file in kept]


def _told(files: Files) -> str:
    if len(files) == 1:
        return _("Save {file}").format(file=one_name(files[0]))
    return ngettext("Save {n} file", "Save {n} files", len(files)).format(n=len(files))


def _options(files: Files) -> list[Option[Files]]:
    """All of them, then each; those without content say so."""
    everything = file_size(sum(file.size for file in files if not file.skipped))
    options = [Option(files, _("all of them"), everything)]
    for file in files:
        detail = _("not kept") if file.skipped else file_size(file.size)
        options.append(Option((file,), one_name(file), detail))
    return options
