"""The avatar plane, with the time as an argument."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.world import BUSY_PERIOD, CROWD_PERIOD, SMALL_PERIOD, Bounds, World
from eduverse.vocabulary.messages import AvatarMove

ORIGIN = (0.0, 0.0, 0.0)
coordinates = st.floats(-500, 500)
positions = st.tuples(coordinates, coordinates, coordinates)


def move(x: float, y: float = 0.0, z: float = 0.0, rotation: float = 0.0) -> AvatarMove:
    return AvatarMove(position=(x, y, z), rotation=rotation)


def world(*users: str, bounds: Bounds = Bounds(max_speed=10, slack=5)) -> World:  # noqa: B008
    under_test = World(bounds)
    for handle, user in enumerate(users):
        under_test.place(user, handle, ORIGIN, 0, now=0)
    under_test.tick()
    return under_test


def told(under_test: World, tick: int) -> dict[str, float]:
    return {avatar.user: avatar.position[0] for avatar in under_test.since(tick)}


def test_the_latest_position_wins() -> None:
    under_test = world("ann", "bob")
    seen = under_test.tick_number
    under_test.move("ann", move(1), 1)
    under_test.move("ann", move(2), 1)
    assert under_test.dirty
    under_test.tick()
    assert told(under_test, seen) == {"ann": 2}
    assert not under_test.dirty


def test_a_tick_tells_nothing_twice() -> None:
    under_test = world("ann")
    under_test.move("ann", move(1), 1)
    assert told(under_test, under_test.tick()) == {}


def test_who_missed_some_ticks_is_told_all_of_them() -> None:
    under_test = world("ann", "bob", "cat")
    seen = under_test.tick_number
    under_test.move("ann", move(1), 1)
    under_test.tick()
    under_test.move("bob", move(2), 1)
    under_test.tick()
    assert told(under_test, seen) == {"ann": 1, "bob": 2}
    assert told(under_test, seen + 1) == {"bob": 2}


def test_who_has_no_place_does_not_move() -> None:
    under_test = world("ann")
    assert under_test.move("bob", move(1), 1) is None
    under_test.remove("ann")
    assert under_test.move("ann", move(1), 1) is None
    assert under_test.where("ann") is None
    assert len(under_test) == 0


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_that_mean_nothing(number: float) -> None:
    under_test = world("ann")
    assert under_test.move("ann", move(number), 1) is None
    assert under_test.move("ann", move(0, rotation=number), 1) is None
    assert not under_test.dirty


def test_too_far_is_as_far_as_one_can_run() -> None:
    under_test = world("ann")
    moved = under_test.move("ann", move(30, 40), 0)
    assert moved is not None
    assert moved.position == pytest.approx((3, 4, 0))
    moved = under_test.move("ann", move(30, 40), 0.1)
    assert moved is not None
    assert moved.position == pytest.approx((3.6, 4.8, 0))


def test_late_packets_that_come_together_are_believed() -> None:
    under_test = world("ann")
    for step in range(1, 5):
        moved = under_test.move("ann", move(step), 1)
        assert moved is not None
        assert moved.position[0] == step


def test_nobody_leaves_the_room_through_its_walls() -> None:
    under_test = world("ann", bounds=Bounds(extent=10, max_speed=1000, slack=1000))
    moved = under_test.move("ann", move(99, -99, 5), 1)
    assert moved is not None
    assert moved.position == (10, -10, 5)


def test_being_placed_is_not_walking() -> None:
    under_test = world("ann")
    seen = under_test.tick_number
    under_test.place("ann", 0, (400.0, 0.0, 0.0), 0, now=0)
    under_test.tick()
    assert told(under_test, seen) == {"ann": 400}


@given(st.lists(st.tuples(positions, st.floats(0, 2)), max_size=30))
def test_nobody_outruns_the_greatest_speed(story: list[tuple[tuple[float, float, float], float]]) -> None:
    under_test, now, walked, last = world("ann"), 0.0, 0.0, ORIGIN
    for target, later in story:
        now += later
        moved = under_test.move("ann", move(*target), now)
        assert moved is not None
        walked += math.dist(last, moved.position)
        last = moved.position
        assert walked <= 5 + 10 * now + 1e-6


def test_the_period_follows_the_crowd_and_the_load() -> None:
    assert world(*map(str, range(16))).period() == SMALL_PERIOD
    assert world(*map(str, range(17))).period() == CROWD_PERIOD
    assert world("ann").period(busy=True) == BUSY_PERIOD
