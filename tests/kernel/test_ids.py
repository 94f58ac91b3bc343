"""Identifiers that sort by time, and codes that people type."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON, FakeClock
from tests.support.entropy import ScriptedEntropy, fake_ids

from eduverse.kernel.clock import to_millis
from eduverse.kernel.ids import Ids, SystemEntropy

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def number(text: str) -> int:
    value = 0
    for character in text:
        value = value * 32 + CROCKFORD.index(character)
    return value


@settings(deadline=None)
@given(st.integers(0, 10**9), st.binary(min_size=10, max_size=10))
def test_an_id_is_its_time_and_its_randomness(seconds: int, random: bytes) -> None:
    clock = FakeClock()
    clock.advance(seconds)
    made = Ids(clock, ScriptedEntropy([random])).new()
    assert len(made) == 26
    assert number(made) >> 80 == to_millis(clock.now())
    assert number(made) & (1 << 80) - 1 == int.from_bytes(random)


def test_ids_sort_by_the_time_they_were_made() -> None:
    clock = FakeClock()
    ids = fake_ids(clock)
    made = []
    for _ in range(200):
        made.append(ids.new())
        clock.advance(0.001)
    assert made == sorted(made)
    assert len(set(made)) == 200


def test_ids_of_one_moment_differ_and_sort_as_they_were_made() -> None:
    ids = Ids(FakeClock(), SystemEntropy())
    made = [ids.new() for _ in range(1_000)]
    assert len(set(made)) == 1_000
    assert made == sorted(made)


@settings(deadline=None)
@given(st.binary(min_size=8, max_size=8))
def test_a_code_has_no_letters_that_look_like_another(random: bytes) -> None:
    code = Ids(FakeClock(), ScriptedEntropy([random])).code(8)
    assert len(code) == 8
    assert not set(code) & set("ilou")
    assert set(code) <= set(CROCKFORD)


def test_every_character_of_a_code_is_random() -> None:
    ids = Ids(FakeClock(), SystemEntropy())
    codes = [ids.code(8) for _ in range(400)]
    assert all(len({code[place] for code in codes}) > 20 for place in range(8))


def test_system_entropy_gives_as_much_as_is_asked_for() -> None:
    assert [len(SystemEntropy().random_bytes(count)) for count in (0, 1, 32)] == [0, 1, 32]
    assert SystemEntropy().random_bytes(16) != SystemEntropy().random_bytes(16)


def test_noon_is_noon() -> None:
    assert to_millis(NOON) == 1_772_452_800_000
