"""Folios: what each one's hash covers, and what they carry into the balances."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.clock import NOON
from tests.support.ledger import a_posting

from eduverse.rewards.model import FIRST_PREVIOUS, Balance, Entry, carried, folio_hash, folio_of, put_in

POSTINGS = [a_posting("a", "issuance", "user:mira", 20), a_posting("b", "user:mira", "issuance", 5)]
FIRST = folio_of(None, POSTINGS, at=NOON)


def test_each_names_the_one_before() -> None:
    second = folio_of(FIRST, POSTINGS, at=NOON)
    assert (FIRST.number, FIRST.previous, second.number, second.previous) == (1, FIRST_PREVIOUS, 2, FIRST.hash)
    assert FIRST.id < second.id
    assert FIRST.changes == {"user:mira": 15, "issuance": -15}


@pytest.mark.parametrize(
    "change",
    [
        {"number": 2},
        {"previous": "1" * 64},
        {"entries": FIRST.entries[:1]},
        {"entries": FIRST.entries[::-1]},
        {"entries": (Entry(reference="c", digest=FIRST.entries[0].digest), FIRST.entries[1])},
        {"changes": {"user:mira": 16, "issuance": -16}},
        {"sealed_at": NOON.replace(microsecond=1000)},
    ],
)
def test_a_hash_covers_all_that_is_said(change: dict[str, Any]) -> None:
    assert folio_hash(structs.replace(FIRST, **change)) != FIRST.hash


def test_a_posting_stays_in_its_first_folio() -> None:
    placed = put_in(POSTINGS[0], folio=3)
    assert placed.folio == 3
    assert put_in(placed, folio=4) is placed


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=8), st.data())
def test_a_balance_takes_each_folio_once(amounts: list[int], data: st.DataObject) -> None:
    folios, before = [], None
    for number, amount in enumerate(amounts):
        before = folio_of(before, [a_posting(f"p{number}", "issuance", "user:mira", amount)], at=NOON)
        folios.append(before)
    balance = Balance(id="user:mira", amount=0, folio=0)
    for place, folio in enumerate(folios):
        late = data.draw(st.integers(0, place))
        for one in (folio, folios[late], folio):
            balance = carried(balance, one, mirrors=True)
    assert (balance.amount, balance.folio, balance.unmirrored) == (sum(amounts), len(amounts), True)
