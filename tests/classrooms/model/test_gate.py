"""What opens a gated classroom."""

from eduverse.classrooms.model import Gate


def test_the_smallest_balance_is_counted_as_the_contract_does() -> None:
    gate = Gate(chain_id=1, contract="0x", standard="erc20", name="Edu", symbol="EDU", minimum=3, decimals=18)
    assert gate.least == 3 * 10**18
