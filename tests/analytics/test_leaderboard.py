"""The leaderboard, and what each person decides about being on it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from tests.analytics.facts import class_facts, result
from tests.support.clock import FakeClock
from tests.support.people import EDUCATOR, STRANGER, STUDENT, person

from eduverse.analytics.errors import NotInThisClass
from eduverse.analytics.leaderboard import LeaderboardService
from eduverse.analytics.model.board import Audience
from eduverse.analytics.model.reports import ClassFacts
from eduverse.analytics.ports import Person
from eduverse.auth.tokens import Key, KeyRing
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.principal import Principal, Role, Standing

ROOM = "room-1"
TOM = person("tom")


class BoardCampus:
    def __init__(self, audience: Audience = "adults", **facts: Any) -> None:
        self.clock = FakeClock()
        self.facts = class_facts(**facts)
        self.asked = 0
        self.boards = LeaderboardService(
            MemoryStorage(),
            clock=self.clock,
            records=self,
            people=self,
            classes=self,
            secrets=KeyRing([Key("k", b"k" * 32)]),
            audience=audience,
        )

    async def class_facts(self, classroom_id: str, since: datetime, *, user_id: str | None = None) -> ClassFacts:
        self.asked += 1
        return self.facts

    async def taught_by(self, user_id: str, most: int) -> list[str]:
        return [ROOM]

    async def attended_by(self, user_id: str, most: int) -> list[str]:
        return [ROOM]

    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        return [Person(user_id=one, name=one.title(), role=Role.STUDENT) for one in user_ids]

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        if principal == STRANGER:
            return Standing.OUTSIDER
        return Standing.STUDENT if principal.role is Role.STUDENT else Standing.TEACHER


TIED = (result("mira", "a", 1.0, tokens=20), result("mira", "b", 0.8, tokens=16), result("tom", "a", 1, tokens=36))


async def test_names_are_aliases_and_equals_share_a_place() -> None:
    board = await BoardCampus(results=TIED).boards.board(STUDENT, ROOM)
    assert [(row.placed.user_id, row.placed.place, row.name) for row in board.rows] == [
        ("mira", 1, None),
        ("tom", 1, None),
    ]
    assert board.rows[0].alias != board.rows[1].alias
    assert board.own == board.rows[0]
    assert board.people == []


async def test_everybody_decides_for_themselves_and_at_once() -> None:
    campus = BoardCampus(results=TIED)
    await campus.boards.board(STUDENT, ROOM)
    await campus.boards.choose("mira", "name")
    assert [row.name for row in (await campus.boards.board(TOM, ROOM)).rows] == ["Mira", None]
    await campus.boards.choose("mira", "off")
    board = await campus.boards.board(STUDENT, ROOM)
    assert [row.placed.user_id for row in board.rows] == ["tom"]
    assert (board.own, board.show, board.underage) == (None, "off", False)


async def test_at_a_school_students_are_on_no_board_and_see_none() -> None:
    campus = BoardCampus("school", results=TIED)
    board = await campus.boards.board(STUDENT, ROOM)
    assert (board.rows, board.own, board.underage) == ([], None, True)
    await campus.boards.choose("mira", "name")
    assert (await campus.boards.board(EDUCATOR, ROOM)).rows == []


async def test_a_teacher_says_who_is_of_age() -> None:
    campus = BoardCampus("school", results=TIED)
    await campus.boards.say_of_age(EDUCATOR, ROOM, "mira", underage=False)
    assert [row.placed.user_id for row in (await campus.boards.board(STUDENT, ROOM)).rows] == ["mira"]
    assert (await campus.boards.board(TOM, ROOM)).rows == []
    people = (await campus.boards.board(EDUCATOR, ROOM)).people
    assert {one.person.user_id: one.underage for one in people} == {"mira": False, "tom": True, "zoe": True}
    await campus.boards.say_of_age(EDUCATOR, ROOM, "mira", underage=None)
    assert (await campus.boards.board(STUDENT, ROOM)).underage


async def test_nobody_says_it_of_themselves_or_of_somebody_elsewhere() -> None:
    campus = BoardCampus("school")
    with pytest.raises(Forbidden):
        await campus.boards.say_of_age(STUDENT, ROOM, "mira", underage=False)
    with pytest.raises(NotInThisClass):
        await campus.boards.say_of_age(EDUCATOR, ROOM, "sam", underage=False)
    with pytest.raises(Forbidden):
        await campus.boards.board(STRANGER, ROOM)


async def test_ten_are_shown_and_ones_own_place_wherever_it_is() -> None:
    many = tuple(f"s{number:02}" for number in range(20))
    results = tuple(result(one, "a", 1, tokens=100 - place) for place, one in enumerate(many))
    campus = BoardCampus(students=(*many, "mira"), results=(*results, result("mira", "a", 0.5, tokens=1)))
    board = await campus.boards.board(STUDENT, ROOM)
    assert len(board.rows) == 10
    assert board.own is not None
    assert (board.own.placed.place, board.own.placed.tokens) == (21, 1)


async def test_a_class_that_looks_together_is_counted_once_a_minute() -> None:
    campus = BoardCampus(results=TIED)
    for _ in range(30):
        await campus.boards.board(STUDENT, ROOM)
    assert campus.asked == 1
    campus.clock.advance(60)
    await campus.boards.board(STUDENT, ROOM)
    assert campus.asked == 2
