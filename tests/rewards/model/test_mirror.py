"""What is owed to a wallet."""

from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.rewards.model import Mirror, batch_of, blank_mirror, confirmed, planned

BLANK = blank_mirror("1-0xfeed", "mira")


def plan(mirror: Mirror, balance: int, to: str = "0x1") -> Mirror:
    return planned(mirror, balance=balance, to=to, refer=str.upper)


def test_what_was_decided_stays_so_until_it_is_there() -> None:
    first = plan(BLANK, 20)
    assert first.pending is not None
    assert (first.pending.amount, first.pending.to, first.pending.reference, first.loose) == (
        *(20, "0x1", "1-0XFEED:MIRA:1"),
        True,
    )
    assert plan(first, 35, "0x2") is first
    there = confirmed(first, first.pending)
    assert (there.minted, there.count, there.pending, there.loose) == (20, 1, None, False)
    assert confirmed(there, first.pending) is there
    second = plan(there, 35, "0x2")
    assert second.pending is not None
    assert (second.pending.amount, second.pending.to, second.pending.reference) == (15, "0x2", "1-0XFEED:MIRA:2")
    assert confirmed(second, first.pending) is second


def test_what_was_taken_back_is_made_up_for_first() -> None:
    mirror = plan(BLANK, 20)
    assert mirror.pending is not None
    mirror = confirmed(mirror, mirror.pending)
    for balance in (0, 12, 20):
        assert plan(mirror, balance) is mirror
    assert (more := plan(mirror, 23).pending) is not None
    assert more.amount == 3


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=20))
def test_no_more_is_minted_than_was_ever_held(steps: list[tuple[int, bool]]) -> None:
    mirror, minted = BLANK, 0
    for balance, arrives in steps:
        mirror = plan(mirror, balance)
        if arrives and mirror.pending:
            minted += mirror.pending.amount
            mirror = confirmed(mirror, mirror.pending)
    assert mirror.minted == minted <= max((balance for balance, _ in steps), default=0)


def test_those_who_gather_the_same_make_the_same_batch() -> None:
    mints = [one for name in ("0x1", "0x2") if (one := plan(BLANK, 5, name).pending)]
    assert batch_of("h", mints).id == batch_of("h", mints).id != batch_of("h", mints[:1]).id
