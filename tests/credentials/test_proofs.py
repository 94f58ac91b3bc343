"""What is told of an anchor: the proof for good, the chain's word for a moment."""

import asyncio
from collections.abc import Sequence

import pytest
from tests.credentials.test_anchoring import HERE, Chain, Notary

from eduverse.credentials.errors import CertificateNotFound
from eduverse.credentials.model.merkle import is_included
from eduverse.credentials.ports import Place
from eduverse.credentials.proofs import Proofs
from eduverse.kernel.chain import ChainUnavailable


class AskedChain(Chain):
    """Counts how often it is asked; may be down, or silent."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.down = self.silent = False

    async def holds(self, place: Place, root: bytes, leaf: bytes, path: Sequence[bytes]) -> bool:
        self.asked += 1
        if self.down:
            raise ChainUnavailable
        if self.silent:
            await asyncio.Event().wait()
        return await super().holds(place, root, leaf, path)


class Window:
    """Five certificates, anchored, and who shows their proofs."""

    def __init__(self) -> None:
        self.notary = Notary()
        self.chain = self.notary.chain = AskedChain()
        self.chain.final = True

    async def open(self) -> list[str]:
        ids = await self.notary.issue(5)
        await self.notary.anchoring().run()
        return ids

    def proofs(self, *, chain: bool = True) -> Proofs:
        office = self.notary.office
        return Proofs(office.storage, anchors=self.chain if chain else None, clock=office.clock)


@pytest.fixture
def window() -> Window:
    return Window()


async def test_each_has_a_proof_of_its_own(window: Window) -> None:
    proofs = window.proofs()
    for one in await window.open():
        proof = await proofs.of(one)
        found = proof.inclusion
        assert found is not None
        assert is_included(found.leaf, found.path, found.root)
        assert (proof.confirmed, found.size, found.anchor.place) == (True, 5, HERE)
    with pytest.raises(CertificateNotFound):
        await proofs.of("nobody's")


async def test_the_chain_is_not_asked_each_time(window: Window) -> None:
    one = (await window.open())[0]
    proofs = window.proofs()
    for _ in range(3):
        assert (await proofs.of(one)).confirmed
    assert window.chain.asked == 1
    window.chain.down = True
    window.notary.office.clock.advance(60)
    for _ in range(3):
        proof = await proofs.of(one)
        assert (proof.confirmed, proof.inclusion is None) == (None, False)
    assert window.chain.asked == 2


async def test_a_silent_chain_keeps_nobody_waiting(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.credentials.proofs._PATIENCE", 0.01)
    one = (await window.open())[0]
    window.chain.silent = True
    assert (await window.proofs().of(one)).confirmed is None


async def test_a_campus_that_gave_up_its_chain_still_has_the_proofs(window: Window) -> None:
    one = (await window.open())[0]
    proof = await window.proofs(chain=False).of(one)
    assert (proof.confirmed, proof.inclusion is None) == (None, False)


async def test_so_many_answers_are_kept_and_no_more(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.credentials.proofs._MOST_REMEMBERED", 2)
    proofs = window.proofs()
    for one in await window.open():
        assert (await proofs.of(one)).confirmed
    assert len(proofs._found) <= 2
    assert len(proofs._answers) <= 2
