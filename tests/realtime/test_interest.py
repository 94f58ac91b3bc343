"""Who is near whom."""

import math

from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.interest import CELL, NEAREST, NEXT, Interest, cell_of
from eduverse.realtime.world import Avatar

places = st.tuples(st.floats(-30, 30), st.just(0.0), st.floats(-30, 30))


def standing(*where: tuple[float, float, float]) -> list[Avatar]:
    people = [Avatar(f"u{number}", number) for number in range(len(where))]
    for avatar, position in zip(people, where, strict=True):
        avatar.stand(position, 0)
    return people


@given(st.lists(places, max_size=80), places)
def test_nobody_left_out_is_nearer_than_somebody_listed(
    where: list[tuple[float, float, float]], viewer: tuple[float, float, float]
) -> None:
    people = standing(*where)
    cell = cell_of(viewer)
    middle = ((cell[0] + 0.5) * CELL, (cell[1] + 0.5) * CELL)
    near = Interest(keep=10).of(cell, 0, people)

    def away(avatar: Avatar) -> float:
        return math.dist(middle, (avatar.position[0], avatar.position[2]))

    listed = near.nearest + near.next
    others = [avatar for avatar in people if avatar not in listed]
    assert len(near.nearest) == min(len(people), NEAREST + 1)
    assert len(listed) == min(len(people), NEAREST + 1 + NEXT)
    for farther, nearer in ((others, listed), (near.next, near.nearest)):
        assert min(map(away, farther), default=math.inf) >= max(map(away, nearer), default=0)


def test_neighbours_hold_for_a_while() -> None:
    people = standing(*[(float(place), 0.0, 0.0) for place in range(40)])
    interest = Interest(keep=4)
    first = interest.of((0, 0), 0, people)
    people[39].stand((0.0, 0.0, 0.0), 0)
    assert interest.of((0, 0), 3, people) is first
    assert people[39] in interest.of((0, 0), first.until, people).nearest


def test_cells_that_nobody_looks_from_are_forgotten() -> None:
    interest = Interest(keep=2)
    for tick in range(100):
        interest.of((tick, 0), tick, [])
    assert len(interest._known) < 10
