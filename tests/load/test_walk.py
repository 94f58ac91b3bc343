import math
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from eduverse.load.walk import EXTENT, Walk
from eduverse.realtime.wire.avatars import decode_records, encode_record, encode_records


@given(st.integers(), st.floats(-EXTENT, EXTENT), st.floats(-EXTENT, EXTENT))
def test_people_walk_at_human_pace_and_stay_inside(seed: int, x: float, z: float) -> None:
    walk = Walk(x, z, Random(seed))
    steps = [walk.step(0.1) for _ in range(100)]
    assert all(abs(step.x) <= EXTENT and abs(step.z) <= EXTENT for step in steps)
    assert all(math.dist(one[:2], other[:2]) < 0.15 for one, other in pairwise(steps))


def test_a_wall_is_no_trap() -> None:
    walk = Walk(EXTENT, EXTENT, Random(1))
    assert min(walk.step(0.1).x for _ in range(300)) < EXTENT / 2


def test_a_position_as_it_is_written_is_the_one_that_is_recognised() -> None:
    step = Walk(1.0, 2.0, Random(1)).step(0.1)
    record = encode_record(7, (step.x, 0.0, step.z), step.rotation)
    (seen,) = decode_records(encode_records(0.0, [record]))[1]
    assert math.dist(seen.position, (step.x, 0.0, step.z)) < 1 / 64
