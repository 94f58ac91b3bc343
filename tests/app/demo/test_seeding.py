"""A campus to try, made once per data folder."""

import stat
from pathlib import Path

import pytest
from tests.support.staging import Seeding

from eduverse.auth.service import Origin
from eduverse.vocabulary.principal import Role


async def test_everybody_can_sign_in_with_what_the_demo_says(seeding: Seeding) -> None:
    demo = await seeding.seed()
    assert [account.label for account in demo.accounts] == ["Teacher", "Student", "Student"]
    roles = []
    for account in demo.accounts:
        signed_in = await seeding.services.auth.log_in(account.email, account.password, Origin("192.0.2.1"))
        roles.append(signed_in.user.role)
    assert roles == [Role.EDUCATOR, Role.STUDENT, Role.STUDENT]
    assert len({account.password for account in demo.accounts}) == 3
    assert demo.join_code


async def test_it_is_made_once(seeding: Seeding) -> None:
    first = await seeding.seed()
    counts = await seeding.counts()
    assert await seeding.seed() == first
    assert await seeding.counts() == counts == (13, 4)
    record = seeding.folder / "demo.json"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600


@pytest.mark.parametrize("left", [None, ""], ids=["no record", "an empty record"])
async def test_a_start_that_was_cut_off_is_made_again_beside_it(seeding: Seeding, left: str | None) -> None:
    """The record is all or nothing, so whatever a crash leaves, the next start has a demo."""
    first = await seeding.seed()
    (seeding.folder / "demo.json").unlink()
    if left is not None:
        (seeding.folder / "demo.tmp").write_text(left)
    again = await seeding.seed()
    assert {one.email for one in again.accounts}.isdisjoint(one.email for one in first.accounts)
    assert await seeding.seed() == again


async def test_the_record_appears_whole(seeding: Seeding, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Path, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", crash)
    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        await seeding.seed()
    assert not (seeding.folder / "demo.json").exists()
