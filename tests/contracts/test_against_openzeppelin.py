"""Our contracts and OpenZeppelin's do the same, but for what `differences` says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contracts.against_openzeppelin import ClassroomTwins, TokenTwins
from tests.contracts.differences import INTERFACES
from tests.contracts.twins import REFERENCES, Twins
from tests.support.evm import PEOPLE, Deployed, Evm, Refused
from tests.support.solidity import compiled

from eduverse.chain.hashing import keccak

_FEW = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestClassrooms = ClassroomTwins.TestCase
TestClassrooms.settings = _FEW
TestTokens = TokenTwins.TestCase
TestTokens.settings = _FEW


@pytest.fixture(scope="module")
def classrooms() -> Twins:
    return Twins("ClassroomNFT", "ReferenceClassroom")


@pytest.fixture
def token() -> Twins:
    return Twins("EduToken", "ReferenceToken", 1_000)


@pytest.fixture(scope="module")
def proofs() -> tuple[Deployed, Deployed]:
    evm = Evm()
    reference = compiled(REFERENCES)["ReferenceProofs"]
    return evm.deploy("CertificateRegistry"), Deployed(evm, reference, evm.create(reference.creation()))


def test_a_transfer_from_nobody_looks_like_a_reward_and_is_none(token: Twins) -> None:
    assert token.do(PEOPLE[1], "transferFrom", "0x" + "00" * 20, PEOPLE[1].address, 0) is None


@pytest.mark.parametrize("names", [("name", "symbol"), ("name", "symbol", "decimals", "cap", "totalSupply")])
def test_they_are_called_the_same(names: tuple[str, ...], classrooms: Twins, token: Twins) -> None:
    twins = token if "cap" in names else classrooms
    assert all(twins.ask(each) is not None for each in names)


@pytest.mark.parametrize("interface", ["erc165", "erc721", "erc721Metadata", "erc5192", "accessControl"])
def test_an_interface_has_the_id_that_its_functions_make(interface: str, classrooms: Twins) -> None:
    ids = compiled(REFERENCES)["InterfaceIds"]
    identity = Deployed(classrooms.evm, ids, classrooms.evm.create(ids.creation())).ask(interface)
    kinds = zip((classrooms.ours, classrooms.theirs), classrooms.addresses, strict=True)
    ours, theirs = (
        Deployed(classrooms.evm, kind, address).ask("supportsInterface", identity) for kind, address in kinds
    )
    assert (ours, theirs) == (interface != "accessControl", interface != "erc5192")
    assert (ours != theirs) is (interface in INTERFACES)


@given(
    identity=st.one_of(
        st.sampled_from(["49064906", "ffffffff", "00000000"]).map(bytes.fromhex), st.binary(min_size=4, max_size=4)
    )
)
@settings(max_examples=30, deadline=None)
def test_every_other_interface_they_have_or_have_not_alike(identity: bytes, classrooms: Twins) -> None:
    classrooms.ask("supportsInterface", identity)


def _pair(one: bytes, other: bytes) -> bytes:
    return keccak(min(one, other) + max(one, other))


_words = st.binary(min_size=32, max_size=32)


@given(leaf=_words, proof=st.lists(_words, max_size=32), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_proof_holds_for_both_or_for_neither(
    proofs: tuple[Deployed, Deployed], leaf: bytes, proof: list[bytes], data: st.DataObject
) -> None:
    """Every path of siblings is a proof in some tree; then anything of it may be changed."""
    ours, theirs = proofs
    root = keccak(b"\0" + leaf)
    for sibling in proof:
        root = _pair(root, sibling)
    ours.do(PEOPLE[0], "anchor", root, 1)
    assert ours.ask("verify", root, leaf, proof)
    assert theirs.ask("verify", root, leaf, proof)
    parts = [leaf, *proof]
    parts[data.draw(st.integers(0, len(proof)))] = data.draw(_words)
    for changed, path in ((parts[0], parts[1:]), (leaf, proof[:-1]), (leaf, proof[1:]), (leaf, proof[::-1])):
        assert ours.ask("verify", root, changed, path) is theirs.ask("verify", root, changed, path)


def test_the_registry_says_no_where_a_proof_alone_would_do(proofs: tuple[Deployed, Deployed]) -> None:
    """Deliberately: of a batch nobody recorded, of a certificate that was withdrawn, of a tree too deep to be one."""
    ours, theirs = proofs
    leaf = b"\7" * 32
    root = keccak(b"\0" + leaf)
    assert (ours.ask("verify", root, leaf, []), theirs.ask("verify", root, leaf, [])) == (False, True)
    ours.do(PEOPLE[0], "anchor", root, 1)
    assert ours.ask("verify", root, leaf, [])
    ours.do(PEOPLE[0], "revoke", root, leaf)
    assert (ours.ask("verify", root, leaf, []), theirs.ask("verify", root, leaf, [])) == (False, True)
    with pytest.raises(Refused):
        ours.ask("verify", root, leaf, [root] * 33)
    assert theirs.ask("verify", root, leaf, [root] * 33) is False
