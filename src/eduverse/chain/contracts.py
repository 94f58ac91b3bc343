"""The campus's contracts on its chain: where each of them stands.

On a chain of our own, whoever needs one first puts it there. On somebody else's, where that costs money, an owner does
(`eduverse chain deploy`).
"""

from typing import Literal

from eduverse.chain.abi import contract
from eduverse.kernel.chain import Chain, ChainUnavailable, Intent, Sent

__all__ = ["CONTRACTS", "ContractName", "Contracts"]

ContractName = Literal["ClassroomNFT", "EduToken", "CertificateRegistry"]
CONTRACTS: tuple[ContractName, ...] = ("ClassroomNFT", "EduToken", "CertificateRegistry")
_CAP = 1_000_000_000 * 10**18
"""The most EDU there will ever be: a thousand million."""


class Contracts:
    """`deploys` says whether one that is missing is put on the chain when it is asked for."""

    def __init__(self, chain: Chain, *, deploys: bool) -> None:
        self._chain = chain
        self._deploys = deploys
        self._known: dict[ContractName, str] = {}

    async def address(self, name: ContractName) -> str:
        """`0x…` in lower case. Raises `ChainUnavailable` while it is not there, for good, and says what to do."""
        if name not in self._known:
            self._known[name] = await self._found(name)
        return self._known[name]

    async def deploy(self, name: ContractName) -> str:
        """Sends it, unless that was done already; returns the transaction. Raises what `Chain.send` does."""
        arguments = (_CAP,) if name == "EduToken" else ()
        data = contract(name).creation(*arguments)
        return await self._chain.send(Intent(reference=await self._reference(name), to=None, data=data))

    async def deployment(self, name: ContractName) -> Sent | None:
        """Where it is; None when it was never sent from here."""
        return await self._chain.sent(await self._reference(name))

    async def _found(self, name: ContractName) -> str:
        sent = await self.deployment(name)
        if self._deploys and (sent is None or sent.state == "pending"):
            await self.deploy(name)
            sent = await self.deployment(name)
        if sent is None:
            raise ChainUnavailable(f"The contract {name} is not on the chain: run eduverse chain deploy")
        if sent.state == "failed" or (sent.state == "done" and sent.contract is None):
            raise ChainUnavailable(f"The contract {name} could not be put on the chain ({sent.transaction})")
        if sent.state != "done" or sent.contract is None:
            raise ChainUnavailable(f"The contract {name} is on its way to the chain ({sent.state})")
        if not await self._chain.call(sent.contract, contract(name).encode("DEFAULT_ADMIN_ROLE")):
            raise ChainUnavailable(f"There is no {name} at {sent.contract}: this is not the chain it was put on")
        return sent.contract

    async def _reference(self, name: ContractName) -> str:
        """By chain and account: whoever moves to another chain deploys there anew."""
        return f"deploy:{await self._chain.chain_id()}:{self._chain.account}:{name}"
