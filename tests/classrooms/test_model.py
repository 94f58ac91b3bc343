"""Seats, standings and capacity as functions from one classroom to the next."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON
from tests.support.people import ADMIN, EDUCATOR, STRANGER, STUDENT

from eduverse.classrooms.errors import (
    BanListFull,
    Banned,
    CapacityTooSmall,
    ClassroomArchivedAlready,
    ClassroomFull,
    OwnerCannotBeBanned,
    OwnerCannotLeave,
)
from eduverse.classrooms.model import (
    MAX_BANNED,
    Classroom,
    Status,
    Visibility,
    archive,
    ban,
    enrol,
    enrolment_id,
    is_banned,
    settle,
    standing_of,
    unban,
    with_capacity,
    withdraw,
)
from eduverse.kernel.errors import Problem
from eduverse.vocabulary.principal import Standing


def room(*students: str, **fields: Any) -> Classroom:
    values: dict[str, Any] = {
        "id": "room",
        "title": "Planets",
        "description": "",
        "subject": "",
        "owner": EDUCATOR.user_id,
        "owner_name": EDUCATOR.name,
        "visibility": Visibility.PUBLIC,
        "capacity": 2,
        "students": students,
        "created_at": NOON,
        **fields,
    }
    return Classroom(**values)


def test_standings() -> None:
    inside = room("mira")
    people = (EDUCATOR, ADMIN, STUDENT, STRANGER)
    assert [standing_of(inside, who) for who in people] == [
        *(Standing.TEACHER, Standing.TEACHER, Standing.STUDENT, Standing.OUTSIDER)
    ]


def test_a_seat_is_taken_once_and_is_pending_until_settled() -> None:
    joined = enrol(room(), "mira")
    assert (joined.students, joined.pending, joined.unsettled) == (("mira",), ("mira",), True)
    assert enrol(joined, "mira") is joined
    assert enrol(joined, EDUCATOR.user_id) is joined
    done = settle(joined, "mira", enrolled=True)
    assert (done.students, done.pending, done.unsettled) == (("mira",), (), False)


def test_the_last_seat() -> None:
    full = enrol(room("tom"), "mira")
    with pytest.raises(ClassroomFull):
        enrol(full, "sam")
    assert enrol(full, "mira") is full
    assert enrol(withdraw(full, "tom"), "sam").students == ("mira", "sam")


def test_an_archived_classroom_takes_nobody() -> None:
    archived = archive(room("mira"))
    assert archived.status is Status.ARCHIVED
    for who in ("mira", "sam", EDUCATOR.user_id):
        with pytest.raises(ClassroomArchivedAlready):
            enrol(archived, who)


def test_leaving() -> None:
    left = withdraw(room("tom", "mira"), "tom")
    assert (left.students, left.pending, left.unsettled) == (("mira",), ("tom",), True)
    assert withdraw(left, "tom") is left
    with pytest.raises(OwnerCannotLeave):
        withdraw(left, EDUCATOR.user_id)


def test_who_is_banned_loses_the_seat_and_gets_none() -> None:
    banned = ban(room("tom", "mira"), "mira")
    assert (banned.students, banned.banned, banned.pending) == (("tom",), ("mira",), ("mira",))
    assert ban(banned, "mira") is banned
    with pytest.raises(Banned):
        enrol(banned, "mira")
    lifted = unban(banned, "mira")
    assert (lifted.students, lifted.banned) == (("tom",), ())
    assert unban(lifted, "mira") is lifted
    assert enrol(lifted, "mira").students == ("tom", "mira")


def test_who_was_never_there_can_be_banned_too() -> None:
    banned = ban(room("tom"), "mira")
    assert (banned.students, banned.banned, banned.unsettled) == (("tom",), ("mira",), False)


def test_teachers_are_not_banned() -> None:
    with pytest.raises(OwnerCannotBeBanned):
        ban(room(), EDUCATOR.user_id)
    everybody = ban(ban(room("mira"), "mira"), ADMIN.user_id)
    assert [is_banned(everybody, who) for who in (STUDENT, STRANGER, EDUCATOR, ADMIN)] == [True, False, False, False]


def test_a_list_of_bans_has_an_end() -> None:
    full = room(banned=tuple(f"user-{number}" for number in range(MAX_BANNED)))
    with pytest.raises(BanListFull):
        ban(full, "mira")
    assert ban(full, "user-1") is full
    assert ban(unban(full, "user-1"), "mira").banned[-1] == "mira"


def test_capacity_is_never_below_those_who_are_in() -> None:
    assert with_capacity(room("tom", "mira", capacity=9), 2).capacity == 2
    with pytest.raises(CapacityTooSmall) as caught:
        with_capacity(room("tom", "mira", capacity=9), 1)
    assert caught.value.extra == {"enrolled": 2}


def test_nothing_is_ticked_off_that_changed_meanwhile() -> None:
    """The enrolment was written for somebody who has left since: it has to be written again."""
    left = withdraw(enrol(room(), "mira"), "mira")
    assert settle(left, "mira", enrolled=True).pending == ("mira",)
    ticked_off_too_early = settle(left, "mira", enrolled=False)
    assert ticked_off_too_early.pending == ()
    again = settle(ticked_off_too_early, "mira", enrolled=True)
    assert (again.pending, again.unsettled) == (("mira",), True)


def test_settling_one_leaves_the_others() -> None:
    both = enrol(enrol(room(), "mira"), "tom")
    one = settle(both, "mira", enrolled=True)
    assert (one.pending, one.unsettled) == (("tom",), True)


def test_an_enrolment_is_one_per_classroom_and_person() -> None:
    assert enrolment_id("room", "mira") == "room:mira"


_steps = st.lists(st.tuples(st.booleans(), st.sampled_from("abcdef")), max_size=30)


@settings(deadline=None)
@given(_steps, st.integers(1, 4))
def test_whoever_comes_and_goes(steps: list[tuple[bool, str]], capacity: int) -> None:
    """Never more than there are seats, nobody twice, and everybody who changed is pending."""
    now, changed = room(capacity=capacity), set()
    for joins, who in steps:
        before = now
        try:
            now = (enrol if joins else withdraw)(now, who)
        except Problem:
            continue
        if now is not before:
            changed.add(who)
        assert len(now.students) <= capacity
        assert len(set(now.students)) == len(now.students)
        assert set(now.pending) == changed
        assert now.unsettled is bool(changed)
