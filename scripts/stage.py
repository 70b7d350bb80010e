"""Playing a scene of the console without a terminal, at one fixed instant."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from scenes import Scene
from textual.pilot import Pilot

from tests.console.driving import press, settled
from tuiticket import i18n
from tuiticket.app import Console
from tuiticket.bootstrap import make_sample, open_desk
from tuiticket.cli.setting_up import make_desk
from tuiticket.monitor import Monitor

NOW = datetime(2026, 11, 20, 6, 32, tzinfo=UTC)


class Stage:
    """Desks for scenes, in a folder that is thrown away: each scene has one of its own."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.sample = Path(self._folder.name) / "sample.db"
        self._new = Path(self._folder.name) / "new.db"
        make_sample(self.sample, NOW)
        i18n.switch("en")
        make_desk(str(self._new), name="Qimu Home", login="alice", zone="Asia/Shanghai")

    def close(self) -> None:
        """Throw the desks away."""
        self._folder.cleanup()

    @asynccontextmanager
    async def play(
        self, scene: Scene, size: tuple[int, int], language: str
    ) -> AsyncIterator[Pilot[int]]:
        """The console as it stands once a scene has been played."""
        i18n.switch(language)
        shop = self._desk_for(scene)
        with_desk = partial(open_desk, shop, clock=lambda: NOW)
        app = Console(with_desk, scene.login) if scene.login else Monitor(with_desk)
        desk = with_desk()
        scene.before(desk)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            for number, key in enumerate(scene.strokes, start=1):
                if number == len(scene.strokes):
                    scene.meanwhile(desk)
                await press(pilot, key)
            yield pilot
        desk.close()

    def _desk_for(self, scene: Scene) -> Path:
        shop = Path(self._folder.name) / "desk.db"
        for left_over in shop.parent.glob("desk.db*"):
            left_over.unlink()
        shutil.copyfile(self._new if scene.new else self.sample, shop)
        return shop
