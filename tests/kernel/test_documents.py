"""The words in which a store is asked. What they mean is the contract in `tests/ports`."""

from datetime import UTC, datetime

import pytest

from eduverse.kernel.documents import (
    BY_ID,
    BadCursor,
    Order,
    StorageUnavailable,
    Where,
    at_least,
    at_most,
    before,
    equals,
    one_of,
)
from eduverse.kernel.errors import Problem

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (equals("name", "x"), Where("name", "==", "x")),
        (before("at", NOW), Where("at", "<", NOW)),
        (at_most("at", NOW), Where("at", "<=", NOW)),
        (at_least("count", 3), Where("count", ">=", 3)),
        (one_of("name", ["x", "y"]), Where("name", "in", ("x", "y"))),
    ],
)
def test_conditions(condition: Where, expected: Where) -> None:
    assert condition == expected


def test_by_default_by_id() -> None:
    assert Order() == BY_ID == Order("id", descending=False)


@pytest.mark.parametrize(("error", "status"), [(StorageUnavailable, 503), (BadCursor, 422)])
def test_what_a_caller_can_act_on_is_a_problem(error: type[Problem], status: int) -> None:
    assert error.status == status
    assert issubclass(error, Problem)
