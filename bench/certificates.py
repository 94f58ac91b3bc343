"""How long it takes to give a whole school its certificates and to anchor them, and what each costs on the chain.

    python -m bench.certificates [--count 1000]

Each is signed twice (as canonical RDF and as canonical JSON), encrypted, stored and pinned in a folder, and committed
in SQLite. Then all are anchored as the campus does it, on the chain that comes with it, until every certificate says
so and the contract confirms one of them. Beside it: what a certificate costs that is anchored alone.
"""

import argparse
import asyncio
import secrets
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from eduverse.app.chain import opened_chain, put_on
from eduverse.app.settings import Settings
from eduverse.auth.tokens import Key, KeyRing
from eduverse.content.local import folder_content
from eduverse.credentials.anchoring import Anchoring
from eduverse.credentials.issuer import Issuer, SigningKey
from eduverse.credentials.model.certificate import Certificate
from eduverse.credentials.ports import Passed, Person
from eduverse.credentials.proofs import Inclusion, Proofs
from eduverse.credentials.service import Around, CertificateService
from eduverse.credentials.vault import Vault
from eduverse.kernel.chain import Chain
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.ids import SystemEntropy
from eduverse.storage.sqlite import open_sqlite
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role, Standing


class School:
    """Everybody has passed."""

    async def passed(self, quiz_id: str, user_id: str) -> Passed | None:
        return Passed(quiz_id, "The planets and their moons", "room", "Solar system", 0.92)

    async def person(self, user_id: str) -> Person | None:
        return Person(f"Student {user_id}", f"{user_id}@school.example")

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return Standing.STUDENT


class Office:
    def __init__(self, service: CertificateService, anchoring: Anchoring, proofs: Proofs, chain: Chain) -> None:
        self._service = service
        self._anchoring = anchoring
        self._proofs = proofs
        self._chain = chain

    async def issue(self, count: int, quiz: str) -> list[Certificate]:
        students = [
            Principal(user_id=f"s{n}", session_id="s", name="s", role=Role.STUDENT, avatar_data=AvatarData())
            for n in range(count)
        ]
        return [await self._service.issue(student, quiz, None) for student in students]

    async def anchor(self) -> None:
        while await self._anchoring.run():
            pass

    async def proven(self, certificate: Certificate) -> Inclusion:
        proof = await self._proofs.of(certificate.id)
        assert proof.inclusion, "it is not anchored"
        assert proof.confirmed, "the contract does not know it"
        return proof.inclusion

    async def gas(self, inclusion: Inclusion) -> int:
        receipt = await self._chain.receipt(inclusion.anchor.transaction)
        assert receipt
        return receipt.gas_used


@asynccontextmanager
async def opened_office(folder: str) -> AsyncIterator[Office]:
    clock, entropy, school, settings = SystemClock(), SystemEntropy(), School(), Settings(data=folder)
    ring = KeyRing([Key("k", secrets.token_bytes(32))])
    async with open_sqlite(Path(folder), clock) as storage, opened_chain(settings, storage, clock) as chain:
        service = CertificateService(
            storage,
            clock=clock,
            issuer=Issuer([SigningKey("k", secrets.token_bytes(32))], "https://campus.example", "Campus"),
            vault=Vault(folder_content(Path(folder) / "content", clock), ring, entropy),
            around=Around(school, school, school, ring),
        )
        registry = put_on(chain, settings).registry
        anchoring = Anchoring(storage, anchors=registry, entropy=entropy, clock=clock)
        yield Office(service, anchoring, Proofs(storage, anchors=registry, clock=clock), chain)


async def measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened_office(folder) as office:
            (single,) = await office.issue(1, "first")
            await office.anchor()  # puts the contract on the chain
            alone = await office.gas(await office.proven(single))

            began, worked = time.perf_counter(), time.process_time()
            issued = await office.issue(count, "quiz")
            seconds, cpu = time.perf_counter() - began, time.process_time() - worked
            print(f"issued {count}: {seconds:.2f} s, of which {cpu:.2f} s of CPU; {1000 * cpu / count:.1f} ms each")

            anchoring = time.perf_counter()
            await office.anchor()
            proofs = [await office.proven(one) for one in (issued[0], issued[count // 2], issued[-1])]
            done = time.perf_counter()
            print(f"anchored and confirmed: {done - anchoring:.2f} s; both together {done - began:.2f} s")
            transactions = {one.anchor.transaction for one in proofs}
            print(f"transactions: {len(transactions)}; a proof has {len(proofs[1].path)} hashes")
            each = await office.gas(proofs[1]) / proofs[1].size
            print(f"gas for each: {each:.1f}, of {alone} alone: {100 * each / alone:.2f} %")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1000)
    asyncio.run(measure(options.parse_args().count))


if __name__ == "__main__":
    main()
