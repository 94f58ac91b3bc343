"""What the contracts cost, in gas, on the embedded chain: `python -m bench.gas`."""

from collections.abc import Iterator

from tests.support.evm import PEOPLE, Deployed, Evm

from eduverse.chain.abi import contract
from eduverse.chain.hashing import keccak

PRICE = 30
"""Gwei for a unit of gas."""
URI = "ipfs://bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
CAP = 10**27


def measured() -> Iterator[tuple[str, int]]:
    """What is done, and the gas it used."""
    evm = Evm()
    deployed = {}
    for name, arguments in (("ClassroomNFT", ()), ("EduToken", (CAP,)), ("CertificateRegistry", ())):
        receipt = evm.transact(PEOPLE[0], None, contract(name).creation(*arguments))
        deployed[name] = Deployed(evm, contract(name), receipt["contractAddress"])
        yield f"deploy {name}", int(receipt["gasUsed"], 16)
    rooms, token, registry = deployed.values()
    alice = PEOPLE[1].address
    yield "a class: mint", _gas(rooms, "mint", alice, 7, URI)
    yield "a class: mint again", _gas(rooms, "mint", alice, 7, URI)
    for count in (1, 10, 100, 200):
        hashes = [keccak(f"{count}:{at}".encode()) for at in range(count)]
        people = ["0x" + one[:20].hex() for one in hashes]
        yield f"rewards: {count}, each to somebody new", _gas(token, "mintBatch", hashes, people, [10**18] * count)
    yield "rewards: transfer", _gas(token, "transfer", alice, 0)
    yield "certificates: anchor a batch of any size", _gas(registry, "anchor", b"\1" * 32, 500)
    yield "certificates: revoke one", _gas(registry, "revoke", b"\1" * 32, b"\2" * 32)


def _gas(deployed: Deployed, function: str, *arguments: object) -> int:
    receipt = deployed.evm.transact(PEOPLE[0], deployed.address, deployed.kind.encode(function, *arguments))
    return int(receipt["gasUsed"], 16)


def main() -> None:
    print(f"| What | Gas | POL at {PRICE} gwei |\n|---|---:|---:|")
    for what, gas in measured():
        print(f"| {what} | {gas:,} | {gas * PRICE / 1e9:.4f} |")


if __name__ == "__main__":
    main()
