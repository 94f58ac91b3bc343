"""Making the demo campus, and remembering that it was made."""

import json
from datetime import timedelta
from pathlib import Path

from msgspec import json as msgjson

from eduverse.app.course import read_course
from eduverse.app.demo.accounts import open_accounts
from eduverse.app.demo.history import live_through, plan_quiz
from eduverse.app.demo.stage import Stage
from eduverse.classrooms.model import Visibility
from eduverse.classrooms.service import NewClassroom
from eduverse.gateway.campus import DemoAccount
from eduverse.kernel.structs import Struct

__all__ = ["DemoCampus", "seed_demo"]

_FILE = "demo.json"
_TERM = timedelta(weeks=4)
"""How long ago the classes began."""
_APART = timedelta(minutes=10)
_CLUB = NewClassroom(
    "Science club", "For the club's members: the code is on the lab's door.", "Science", Visibility.PRIVATE, 12
)


class DemoCampus(Struct, frozen=True, kw_only=True):
    """What a demo tells whoever started it."""

    accounts: list[DemoAccount]
    classroom: str
    quiz: str
    join_code: str | None = None


async def seed_demo(folder: Path, stage: Stage) -> DemoCampus:
    """The demo campus of this data folder: read where it was made before, else made now.

    Its record is written last. A start that was cut off finds its accounts with passwords nobody knows, and
    makes new ones beside them.
    """
    path = folder / _FILE
    if path.exists():
        return msgjson.decode(path.read_bytes(), type=DemoCampus)
    campus = await _made(stage)
    draft = path.with_suffix(".tmp")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(json.loads(msgjson.encode(campus)), indent=2))
    draft.rename(path)
    return campus


async def _made(stage: Stage) -> DemoCampus:
    """The course's first class is opened last: lists show the newest first."""
    now = stage.clock.now()
    stage.clock.turn_to(now - _TERM)
    cast = await open_accounts(stage)
    club = await stage.services.classrooms.open(cast.teacher, _CLUB)
    for place, course in enumerate(reversed(read_course()), start=1):
        stage.clock.turn_to(now - _TERM + _APART * place)
        taught = await live_through(stage, course, cast, until=now)
    stage.clock.turn_back()
    quiz = await plan_quiz(stage, taught, cast.teacher)
    return DemoCampus(accounts=cast.told, classroom=taught.room.title, quiz=quiz.title, join_code=club.join_code)
