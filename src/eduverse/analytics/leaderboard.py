"""The leaderboard of a class, and what each person decides about being on it."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import structs

from eduverse.analytics.errors import NotInThisClass
from eduverse.analytics.model.board import (
    BOARD_CHOICES,
    Audience,
    BoardChoice,
    Placed,
    Show,
    aliases,
    is_underage,
    places,
)
from eduverse.analytics.model.reports import REPORTED
from eduverse.analytics.ports import Classes, People, Person, Records, SecretHash
from eduverse.kernel.cache import BriefCache
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Board", "BoardRow", "LeaderboardService", "OfAge"]

_REMEMBERED = 60.0
_SHOWN = 10


class BoardRow(NamedTuple):
    placed: Placed
    name: str | None
    """None for who is here under an alias."""
    alias: int


class OfAge(NamedTuple):
    person: Person
    underage: bool


class Board(NamedTuple):
    rows: list[BoardRow]
    """The first ten."""
    own: BoardRow | None
    """Wherever it is."""
    show: Show
    underage: bool
    people: list[OfAge]
    """Who in the class is under age, for its teacher; for anybody else empty."""


class _Class(NamedTuple):
    """What a board is made of, the same for everybody who looks."""

    rows: list[BoardRow]
    people: list[OfAge]


class LeaderboardService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        records: Records,
        people: People,
        classes: Classes,
        secrets: SecretHash,
        audience: Audience,
    ) -> None:
        self._choices = storage.collection(BOARD_CHOICES)
        self._clock = clock
        self._records = records
        self._people = people
        self._classes = classes
        self._secrets = secrets
        self._audience: Audience = audience
        self._boards = BriefCache[_Class](clock, seconds=_REMEMBERED)

    async def board(self, principal: Principal, classroom_id: str) -> Board:
        """What this person may see: who is under age sees nobody, as nobody sees them."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SEE_PROGRESS, standing)
        choice = await self._choices.get(principal.user_id) or BoardChoice(id=principal.user_id)
        teaches = standing is Standing.TEACHER
        underage = not teaches and is_underage(choice, principal.role, self._audience)
        whole = await self._boards.get(classroom_id, lambda: self._whole(classroom_id))
        own = [row for row in whole.rows if row.placed.user_id == principal.user_id]
        return Board(
            rows=[] if underage else whole.rows[:_SHOWN],
            own=own[0] if own and not underage else None,
            show=choice.show,
            underage=underage,
            people=whole.people if teaches else [],
        )

    async def choose(self, user_id: str, show: Show) -> None:
        """How somebody stands on every board of theirs; other servers may show the old choice for a minute."""
        await self._change(user_id, lambda choice: structs.replace(choice, show=show))

    async def say_of_age(self, principal: Principal, classroom_id: str, user_id: str, *, underage: bool | None) -> None:
        """A teacher of a class says it of a student in it; None leaves it to the campus's rule again."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SAY_WHO_IS_OF_AGE, standing)
        facts = await self._records.class_facts(classroom_id, self._clock.now(), user_id=user_id)
        if user_id not in facts.students:
            raise NotInThisClass
        await self._change(user_id, lambda choice: structs.replace(choice, underage=underage))

    async def _change(self, user_id: str, rule: Callable[[BoardChoice], BoardChoice]) -> None:
        await modify(self._choices, user_id, rule, blank=BoardChoice(id=user_id))
        self._boards.clear()

    async def _whole(self, classroom_id: str) -> _Class:
        facts = await self._records.class_facts(classroom_id, self._clock.now() - REPORTED)
        people = {one.user_id: one for one in await self._people.people(facts.students)}
        choices = {one: await self._choices.get(one) for one in people}
        underage = {one: is_underage(choices[one], person.role, self._audience) for one, person in people.items()}
        secrets = {one: self._secrets.fingerprint("board-alias", f"{classroom_id}:{one}") for one in facts.students}
        tokens = dict.fromkeys((one for one in people if not underage[one] and _shows(choices[one])), 0)
        for result in facts.results:
            if result.user_id in tokens:
                tokens[result.user_id] += result.tokens
        named = aliases(facts.students, secrets)
        rows = [
            BoardRow(one, _own_name(people[one.user_id], choices[one.user_id]), named[one.user_id])
            for one in places(tokens)
        ]
        return _Class(rows, [OfAge(person, underage[one]) for one, person in people.items()])


def _shows(choice: BoardChoice | None) -> bool:
    return choice is None or choice.show != "off"


def _own_name(person: Person, choice: BoardChoice | None) -> str | None:
    return person.name if choice and choice.show == "name" else None
