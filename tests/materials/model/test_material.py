"""The rules of a material."""

from datetime import timedelta

import pytest
from msgspec import structs
from tests.support.clock import NOON

from eduverse.materials.errors import TooManyVersions, VersionNotFound
from eduverse.materials.model.kinds import Kind
from eduverse.materials.model.material import (
    MAX_VERSIONS,
    Material,
    Reading,
    Version,
    add_version,
    finish_reading,
    in_order,
    is_out,
    remove,
    used,
    version_of,
)

FIRST = Version(number=1, cid="c", size=10, kind=Kind.PDF, name="a.pdf", uploaded_by="ada", uploaded_at=NOON)
MATERIAL = Material(id="m", classroom_id="r", title="T", created_at=NOON, versions=(FIRST,))


def test_versions_are_numbered_and_bounded() -> None:
    grown = MATERIAL
    for _ in range(MAX_VERSIONS - 1):
        grown = add_version(grown, FIRST)
    assert [one.number for one in grown.versions] == list(range(1, MAX_VERSIONS + 1))
    with pytest.raises(TooManyVersions):
        add_version(grown, FIRST)
    assert version_of(grown, None).number == MAX_VERSIONS
    assert version_of(grown, 1) == FIRST
    with pytest.raises(VersionNotFound):
        version_of(grown, MAX_VERSIONS + 1)
    assert used([grown, MATERIAL]) == 10 * (MAX_VERSIONS + 1)


def test_it_is_settled_when_every_version_is_read() -> None:
    two = add_version(MATERIAL, FIRST)
    once = finish_reading(two, 1, Reading.FAILED, 0)
    assert (once.versions[0].reading, once.unsettled) == (Reading.FAILED, True)
    twice = finish_reading(once, 2, Reading.DONE, 7)
    assert (twice.current.pages, twice.unsettled) == (7, False)
    assert remove(twice).unsettled
    assert finish_reading(remove(once), 2, Reading.DONE, 7).unsettled


@pytest.mark.parametrize(
    ("fields", "out"),
    [
        ({}, False),
        ({"release_at": NOON}, True),
        ({"release_at": NOON + timedelta(milliseconds=1)}, False),
        ({"release_at": NOON, "archived": True}, False),
        ({"release_at": NOON, "removed": True}, False),
    ],
)
def test_what_is_out(fields: dict[str, object], out: bool) -> None:
    assert is_out(structs.replace(MATERIAL, **fields), NOON) is out


def test_what_the_order_does_not_name_comes_last() -> None:
    a, b, c = (structs.replace(MATERIAL, id=name) for name in "abc")
    assert in_order([a, b, c], ("c", "gone")) == [c, a, b]
