"""Wallets whose keys are here, and the wallet service in memory."""

import coincurve
from tests.support.accounts import HOME, Accounts
from tests.support.entropy import ScriptedEntropy

from eduverse.auth.ethereum import checksum_address, keccak, message_digest
from eduverse.auth.ports import Verdict
from eduverse.auth.service import SignedIn
from eduverse.auth.throttle import Origin
from eduverse.auth.wallets import Purpose, Signed, WalletRules, WalletService
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.vocabulary.principal import Principal

__all__ = ["PAGE", "FakeContracts", "Wallet", "Wallets"]

PAGE = "https://campus.example"
CHAIN = 137
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


class Wallet:
    """Somebody's wallet, whose key is `seed`."""

    def __init__(self, seed: int = 1) -> None:
        self._key = coincurve.PrivateKey.from_int(seed)
        self.address = checksum_address("0x" + keccak(self._key.public_key.format(compressed=False)[1:])[-20:].hex())

    def sign(self, message: str) -> bytes:
        """As `personal_sign` does."""
        signature = self._key.sign_recoverable(message_digest(message), hasher=None)
        return signature[:64] + bytes([27 + signature[64]])

    def sign_hex(self, message: str) -> str:
        return "0x" + self.sign(message).hex()


class FakeContracts:
    """Contract wallets that all say the same, and remember what they were asked."""

    def __init__(self, verdict: Verdict = "unavailable") -> None:
        self.verdict = verdict
        self.asked: list[tuple[str, bytes, bytes]] = []

    async def is_valid_signature(self, address: str, digest: bytes, signature: bytes) -> Verdict:
        self.asked.append((address, digest, signature))
        return self.verdict


class Wallets(Accounts):
    """Two of these over one storage are two servers; give the second a `server` of its own."""

    def __init__(self, storage: Storage | None = None, *, open_accounts: bool = True, server: int = 0) -> None:
        super().__init__(storage)
        self.contracts = FakeContracts()
        entropy = ScriptedEntropy()
        for _ in range(1_000 * (server + 1)):  # others draw from the same beginning
            entropy.random_bytes(1)
        self.wallets = WalletService(
            self.storage,
            clock=self.clock,
            ids=Ids(self.clock, entropy),
            entropy=entropy,
            auth=self.auth,
            keys=self.keys,
            contracts=self.contracts,
            rules=WalletRules(CHAIN, open_accounts),
        )

    def signed(
        self, wallet: Wallet, whose: Principal | None = None, *, page: str = PAGE, purpose: Purpose = "link"
    ) -> Signed:
        """To sign in, or, with `whose`, for what it does to their account."""
        purpose = purpose if whose else "login"
        message = self.wallets.challenge(page, wallet.address.lower(), "en", purpose, whose).message
        return Signed(page, message, wallet.sign(message))

    async def comes(self, wallet: Wallet, *, name: str | None = None, origin: Origin = HOME) -> SignedIn:
        """Asks for a message, signs it and signs in."""
        return await self.wallets.log_in(self.signed(wallet), origin, name)
