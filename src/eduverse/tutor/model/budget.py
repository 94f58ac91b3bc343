"""Budgets: how many tokens a person, a class and the whole campus may use in a day.

An answer's tokens are reserved before the model is asked, by estimate, and settled after it by what was used. A
reservation ends by itself: a process that is killed between the two holds nothing back for long.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.tutor.errors import BudgetSpent

__all__ = [
    "BUDGETS",
    "Budget",
    "Limits",
    "Reservation",
    "blank",
    "budget_id",
    "estimate",
    "release",
    "reserve",
    "resets_at",
    "settle",
    "used",
]

_CHARACTERS_PER_TOKEN = 3
"""Fewer than any tokeniser needs for English or German: an estimate that is too high is corrected on settling."""
_OVERHEAD = 8
"""Tokens around one message."""
_HOLD = timedelta(minutes=10)
"""Longer than any answer takes."""


class Limits(NamedTuple):
    """Tokens a day."""

    user: int
    classroom: int
    site: int


class Reservation(Struct, frozen=True, kw_only=True):
    tokens: int
    expires_at: datetime


class Budget(Document, frozen=True, kw_only=True):
    """One scope's use of one day (UTC)."""

    day: str
    used: int = 0
    reserved: dict[str, Reservation] = {}
    """By the id of the answer it is for."""


BUDGETS = Collection(name="tutor_budgets", type=Budget, indexed=("day",))


def budget_id(scope: str, key: str, now: datetime) -> str:
    return f"{scope}:{key}:{now.astimezone(UTC):%Y-%m-%d}"


def blank(scope: str, key: str, now: datetime) -> Budget:
    return Budget(id=budget_id(scope, key, now), day=f"{now.astimezone(UTC):%Y-%m-%d}")


def resets_at(now: datetime) -> datetime:
    """The next midnight, UTC."""
    return (now.astimezone(UTC) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def used(budget: Budget, now: datetime) -> int:
    """What counts against the limit now: what was used, and what is being used."""
    return budget.used + sum(one.tokens for one in budget.reserved.values() if one.expires_at > now)


def reserve(budget: Budget, answer_id: str, tokens: int, *, limit: int, now: datetime) -> Budget:
    """Raises `BudgetSpent` when it would pass the limit. Reserving twice for one answer is reserving once."""
    if answer_id in budget.reserved:
        return budget
    if used(budget, now) + tokens > limit:
        wait = resets_at(now)
        raise BudgetSpent(
            scope=budget.id.partition(":")[0],
            limit=limit,
            resetsAt=wait.isoformat().replace("+00:00", "Z"),
            retry_after=int((wait - now).total_seconds()) + 1,
        )
    alive = {key: one for key, one in budget.reserved.items() if one.expires_at > now}
    return structs.replace(budget, reserved={**alive, answer_id: Reservation(tokens=tokens, expires_at=now + _HOLD)})


def settle(budget: Budget, answer_id: str, tokens: int) -> Budget:
    """Books what was used in place of what was reserved. Settling what is not reserved (any more) changes nothing."""
    if answer_id not in budget.reserved:
        return budget
    return structs.replace(release(budget, answer_id), used=budget.used + tokens)


def release(budget: Budget, answer_id: str) -> Budget:
    if answer_id not in budget.reserved:
        return budget
    return structs.replace(budget, reserved={key: one for key, one in budget.reserved.items() if key != answer_id})


def estimate(*texts: str, answer: int = 0) -> int:
    """Tokens that these messages and an answer of at most `answer` tokens will take, rather too many than too few."""
    return sum(len(text.encode()) // _CHARACTERS_PER_TOKEN + _OVERHEAD for text in texts) + answer
