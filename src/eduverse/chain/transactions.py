"""Signed transactions: EIP-1559 (type 2) written and read; legacy ones with a chain id (EIP-155) and EIP-2930 read too.

Signatures are deterministic (RFC 6979): the same transaction signed again is the same bytes, with the same hash.
"""

from typing import Any

from eduverse.chain.hashing import keccak, to_hex
from eduverse.kernel.structs import Struct

__all__ = [
    "BadTransaction",
    "Signer",
    "Transaction",
    "address_of_contract",
    "address_of_key",
    "decode_transaction",
    "intrinsic_gas",
]

_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
"""Of secp256k1. EIP-2: a signature's `s` is at most half of it, so that nobody makes a second one of it."""
_TYPED_FIELDS = {1: 11, 2: 12}


class BadTransaction(ValueError):
    """These bytes are no transaction that we accept; the message says why."""


class Transaction(Struct, frozen=True, kw_only=True):
    """A transaction before it is signed, or as it is read: `tip` and `fee` are wei for a unit of gas."""

    chain_id: int
    nonce: int
    tip: int
    fee: int
    gas: int
    to: bytes | None
    value: int = 0
    data: bytes = b""
    kind: int = 2
    access: Any = ()


class Signed(Struct, frozen=True, kw_only=True):
    """A signed transaction, read: who signed it, its hash, and its bytes."""

    transaction: Transaction
    sender: str
    hash: str
    raw: bytes
    signature: tuple[int, int, int]
    """Recovery bit (0 or 1), r, s."""


class Signer:
    """Holds a private key and does nothing with it but sign transactions."""

    def __init__(self, key: bytes) -> None:
        from coincurve import PrivateKey

        self._key = PrivateKey(key)
        self.address = address_of_key(self._key.public_key.format(compressed=False))

    def __repr__(self) -> str:
        return f"Signer({self.address})"

    def sign(self, transaction: Transaction) -> bytes:
        """The bytes to send."""
        import rlp

        fields = _fields(transaction)
        signature = self._key.sign_recoverable(keccak(b"\x02" + rlp.encode(fields)), hasher=None)
        r, s = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:64]))
        encoded: bytes = rlp.encode([*fields, *map(_number, (signature[64], r, s))])
        return b"\x02" + encoded


def address_of_key(public: bytes) -> str:
    """The address, in lower case, of an uncompressed public key."""
    return to_hex(keccak(public[1:])[-20:])


def address_of_contract(creator: str, nonce: int) -> str:
    """Where a contract lands that an account creates with its transaction of this number."""
    import rlp

    return to_hex(keccak(rlp.encode([bytes.fromhex(creator[2:]), _number(nonce)]))[-20:])


def intrinsic_gas(data: bytes, *, creates: bool) -> int:
    """What a transaction costs before it does anything (EIP-2028, EIP-3860)."""
    words = (len(data) + 31) // 32
    return 21_000 + sum(16 if byte else 4 for byte in data) + (32_000 + 2 * words if creates else 0)


def decode_transaction(raw: bytes) -> Signed:
    """Reads a signed transaction and finds out who signed it. Raises `BadTransaction`."""
    import rlp
    from rlp.exceptions import RLPException

    if not raw:
        raise BadTransaction("it is empty")
    kind = raw[0] if raw[0] <= 0x7F else 0
    try:
        fields = rlp.decode(raw[1:] if kind else raw, strict=True)
    except RLPException:
        raise BadTransaction("it is not RLP") from None
    if not isinstance(fields, list) or len(fields) != (_TYPED_FIELDS.get(kind) if kind else 9):
        raise BadTransaction("it is of a type that is not accepted")
    return _typed(kind, fields, raw) if kind else _legacy(fields, raw)


def _typed(kind: int, fields: list[Any], raw: bytes) -> Signed:
    import rlp

    *unsigned, parity, r, s = fields
    chain_id, nonce, tip = map(_int, unsigned[:3])
    fee = _int(unsigned[3]) if kind == 2 else tip
    gas, to, value, data, access = unsigned[4 if kind == 2 else 3 :]
    if access:
        raise BadTransaction("access lists are not supported")
    transaction = Transaction(
        chain_id=chain_id,
        nonce=nonce,
        tip=tip,
        fee=fee,
        gas=_int(gas),
        to=_receiver(to),
        value=_int(value),
        data=_bytes(data),
        kind=kind,
    )
    digest = keccak(bytes([kind]) + rlp.encode(unsigned))
    return _signed(transaction, digest, (_int(parity), _int(r), _int(s)), raw)


def _legacy(fields: list[Any], raw: bytes) -> Signed:
    import rlp

    nonce, price, gas, to, value, data, v, r, s = fields
    if _int(v) < 35:
        raise BadTransaction("it names no chain (EIP-155)")
    chain_id, parity = divmod(_int(v) - 35, 2)
    transaction = Transaction(
        chain_id=chain_id,
        nonce=_int(nonce),
        tip=_int(price),
        fee=_int(price),
        gas=_int(gas),
        to=_receiver(to),
        value=_int(value),
        data=_bytes(data),
        kind=0,
    )
    digest = keccak(rlp.encode([*fields[:6], _number(chain_id), b"", b""]))
    return _signed(transaction, digest, (parity, _int(r), _int(s)), raw)


def _signed(transaction: Transaction, digest: bytes, signature: tuple[int, int, int], raw: bytes) -> Signed:
    from coincurve import PublicKey

    parity, r, s = signature
    if parity > 1 or not 0 < r < _ORDER or not 0 < s <= _ORDER // 2:
        raise BadTransaction("its signature is not in order")
    packed = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes([parity])
    try:
        public = PublicKey.from_signature_and_message(packed, digest, hasher=None)
    except Exception:
        raise BadTransaction("its signature is nobody's") from None
    sender = address_of_key(public.format(compressed=False))
    return Signed(transaction=transaction, sender=sender, hash=to_hex(keccak(raw)), raw=raw, signature=signature)


def _fields(transaction: Transaction) -> list[Any]:
    numbers = [transaction.chain_id, transaction.nonce, transaction.tip, transaction.fee, transaction.gas]
    return [*map(_number, numbers), transaction.to or b"", _number(transaction.value), transaction.data, []]


def _number(value: int) -> bytes:
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def _int(field: Any) -> int:
    data = _bytes(field)
    if data[:1] == b"\0" or len(data) > 32:
        raise BadTransaction("a number in it is not in order")
    return int.from_bytes(data, "big")


def _bytes(field: Any) -> bytes:
    if not isinstance(field, bytes):
        raise BadTransaction("it is not in order")
    return field


def _receiver(field: Any) -> bytes | None:
    to = _bytes(field)
    if len(to) not in (0, 20):
        raise BadTransaction("its receiver is no address")
    return to or None
