"""Limits: how many tokens somebody can earn at most, in a day, in a class and for a quiz.

One document holds all that a person was granted on one day, in every class, so that one guarded write decides for all
limits of the day at once.
"""

from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.rewards.model.postings import Merit

__all__ = [
    "ALLOWANCES",
    "CLASS_LIMITS",
    "Allowance",
    "CampusLimits",
    "ClassLimit",
    "Grant",
    "allowance_id",
    "blank_allowance",
    "granted",
]


class CampusLimits(NamedTuple):
    """For everybody, in all classes; None where there is none."""

    per_day: int | None = None
    """For one person and day."""
    per_quiz: int | None = None
    """For one person and quiz, for all time."""


class ClassLimit(Document, frozen=True, kw_only=True):
    """What the teacher of a class (its id) has set."""

    per_day: int | None = None
    """For one person and day, in this class."""


class Grant(Struct, frozen=True, kw_only=True):
    classroom_id: str
    asked: int
    amount: int


class Allowance(Document, frozen=True, kw_only=True):
    """What a person was granted on one day."""

    grants: dict[str, Grant]
    """By the reference of the posting."""


CLASS_LIMITS = Collection(name="reward_limits", type=ClassLimit)
ALLOWANCES = Collection(name="allowances", type=Allowance)


def allowance_id(merit: Merit) -> str:
    return f"{merit.day.isoformat()}:{merit.user_id}"


def blank_allowance(merit: Merit) -> Allowance:
    return Allowance(id=allowance_id(merit), grants={})


def granted(
    allowance: Allowance, reference: str, asked: int, *, classroom_id: str, per_day: int | None, in_class: int | None
) -> Allowance:
    """The allowance with as much of `asked` as the limits of the day leave; the same asked again changes nothing."""
    stood = allowance.grants.get(reference)
    if stood and stood.asked == asked:
        return allowance
    others = [one for key, one in allowance.grants.items() if key != reference]
    rooms = [asked]
    if per_day is not None:
        rooms.append(per_day - sum(one.amount for one in others))
    if in_class is not None:
        rooms.append(in_class - sum(one.amount for one in others if one.classroom_id == classroom_id))
    grant = Grant(classroom_id=classroom_id, asked=asked, amount=max(0, min(rooms)))
    return structs.replace(allowance, grants={**allowance.grants, reference: grant})
